package import JSONText

/// How a client counts characters (LSP 3.17 *PositionEncodingKind*).
package enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"
}

/// A place in a document (LSP 3.17 *Position*); characters as the encoding counts.
package struct Position: Sendable, Hashable {
  /// 0-based line.
  package var line: Int
  /// 0-based, in units of the encoding.
  package var character: Int

  /// A place from its parts.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Reads a place; any number is taken, the document clamps.
  package init?(_ value: JSONValue?) {
    guard let line = value?["line"]?.double, let character = value?["character"]?.double else {
      return nil
    }
    self.line = Int(max(-1, min(line, 1e9)))
    self.character = Int(max(-1, min(character, 1e9)))
  }

  /// Writes the place.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("line")
    writer.int(line)
    writer.key("character")
    writer.int(character)
    writer.endObject()
  }
}

/// A half-open range (LSP 3.17 *Range*).
package struct DocumentRange: Sendable, Hashable {
  /// The first place.
  package var start: Position
  /// One past the last.
  package var end: Position

  /// A range from its ends.
  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }

  /// Reads a range.
  package init?(_ value: JSONValue?) {
    guard let start = Position(value?["start"]), let end = Position(value?["end"]) else {
      return nil
    }
    self.init(start: start, end: end)
  }

  /// Writes the range.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("start")
    start.write(to: &writer)
    writer.key("end")
    end.write(to: &writer)
    writer.endObject()
  }
}

/// A replacement (LSP 3.17 *TextEdit*).
package struct DocumentEdit: Sendable, Hashable {
  /// What is replaced.
  package var range: DocumentRange
  /// By what.
  package var newText: String

  /// An edit from its parts.
  package init(range: DocumentRange, newText: String) {
    self.range = range
    self.newText = newText
  }

  /// Writes the edit.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("range")
    range.write(to: &writer)
    writer.key("newText")
    writer.string(newText)
    writer.endObject()
  }
}
