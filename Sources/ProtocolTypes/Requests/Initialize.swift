package import JSONText

/// LSP 3.17 *initialize*.
package enum InitializeRequest: Request {
  package static let method = "initialize"

  /// LSP 3.17 *InitializeParams*.
  package struct Params: JSONDecodable {
    /// What the client can do.
    package let capabilities: ClientCapabilities
    /// The user's settings.
    package let settings: ClientSettings
    /// The process to end with.
    package let processID: Int?
    /// The URI of the folder that is open in the client.
    package let rootURI: String?
    /// The same as a path, from clients that send no URI.
    package let rootPath: String?

    /// Reads the parameters; of several workspace folders, the first.
    package init(_ json: JSONValue) throws(InvalidParams) {
      capabilities = ClientCapabilities(json["capabilities"])
      settings = ClientSettings(json["initializationOptions"])
      processID = json["processId"]?.int
      let folder = json["workspaceFolders"]?.array?.first?["uri"] ?? json["rootUri"]
      rootURI = folder?.string
      rootPath = json["rootPath"]?.string
    }
  }

  /// LSP 3.17 *InitializeResult*.
  package struct Result: ObjectEncodable {
    /// The result as JSON.
    package let json: JSONObject

    /// A result from its parts.
    package init(capabilities: ServerCapabilities, version: String) {
      let server: JSONObject = ["name": "mdcatalog", "version": version]
      json = ["capabilities": capabilities, "serverInfo": server]
    }
  }
}
