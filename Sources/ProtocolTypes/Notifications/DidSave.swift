package import JSONText

/// LSP 3.17 *textDocument/didSave*.
package enum DidSaveNotification: Notification {
  package static let method = "textDocument/didSave"
  package static let capability: String? = "textDocumentSync.save"
  package typealias Params = NoParams

  /// LSP 3.17 *SaveOptions*.
  package struct Options: CapabilityOptions {
    /// The text is not asked for.
    package init() {}

    /// The options as JSON.
    package var json: JSONValue { .object([("includeText", .bool(false))]) }
  }
}
