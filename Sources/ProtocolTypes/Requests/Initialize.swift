package import JSONText

/// LSP 3.17 *initialize*.
package enum InitializeRequest: Request {
  package static let method = "initialize"

  /// LSP 3.17 *InitializeParams*.
  package struct Params: JSONDecodable {
    /// What the client can do.
    package var capabilities: ClientCapabilities
    /// The user's settings.
    package var settings: ClientSettings
    /// The process to end with.
    package var processID: Int?
    /// The URI of the folder that is open in the client.
    package var rootURI: String?
    /// The same as a path, from clients that send no URI.
    package var rootPath: String?

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
  package struct Result: JSONEncodable {
    /// What the server can do.
    package var capabilities: ServerCapabilities
    /// The server's version.
    package var version: String

    /// A result from its parts.
    package init(capabilities: ServerCapabilities, version: String) {
      self.capabilities = capabilities
      self.version = version
    }

    /// Writes the result.
    package func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("capabilities", capabilities)
        writer.key("serverInfo")
        writer.object {
          $0.member("name", "mdcatalog")
          $0.member("version", version)
        }
      }
    }
  }
}
