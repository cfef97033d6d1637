/// LSP 3.17 *client/registerCapability*: registers a watcher of files.
package struct RegisterFileWatcherParams: ObjectEncodable {
  /// The method's name.
  package static let method = "client/registerCapability"

  /// The parameters as JSON.
  package let json: JSONObject

  /// A watcher of the files that a glob matches.
  package init(id: String, globPattern: String) {
    let watchers: JSONObject = ["watchers": [["globPattern": globPattern] as JSONObject]]
    let registration: JSONObject = [
      "id": id, "method": DidChangeWatchedFilesNotification.method, "registerOptions": watchers,
    ]
    json = ["registrations": [registration]]
  }
}
