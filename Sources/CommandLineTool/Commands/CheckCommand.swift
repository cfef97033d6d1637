import CatalogFeatures
import CatalogModel
import CatalogSchema
import LanguageServer
import LineStore

/// `mdcatalog check`: reports problems, and mends them, file after file.
struct CheckCommand {
  private let console: Console
  private let options: CheckOptions
  private var inputs: Inputs
  /// nil where the diff owns stdout.
  private var report: (any Report)?
  private var tally = Tally()
  private var hasFailed = false
  private var hasChanges = false

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.console = console
    options = try CheckOptions(arguments)
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    inputs = try Inputs(arguments, configurations, console)
    let isTextOnOutput = inputs.isStdin && options.scope != nil
    if !options.showsDiff {
      report = options.report(on: isTextOnOutput ? console.errors : console.output)
    }
  }

  /// Checks all and returns the exit code.
  mutating func run() throws(UsageError) -> Int32 {
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): check(input)
      case .brokenConfiguration(let file): check(file)
      case .unreadable(let name, let reason):
        hasFailed = true
        tally.unreadableCount += 1
        report?.addUnreadable(name, reason: reason)
      }
    }
    report?.finish(tally)
    if options.showsStatistics, options.format != .text, report != nil {
      // Nothing may mix with what a program reads.
      var statistics = StatisticsReport(console.errors, hasSummary: options.hasSummary)
      statistics.finish(tally)
    }
    if hasFailed { return 2 }
    if options.showsDiff { return hasChanges ? 1 : 0 }
    return tally.hasFailures ? 1 : 0
  }

  // MARK: Texts

  private mutating func check(_ input: Input) {
    tally.fileCount += 1
    var catalog = Catalog(
      utf8: input.bytes, configuration: input.configuration.configuration)
    if let scope = options.scope { mend(&catalog, scope, input) }
    guard report != nil else { return }
    report?.begin(file: input.name)
    var reader = ProblemReader(catalog.text)
    catalog.forEachProblem { problem in
      if options.rules.contains(problem.rule) { add(reader.read(problem), in: catalog.text) }
    }
    report?.end()
  }

  private mutating func add(_ problem: ReportedProblem, in text: LineText) {
    tally.add(problem)
    report?.add(problem, in: text)
  }

  /// Mends a text and shows, prints or writes it; the catalog stays as it was where that fails.
  private mutating func mend(_ catalog: inout Catalog, _ scope: Fixing.Scope, _ input: Input) {
    var outcome = Fixing.Outcome(catalog: catalog)
    if !input.configuration.isBroken {
      let rules = options.rules
      outcome = Fixing.fixed(catalog, scope) { rules.contains($0.rule) }
    }
    let new = outcome.mendedCount > 0 ? outcome.catalog.text.bytes : input.bytes
    let isChanged = outcome.mendedCount > 0 && new != input.bytes
    if options.showsDiff {
      if isChanged { hasChanges = true }
      UnifiedDiff.write(from: input.bytes, to: new, file: input.name, to: console.output)
      return
    }
    if inputs.isStdin {
      console.output.write(new.span)
    } else if isChanged, let file = input.file {
      do throws(FileError) { try FileReplacement.replace(file, with: new) } catch {
        hasFailed = true
        console.complain("\(TerminalText.name(input.name)): \(error.message)")
        return
      }
    }
    catalog = outcome.catalog
    if isChanged {
      tally.mendedCount += outcome.mendedCount
      tally.mendedFileCount += 1
    }
  }

  // MARK: Configuration

  /// What is wrong in a configuration file is said in any case: in the report, else on stderr.
  private mutating func check(_ file: ConfigurationFile) {
    hasFailed = true
    let text = LineText(ContiguousArray(file.source))
    var reader = ProblemReader(text)
    let problems = file.problems.map { reader.read($0) }
    guard report != nil, options.rules.contains(.invalidConfiguration) else {
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
