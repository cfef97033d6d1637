import CatalogModel
import CatalogSchema

/// `mdcatalog rule`: explains one rule, or lists all.
struct RuleCommand: Command {
  static let description = CommandDescription(
    name: "rule", operands: "[CODE]", summary: "Explain a rule, or list all",
    operandValues: [.words(RuleRegistry.standard.codes)])

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError(message: "rule takes one code") }
    guard let code = arguments.operands.first else {
      for rule in RuleRegistry.standard.rules { console.print(Self.row(rule)) }
      return 0
    }
    let rule = try RuleRegistry.standard.rule(argument: code)
    console.print("\(code) (\(rule.severity.name))\n\n")
    for line in RuleText.of(rule.code).text.split(separator: "\n", omittingEmptySubsequences: false)
    {
      console.print(Self.wrapped(line))
    }
    return 0
  }

  /// The column that prose is wrapped at.
  private static let columnsMax = 80

  /// A wrapped paragraph; examples are not wrapped.
  private static func wrapped(_ paragraph: Substring) -> String {
    if paragraph.hasPrefix("Bad:") || paragraph.hasPrefix("Good:") { return paragraph + "\n" }
    var lines = [""]
    for word in paragraph.split(separator: " ") {
      let longer =
        lines[lines.count - 1].isEmpty ? String(word) : "\(lines[lines.count - 1]) \(word)"
      if longer.count <= columnsMax {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ rule: Rule) -> String {
    (rule.code.rawValue + " ").padded(to: 24) + (rule.severity.name + " ").padded(to: 13)
      + RuleText.of(rule.code).summary + "\n"
  }
}
