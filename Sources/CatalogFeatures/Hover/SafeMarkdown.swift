/// Markdown that shows a document's text and nothing of what it may try: no HTML, no command link.
enum SafeMarkdown {
  /// Text with every character escaped that could be markup.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      if "\\`*_{}[]<>()#+!|~&:".unicodeScalars.contains(character) { out.append("\\") }
      out.unicodeScalars.append(character.value < 0x20 ? " " : character)
    }
    return out
  }

  /// A link where the address is plain web, the text alone where not.
  static func link(_ text: String, to address: String) -> String {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return escaped(text) }
    let isPlain = address.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"<>()\\\"".utf8.contains($0)
    }
    return isPlain ? "[\(escaped(text))](<\(address)>)" : escaped(text)
  }
}
