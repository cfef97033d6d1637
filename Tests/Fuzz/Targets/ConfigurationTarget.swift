import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore

/// Bytes as JSON, as a configuration and as a schema, and a catalog read by what they say.
enum ConfigurationTarget {
  private static let rows = """
    | [B](https://b.org) | see A | Segmentaton, CT | MRI/CT | 2d |
    | [A](https://a.org) | x | Detection | a1 | b2 | c |
    | [A](https://a.org) | | x;y | Y | |

    """

  static func run(_ input: ContiguousArray<UInt8>) {
    var input = input
    let checks = Checks(takenFrom: &input)
    let ofFile = Configuration.read(Array(input))
    let ofSchema = Configuration.readSchema(Array(input))
    for problem in ofFile.problems + ofSchema.problems {
      let place = problem.byteRange
      require(
        0 <= place.lowerBound && place.upperBound <= input.count,
        "a problem stands in the file: \(problem)")
    }
    guard let value = try? JSONReader.parse(input), value.object != nil else { return }
    checkJSON(value)
    if checks.contains(0) { check(ofFile.configuration, Configuration.standard.schemas[0], checks) }
    if checks.contains(1) {
      check(ofSchema.configuration, ofSchema.configuration.schemas[0], checks)
    }
  }

  /// What was read and written once is written the same again.
  private static func checkJSON(_ value: JSONValue) {
    let written = JSONWriter.bytes(of: value)
    guard let again = try? JSONReader.parse(written) else {
      return require(false, "what is written can be read")
    }
    require(JSONWriter.bytes(of: again) == written, "JSON stays")
  }

  /// A catalog with the columns of a schema, read by a configuration.
  private static func check(_ configuration: Configuration, _ schema: Schema, _ checks: Checks) {
    let headers = schema.columns.prefix(8).map { $0.title.isEmpty ? $0.name : $0.title }
    let header = "|" + headers.map { $0 + "|" }.joined() + "\n|"
    let text = header + headers.map { _ in "-|" }.joined() + "\n" + rows
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration)
    if checks.contains(2) { TextTarget.checkProblems(of: catalog) }
    if checks.contains(3) {
      _ = Formatting.edits(in: catalog, style: catalog.configuration.style)
    }
    if checks.contains(4) { _ = Fixing.fixed(catalog, .unsafe) }
    if checks.contains(5) { askHovers(in: catalog) }
  }

  private static func askHovers(in catalog: Catalog) {
    for line in 0..<catalog.text.lineCount {
      let place = TextPosition(line: line, byteColumn: 24)
      _ = try? Hover.card(at: place, in: catalog, .never)
    }
  }
}
