/// Markdown that shows a document's text and nothing of what it may try: no HTML, no command link.
enum SafeMarkdown {
  /// Text with every character escaped that could be markup, and signs that begin a list or a line
  /// across the page.
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

  /// A link where the address is one of the web; else the text with the address as text behind it.
  static func link(_ text: String, to address: String) -> String {
    guard let target = WebAddress.encoded(address) else {
      return address.isEmpty ? escaped(text) : "\(escaped(text))  \(escaped(address))"
    }
    return "[\(escaped(text))](<\(target)>)"
  }
}
