package import JSONText

/// LSP 3.17 *textDocument/codeAction*.
package enum CodeActionRequest: Request {
  package static let method = "textDocument/codeAction"
  package static let capability: String? = "codeActionProvider"
  package typealias Result = [CodeAction]

  /// LSP 3.17 *CodeActionOptions*.
  package struct Options: CapabilityOptions {
    private let kinds: [CodeActionKind]

    /// Options from their parts.
    package init(kinds: [CodeActionKind]) { self.kinds = kinds }

    /// The options as JSON.
    package var json: JSONValue {
      .object([("codeActionKinds", .array(kinds.map { .string($0.rawValue) }))])
    }
  }

  /// LSP 3.17 *CodeActionParams*; the diagnostics are not read.
  package struct Params: JSONDecodable {
    /// The document and the range in it.
    package var place: RangeParams
    /// The kinds that the client wants; empty for all.
    package var only: [CodeActionKind]

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      place = try RangeParams(json)
      only = (json["context"]?["only"]?.array ?? []).compactMap {
        $0.string.map(CodeActionKind.init)
      }
    }

    /// Whether the client wants actions of a kind.
    package func wants(_ kind: CodeActionKind) -> Bool {
      only.isEmpty || only.contains { kind.isKind(of: $0) }
    }
  }
}

/// LSP 3.17 *CodeActionKind*: the kinds that are sent, and those that hold them.
package struct CodeActionKind: RawRepresentable, JSONEncodable, Hashable {
  /// The name, from the general to the special with dots between.
  package var rawValue: String

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
package struct CodeAction: JSONEncodable {
  /// Says what the action does.
  package var title: String
  /// The kind.
  package var kind: CodeActionKind
  /// The problem that it fixes.
  package var diagnostic: Diagnostic?
  /// Whether it is the best fix.
  package var isPreferred: Bool
  /// The edit, or what the client sends back to get it.
  package var effect: Effect

  /// What an action does.
  package enum Effect: Sendable {
    case edit(WorkspaceEdit)
    case resolvable(CodeActionData)
  }

  /// An action from its parts.
  package init(
    title: String, kind: CodeActionKind, diagnostic: Diagnostic?, isPreferred: Bool,
    effect: Effect
  ) {
    self.title = title
    self.kind = kind
    self.diagnostic = diagnostic
    self.isPreferred = isPreferred
    self.effect = effect
  }

  /// Writes the action.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", title)
      $0.member("kind", kind)
      if let diagnostic { $0.member("diagnostics", [diagnostic]) }
      if isPreferred { $0.member("isPreferred", true) }
      switch effect {
      case .edit(let edit): $0.member("edit", edit)
      case .resolvable(let data): $0.member("data", data)
      }
    }
  }
}
