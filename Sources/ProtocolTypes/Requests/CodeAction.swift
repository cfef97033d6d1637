package import JSONText

/// LSP 3.17 *textDocument/codeAction*.
package enum CodeActionRequest: Request {
  package static let method = "textDocument/codeAction"
  package static let capability: String? = "codeActionProvider"
  package typealias Result = [CodeAction]

  /// LSP 3.17 *CodeActionOptions*.
  package static var options: JSONValue {
    let kinds = [CodeActionKind.quickFix, .fixAll]
    return .object([("codeActionKinds", .array(kinds.map { .string($0.rawValue) }))])
  }

  /// LSP 3.17 *CodeActionParams*.
  package struct Params: JSONDecodable {
    /// The document and the range in it.
    package let place: RangeParams
    /// The kinds that the client wants; empty for all.
    package let only: [CodeActionKind]
    /// The diagnostics that the client wants actions for; empty for all.
    package let diagnostics: [DiagnosticPlace]

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      place = try RangeParams(json)
      only = (json["context"]?["only"]?.array ?? []).compactMap {
        $0.string.map(CodeActionKind.init)
      }
      diagnostics = (json["context"]?["diagnostics"]?.array ?? []).compactMap(DiagnosticPlace.init)
    }

    /// Whether the client wants actions of a kind.
    package func wants(_ kind: CodeActionKind) -> Bool {
      only.isEmpty || only.contains { kind.isKind(of: $0) }
    }
  }
}

/// LSP 3.17 *CodeActionKind*: the kinds that are sent, and those that hold them.
package struct CodeActionKind: RawRepresentable, JSONEncodable, Equatable {
  /// The name, from the general to the special with dots between.
  package let rawValue: String

  /// A kind by its name.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// A fix of one problem.
  package static let quickFix = CodeActionKind(rawValue: "quickfix")
  /// All fixes that are safe.
  package static let fixAll = CodeActionKind(rawValue: "source.fixAll.mdcatalog")

  /// Whether it is another kind or one of its subkinds.
  package func isKind(of other: CodeActionKind) -> Bool {
    self == other || other.rawValue.isEmpty || rawValue.hasPrefix(other.rawValue + ".")
  }
}

/// LSP 3.17 *CodeAction*.
package struct CodeAction: ObjectEncodable {
  /// The action as JSON.
  package let json: JSONObject

  /// An action with its edit, or with what the client sends back to get it.
  package init(
    title: String, kind: CodeActionKind, diagnostic: Diagnostic?, isPreferred: Bool,
    edit: WorkspaceEdit?, data: CodeActionData? = nil
  ) {
    json = [
      "title": title, "kind": kind, "diagnostics": diagnostic.map { [$0] },
      "isPreferred": isPreferred.orNil, "edit": edit, "data": data,
    ]
  }
}
