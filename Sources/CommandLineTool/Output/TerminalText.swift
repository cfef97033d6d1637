/// Text that is safe to show on a terminal: it cannot move the cursor, change colors or the reading
/// direction.
enum TerminalText {
  /// The text with control characters made visible and tabs as spaces.
  static func shown(_ text: String, keepsNewlines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
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

  /// A file's name, in quotes if it is empty or has white space.
  static func name(_ name: String) -> String {
    let isPlain = !name.isEmpty && !name.unicodeScalars.contains { $0.properties.isWhitespace }
    return isPlain ? shown(name) : "“\(shown(name))”"
  }

  /// Adds one scalar, made visible.
  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    if scalar == "\t" {
      text += " "
    } else if isControl(scalar) {
      text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }

  /// Control characters (C0, DEL, C1), line separators and bidirectional controls.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
