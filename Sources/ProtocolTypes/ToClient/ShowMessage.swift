/// LSP 3.17 *window/showMessage*, for errors alone.
package struct ShowErrorParams: ObjectEncodable {
  /// The method's name.
  package static let method = "window/showMessage"
  /// LSP 3.17 *MessageType*.
  private static let error = 1

  /// The parameters as JSON.
  package let json: JSONObject

  /// Parameters with the text to show.
  package init(message: String) { json = ["type": Self.error, "message": message] }
}
