/// Start and end conditions of HTML blocks (GFM 0.29 §4.6).
enum HTMLBlockStarts {
  /// The kind of HTML block that starts at a byte; condition 7 only where `mayBeAnyTag`.
  static func kind(
    _ line: Span<UInt8>, at start: Int, mayBeAnyTag: Bool
  ) -> HTMLBlockKind? {
    guard start < line.count, line[start] == UInt8(ascii: "<") else { return nil }
    if line.hasPrefix("<!--", at: start) { return .comment }
    if line.hasPrefix("<?", at: start) { return .processingInstruction }
    if line.hasPrefix("<![CDATA[", at: start) { return .cdata }
    if line.hasPrefix("<!", at: start) {
      let next = start + 2
      return next < line.count && (0x41...0x5A).contains(line[next]) ? .declaration : nil
    }
    if startsRawText(line, at: start) { return .rawText }
    if startsKnownTag(line, at: start) { return .untilBlank }
    return mayBeAnyTag && isLoneTag(line, at: start) ? .untilBlank : nil
  }

  /// Whether a line, from a byte on, ends a block of this kind.
  static func ends(_ kind: HTMLBlockKind, _ line: Span<UInt8>, from start: Int) -> Bool {
    switch kind {
    case .rawText:
      (["</script>", "</pre>", "</style>", "</textarea>"] as [StaticString])
        .contains { line.contains($0, from: start) }
    case .comment: line.contains("-->", from: start)
    case .processingInstruction: line.contains("?>", from: start)
    case .declaration: line.contains(">", from: start)
    case .cdata: line.contains("]]>", from: start)
    case .untilBlank: false
    }
  }

  private static func startsRawText(_ line: Span<UInt8>, at start: Int) -> Bool {
    let end = line.skip(while: \.isLetter, from: start + 1)
    let isRaw = (["script", "pre", "style", "textarea"] as [StaticString]).contains {
      line.hasPrefix($0, at: start + 1) && end == start + 1 + $0.utf8CodeUnitCount
    }
    return isRaw && (end == line.count || line[end].isSpace || line[end] == UInt8(ascii: ">"))
  }

  private static func startsKnownTag(_ line: Span<UInt8>, at start: Int) -> Bool {
    var nameStart = start + 1
    if nameStart < line.count, line[nameStart] == UInt8(ascii: "/") { nameStart += 1 }
    let end = line.skip(while: { $0.isLetter || $0.isDigit }, from: nameStart)
    guard end > nameStart, end - nameStart <= 10 else { return false }
    let name = String(
      decoding: (nameStart..<end).map { line[$0].lowercasedASCII }, as: UTF8.self)
    guard blockTagNames.contains(name) else { return false }
    if end == line.count || line[end].isSpace || line[end] == UInt8(ascii: ">") { return true }
    return line.hasPrefix("/>", at: end)
  }

  /// A complete open or closing tag with only white space after it.
  private static func isLoneTag(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard let end = HTMLTag.end(line, from: start + 1) else { return false }
    return line.skip(while: { $0.isBlank || $0 == 0x0C }, from: end) == line.count
  }

  private static let blockTagNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
