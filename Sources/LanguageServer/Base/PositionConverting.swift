import LineStore
import ProtocolTypes

/// Converts positions in a text between the client's encoding and bytes. Positions from a client
/// are clamped.
protocol PositionConverting {
  /// How the client counts characters.
  var encoding: PositionEncoding { get }
  var text: LineText { get }
}

extension PositionConverting {
  private var unit: TextUnit {
    switch encoding {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .scalar
    }
  }

  /// The byte position of a client's position.
  ///
  /// - Complexity: O(line)
  func position(_ position: Position) -> TextPosition {
    if position.line < 0 { return TextPosition(line: 0, byteColumn: 0) }
    let text = text
    let whole = text.clamp(TextPosition(line: position.line, byteColumn: .max))
    if whole.line < position.line { return whole }
    let column = text.withLine(position.line) { bytes, _ in
      unit.byteColumn(bytes, at: position.character)
    }
    return TextPosition(line: position.line, byteColumn: column)
  }

  /// The client's position of a byte position.
  func position(_ place: TextPosition) -> Position {
    if encoding == .utf8 { return Position(line: place.line, character: place.byteColumn) }
    let character = text.withLine(place.line) { bytes, _ in
      unit.count(bytes, upTo: place.byteColumn)
    }
    return Position(line: place.line, character: character)
  }

  /// The byte range of a client's range; empty if its end comes before its start.
  func range(_ range: DocumentRange) -> Range<TextPosition> {
    let start = position(range.start)
    return start..<max(start, position(range.end))
  }

  /// The client's range of a byte range.
  func range(_ range: Range<TextPosition>) -> DocumentRange {
    DocumentRange(start: position(range.lowerBound), end: position(range.upperBound))
  }

  /// The client's range of some bytes of a line.
  func range(_ line: Int, _ byteColumns: Range<Int>) -> DocumentRange {
    let start = TextPosition(line: line, byteColumn: byteColumns.lowerBound)
    return range(start..<TextPosition(line: line, byteColumn: byteColumns.upperBound))
  }

  /// The client's range of a byte range that something can be drawn under; in an empty text that is
  /// a place after its end.
  func visibleRange(_ range: Range<TextPosition>) -> DocumentRange {
    let range = text.visible(range)
    if !range.isEmpty { return self.range(range) }
    return DocumentRange(
      start: position(range.lowerBound),
      end: Position(line: range.lowerBound.line + 1, character: 0))
  }

  /// The client's range of a line.
  func visibleRange(ofLine line: Int) -> DocumentRange {
    let start = TextPosition(line: line, byteColumn: 0)
    return visibleRange(start..<text.clamp(TextPosition(line: line, byteColumn: .max)))
  }

  /// The client's form of an edit.
  func edit(_ edit: TextEdit) -> DocumentEdit {
    let text = text
    let start = text.clamp(edit.start)
    return DocumentEdit(
      range: range(start..<max(start, text.clamp(edit.end))),
      newText: String(decoding: edit.replacement, as: UTF8.self))
  }

  /// The edit of a change to a range.
  func edit(_ range: DocumentRange, _ replacement: ContiguousArray<UInt8>) -> TextEdit {
    let bytes = self.range(range)
    return TextEdit(
      start: bytes.lowerBound, end: bytes.upperBound, replacement: Array(replacement))
  }
}
