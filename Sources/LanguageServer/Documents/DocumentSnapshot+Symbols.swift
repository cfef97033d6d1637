import CatalogFeatures
import ProtocolTypes

extension DocumentSnapshot {
  /// A table or row as a symbol with ranges.
  func symbol(_ entry: Outline.Entry, _ kind: SymbolKind) -> Symbol {
    Symbol(
      name: Self.shown(entry.name), kind: kind, detail: Self.shown(entry.detail),
      range: range(entry.range), selectionRange: range(entry.nameRange))
  }

  /// A table or row as a symbol with a location.
  func flatSymbol(
    _ entry: Outline.Entry, _ kind: SymbolKind, in container: String? = nil
  ) -> Symbol {
    Symbol(
      name: Self.shown(entry.name), kind: kind,
      location: Location(uri: uri, range: range(entry.range)), containerName: container)
  }

  /// A name or detail as it is sent.
  static func shown(_ text: String) -> String {
    text.cut(toByteCount: ServerLimits.titleByteCountMax)
  }
}
