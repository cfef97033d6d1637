package import JSONText

/// LSP 3.17 *codeAction/resolve*.
package enum CodeActionResolveRequest: Request {
  package static let method = "codeAction/resolve"
  package static let capability: String? = "codeActionProvider.resolveProvider"
  package static let optionsIfNotOffered: JSONValue? = .bool(false)
  package typealias Result = JSONObject

  /// The action as it was sent.
  package struct Params: JSONDecodable {
    /// What the server put into it; nil for an action that has its edit.
    package let data: CodeActionData?
    private let members: [JSONMember]

    /// Reads the action.
    package init(_ json: JSONValue) throws(InvalidParams) {
      let hasEdit = json["edit"]?.isNull == false && json["data"]?.isNull != false
      data = hasEdit ? nil : try json.required("data")
      members = json.object ?? []
    }

    /// The action as it was sent.
    package var action: JSONObject { JSONObject(members.map { ($0.key, $0.value) }) }

    /// The same action with its edit.
    package func resolved(by edit: WorkspaceEdit) -> JSONObject {
      let known = members.filter { $0.key != "edit" }
      return JSONObject(known.map { ($0.key, $0.value) } + [("edit", edit)])
    }
  }
}
