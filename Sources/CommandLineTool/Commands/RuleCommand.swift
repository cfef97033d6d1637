import CatalogModel
import CatalogSchema

/// `mdcatalog rule`: explains one rule, or lists them.
struct RuleCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count <= 1 else { throw UsageError(message: "rule takes one code") }
    guard let code = arguments.operands.first else {
      for rule in RuleCode.allCases { console.print(Self.row(rule)) }
      return 0
    }
    guard let rule = RuleCode(rawValue: code) else {
      throw UsageError(message: "unknown rule \(code); “mdcatalog rule” lists them")
    }
    console.print("\(rule.rawValue) (\(rule.defaultSeverity.name))\n\n\(RuleText.of(rule).text)\n")
    return 0
  }

  private static func row(_ rule: RuleCode) -> String {
    let name = rule.rawValue
    let severity = rule.defaultSeverity.name
    return name + String(repeating: " ", count: max(1, 24 - name.count)) + severity
      + String(repeating: " ", count: max(1, 13 - severity.count)) + RuleText.of(rule).summary
      + "\n"
  }
}
