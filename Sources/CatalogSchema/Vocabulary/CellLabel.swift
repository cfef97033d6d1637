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

  /// The bytes of a label in a cell.
  static func bytes(_ label: String) -> ContiguousArray<UInt8> {
    let bytes = ContiguousArray(label.utf8)
    return bytes.contains(UInt8(ascii: "|")) ? ContiguousArray(escaped(label).utf8) : bytes
  }
}
