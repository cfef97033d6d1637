import CatalogSchema

/// What is known of a term.
enum TermText {
  /// Definition, code and count.
  static func markdown(_ term: Term, rowCount: Int) -> String {
    var lines: [String] = []
    if let definition = term.definition { lines.append(definition) }
    if let notation = term.notation { lines.append("DICOM modality: \(notation)") }
    lines.append(rowCount == 1 ? "1 row uses it" : "\(rowCount) rows use it")
    return lines.joined(separator: "\n\n")
  }

  /// The whole card.
  static func card(_ vocabulary: Vocabulary, _ id: TermID, rowCount: Int) -> [HoverLine] {
    let term = vocabulary[id]
    var lines: [HoverLine] = [.title(term.prefLabel, link: nil)]
    if let definition = term.definition { lines.append(.text(definition)) }
    if let notation = term.notation { lines.append(.field("DICOM modality", [notation])) }
    if !term.altLabels.isEmpty { lines.append(.field("Also", term.altLabels)) }
    if let broader = term.broader { lines.append(.field("Broader", [broader])) }
    let narrower = vocabulary.narrower(than: id).map { vocabulary[$0].prefLabel }
    if !narrower.isEmpty { lines.append(.field("Narrower", narrower)) }
    lines.append(.text(rowCount == 1 ? "1 row uses it" : "\(rowCount) rows use it"))
    return lines
  }
}

/// A line of a hover, to be written as Markdown or as plain text.
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
