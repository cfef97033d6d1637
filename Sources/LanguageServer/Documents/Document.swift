import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import ProtocolTypes

/// An open document.
struct Document: Sendable {
  /// As the client writes it.
  let uri: String
  /// The client's number for the text.
  var version: Int?
  /// The text and what is known of it.
  var catalog: Catalog
  /// The text of the configuration file that it is read by.
  var configurationSource: [UInt8]?
  /// Counts what diagnostics depend on, for `resultId`.
  var revision = 0
  /// Whether diagnostics of this text are still to be sent.
  var needsDiagnostics = true

  /// Applies a client's change.
  mutating func apply(_ change: ContentChange, _ converter: PositionConverter) {
    switch change {
    case .whole(let text):
      if catalog.text.byteCount == text.utf8.count,
        catalog.text.bytes.elementsEqual(text.utf8)
      {
        break
      }
      catalog = Catalog(
        utf8: ContiguousArray(text.utf8), configuration: catalog.configuration)
    case .part(let range, let text):
      let place = converter.range(range, in: catalog.text)
      catalog.apply(
        TextEdit(
          start: place.lowerBound, end: place.upperBound, replacement: Array(text.utf8)))
    }
    revision += 1
    needsDiagnostics = true
  }

  /// Reads the text under another configuration.
  mutating func use(_ configuration: Configuration) {
    catalog = Catalog(catalog.text, configuration: configuration)
    revision += 1
    needsDiagnostics = true
  }
}
