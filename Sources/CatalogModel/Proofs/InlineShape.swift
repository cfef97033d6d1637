import TableSyntax

/// The links, broken ones included, and code spans of a value, without the texts of links.
struct InlineShape: Equatable {
  private var targets: [[UInt8]] = []
  private var autolinks: [[UInt8]] = []
  private var opaque: [[UInt8]] = []
  private var brackets: [[UInt8]] = []
  private var strays: [[UInt8]] = []

  /// Whether two values have the same links and code spans.
  ///
  /// - Parameter added: what a fix writes, where new code spans may be
  static func isEqual(
    _ line: Span<UInt8>, _ value: Range<Int>, _ fixed: Span<UInt8>, _ fixedValue: Range<Int>,
    besides added: [Range<Int>]
  ) -> Bool {
    if !mayHoldAny(line, value), !mayHoldAny(fixed, fixedValue) { return true }
    return InlineShape(line, value, besides: [])
      == InlineShape(fixed, fixedValue, besides: added)
  }

  private static func mayHoldAny(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.contains { index in
      switch line[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"),
        UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "\\"):
        true
      case UInt8(ascii: "w"): line.hasPrefix("www.", at: index)
      default: false
      }
    }
  }

  /// Whether a part that holds no links is a code span, an autolink, or an HTML link or image.
  private static func isCodeOrLink(_ line: Span<UInt8>, _ span: Range<Int>) -> Bool {
    line[span.lowerBound] == UInt8(ascii: "`") || line.hasPrefix("<a", at: span.lowerBound)
      || line.hasPrefix("<img", at: span.lowerBound)
      || line.extracting(span).contains(":", in: 0..<span.count)
  }

  private init(_ line: Span<UInt8>, _ value: Range<Int>, besides added: [Range<Int>]) {
    let inline = InlineLinks(in: line, value)
    targets = inline.links.map { line.array($0.text.upperBound..<$0.range.upperBound) }
    opaque = inline.opaque.filter { span in
      Self.isCodeOrLink(line, span)
        && !added.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
    }.map { line.array($0) }
    // The text of `[text][label]` is no label.
    brackets = inline.brackets.filter { !line.hasPrefix("][", at: $0.upperBound) }
      .map { CleanValue.text(line, line.withoutBlanks($0)).map(\.lowercasedASCII) }
    strays = Self.strays(line, value)
    let closed = (inline.links.map(\.range) + inline.opaque).sorted {
      $0.lowerBound < $1.lowerBound
    }
    autolinks = BareAutolink.all(in: line, value, outside: closed).map { line.array($0) }
  }

  /// What follows each `](`, up to a space or parenthesis: a link, or one that is broken.
  private static func strays(_ line: Span<UInt8>, _ value: Range<Int>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var index = value.lowerBound
    while index < value.upperBound {
      defer { index += 1 }
      if !line.hasPrefix("](", at: index) { continue }
      let end = line.skip(while: { !$0.isSpace && $0 != UInt8(ascii: ")") }, from: index + 2)
      found.append(line.array(index..<min(end, value.upperBound)))
      index = max(index, end - 1)
    }
    return found
  }
}
