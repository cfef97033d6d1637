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
  /// - Complexity: O(range)
  package init(_ line: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    for link in InlineLinks(in: line, range).links where link.range.lowerBound >= start {
      appendText(line, start..<link.range.lowerBound)
      if link.isImage {
        appendText(line, link.text)
      } else {
        append(link, line)
      }
      start = link.range.upperBound
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
    // A picture in a link shows its description.
    let text = InlineText(line, link.text).plain
    pieces.append(.link(text: text, destination: Self.destination(line, link.destination)))
  }

  /// A destination without backslash escapes, `&amp;` read as `&` (GFM 0.29 §6.1, §6.2).
  private static func destination(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if line[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound,
        line[index + 1].isPunctuation
      {
        index += 1
      }
      bytes.append(line[index])
      index += line[index] == UInt8(ascii: "&") && line.hasPrefix("&amp;", at: index) ? 5 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds text between links, without its comments.
  private mutating func appendText(_ line: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    // Behind a comment that does not end nothing else ends, so it is looked for once.
    var mayHaveComment = true
    while index < range.upperBound {
      guard line[index] == UInt8(ascii: "<"),
        let mark = Self.mark(line, at: index, range, &mayHaveComment)
      else {
        index += 1
        continue
      }
      add(PlainText.string(line, start..<index))
      if mark.isBreak { pieces.append(.lineBreak) }
      start = mark.end
      index = mark.end
    }
    add(PlainText.string(line, start..<range.upperBound))
  }

  private mutating func add(_ text: String) {
    if !text.isEmpty { pieces.append(.text(text)) }
  }

  /// The end of a comment or of `<br>` that stands at an index.
  private static func mark(
    _ line: Span<UInt8>, at index: Int, _ range: Range<Int>, _ mayHaveComment: inout Bool
  ) -> (end: Int, isBreak: Bool)? {
    if mayHaveComment, line.hasPrefix("<!--", at: index) {
      var end = index + 4
      while end + 3 <= range.upperBound {
        if line.hasPrefix("-->", at: end) { return (end + 3, false) }
        end += 1
      }
      mayHaveComment = false
    }
    for tag in ["<br>", "<br/>", "<br />"] as [StaticString] where line.hasPrefix(tag, at: index) {
      let end = index + tag.utf8CodeUnitCount
      return end <= range.upperBound ? (end, true) : nil
    }
    return nil
  }
}
