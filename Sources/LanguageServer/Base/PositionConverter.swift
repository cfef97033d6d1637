import LineStore
import ProtocolTypes

/// Converts positions between a client's encoding and bytes. Positions from a client are clamped.
struct PositionConverter: Sendable {
  let encoding: PositionEncoding

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
  func place(_ position: Position, in text: LineText) -> TextPosition {
    if position.line < 0 { return TextPosition(line: 0, byteColumn: 0) }
    let whole = text.clamp(TextPosition(line: position.line, byteColumn: .max))
    if whole.line < position.line { return whole }
    let column = text.withLine(position.line) { bytes, _ in
      unit.byteColumn(bytes, at: position.character)
    }
    return TextPosition(line: position.line, byteColumn: column)
  }

  /// The client's position of a byte position.
  func position(_ place: TextPosition, in text: LineText) -> Position {
    if encoding == .utf8 { return Position(line: place.line, character: place.byteColumn) }
    let character = text.withLine(place.line) { bytes, _ in
      unit.count(bytes, upTo: place.byteColumn)
    }
    return Position(line: place.line, character: character)
  }

  /// The byte range of a client's range; empty if its end comes before its start.
  func range(_ range: DocumentRange, in text: LineText) -> Range<TextPosition> {
    let start = place(range.start, in: text)
    return start..<max(start, place(range.end, in: text))
  }

  /// The client's range of a byte range.
  func range(_ range: Range<TextPosition>, in text: LineText) -> DocumentRange {
    DocumentRange(
      start: position(range.lowerBound, in: text), end: position(range.upperBound, in: text))
  }

  /// The client's form of an edit.
  func edit(_ edit: TextEdit, in text: LineText) -> DocumentEdit {
    let start = text.clamp(edit.start)
    return DocumentEdit(
      range: range(start..<max(start, text.clamp(edit.end)), in: text),
      newText: String(decoding: edit.replacement, as: UTF8.self))
  }
}

extension PositionConverter {
  /// The client's range of some bytes of a line.
  func range(_ line: Int, _ byteColumns: Range<Int>, in text: LineText) -> DocumentRange {
    let start = TextPosition(line: line, byteColumn: byteColumns.lowerBound)
    return range(start..<TextPosition(line: line, byteColumn: byteColumns.upperBound), in: text)
  }
}
