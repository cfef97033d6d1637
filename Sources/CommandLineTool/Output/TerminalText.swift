/// Text that is safe to show on a terminal: it cannot move the cursor, change colors or the reading
/// direction.
enum TerminalText {
  /// The text with control characters made visible and tabs as spaces.
  static func shown(_ text: String, keepsNewlines: Bool = false) -> String {
    text.escaped { keepsNewlines && $0 == "\n" ? nil : escape($0) }
  }

  /// A file's name, in quotes if it is empty or has white space.
  static func name(_ name: String) -> String {
    let isPlain = !name.isEmpty && !name.unicodeScalars.contains { $0.properties.isWhitespace }
    return isPlain ? shown(name) : "“\(shown(name))”"
  }

  /// The visible form of a control character or a tab; nil for other scalars.
  static func escape(_ scalar: Unicode.Scalar) -> String? {
    if scalar == "\t" { return " " }
    return isControl(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : nil
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
