import CatalogFeatures
import CatalogModel
import CatalogSchema
import System

/// The options of `check`.
struct CheckOptions {
  let format: ReportFormat
  /// The rules that are reported and fixed.
  let rules: Set<RuleCode>
  /// The rules that `--select` names, nil without it.
  let selectedRules: Set<RuleCode>?
  /// The fixes to apply, nil for none.
  let scope: Fixing.Scope?
  let showsDiff: Bool
  let showsStatistics: Bool
  let hasSummary: Bool
  /// The most files checked at once.
  let jobCountMax: Int
  /// Whether problems are written to the baseline instead of reported.
  let writesBaseline: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    format = try arguments.choice("--output-format", of: ReportFormats.all) ?? .text
    selectedRules = try Self.selectedRules(arguments)
    rules = try Self.rules(arguments, selected: selectedRules)
    showsDiff = arguments.has("--diff")
    showsStatistics = arguments.has("--statistics")
    hasSummary = !arguments.has("--quiet")
    jobCountMax = try arguments.number("--jobs") ?? .max
    writesBaseline = arguments.has("--write-baseline")
    if writesBaseline { try Self.checkBaselineOptions(arguments) }
    if arguments.has("--unsafe-fixes") {
      scope = .unsafe
    } else {
      scope = arguments.has("--fix") || showsDiff ? .safe : nil
    }
  }

  /// A baseline holds all problems.
  private static func checkBaselineOptions(_ arguments: Arguments) throws(UsageError) {
    guard arguments["--baseline"] != nil else {
      throw UsageError(message: "--write-baseline needs --baseline FILE, the file to write")
    }
    let others = ["--diff", "--changed-since", "--select", "--ignore"]
    if let other = others.first(where: arguments.has) {
      throw UsageError(message: "--write-baseline cannot be used with \(other)")
    }
  }

  /// Whether fingerprints and fixes are needed.
  var needsDetail: Bool { format.needsDetail || writesBaseline }

  // MARK: Rules

  private static func selectedRules(_ arguments: Arguments) throws(UsageError) -> Set<RuleCode>? {
    guard let codes = arguments.list("--select") else { return nil }
    // An empty variable of a script must not pass as a clean check.
    if codes.isEmpty { throw UsageError(message: "--select needs at least one rule code") }
    return try rules(codes)
  }

  private static func rules(
    _ arguments: Arguments, selected: Set<RuleCode>?
  ) throws(UsageError) -> Set<RuleCode> {
    let all = RuleRegistry.standard.rules.map(\.code)
    let rules = (selected ?? Set(all)).subtracting(try rules(arguments.list("--ignore") ?? []))
    guard rules.isEmpty else { return rules }
    let codes = all.filter { selected?.contains($0) == true }.map(\.rawValue)
    throw UsageError(
      message: codes.isEmpty
        ? "--ignore names every rule: nothing is left to check"
        : "--ignore names all that --select does (\(codes.joined(separator: ", "))): "
          + "nothing is left to check")
  }

  private static func rules(_ codes: [String]) throws(UsageError) -> Set<RuleCode> {
    Set(
      try codes.map { code throws(UsageError) in
        try RuleRegistry.standard.rule(argument: code).code
      })
  }

  /// Begins the report.
  func report(on out: BufferedOutput) -> any Report {
    if showsStatistics, !format.isForPrograms {
      return StatisticsReport(out: out, hasSummary: hasSummary)
    }
    return format.begin(out, hasSummary)
  }
}

extension RuleRegistry {
  /// The codes as they are typed.
  var codes: [String] { rules.map(\.code.rawValue) }

  /// The rule that an argument names.
  func rule(argument code: String) throws(UsageError) -> Rule {
    if let rule = self[RuleCode(code)] { return rule }
    throw UsageError(
      message: "unknown rule \(TerminalText.name(code)): “mdcatalog rule” lists the rules")
  }
}
