import CatalogData
import CatalogFeatures
import CatalogModel
import CatalogSchema
import ConfigurationFiles
import LineStore
import System

/// `mdcatalog check`: reports and fixes problems, file by file.
struct CheckCommand: Command {
  static let description = CommandDescription(
    name: "check", operands: "[PATH… or -]", summary: "Report problems in tables, and fix them",
    options: [
      Option(name: "--fix", summary: "Apply all safe fixes"),
      Option(name: "--unsafe-fixes", summary: "Also apply fixes that need a review"),
      .diff,
      .choice("--output-format", "FORMAT", of: ReportFormats.all),
      Option(
        name: "--select", valueName: "CODES", summary: "Only these rules, separated by commas",
        values: .lists(ruleCodes)),
      Option(
        name: "--ignore", valueName: "CODES", summary: "All rules except these",
        values: .lists(ruleCodes)),
      Option(
        name: "--baseline", valueName: "FILE", summary: "Leave out the problems that a file lists",
        values: .files),
      Option(
        name: "--write-baseline", summary: "Write all problems to the baseline, report none"),
      Option(
        name: "--changed-since", valueName: "REF",
        summary: "Only problems added since a commit of git"),
      .schema,
      Option(
        name: "--jobs", valueName: "N", summary: "Check at most N files at once"),
      Option(name: "--statistics", summary: "Count the problems of each rule"),
      Option(name: "--quiet", summary: "Print no summary"), .stdinFilename,
    ], operandValues: [.files])

  private static let ruleCodes = RuleRegistry.standard.codes

  let invocation: Invocation
  private let options: CheckOptions
  private var inputs: Inputs
  private var history: ProblemHistory
  private var batch: [TextCheck.Task] = []
  /// nil if stdout has the diff, and if problems are written to the baseline.
  private var report: (any Report)?
  private var progress: Progress?
  private var tally = Tally()
  private var hasFailed = false
  private var hasChanges = false
  /// Configuration files whose switched-off rules were reported.
  private var notedConfigurations: Set<String> = []

  init(invocation: Invocation) throws(UsageError) {
    self.invocation = invocation
    let (arguments, console) = (invocation.arguments, invocation.console)
    options = try CheckOptions(arguments)
    history = try ProblemHistory(arguments)
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    inputs = try Inputs(arguments, configurations, console)
    let isTextOnOutput = inputs.isStdin && options.scope != nil
    if !options.showsDiff, !options.writesBaseline {
      report = options.report(on: isTextOnOutput ? console.errors : console.output)
    }
    if options.hasSummary { progress = Progress(of: inputs.count, on: console) }
  }

  /// Checks all inputs and returns the exit code.
  mutating func run() throws(UsageError) -> Int32 {
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): take(input)
      case .brokenConfiguration(let file):
        finishBatch()
        check(file)
      case .unreadable(let name, let reason):
        finishBatch()
        hasFailed = true
        tally.unreadableCount += 1
        report?.addUnreadable(name, reason: reason)
      }
    }
    finishBatch()
    progress?.erase()
    report?.finish(tally)
    if options.writesBaseline { writeBaseline() }
    if options.showsStatistics, options.format.isForPrograms, report != nil {
      // stdout is for the program that reads the report.
      var statistics = StatisticsReport(out: console.errors, hasSummary: options.hasSummary)
      statistics.finish(tally)
    }
    if hasFailed { return 2 }
    if options.showsDiff { return hasChanges ? 1 : 0 }
    return tally.hasFailures && !options.writesBaseline ? 1 : 0
  }

  private mutating func writeBaseline() {
    do throws(FileError) {
      try history.write()
      guard options.hasSummary else { return }
      let out = inputs.isStdin || options.format.isForPrograms ? console.errors : console.output
      out.write("Wrote \(counted(tally.problemCount, "problem")) in ")
      out.write("\(counted(tally.fileCount, "file")) to \(TerminalText.name(history.path)).\n")
    } catch {
      fail(history.path, error)
    }
  }

  private mutating func fail(_ name: String, _ error: FileError) {
    hasFailed = true
    console.complain(error, about: name)
  }

  // MARK: Batches

  /// Collects small texts to check them in parallel; checks a large text by itself.
  private mutating func take(_ input: Input) {
    noteDisabledRules(input.configuration)
    let task: TextCheck.Task
    do throws(FileError) { task = try history.task(input) } catch { return fail(input.name, error) }
    if options.jobCountMax == 1 || input.bytes.count > TextCheck.byteCountMaxInBatch {
      finishBatch()
      finish(TextCheck(task, options))
      return
    }
    batch.append(task)
    let byteCount = batch.reduce(0) { $0 + $1.input.bytes.count }
    if byteCount > TextCheck.byteCountOfBatch { finishBatch() }
  }

  private mutating func finishBatch() {
    if batch.isEmpty { return }
    let isAlone = batch.count == 1
    let checks = AllCores.map(batch, atOnce: options.jobCountMax) { [options] task in
      var check = TextCheck(task, options)
      if !isAlone, !options.showsDiff { check.gather() }
      return check
    }
    batch = []
    for check in checks { finish(check) }
  }

  // MARK: Texts

  /// Fixes and reports a text.
  private mutating func finish(_ check: TextCheck) {
    tally.fileCount += 1
    let isFixed = put(check)
    if !options.showsDiff { reportProblems(of: check, isFixed: isFixed) }
    progress?.advance(to: inputs.doneCount)
  }

  private mutating func reportProblems(of check: TextCheck, isFixed: Bool) {
    let catalog = isFixed ? check.fixed?.catalog ?? check.catalog : check.catalog
    let text = catalog?.text ?? check.text
    report?.begin(file: check.input.name)
    var found = ProblemCounts()
    let take = { (command: inout CheckCommand, problem: ReportedProblem) in
      command.add(problem, in: text)
      if let key = problem.key { found.add(key) }
    }
    if isFixed, let problems = check.problems {
      for problem in problems { take(&self, problem) }
      tally.leftOut += check.leftOut
    } else if let catalog {
      tally.leftOut += check.forEachProblem(of: catalog) { take(&self, $0) }
    }
    report?.end()
    if options.writesBaseline { history.set(found, ofFile: check.input.name) }
  }

  private mutating func add(_ problem: ReportedProblem, in text: LineText) {
    tally.add(problem)
    report?.add(problem, in: text)
  }

  /// Shows, prints or writes a fixed text; false if it could not be written.
  private mutating func put(_ check: TextCheck) -> Bool {
    guard options.scope != nil else { return true }
    let input = check.input
    let fixedCount = check.fixed?.fixedCount ?? 0
    let new = fixedCount > 0 ? check.fixed?.catalog.text.bytes ?? input.bytes : input.bytes
    let isChanged = new != input.bytes
    if options.showsDiff {
      if isChanged { hasChanges = true }
      UnifiedDiff.write(from: input.bytes, to: new, file: input.name, to: console.output)
      return true
    }
    if inputs.isStdin {
      console.output.write(new.span)
    } else if isChanged, let file = input.file {
      do throws(FileError) { try FileReplacement.replace(file, with: new) } catch {
        fail(input.name, error)
        return false
      }
    }
    if isChanged {
      tally.fixedCount += fixedCount
      tally.fixedFileCount += 1
    }
    return true
  }

  // MARK: Configuration

  /// Says which selected rules a configuration switches off, once per file.
  private mutating func noteDisabledRules(_ found: FoundConfiguration) {
    guard let selected = options.selectedRules, let path = found.path,
      notedConfigurations.insert(path).inserted
    else { return }
    for rule in RuleRegistry.standard.rules.map(\.code) where selected.contains(rule) {
      guard case .some(.none) = found.configuration.severities[rule] else { continue }
      console.complain(
        "\(rule.rawValue) reports nothing: \(TerminalText.name(path)) switches it off")
    }
  }

  /// Reports the problems of a configuration file, on stderr if not in the report.
  private mutating func check(_ file: ConfigurationFile) {
    hasFailed = true
    let text = LineText(ContiguousArray(file.source))
    var reader = ProblemReader(text)
    let problems = file.problems.map { reader.read($0) }
    guard report != nil, options.rules.contains(InvalidConfigurationRule.rule.code) else {
      return console.complain(problems, file: file.path)
    }
    report?.begin(file: file.path)
    for problem in problems { add(problem, in: text) }
    report?.end()
  }
}
