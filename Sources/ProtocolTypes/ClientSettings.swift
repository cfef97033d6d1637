package import JSONText

/// What a user may ask of the server in the editor's settings (LSP 3.17 *InitializeParams*,
/// `initializationOptions`).
package struct ClientSettings: Sendable {
  /// Whether the server formats what is saved; most editors do that themselves.
  package var formatsOnSave = false
  /// Whether each cell shows its column's name.
  package var showsColumnHints = false

  /// What holds where nothing was asked.
  package init() {}

  /// Reads `initializationOptions`; what is no setting is left aside.
  package init(_ value: JSONValue?) {
    formatsOnSave = value?["formatOnSave"]?.bool ?? false
    showsColumnHints = value?["columnHints"]?.bool ?? false
  }
}
