/// Text in XML 1.0.
enum XMLText {
  /// Text between tags, or an attribute's value with its white space kept.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    text.escaped { scalar in
      switch scalar.value {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x09 where isAttribute, 0x0A where isAttribute, 0x0D: "&#\(scalar.value);"
      case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...: nil
      // Invalid in XML even as references (XML 1.0 §2.2).
      default: "\u{FFFD}"
      }
    }
  }
}
