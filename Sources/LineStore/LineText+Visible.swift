extension LineText {
  /// A range that something can be drawn under: an empty one takes the character after it, at a
  /// line's end the one before it, and in an empty line the line's end.
  public func visible(_ range: Range<TextPosition>) -> Range<TextPosition> {
    guard range.isEmpty else { return range }
    let place = range.lowerBound
    let columns = withLine(place.line) { bytes, _ in
      var (start, end) = (place.byteColumn, min(place.byteColumn + 1, bytes.count))
      if start == end { start = max(0, start - 1) }
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return start..<end
    }
    if columns.isEmpty, place.line + 1 < lineCount {
      return place..<TextPosition(line: place.line + 1, byteColumn: 0)
    }
    return TextPosition(
      line: place.line, byteColumn: columns.lowerBound)..<TextPosition(
        line: place.line, byteColumn: columns.upperBound)
  }
}
