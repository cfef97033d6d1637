import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// An action whose edits take a look at more than a row, so that they are made when it is chosen.
enum WholeDocumentFix: Sendable, Equatable {
  /// All that can safely be mended.
  case fixAll
  /// The layout of the table with this header line.
  case formatTable(line: Int)

  /// Reads what was left with an action.
  init?(_ data: JSONValue) {
    if let line = data["formatTable"]?.int {
      self = .formatTable(line: line)
    } else if data["fixAll"]?.bool == true {
      self = .fixAll
    } else {
      return nil
    }
  }

  /// What is left with an action of a document.
  func data(uri: String) -> JSONValue {
    switch self {
    case .fixAll: .object([("uri", .string(uri)), ("fixAll", .bool(true))])
    case .formatTable(let line): .object([("uri", .string(uri)), ("formatTable", .int(line))])
    }
  }

  /// LSP's `CodeActionKind`.
  var kind: String {
    switch self {
    case .fixAll: "source.fixAll.mdcatalog"
    case .formatTable: "quickfix"
    }
  }

  var title: String {
    switch self {
    case .fixAll: "Mend all that can safely be mended"
    case .formatTable: "Format this table"
    }
  }

  /// The edits.
  ///
  /// - Complexity: O(text × rounds of mending)
  func edits(
    of catalog: Catalog, _ interruption: Interruption
  ) throws(Interrupted) -> [TextEdit] {
    switch self {
    case .fixAll:
      let fixed = try Fixing.fixed(catalog, .safe, interruption).catalog
      return try LineDifference.edits(from: catalog.text, to: fixed.text, interruption)
    case .formatTable(let line):
      guard let table = catalog.table(atLine: line) else { return [] }
      return try Formatting.edits(
        in: catalog, style: catalog.configuration.style, lines: table.lines, interruption)
    }
  }

  /// Bytes of text that the edits may touch.
  func byteCount(in catalog: Catalog) -> Int {
    switch self {
    case .fixAll: catalog.text.byteCount
    case .formatTable(let line):
      catalog.table(atLine: line).map { catalog.text.byteCount(ofLines: $0.lines) } ?? 0
    }
  }
}
