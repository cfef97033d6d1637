/// A line of a card, written as Markdown or as plain text; texts are cut to `DisplayLimits`.
enum CardLine {
  /// What the card is about, with its URL.
  case title(String, link: String?)
  case text(String)
  /// A name with its values.
  case field(String, [String])

  var markdown: String {
    switch shown {
    case .title(let text, nil): SafeMarkdown.heading(text)
    case .title(let text, let link?): SafeMarkdown.heading(text, link: link)
    case .text(let text): SafeMarkdown.paragraph(text)
    case .field(let name, let values):
      SafeMarkdown.field(name, values.joined(separator: ", "))
    }
  }

  var plainText: String {
    switch shown {
    case .title(let text, let link): link.map { "\(text)  \($0)" } ?? text
    case .text(let text): text
    case .field(let name, let values): "\(name): " + values.joined(separator: ", ")
    }
  }

  /// The line with texts of the length at which they are shown.
  private var shown: CardLine {
    switch self {
    case .title(let text, let link):
      .title(
        ShownText.cut(text, to: DisplayLimits.nameLengthMax),
        link: link.flatMap { $0.utf8.count > DisplayLimits.urlByteCountMax ? nil : $0 })
    case .text(let text): .text(ShownText.cut(text, to: DisplayLimits.valueLengthMax))
    case .field(let name, let values):
      .field(
        ShownText.cut(name, to: DisplayLimits.nameLengthMax),
        values.prefix(DisplayLimits.namedCountMax).map {
          ShownText.cut($0, to: DisplayLimits.valueLengthMax)
        } + (values.count > DisplayLimits.namedCountMax ? ["…"] : []))
    }
  }
}
