import CatalogModel
import CatalogFeatures
import CatalogSchema

/// What `check` was asked for.
struct CheckOptions {
  let format: ReportFormat
  /// The rules that are reported and mended.
  let rules: RuleSet
  /// Which fixes are done, nil for none.
  let scope: Fixing.Scope?
  let showsDiff: Bool
  let showsStatistics: Bool
  let hasSummary: Bool
  /// How many files are checked at once, at most.
  let jobCountMax: Int
  /// Whether problems are put into the baseline, not reported.
  let writesBaseline: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    format = try arguments.format("--output-format") ?? .text
    rules = try Self.rules(arguments)
    showsDiff = arguments.has("--diff")
    showsStatistics = arguments.has("--statistics")
    hasSummary = !arguments.has("--quiet")
    jobCountMax = try Self.jobCount(arguments["--jobs"])
    writesBaseline = arguments.has("--write-baseline")
    if writesBaseline { try Self.checkBaselineOptions(arguments) }
    if arguments.has("--unsafe-fixes") {
      scope = .unsafe
    } else {
      scope = arguments.has("--fix") || showsDiff ? .safe : nil
    }
  }

  private static func jobCount(_ text: String?) throws(UsageError) -> Int {
    guard let text else { return .max }
    guard let number = Int(text), number > 0 else {
      throw UsageError(message: "--jobs takes a number from 1, not \(text)")
    }
    return number
  }

  /// A baseline has all problems there are.
  private static func checkBaselineOptions(_ arguments: Arguments) throws(UsageError) {
    guard arguments["--baseline"] != nil else {
      throw UsageError(message: "--write-baseline needs --baseline FILE, the file to write")
    }
    let others = ["--diff", "--changed-since", "--select", "--ignore"]
    if let other = others.first(where: arguments.has) {
      throw UsageError(message: "--write-baseline and \(other) exclude each other")
    }
  }

  /// Whether somebody needs fingerprints and fixes.
  var needsDetail: Bool { format == .sarif || writesBaseline }

  private static func rules(_ arguments: Arguments) throws(UsageError) -> RuleSet {
    var selected = RuleSet { _ in true }
    if let codes = arguments.list("--select") {
      // An empty list is an empty variable of a script, and would find nothing for ever.
      if codes.isEmpty { throw UsageError(message: "--select needs at least one rule code") }
      selected = try rules(codes)
    }
    return selected.subtracting(try rules(arguments.list("--ignore") ?? []))
  }

  private static func rules(_ codes: [String]) throws(UsageError) -> RuleSet {
    var rules: RuleSet = []
    for code in codes {
      guard let rule = RuleCode(rawValue: code) else {
        throw UsageError(message: "unknown rule \(code); “mdcatalog rule” lists them")
      }
      rules.insert(rule)
    }
    return rules
  }

  /// The report that is asked for.
  func report(on out: BufferedOutput) -> any Report {
    switch format {
    case .json: JSONReport(out)
    case .github: GitHubReport(out)
    case .sarif: SARIFReport(out)
    case .junit: JUnitReport(out)
    case .text where showsStatistics: StatisticsReport(out, hasSummary: hasSummary)
    case .text: TextReport(out, hasSummary: hasSummary)
    }
  }
}
