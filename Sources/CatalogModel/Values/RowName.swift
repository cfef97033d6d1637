import TableSyntax

/// The name of a row: the text of its key cell's link, or the whole value without a link.
package struct RowName: Sendable, Equatable {
  /// The kind of link that the name has.
  package enum Link: Sendable, Equatable {
    case none
    /// `[text](destination)`.
    case inline(destination: Range<Int>)
    /// A URL by itself, with or without `<` and `>`.
    case address(Range<Int>)
    /// An HTML tag.
    case html
    /// `[text][label]` or `[label]`: a link where the label is defined somewhere in the text.
    case reference(label: Range<Int>)
    /// `[text](` that is no link.
    case stray
  }

  /// The cell's value, in bytes of the line.
  package let value: Range<Int>
  /// The name with its markup.
  package private(set) var text: Range<Int>
  /// Its link.
  package private(set) var link = Link.none

  /// The URL of the name's link, if the cell has it.
  package var destination: Range<Int>? {
    switch link {
    case .inline(let destination): destination
    case .address(let address): address
    case .none, .html, .reference, .stray: nil
    }
  }

  /// Whether the name is the text of a link with a destination.
  var isInline: Bool { if case .inline = link { true } else { false } }

  /// Reads the value of a key cell.
  ///
  /// - Complexity: O(value)
  package init(_ line: Span<UInt8>, value: Range<Int>) {
    if let simple = SimpleLink(line, value) {
      self.init(simple)
      return
    }
    self.init(wholeValue: value)
    if !value.isEmpty { read(InlineLinks(in: line, value), line, value) }
  }

  /// A name without a link.
  private init(wholeValue value: Range<Int>) {
    self.value = value
    text = value
  }

  /// The name of a cell that is a simple link.
  init(_ simple: SimpleLink) {
    value = simple.range
    text = simple.text
    link = .inline(destination: simple.destination)
  }

  private mutating func read(_ inline: InlineLinks, _ line: Span<UInt8>, _ value: Range<Int>) {
    if let found = inline.links.first(where: { !$0.isImage }) {
      text = found.text
      link = .inline(destination: found.destination)
    } else if let stray = inline.strays.first {
      if !stray.text.isEmpty { text = stray.text }
      link = .stray
    } else if let address = Self.address(inline, line, value) {
      link = .address(address)
      // Without the brackets of an autolink.
      if inline.opaque.first == value { text = address }
      nameBracketsAtStart(inline, value)
    } else if inline.opaque.contains(where: { line.hasPrefix("<a ", at: $0.lowerBound) }) {
      link = .html
    } else if let brackets = inline.brackets.first {
      link = .reference(label: Self.label(inline, line, brackets))
      let isWhole = brackets.upperBound + 1 == value.upperBound
      if isWhole || line.hasPrefix("][", at: brackets.upperBound) {
        nameBracketsAtStart(inline, value)
      }
    }
  }

  /// Takes the text in brackets at the value's start as the name.
  private mutating func nameBracketsAtStart(_ inline: InlineLinks, _ value: Range<Int>) {
    guard let brackets = inline.brackets.first, !brackets.isEmpty,
      brackets.lowerBound == value.lowerBound + 1
    else { return }
    text = brackets
  }

  private static func address(
    _ inline: InlineLinks, _ line: Span<UInt8>, _ value: Range<Int>
  ) -> Range<Int>? {
    if let address = inline.autolinks.first { return address }
    let images = inline.links.map(\.range)
    let closed = (images + inline.opaque).sorted { $0.lowerBound < $1.lowerBound }
    return BareAutolink.first(in: line, value, outside: closed)
  }

  private static func label(
    _ inline: InlineLinks, _ line: Span<UInt8>, _ brackets: Range<Int>
  ) -> Range<Int> {
    let next = brackets.upperBound + 2
    let label = inline.brackets.first { $0.lowerBound == next }
    guard line.hasPrefix("][", at: brackets.upperBound), let label, !label.isEmpty else {
      return brackets
    }
    return label
  }

  /// Fingerprint of the name's URL, 0 for none.
  func linkKey(_ line: Span<UInt8>) -> UInt64 {
    guard let destination else { return 0 }
    guard lacksScheme(line), let address = url(line) else {
      return Fingerprint.ofURL(line, destination)
    }
    let bytes = ContiguousArray(address)
    return Fingerprint.ofURL(bytes.span, 0..<bytes.count)
  }

  /// The name's URL, with the scheme that renderers add before `www.`.
  func url(_ line: Span<UInt8>) -> [UInt8]? {
    guard let destination else { return nil }
    return (lacksScheme(line) ? Array("http://".utf8) : []) + line.array(destination)
  }

  private func lacksScheme(_ line: Span<UInt8>) -> Bool {
    guard case .address(let address) = link else { return false }
    return line.hasPrefix("www.", at: address.lowerBound)
  }
}
