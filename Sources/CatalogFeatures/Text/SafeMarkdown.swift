/// Markdown that shows text of a document literally: no HTML, no command link.
enum SafeMarkdown {
  /// A heading.
  static func heading(_ text: String) -> String {
    "### " + LiteralMarkdown.escaped(text, in: .heading)
  }

  /// A heading that links to a web URL; for other destinations the text followed by the destination
  /// as text.
  static func heading(_ text: String, link destination: String) -> String {
    guard let target = WebAddress.encoded(destination) else {
      return heading(destination.isEmpty ? text : "\(text)  \(destination)")
    }
    let shown = LiteralMarkdown.escaped(text, in: .linkText)
    let title = shown.isEmpty ? LiteralMarkdown.escaped(destination, in: .linkText) : shown
    return "### [\(title)](<\(target)>)"
  }

  /// A paragraph.
  static func paragraph(_ text: String) -> String { LiteralMarkdown.escaped(text, in: .paragraph) }

  /// A paragraph that begins with a name in bold.
  static func field(_ name: String, _ text: String) -> String {
    let name = LiteralMarkdown.escaped(name, in: .strong)
    if name.isEmpty { return paragraph(text) }
    return "**\(name)**: " + LiteralMarkdown.escaped(text, in: .inline)
  }
}
