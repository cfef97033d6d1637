package import JSONText

/// What a client sends back to resolve an action.
package struct CodeActionData: JSONDecodable, ObjectEncodable {
  /// The document.
  package let uri: String
  /// The fix.
  package let fix: DocumentFix

  /// Data from its parts.
  package init(uri: String, fix: DocumentFix) {
    self.uri = uri
    self.fix = fix
  }

  /// Reads the data.
  package init(_ json: JSONValue) throws(InvalidParams) {
    guard let uri = json["uri"]?.string else { throw .missing("data.uri") }
    self.uri = uri
    if let line = json["formatTable"]?.int {
      fix = .formatTable(line: line)
    } else if json["fixAll"]?.bool == true {
      fix = .fixAll
    } else {
      throw InvalidParams("data is not from this server")
    }
  }

  /// The data as JSON.
  package var json: JSONObject {
    switch fix {
    case .fixAll: ["uri": uri, "fixAll": true]
    case .formatTable(let line): ["uri": uri, "formatTable": line]
    }
  }
}

/// A fix whose edits depend on more than one row, so that they are made when it is chosen.
package enum DocumentFix: Sendable, Equatable {
  /// All safe fixes.
  case fixAll
  /// The layout of the table with this header line.
  case formatTable(line: Int)
}
