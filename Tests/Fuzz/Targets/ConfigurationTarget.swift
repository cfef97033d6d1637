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
    check(ofFile.configuration, by: Configuration.standard.schemas[0])
    check(ofSchema.configuration, by: ofSchema.configuration.schemas[0])
  }

  /// What was read and written once is written the same again.
  private static func checkJSON(_ value: JSONValue) {
    let written = JSONWriter.bytes(of: value)
    guard let again = try? JSONReader.parse(written) else {
      return require(false, "what is written can be read")
    }
    require(JSONWriter.bytes(of: again) == written, "JSON stays")
  }

  private static func check(_ configuration: Configuration, by schema: Schema) {
    let headers = schema.columns.prefix(8).map { $0.title.isEmpty ? $0.name : $0.title }
    let header = "|" + headers.map { $0 + "|" }.joined() + "\n|"
    let text = header + headers.map { _ in "-|" }.joined() + "\n" + rows
    check(Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration))
  }

  private static func check(_ catalog: Catalog) {
    TextTarget.checkProblems(of: catalog)
    _ = Formatting.edits(in: catalog, style: catalog.configuration.style)
    _ = Fixing.fixed(catalog, .unsafe)
    for line in 0..<catalog.text.lineCount {
      let place = TextPosition(line: line, byteColumn: 24)
      _ = try? Hover.card(at: place, in: catalog, .never)
    }
  }
}
