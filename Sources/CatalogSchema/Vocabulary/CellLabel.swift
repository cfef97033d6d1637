/// Labels as table cells hold them, where a pipe is written `\|` (GFM 0.29 §4.10).
enum CellLabel {
  static func escaped(_ label: String) -> String {
    guard label.utf8.contains(UInt8(ascii: "|")) else { return label }
    var text = ""
    for scalar in label.unicodeScalars {
      if scalar == "|", text.unicodeScalars.last != "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
