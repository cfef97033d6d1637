import CatalogData
import CatalogModel
import CatalogSchema
import JSONText

/// `mdcatalog schema init`: prints a configuration inferred from a file's tables, and what is
/// uncertain on stderr.
struct SchemaInit {
  let console: Console

  func run(_ inputs: Inputs) -> Int32 {
    // Inference ignores the configuration in force.
    inputs.readAll(needsConfiguration: false, infer) ? 0 : 2
  }

  private func infer(_ input: Input) {
    let name = TerminalText.name(input.name)
    let catalog = Catalog(utf8: input.bytes, configuration: .standard)
    let schemas = SchemaInference.schemas(of: catalog)
    if schemas.isEmpty { return console.complain("\(name): no tables") }
    for schema in schemas {
      let line = (schema.headerLines.first ?? 0) + 1
      for doubt in schema.doubts { console.complain("\(name):\(line): \(doubt)") }
    }
    console.print(SchemaText.configuration(of: schemas).indentedText)
  }
}
