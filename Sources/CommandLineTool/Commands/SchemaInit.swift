import CatalogData
import CatalogModel
import CatalogSchema
import JSONText

/// `mdcatalog schema init`: prints a configuration inferred from a file's tables, and what is
/// uncertain on stderr.
struct SchemaInit {
  let console: Console

  func run(_ inputs: Inputs) -> Int32 {
    var isWhole = true
    // Inference ignores what the configuration in force says.
    let isRead = inputs.readAll { isWhole = infer($0) && isWhole }
    return isRead && isWhole ? 0 : 2
  }

  /// Prints the configuration of a file, if it has tables; returns whether there is a valid one.
  private func infer(_ input: Input) -> Bool {
    let name = TerminalText.name(input.name)
    console.warnOfConflict(
      in: Catalog(utf8: input.bytes, configuration: Configuration.standard.forLayout), name)
    let proposed = ProposedConfiguration(for: input.bytes)
    let schemas = proposed.schemas
    if schemas.isEmpty { console.complain("\(name): no tables") }
    for schema in schemas {
      let line = (schema.headerLines.first ?? 0) + 1
      for doubt in schema.doubts { console.complain("\(name):\(line): \(doubt)") }
    }
    for doubt in proposed.doubts { console.complain("\(name): \(doubt)") }
    if schemas.allSatisfy(\.columns.isEmpty) { return schemas.isEmpty }
    if let problem = proposed.problem {
      console.complain("\(name): no valid configuration describes the tables: \(problem)")
      return false
    }
    console.print(proposed.text)
    return true
  }
}
