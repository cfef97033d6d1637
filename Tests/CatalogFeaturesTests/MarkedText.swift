import CatalogModel
import CatalogSchema
import LineStore

/// A document written as an editor shows it: `▮` is the cursor.
struct MarkedText {
  static let header = """
    | Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |
    |---|---|---|---|---|

    """

  /// A configuration whose key is in the last column.
  static let keyInLastColumn = """
    { "vocabularies": [{ "name": "v", "concepts": ["Big", "Small"] }],
      "schema": { "primaryKey": "tool", "fields": [{ "name": "note" },
        { "name": "size", "mdcatalog:vocabulary": "v" },
        { "name": "tool", "mdcatalog:link": true }] } }
    """

  let catalog: Catalog
  /// The cursor, if the text has one.
  private(set) var cursor = TextPosition(line: 0, byteColumn: 0)

  /// A document with its configuration in JSON.
  init(_ text: String, configuration: String = "{}") {
    var lines: [String] = []
    for (line, content) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = content.split(separator: "▮", omittingEmptySubsequences: false)
      if parts.count == 2 {
        cursor = TextPosition(line: line, byteColumn: parts[0].utf8.count)
      }
      lines.append(parts.joined())
    }
    catalog = Catalog(
      utf8: ContiguousArray(lines.joined(separator: "\n").utf8),
      configuration: .read(Array(configuration.utf8)).configuration)
  }

  /// A document of rows under the header of dataset lists.
  init(rows: String) { self.init(Self.header + rows) }

  /// The whole text.
  var text: String { String(decoding: catalog.text.bytes, as: UTF8.self) }

  /// A line of the text.
  func line(_ number: Int) -> String { String(decoding: catalog.text.line(number), as: UTF8.self) }

  /// A line after some of its bytes are replaced.
  func line(_ number: Int, replacing columns: Range<Int>, by text: String) -> String {
    var bytes = Array(catalog.text.line(number))
    bytes.replaceSubrange(columns, with: text.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of some bytes of a line.
  func text(_ line: Int, _ columns: Range<Int>) -> String {
    String(decoding: catalog.text.line(line)[columns], as: UTF8.self)
  }
}
