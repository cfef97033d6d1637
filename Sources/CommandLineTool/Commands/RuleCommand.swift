import CatalogModel
import CatalogSchema

/// `mdcatalog rule`: explains one rule, or lists all.
struct RuleCommand: Command {
  static let description = CommandDescription(
    name: "rule", operands: "[CODE]", summary: "Explain a rule, or list all",
    operandValues: [.words(RuleCode.allCases.map(\.rawValue))])

  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation) {
    arguments = invocation.arguments
    console = invocation.console
  }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError(message: "rule takes one code") }
    guard let code = arguments.operands.first else {
      for rule in RuleCode.allCases { console.print(Self.row(rule)) }
      return 0
    }
    let rule = try RuleCode(argument: code)
    console.print("\(rule.rawValue) (\(rule.defaultSeverity.name))\n\n")
    for line in RuleText.of(rule).text.split(separator: "\n", omittingEmptySubsequences: false) {
      console.print(Self.wrapped(line))
    }
    return 0
  }

  /// The column that prose is wrapped at.
  private static let columnsMax = 80

  /// A wrapped paragraph; examples are not wrapped.
  private static func wrapped(_ paragraph: Substring) -> String {
    if paragraph.hasPrefix("Bad:") || paragraph.hasPrefix("Good:") { return paragraph + "\n" }
    var text = ""
    var column = 0
    for word in paragraph.split(separator: " ") {
      if column > 0, column + 1 + word.count > columnsMax {
        text += "\n"
        column = 0
      }
      text += (column > 0 ? " " : "") + word
      column += (column > 0 ? 1 : 0) + word.count
    }
    return text + "\n"
  }

  private static func row(_ rule: RuleCode) -> String {
    let name = rule.rawValue
    let severity = rule.defaultSeverity.name
    return name + String(repeating: " ", count: max(1, 24 - name.count)) + severity
      + String(repeating: " ", count: max(1, 13 - severity.count)) + RuleText.of(rule).summary
      + "\n"
  }
}
