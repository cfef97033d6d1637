import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// Every safe fix of rows under some schema, by itself and all together.
enum FixesTarget {
  /// Headers and the schemas of their tables.
  private static let settings: [(header: String, configuration: Configuration)] = [
    ("| Dataset | Description | Task | Modality | Dim. |", .standard),
    ("Dataset | Description | Task | Modality", .standard),
    own("\"delimiter\": \"/\",", ", \"mdcatalog:closed\": true"),
    own("\"delimiter\": \", \",", ", \"mdcatalog:closed\": true"),
    own("\"delimiter\": \" · \",", ""),
    own("\"delimiter\": \";\",", ", \"mdcatalog:code\": true"),
  ]

  private static func own(_ delimiter: String, _ flags: String) -> (String, Configuration) {
    let source = """
      { "schema": { "name": "own", "primaryKey": "A", "fields": [
        { "name": "A", "mdcatalog:sorted": true },
        { "name": "B", "type": "list", \(delimiter) "constraints": { "enum": ["Map", "Open map",
          { "prefLabel": "Photo", "altLabel": ["Image"], "hiddenLabel": ["Foto"] }] }\(flags) },
        { "name": "C", "type": "number", "constraints": { "unique": true } },
        { "name": "D", "constraints": { "required": true, "enum": ["Oslo", "Rome"] } },
        { "name": "E", "mdcatalog:startsWithCapital": true, "mdcatalog:noFinalPunctuation": true }
      ] } }
      """
    let read = Configuration.read(Array(source.utf8))
    require(read.problems.isEmpty, "the schema is valid")
    return ("| A | B | C | D | E |", read.configuration)
  }

  static func run(_ input: ContiguousArray<UInt8>) {
    var input = input
    let choice = Int(input.popLast() ?? 0)
    let setting = settings[choice % settings.count]
    let prefix = choice >= 128 ? "> " : ""
    let dashes = setting.header.split(separator: " ").map { $0 == "|" ? "|" : "---" }
      .joined(separator: " ")
    let delimiter = dashes.replacing("--- ---", with: "---")
    var text = ContiguousArray("\(prefix)\(setting.header)\n\(prefix)\(delimiter)\n\(prefix)".utf8)
    text += repaired(input)
    check(Catalog(utf8: text, configuration: setting.configuration))
  }

  private static func check(_ catalog: Catalog) {
    for problem in catalog.problems() {
      require(!problem.range.isEmpty || problem.range.lowerBound.byteColumn == 0, "a problem shows")
      let fault = SafeFixes.fault(of: problem, in: catalog)
      require(fault == nil, "\(fault ?? ""): \(problem)")
    }
    TextTarget.checkFix(of: catalog, .safe)
  }
}
