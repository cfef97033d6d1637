package import JSONText

/// A half-open range of a document (LSP 3.17 *Range*).
package struct DocumentRange: JSONDecodable, JSONEncodable, Hashable {
  /// The first position.
  package let start: Position
  /// The position after the last.
  package let end: Position

  /// A range from its ends.
  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// Reads a range.
  package init(_ json: JSONValue) throws(InvalidParams) {
    guard let start = json["start"], let end = json["end"] else {
      throw InvalidParams("a range needs the positions start and end")
    }
    self.init(start: try Position(start), end: try Position(end))
  }

  /// Writes the range.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("start", start)
      $0.member("end", end)
    }
  }
}
