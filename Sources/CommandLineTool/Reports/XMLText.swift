/// Text in XML 1.0.
enum XMLText {
  /// Text between tags.
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// An attribute's value, with its white space kept.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out += "&amp;"
      case 0x3C: out += "&lt;"
      case 0x3E: out += "&gt;"
      case 0x22: out += "&quot;"
      case 0x09 where isAttribute, 0x0A where isAttribute, 0x0D: out += "&#\(scalar.value);"
      case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...: out.unicodeScalars.append(scalar)
      // Invalid in XML even as references (XML 1.0 §2.2).
      default: out += "\u{FFFD}"
      }
    }
    return out
  }
}
