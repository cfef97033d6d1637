package import JSONText

/// The user's settings (LSP 3.17 *InitializeParams*, `initializationOptions`).
package struct ClientSettings: Sendable {
  /// Whether the server formats a document that is saved; most editors do that themselves.
  package let formatsOnSave: Bool
  /// Whether each cell shows its column's name.
  package let showsColumnHints: Bool

  /// Reads `initializationOptions`; unknown members are ignored, and missing ones are off.
  package init(_ value: JSONValue? = nil) {
    formatsOnSave = value?["formatOnSave"]?.bool ?? false
    showsColumnHints = value?["columnHints"]?.bool ?? false
  }
}
