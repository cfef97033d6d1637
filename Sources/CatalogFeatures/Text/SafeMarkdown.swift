/// Markdown that shows text of a document literally: no HTML, no command link.
enum SafeMarkdown {
  /// Text with a backslash before each character that could be markup, and before a sign that could
  /// begin a list, a heading's underline or a thematic break.
  static func escaped(_ text: String) -> String {
    var out = ""
    var isStart = true
    for character in text.unicodeScalars {
      let isSpecial = "\\`*_{}[]<>()#+!|~&:".unicodeScalars.contains(character)
      if isSpecial || isStart && "-=".unicodeScalars.contains(character) { out.append("\\") }
      if character == ".", out.unicodeScalars.allSatisfy(isDigit), !out.isEmpty { out.append("\\") }
      out.unicodeScalars.append(character.value < 0x20 ? " " : character)
      isStart = isStart && character == " "
    }
    return out
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// A link to a web URL; for other destinations the text followed by the destination as text.
  static func link(_ text: String, to destination: String) -> String {
    guard let target = WebAddress.encoded(destination) else {
      return destination.isEmpty ? escaped(text) : "\(escaped(text))  \(escaped(destination))"
    }
    return "[\(escaped(text))](<\(target)>)"
  }
}
