/// A table's header row (GFM 0.29 §4.10).
public enum HeaderRow {
  /// Whether a header row is a line of `=` or `-` alone, as it may stand under link reference
  /// definitions: with pipes around it the definitions would be its paragraph's text.
  public static func mustStay(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    BlockStarts.isSetextUnderline(line, at: contentOffset)
  }
}
