package import JSONText

/// A JSON object that is sent: its members in order, without those that are nil.
package struct JSONObject: JSONEncodable, ExpressibleByDictionaryLiteral {
  private let members: [(String, any JSONEncodable)]

  /// An object of these members.
  package init(dictionaryLiteral members: (String, any JSONEncodable)...) { self.init(members) }

  /// An object of these members.
  init(_ members: [(String, any JSONEncodable)]) { self.members = members }

  /// Writes the object.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
  }

  /// Writes the members without the braces.
  func writeMembers(to writer: inout JSONWriter) {
    for (name, value) in members where !value.isNil {
      writer.key(name)
      value.write(to: &writer)
    }
  }
}

/// A type of LSP that is only sent: its initializer names the members.
package protocol ObjectEncodable: JSONEncodable {
  /// The value as JSON.
  var json: JSONObject { get }
}

extension ObjectEncodable {
  /// Writes the object.
  package func write(to writer: inout JSONWriter) { json.write(to: &writer) }
}

/// A value that is JSON already.
struct EncodedJSON: JSONEncodable {
  let bytes: [UInt8]

  func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}
