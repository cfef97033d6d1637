import CatalogModel
import TableSyntax

/// A cell's text in pieces that can be shown: links, and what stands between them without markup.
package struct InlineText: Sendable {
  /// A piece.
  package enum Piece: Sendable, Equatable {
    /// Text without markup.
    case text(String)
    /// A link's text without markup, and where it leads.
    case link(text: String, destination: String)
    /// `<br>`.
    case lineBreak
  }

  /// The pieces, in order.
  package private(set) var pieces: [Piece] = []

  /// Reads a part of a line; comments show nothing.
  ///
  /// - Complexity: O(range × log range)
  package init(_ line: Span<UInt8>, _ range: Range<Int>) {
    let inline = InlineLinks(in: line, range)
    let places = (inline.links.map(\.range) + inline.opaque).sorted {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
    let links = Dictionary(inline.links.map { ($0.range, $0) }) { first, _ in first }
    var start = range.lowerBound
    // What stands in a link is a part of its text.
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

  /// The text alone, a line's break as a blank.
  package var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .link(let text, _): text
      case .lineBreak: " "
      }
    }.joined()
  }

  private mutating func append(_ link: InlineLink, _ line: Span<UInt8>) {
    // A picture shows its description, in a link too.
    let text = InlineText(line, link.text).plain
    if link.isImage {
      add(text)
    } else {
      let address = LinkDestination.address(line, link.destination)
      pieces.append(.link(text: text, destination: String(decoding: address, as: UTF8.self)))
    }
  }

  /// Adds a code span, an autolink or an HTML tag; tags but `<br>` are shown as they are written,
  /// comments not at all.
  private mutating func appendOpaque(_ line: Span<UInt8>, _ place: Range<Int>) {
    if line.hasPrefix("<!--", at: place.lowerBound) { return }
    if line.hasPrefix("`", at: place.lowerBound) { return add(Self.code(line, place)) }
    let text = line.string(place)
    let inside = place.dropFirst().dropLast()
    if BareAutolink.first(in: line, inside) == inside {
      append(address: line.string(inside))
    } else if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) {
      pieces.append(.lineBreak)
    } else {
      add(text)
    }
  }

  /// The text of a code span, in which a pipe stands behind a backslash all the same.
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

  /// Adds text without links of its own but addresses by themselves (GFM 0.29 §6.9).
  private mutating func appendText(_ line: Span<UInt8>, _ range: Range<Int>) {
    var rest = range
    while let address = BareAutolink.first(in: line, rest) {
      add(PlainText.string(line, rest.lowerBound..<address.lowerBound))
      append(address: line.string(address))
      rest = address.upperBound..<rest.upperBound
    }
    add(PlainText.string(line, rest))
  }

  private mutating func append(address: String) {
    let prefix =
      address.hasPrefix("www.") ? "http://" : address.utf8.contains(0x3A) ? "" : "mailto:"
    pieces.append(.link(text: address, destination: prefix + address))
  }

  private mutating func add(_ text: String) {
    if !text.isEmpty { pieces.append(.text(text)) }
  }
}
