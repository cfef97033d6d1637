import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore

/// Bytes as JSON, as a configuration and as a schema, and a catalog that is read with them.
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
    let ofSchema = Configuration.read(Array(input), as: .schema)
    for problem in ofFile.problems + ofSchema.problems {
      let place = problem.byteRange
      require(
        0 <= place.lowerBound && place.upperBound <= input.count,
        "a problem must be in the file: \(problem)")
    }
    guard let value = try? JSONReader.parse(input), value.object != nil else { return }
    checkJSON(value)
    check(ofFile.configuration, by: Configuration.standard.schemas[0]) { kind in
      checks.contains(kind, of: 8)
    }
    check(ofSchema.configuration, by: ofSchema.configuration.schemas[0]) { kind in
      checks.contains(4 + kind, of: 8)
    }
  }

  /// JSON that was read and written once is then written in the same way.
  private static func checkJSON(_ value: JSONValue) {
    let written = JSONWriter.bytes(of: value)
    guard let again = try? JSONReader.parse(written) else {
      return require(false, "what is written can be read")
    }
    require(JSONWriter.bytes(of: again) == written, "JSON stays")
  }

  /// Checks a catalog with the columns of a schema and a configuration.
  private static func check(
    _ configuration: Configuration, by schema: Schema, _ isWanted: (Int) -> Bool
  ) {
    let checks = [
      TextTarget.checkProblems,
      { _ = Formatting.edits(in: $0, style: configuration.style) },
      { TextTarget.checkFix(of: $0, .unsafe) },
      askHovers,
    ]
    let wanted = checks.indices.filter(isWanted)
    if wanted.isEmpty { return }
    let headers = schema.columns.prefix(8).map { $0.title.isEmpty ? $0.name : $0.title }
    let header = "|" + headers.map { $0 + "|" }.joined() + "\n|"
    let text =
      header + headers.map { _ in "-|" }.joined() + "\n" + rows
      + "|" + schema.columns.prefix(8).map { list(of: $0, in: schema) + "|" }.joined() + "\n"
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration)
    for check in wanted { checks[check](catalog) }
  }

  /// A cell with the first terms of a column.
  private static func list(of column: Column, in schema: Schema) -> String {
    let terms = schema.vocabulary(of: column)?.terms.prefix(2) ?? []
    return terms.map(\.cellLabel).joined(separator: column.delimiter)
  }

  private static func askHovers(in catalog: Catalog) {
    for line in 0..<catalog.text.lineCount {
      let place = TextPosition(line: line, byteColumn: 24)
      _ = try? Hover.card(at: place, in: catalog, .never)
    }
  }
}
