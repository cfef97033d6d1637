import CatalogFeatures
import CatalogModel
import LineStore
import ProtocolTypes

/// A document as it is when a request's turn comes, with what its client understands.
struct DocumentSnapshot: PositionConverting, Sendable {
  let document: Document
  let client: ClientCapabilities

  var uri: String { document.uri }
  var encoding: PositionEncoding { document.encoding }
  var catalog: Catalog { document.catalog }
  var text: LineText { document.text }
  var byteCount: Int { catalog.text.byteCount }

  /// The client's form of a dataset's name.
  func range(_ place: DatasetPlaces.Place) -> DocumentRange {
    range(place.line, place.byteColumns)
  }

  /// A dataset's name.
  func location(_ place: DatasetPlaces.Place) -> Location {
    Location(uri: uri, range: range(place))
  }

  /// The client's form of edits of this document.
  func workspaceEdit(
    _ edits: [TextEdit], _ interruption: Interruption = .never
  ) throws(Interrupted) -> WorkspaceEdit {
    var converted: [DocumentEdit] = []
    for (index, edit) in edits.enumerated() {
      if index % 64 == 0 { try interruption.check() }
      converted.append(self.edit(edit))
    }
    return WorkspaceEdit(
      uri: uri, version: document.version, edits: converted,
      isVersioned: client.hasDocumentChanges)
  }
}

/// A position in a document that a request asks about.
struct DocumentPlace: Sendable {
  let document: DocumentSnapshot
  let position: TextPosition

  var catalog: Catalog { document.catalog }
  /// Bytes of its line.
  var byteCount: Int { catalog.text.byteCount(ofLine: position.line) }
}

extension DocumentSnapshot {
  /// The lines that a client's range touches, without a last line of which it holds nothing.
  func lines(of range: DocumentRange) -> Range<Int> {
    let range = self.range(range)
    let holdsLast = range.upperBound.byteColumn > 0 || range.isEmpty
    let end = range.upperBound.line + (holdsLast ? 1 : 0)
    return range.lowerBound.line..<max(range.lowerBound.line + 1, end)
  }
}
