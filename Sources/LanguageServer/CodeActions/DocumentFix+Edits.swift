import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import ProtocolTypes

extension DocumentFix {
  var kind: CodeActionKind {
    switch self {
    case .fixAll: .fixAll
    case .formatTable: .quickFix
    }
  }

  var title: String {
    switch self {
    case .fixAll: "Fix all safe problems"
    case .formatTable: "Format this table"
    }
  }

  /// The edits.
  ///
  /// - Complexity: O(text × rounds of fixing)
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
