import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// `mdcatalog check`: reports problems, and mends them.
struct CheckCommand {
  let arguments: Arguments
  let console: Console
  private let format: ReportFormat
  private let selected: Set<RuleCode>
  private var reported: [ReportedProblem] = []
  private var hasFailed = false
  private var hasChanges = false

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    let name = arguments["--output-format"] ?? "text"
    guard let format = ReportFormat(rawValue: name) else {
      let names = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(message: "unknown output format \(name); formats are \(names)")
    }
    self.format = format
    var selected = Set(RuleCode.allCases)
    if let codes = arguments["--select"] { selected = try Self.rules(codes) }
    if let codes = arguments["--ignore"] { selected.subtract(try Self.rules(codes)) }
    self.selected = selected
  }

  private static func rules(_ codes: String) throws(UsageError) -> Set<RuleCode> {
    var rules: Set<RuleCode> = []
    for code in codes.split(separator: ",") {
      let code = code.filter { $0 != " " }
      guard let rule = RuleCode(rawValue: code) else {
        throw UsageError(message: "unknown rule \(code); “mdcatalog rule” lists them")
      }
      rules.insert(rule)
    }
    return rules
  }

  private var scope: Fixing.Scope? {
    if arguments.has("--unsafe-fixes") { return .unsafe }
    return arguments.has("--fix") || arguments.has("--diff") ? .safe : nil
  }

  mutating func run() throws(UsageError) -> Int32 {
    let inputs = try Inputs(arguments, console)
    var configurations = try Configurations(schemaFile: arguments["--schema"])
    hasFailed = inputs.hasFailed
    for input in inputs.all {
      check(input, configurations.configuration(of: input), isStdin: inputs.isStdin)
    }
    if !configurations.problems.isEmpty {
      hasFailed = true
      reported += configurations.problems.filter { selected.contains($0.rule) }
    }
    if !arguments.has("--diff") {
      report(files: inputs.all.map(\.name), onStderr: inputs.isStdin && scope != nil)
    }
    if hasFailed { return 2 }
    if arguments.has("--diff") { return hasChanges ? 1 : 0 }
    return reported.contains { $0.severity <= .warning } ? 1 : 0
  }

  private mutating func check(_ input: Input, _ configuration: Configuration, isStdin: Bool) {
    var catalog = Catalog(utf8: ContiguousArray(input.bytes), configuration: configuration)
    if let scope {
      let rules = selected
      catalog = Fixing.fixed(catalog, scope) { rules.contains($0.rule) }
      put(Array(catalog.text.bytes), input, isStdin)
    }
    for problem in catalog.problems() where selected.contains(problem.rule) {
      reported.append(ReportedProblem(problem, in: catalog.text, file: input.name))
    }
  }

  /// Shows, prints or writes the mended text.
  private mutating func put(_ new: [UInt8], _ input: Input, _ isStdin: Bool) {
    if new != input.bytes { hasChanges = true }
    if arguments.has("--diff") {
      console.write(UnifiedDiff.between(input.bytes, new, file: input.name))
    } else if isStdin {
      console.write(new)
    } else if new != input.bytes, let file = input.file {
      do { try file.replace(with: new) } catch {
        hasFailed = true
        console.complain("\(input.name): \(error.message)")
      }
    }
  }

  private mutating func report(files: [String], onStderr: Bool) {
    reported.sort { left, right in
      let files = (Array(left.file.utf8), Array(right.file.utf8))
      if files.0 != files.1 { return files.0.lexicographicallyPrecedes(files.1) }
      return (left.line, left.column, left.rule.rawValue)
        < (right.line, right.column, right.rule.rawValue)
    }
    let bytes = reportBytes(files)
    if onStderr { console.note(bytes) } else { console.write(bytes) }
  }

  private func reportBytes(_ files: [String]) -> [UInt8] {
    switch format {
    case .json: return MachineReports.json(reported)
    case .github: return MachineReports.github(reported)
    case .sarif: return MachineReports.sarif(reported)
    case .junit: return MachineReports.junit(reported, files: files)
    case .text:
      var report = TextReport(usesColor: console.usesColor)
      if arguments.has("--statistics") { return Array(statistics.utf8) }
      for problem in reported { report.add(problem) }
      if !arguments.has("--quiet"), !files.isEmpty {
        report.addSummary(reported, fileCount: files.count)
      }
      return Array(report.text.utf8)
    }
  }

  /// The number of problems of each rule, the most frequent first.
  private var statistics: String {
    let counts = Dictionary(grouping: reported, by: \.rule)
    let order = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return order.map { rule, problems in
      let number = String(problems.count)
      let fixable = problems.count(where: \.isFixable)
      let pad = String(repeating: " ", count: max(0, 6 - number.count))
      return pad + number + "  " + rule.rawValue + (fixable > 0 ? "  (\(fixable) with --fix)" : "")
        + "\n"
    }.joined()
  }
}
