/// Text of documents and file names as a terminal may be given it: nothing in it can move the
/// cursor, change colours or turn the reading direction.
enum TerminalText {
  /// The text with what a terminal would obey made visible, a tab as a space.
  static func shown(_ text: String, keepsNewlines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      if keepsNewlines, scalar == "\n" {
        out.unicodeScalars.append(scalar)
      } else {
        append(scalar, to: &out)
      }
    }
    return out
  }

  /// A file's name: in quotes where it could be misread, as an empty one.
  static func name(_ name: String) -> String {
    let isPlain = !name.isEmpty && !name.unicodeScalars.contains { $0.properties.isWhitespace }
    return isPlain ? shown(name) : "“\(shown(name))”"
  }

  /// Adds one scalar, visibly.
  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if scalar == "\t" {
      text += " "
    } else if isObeyed(scalar) {
      text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  /// Control characters (C0, DEL, C1), line separators and marks of the reading direction.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
