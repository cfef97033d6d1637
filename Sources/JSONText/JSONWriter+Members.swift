/// Objects, arrays and members in one call each, and writing in pieces.
extension JSONWriter {
  /// Bytes that `drain` waits for.
  private static let pieceByteCount = 1 << 16

  /// A member that is a string.
  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A member that is a whole number.
  package mutating func member(_ name: String, _ number: Int) {
    key(name)
    int(number)
  }

  /// A member that is true or false.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    bool(flag)
  }

  /// An object whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// A member that is an object whose members `body` writes.
  package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// A member that is an array, each item written by `body`.
  package mutating func array<Items: Sequence>(
    _ name: String, of items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    beginArray()
    for item in items { body(&self, item) }
    endArray()
  }

  /// A member that is an array of strings.
  package mutating func strings(_ name: String, _ texts: [String]) {
    array(name, of: texts) { $0.string($1) }
  }

  /// Passes on and forgets what was written, once it is a large piece or `atOnce`.
  package mutating func drain(atOnce: Bool = false, to send: (Span<UInt8>) -> Void) {
    guard atOnce || bytes.count >= Self.pieceByteCount else { return }
    send(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }
}
