import CatalogFeatures
import CatalogModel
import CatalogSchema
import ConfigurationFiles
import LineStore
import System

/// `mdcatalog check`: reports problems, and mends them, file after file.
struct CheckCommand {
  private let console: Console
  private let options: CheckOptions
  private var inputs: Inputs
  private var known: KnownProblems
  private var batch: [TextCheck.Task] = []
  /// nil where the diff owns stdout, and where problems go into the baseline.
  private var report: (any Report)?
  private var progress: Progress?
  private var tally = Tally()
  private var hasFailed = false
  private var hasChanges = false

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.console = console
    options = try CheckOptions(arguments)
    known = try KnownProblems(arguments)
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    inputs = try Inputs(arguments, configurations, console)
    let isTextOnOutput = inputs.isStdin && options.scope != nil
    if !options.showsDiff, !options.writesBaseline {
      report = options.report(on: isTextOnOutput ? console.errors : console.output)
    }
    if options.hasSummary { progress = Progress(of: inputs.count, on: console) }
  }

  /// Checks all and returns the exit code.
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
    progress?.end()
    report?.finish(tally)
    if options.writesBaseline { writeBaseline() }
    if options.showsStatistics, options.format != .text, report != nil {
      // Nothing may mix with what a program reads.
      var statistics = StatisticsReport(console.errors, hasSummary: options.hasSummary)
      statistics.finish(tally)
    }
    if hasFailed { return 2 }
    if options.showsDiff { return hasChanges ? 1 : 0 }
    return tally.hasFailures && !options.writesBaseline ? 1 : 0
  }

  private mutating func writeBaseline() {
    do throws(FileError) {
      let path = try known.write()
      guard options.hasSummary else { return }
      let out = inputs.isStdin || options.format != .text ? console.errors : console.output
      out.write("\(TerminalText.name(path)) knows \(counted(tally.problemCount, "problem")) in ")
      out.write("\(counted(tally.fileCount, "file")).\n")
    } catch {
      fail(known.path, error)
    }
  }

  private mutating func fail(_ name: String, _ error: FileError) {
    hasFailed = true
    console.complain("\(TerminalText.name(name)): \(error.message)")
  }

  // MARK: Batches

  /// Small texts are put together, to be checked at once; a large one is checked by itself.
  private mutating func take(_ input: Input) {
    let task: TextCheck.Task
    do throws(FileError) { task = try known.task(input) } catch { return fail(input.name, error) }
    if options.jobCountMax == 1 || input.bytes.count > TextCheck.byteCountMaxBesideOthers {
      finishBatch()
      finish(TextCheck(task, options))
      return
    }
    batch.append(task)
    let byteCount = batch.reduce(0) { $0 + $1.input.bytes.count }
    if byteCount > 4 * TextCheck.byteCountMaxBesideOthers || batch.count >= 64 { finishBatch() }
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

  /// Mends and reports a text.
  private mutating func finish(_ check: TextCheck) {
    tally.fileCount += 1
    let isMended = put(check)
    if !options.showsDiff { reportProblems(of: check, isMended: isMended) }
    progress?.advance(to: inputs.doneCount)
  }

  private mutating func reportProblems(of check: TextCheck, isMended: Bool) {
    let catalog = isMended ? check.mended?.catalog ?? check.catalog : check.catalog
    report?.begin(file: check.input.name)
    var found = ProblemCounts()
    let take = { (command: inout CheckCommand, problem: ReportedProblem) in
      command.add(problem, in: catalog.text)
      if let key = problem.key { found.add(key) }
    }
    let end: TextCheck.End
    if isMended, let problems = check.problems {
      for problem in problems { take(&self, problem) }
      end = check.gatheredEnd
    } else {
      end = check.forEachProblem(of: catalog) { take(&self, $0) }
    }
    report?.end()
    tally.leftOut += end.leftOut
    tally.goneCount += end.goneCount
    if options.writesBaseline { known.set(found, ofFile: check.input.name) }
  }

  private mutating func add(_ problem: ReportedProblem, in text: LineText) {
    tally.add(problem)
    report?.add(problem, in: text)
  }

  /// Shows, prints or writes what mending made of a text; false where it could not be written and
  /// stays as it was.
  private mutating func put(_ check: TextCheck) -> Bool {
    guard options.scope != nil else { return true }
    let input = check.input
    let mendedCount = check.mended?.fixedCount ?? 0
    let new = mendedCount > 0 ? check.mended?.catalog.text.bytes ?? input.bytes : input.bytes
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
      tally.mendedCount += mendedCount
      tally.mendedFileCount += 1
    }
    return true
  }

  // MARK: Configuration

  /// What is wrong in a configuration file is said in any case: in the report, else on stderr.
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

extension Console {
  /// Says on stderr what is wrong in a configuration file.
  func complain(_ file: ConfigurationFile) {
    var reader = ProblemReader(LineText(ContiguousArray(file.source)))
    complain(file.problems.map { reader.read($0) }, file: file.path)
  }

  /// Says on stderr what is wrong in a configuration file.
  func complain(_ problems: [ReportedProblem], file: String) {
    for problem in problems {
      let place = "\(file):\(problem.place.line):\(problem.place.column)"
      complain("\(place): \(problem.message)")
    }
  }
}
