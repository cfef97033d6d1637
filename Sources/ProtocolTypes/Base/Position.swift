package import JSONText

/// A position in a document (LSP 3.17 *Position*).
package struct Position: JSONDecodable, JSONEncodable, Hashable {
  /// 0-based line.
  package let line: Int
  /// 0-based, in units of the client's position encoding.
  package let character: Int

  /// A position from its parts.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Reads a position. Any number is valid: the document clamps it.
  package init(_ json: JSONValue) throws(InvalidParams) {
    guard let line = json["line"]?.double, let character = json["character"]?.double else {
      throw InvalidParams("a position needs the numbers line and character")
    }
    self.line = Int(max(-1, min(line, 1e9)))
    self.character = Int(max(-1, min(character, 1e9)))
  }

  /// Writes the position.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("line", line)
      $0.member("character", character)
    }
  }
}
