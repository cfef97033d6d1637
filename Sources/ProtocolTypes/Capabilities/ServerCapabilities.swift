package import JSONText

/// What the server can do (LSP 3.17 *ServerCapabilities*), in the order it was set.
package struct ServerCapabilities: JSONEncodable {
  private var json: JSONValue

  /// The server can do nothing but count characters.
  package init(_ encoding: PositionEncoding) {
    json = .object([("positionEncoding", .string(encoding.rawValue))])
  }

  /// Sets a member; a dot in its path leads to a member of a member.
  package mutating func set(_ path: String, to options: JSONValue) {
    json = Self.setting(path.split(separator: ".")[...], to: options, in: json)
  }

  private static func setting(
    _ path: ArraySlice<Substring>, to value: JSONValue, in old: JSONValue?
  ) -> JSONValue {
    guard let name = path.first.map(String.init) else { return value }
    var members = (old?.object ?? []).map { ($0.key, $0.value) }
    let index = members.firstIndex { $0.0 == name } ?? members.endIndex
    let former = index < members.endIndex ? members.remove(at: index).1 : nil
    members.insert((name, setting(path.dropFirst(), to: value, in: former)), at: index)
    return .object(members)
  }

  /// Writes the capabilities.
  package func write(to writer: inout JSONWriter) { writer.write(json) }
}
