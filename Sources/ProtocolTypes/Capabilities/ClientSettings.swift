package import JSONText

/// The user's settings (LSP 3.17 *InitializeParams*, `initializationOptions`).
package struct ClientSettings: Sendable {
  /// Whether the server formats a document that is saved; most editors do that themselves.
  package var formatsOnSave = false
  /// Whether each cell shows its column's name.
  package var showsColumnHints = false

  /// The defaults.
  package init() {}

  /// Reads `initializationOptions`; unknown members are ignored.
  package init(_ value: JSONValue?) {
    formatsOnSave = value?["formatOnSave"]?.bool ?? false
    showsColumnHints = value?["columnHints"]?.bool ?? false
  }
}
