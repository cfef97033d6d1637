import CatalogSchema
import LineStore
import TableSyntax

/// A zero-width or control character in a value, a no-break space in a term, name or URL, or `\\|`.
///
/// Nobody sees them, and yet two values that look the same are different. No-break spaces and soft
/// hyphens are right in a text, but not at its ends, and not between the words of a link's text. In
/// a URL nothing is replaced, since another character makes another URL. A space at the edge of a
/// link's text is underlined with it. Some renderers read `\\|` as a pipe, others as the end of the
/// cell.
///
/// Fix: safe in a term, else unsafe; none in a URL
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation&#x200B; | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum SuspiciousCharacterRule {
  static let rule = Rule("suspicious-character", .warning, .cells([.unusual, .bracket], check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for link in cell.links where !link.isImage { LinkTextEdges.report(link, cell, line, &sink) }
    // A simple link holds no backslash.
    if cell.simpleLink != nil, !cell.traits.contains(.unusual) { return }
    ValueEdges.report(cell, context, line, &sink)
    let found = SuspiciousCharacters.find(line, cell.value)
    if found.isEmpty { return }
    let places = CharacterPlaces(cell, context, line)
    for (index, character) in found.enumerated() {
      let place = places.place(of: character.range)
      if character.isTypography,
        !place.needsPlainText && !places.separatesWordsOfLink(character.range, line)
      {
        continue
      }
      sink.report(character.range) {
        var character = character
        // Without the last one the cell may be empty.
        if index == found.count - 1, CleanValue.text(line, cell.value).isEmpty,
          let replacement = character.replacement
        {
          character.replacement = context.row.closed(cell.value, replacement, line)
        }
        return explain(character, place)
      }
    }
  }

  private static func explain(
    _ character: SuspiciousCharacters.Occurrence, _ place: CharacterPlaces.Place
  ) -> Explanation {
    guard let replacement = character.replacement else {
      return Explanation(message: "Renderers read “\(character.name)” differently: use “\\|”")
    }
    if place.isURL {
      return Explanation(
        message: "The URL holds a \(character.name): copy it from its source again, or remove the "
          + "character if the URL works without it")
    }
    let title =
      replacement.first == 0x20
      ? "Replace the \(character.name) with a space" : "Remove the \(character.name)"
    return Explanation(
      message: "Suspicious character: \(character.name)",
      fix: RowFix(
        title: title, isSafe: place.isTerm,
        edits: [RowEdit(range: character.range, replacement: replacement)]),
      severity: place.isStrict ? nil : .hint)
  }
}

/// Spaces other than ASCII's at the ends of values.
private enum ValueEdges {
  static func report(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let value = cell.value
    guard let first = value.first, let last = value.last, line[first] >= 0x80 || line[last] >= 0x80
    else { return }
    let inner = line.withoutUnicodeSpaces(value)
    // Where typography is wrong, each character is reported by itself.
    let hasPlainText = cell.traits.contains(.terms) || cell.column == context.plan.keyColumn
    if inner == value || cell.column != nil && hasPlainText { return }
    for edge in [value.lowerBound..<inner.lowerBound, inner.upperBound..<value.upperBound]
    where !edge.isEmpty {
      sink.report(edge) {
        Explanation(
          message:
            "Remove the space at the \(edge.lowerBound == value.lowerBound ? "start" : "end")"
            + " of the cell: it is no ASCII space, so renderers show it",
          fix: RowFix(
            title: "Remove the space", isSafe: false,
            edits: [RowEdit(range: edge, replacement: context.row.closed(edge, [], line))]),
          severity: .hint)
      }
      // A value of spaces alone has one edge.
      if inner.isEmpty { return }
    }
  }
}

/// Spaces at the edges of links' texts.
private enum LinkTextEdges {
  static func report(
    _ link: InlineLink, _ cell: CellView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let inner = line.withoutBlanks(link.text)
    if inner.isEmpty || inner == link.text { return }
    let leading = link.text.lowerBound..<inner.lowerBound
    let trailing = inner.upperBound..<link.text.upperBound
    sink.report(leading.isEmpty ? trailing : leading) {
      // A space that separates the link from a word goes outside.
      let start = link.range.lowerBound
      let isAfterWord = start > cell.value.lowerBound && !line[start - 1].isBlank
      let end = link.range.upperBound
      let isBeforeWord =
        end < cell.value.upperBound
        && (line[end].isLetter || line[end].isDigit || line[end] >= 0x80)
      var edits: [RowEdit] = []
      if !leading.isEmpty {
        let opening = line.array(start..<leading.lowerBound)
        edits.append(
          isAfterWord
            ? RowEdit(range: start..<leading.upperBound, replacement: [0x20] + opening)
            : RowEdit(range: leading, replacement: []))
      }
      if !trailing.isEmpty {
        edits.append(RowEdit(range: trailing, replacement: []))
        if isBeforeWord { edits.append(RowEdit(range: end..<end, replacement: [0x20])) }
      }
      return Explanation(
        message: "Remove the space at the edge of the link’s text \(line.quoted(inner))",
        fix: RowFix(title: "Remove the space", edits: edits), severity: .hint)
    }
  }
}

/// What is at a place of a cell, as far as suspicious characters depend on it.
private struct CharacterPlaces {
  /// What holds a character.
  struct Place {
    var isURL: Bool
    var isTerm: Bool
    /// Whether typography is wrong there, too.
    var needsPlainText: Bool
    /// Whether a character is a warning rather than a hint.
    var isStrict: Bool
  }

  private var urls: [Range<Int>] = []
  private let linkTexts: [Range<Int>]
  private let terms: [Range<Int>]
  private let isName: Bool
  private let isClosed: Bool
  private let isConfigured: Bool

  init(_ cell: CellView, _ context: RowContext, _ line: Span<UInt8>) {
    let column = cell.column.map { context.plan.columns[$0] }
    isName = cell.column != nil && cell.column == context.plan.keyColumn
    isClosed = column?.vocabulary != nil && column?.requirements.isClosed == true
    isConfigured = column?.column?.isConfigured == true
    terms = cell.items.filter(\.isKnown).map(\.range)
    let inline = InlineLinks(in: line, cell.value)
    let closed = (inline.links.map(\.range) + inline.opaque).sorted {
      $0.lowerBound < $1.lowerBound
    }
    linkTexts = inline.links.filter { !$0.isImage }.map(\.text)
    urls = inline.links.map(\.destination) + inline.autolinks
    urls += BareAutolink.all(in: line, cell.value, outside: closed)
    urls.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a no-break space is between two words of a link's text, other than next to a sign or
  /// between digits, where it keeps a line from breaking.
  func separatesWordsOfLink(_ range: Range<Int>, _ line: Span<UInt8>) -> Bool {
    guard range.count == 2, line[range.lowerBound] == 0xC2, line[range.lowerBound + 1] == 0xA0,
      let text = linkTexts[linkTexts.partitioningIndex { $0.upperBound > range.lowerBound }...]
        .first,
      text.lowerBound < range.lowerBound, range.upperBound < text.upperBound
    else { return false }
    let (before, after) = (line[range.lowerBound - 1], line[range.upperBound])
    return (before.isLetter || before >= 0x80) && after.isLetter
  }

  func place(of range: Range<Int>) -> Place {
    let next = urls.partitioningIndex { $0.upperBound > range.lowerBound }
    let isURL = next < urls.count && urls[next].lowerBound <= range.lowerBound
    let isTerm = terms.contains {
      $0.lowerBound <= range.upperBound && range.lowerBound <= $0.upperBound
    }
    return Place(
      isURL: isURL, isTerm: isTerm, needsPlainText: isURL || isName || isClosed || isTerm,
      isStrict: isURL || isName || isClosed || isConfigured)
  }
}
