/// A line of a card, to be written as Markdown or as plain text.
enum HoverLine {
  case title(String, link: String?)
  case text(String)
  case field(String, [String])

  var markdown: String {
    switch self {
    case .title(let text, let link):
      "### " + (link.map { SafeMarkdown.link(text, to: $0) } ?? SafeMarkdown.escaped(text))
    case .text(let text): SafeMarkdown.escaped(text)
    case .field(let name, let values):
      "**\(SafeMarkdown.escaped(name))**: "
        + values.map(SafeMarkdown.escaped).joined(separator: ", ")
    }
  }

  var plainText: String {
    switch self {
    case .title(let text, let link): link.map { "\(text)  \($0)" } ?? text
    case .text(let text): text
    case .field(let name, let values): "\(name): " + values.joined(separator: ", ")
    }
  }
}
