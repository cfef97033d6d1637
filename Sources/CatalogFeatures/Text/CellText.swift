/// Text in a table cell.
enum CellText {
  /// Text with a backslash before each pipe, which would end the cell (GFM 0.29 §4.10).
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      if character == "|" { out.append("\\") }
      out.unicodeScalars.append(character)
    }
    return out
  }
}
