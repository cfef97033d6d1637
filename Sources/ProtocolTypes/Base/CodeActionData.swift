package import JSONText

/// What a client sends back to resolve an action.
package struct CodeActionData: JSONDecodable, JSONEncodable {
  /// The document.
  package var uri: String
  /// The fix.
  package var fix: DocumentFix

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

  /// Writes the data.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      switch fix {
      case .fixAll: $0.member("fixAll", true)
      case .formatTable(let line): $0.member("formatTable", line)
      }
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
