package import JSONText

/// LSP 3.17 *client/registerCapability*: registers a watcher of files.
package struct RegisterFileWatcherParams: JSONEncodable {
  /// The method's name.
  package static let method = "client/registerCapability"

  private let id: String
  private let globPattern: String

  /// A watcher of the files that a glob matches.
  package init(id: String, globPattern: String) {
    self.id = id
    self.globPattern = globPattern
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    let watcher = JSONValue.object([("globPattern", .string(globPattern))])
    let registration = JSONValue.object([
      ("id", .string(id)), ("method", .string("workspace/didChangeWatchedFiles")),
      ("registerOptions", .object([("watchers", .array([watcher]))])),
    ])
    writer.write(.object([("registrations", .array([registration]))]))
  }
}
