import CatalogModel
import TableSyntax

/// A cell's text as plain pieces: links, and the text between them without markup.
package struct InlineText: Sendable {
  /// A piece.
  package enum Piece: Sendable, Equatable {
    /// Text without markup.
    case text(String)
    /// A link's text without markup, and its destination.
    case link(text: String, destination: String)
    /// `<br>`.
    case lineBreak
  }

  /// The pieces, in order.
  package private(set) var pieces: [Piece] = []

  /// Reads a range of a line; comments are left out.
  ///
  /// - Complexity: O(range × log range)
  package init(_ line: Span<UInt8>, _ range: Range<Int>) {
    let inline = InlineLinks(in: line, range)
    let places = (inline.links.map(\.range) + inline.opaque).sorted {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
    let links = Dictionary(inline.links.map { ($0.range, $0) }) { first, _ in first }
    var start = range.lowerBound
    // Places inside a link belong to its text.
    for place in places where place.lowerBound >= start {
      appendText(line, start..<place.lowerBound)
      if let link = links[place] {
        append(link, line)
      } else {
        appendOpaque(line, place)
      }
      start = place.upperBound
    }
    appendText(line, start..<range.upperBound)
  }

  /// The text alone, line breaks as spaces.
  package var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .link(let text, _): text
      case .lineBreak: " "
      }
    }.joined()
  }

  private mutating func append(_ link: InlineLink, _ line: Span<UInt8>) {
    // An image shows its description, in a link too.
    let text = InlineText(line, link.text).plain
    if link.isImage {
      add(text)
    } else {
      let url = LinkDestination.url(line, link.destination)
      pieces.append(.link(text: text, destination: String(decoding: url, as: UTF8.self)))
    }
  }

  /// Adds a code span, an autolink or an HTML tag; `<br>` is a line break, other tags are shown as
  /// source, comments are left out.
  private mutating func appendOpaque(_ line: Span<UInt8>, _ place: Range<Int>) {
    if line.hasPrefix("<!--", at: place.lowerBound) { return }
    if line.hasPrefix("`", at: place.lowerBound) { return add(Self.code(line, place)) }
    let text = line.string(place)
    let inside = place.dropFirst().dropLast()
    if BareAutolink.first(in: line, inside) == inside {
      append(url: line.string(inside))
    } else if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) {
      pieces.append(.lineBreak)
    } else {
      add(text)
    }
  }

  /// The text of a code span; a pipe is escaped there too.
  private static func code(_ line: Span<UInt8>, _ place: Range<Int>) -> String {
    let start = line.skip(while: { $0 == UInt8(ascii: "`") }, from: place.lowerBound)
    let tickCount = start - place.lowerBound
    let inside = place.dropFirst(tickCount).dropLast(tickCount)
    var bytes: [UInt8] = []
    for index in inside {
      if line[index] == UInt8(ascii: "|"), bytes.last == UInt8(ascii: "\\") { bytes.removeLast() }
      bytes.append(line[index])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text outside links, with extended autolinks (GFM 0.29 §6.9).
  private mutating func appendText(_ line: Span<UInt8>, _ range: Range<Int>) {
    var rest = range
    while let url = BareAutolink.first(in: line, rest) {
      add(PlainText.string(line, rest.lowerBound..<url.lowerBound))
      append(url: line.string(url))
      rest = url.upperBound..<rest.upperBound
    }
    add(PlainText.string(line, rest))
  }

  private mutating func append(url: String) {
    let prefix = url.hasPrefix("www.") ? "http://" : url.utf8.contains(0x3A) ? "" : "mailto:"
    pieces.append(.link(text: url, destination: prefix + url))
  }

  private mutating func add(_ text: String) {
    if !text.isEmpty { pieces.append(.text(text)) }
  }
}
