package import JSONText

/// LSP 3.17 *codeAction/resolve*.
package enum CodeActionResolveRequest: Request {
  package static let method = "codeAction/resolve"
  package static let capability: String? = "codeActionProvider.resolveProvider"

  /// The action as it was sent.
  package struct Params: JSONDecodable {
    /// What the server put into it.
    package var data: CodeActionData
    private let members: [JSONMember]

    /// Reads the action.
    package init(_ json: JSONValue) throws(InvalidParams) {
      data = try CodeActionData(try json.required("data"))
      members = json.object ?? []
    }

    /// The same action with its edit.
    package func resolved(by edit: WorkspaceEdit) -> Result {
      Result(members: members.filter { $0.key != "edit" }, edit: edit)
    }
  }

  /// The action with its edit.
  package struct Result: JSONEncodable {
    fileprivate let members: [JSONMember]
    fileprivate let edit: WorkspaceEdit

    /// Writes the action.
    package func write(to writer: inout JSONWriter) {
      writer.object { writer in
        for member in members {
          writer.key(member.key)
          writer.write(member.value)
        }
        writer.member("edit", edit)
      }
    }
  }
}
