extension JSONValue {
  /// Columns of a line, unless a value cannot be split.
  private static let columnCountMax = 100

  /// The value laid out for people: what fits into a line is on one, the rest is indented by two
  /// spaces a level.
  package var indentedText: String { layout(column: 0, indentation: "") + "\n" }

  private func layout(column: Int, indentation: String) -> String {
    let line = lineText
    if column + line.count <= Self.columnCountMax { return line }
    let inner = indentation + "  "
    switch kind {
    case .array(let items) where !items.isEmpty:
      let rows = items.map { inner + $0.layout(column: inner.count + 1, indentation: inner) }
      return "[\n" + rows.joined(separator: ",\n") + "\n\(indentation)]"
    case .object(let members) where !members.isEmpty:
      let rows = members.map { member in
        let key = JSONValue.string(member.key).lineText + ": "
        let column = inner.count + key.count + 1
        return inner + key + member.value.layout(column: column, indentation: inner)
      }
      return "{\n" + rows.joined(separator: ",\n") + "\n\(indentation)}"
    default: return line
    }
  }

  /// The value in one line, with spaces after commas and colons.
  private var lineText: String {
    switch kind {
    case .array(let items): return "[" + items.map(\.lineText).joined(separator: ", ") + "]"
    case .object(let members):
      let parts = members.map { JSONValue.string($0.key).lineText + ": " + $0.value.lineText }
      return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
    default: return String(decoding: JSONWriter.bytes(of: self), as: UTF8.self)
    }
  }
}
