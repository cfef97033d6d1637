public import LineStore

/// Metadata at the very top of a text, which is no Markdown: YAML between lines of `---` whose
/// first line is a key, perhaps after blank lines and comments, or TOML between lines of `+++`.
///
/// Lines above the end mean this only if there is an end, so it is found before they are read.
enum FrontMatter: Sendable {
  case yaml, toml

  /// Lines in which the end is searched: an edit of a text without one reads as many.
  static let lineCountMax = 10_000

  /// The front matter of a text, nil for none.
  ///
  /// - Complexity: O(1) unless the first line begins one, else O(its lines)
  init?(of text: LineText) {
    guard let kind = text.withLine(0, { line, _ in Self.opened(by: line) }) else { return nil }
    self = kind
    if kind == .yaml, !Self.beginsWithKey(text) { return nil }
    var isClosed = false
    text.forEachLine(in: 1..<min(text.lineCount, Self.lineCountMax)) { _, line, _ in
      isClosed = kind.isClosed(by: line)
      return !isClosed
    }
    if !isClosed { return nil }
  }

  /// Whether the first line after the mark is a key. Blank lines and then comments may be before it
  /// where all that follows looks like YAML: headings may be there as well.
  private static func beginsWithKey(_ text: LineText) -> Bool {
    if text.withLine(1, { line, _ in isKey(line) }) { return true }
    var hasComment = false
    var hasKey = false
    var isYAML = true
    text.forEachLine(in: 1..<min(text.lineCount, lineCountMax)) { _, line, _ in
      let isBlank = line.skip(while: \.isBlank, from: 0) == line.count
      if FrontMatter.yaml.isClosed(by: line) { return false }
      if hasKey {
        isYAML =
          isBlank || isKey(line) || line[0].isBlank || line.hasPrefix("#", at: 0)
          || line.hasPrefix("- ", at: 0)
      } else if line.hasPrefix("#", at: 0) {
        hasComment = true
      } else if isKey(line) {
        hasKey = true
      } else {
        isYAML = isBlank && !hasComment
      }
      return isYAML
    }
    return hasKey && isYAML
  }

  private static func opened(by line: Span<UInt8>) -> FrontMatter? {
    let start = line.hasPrefix("\u{FEFF}", at: 0) ? 3 : 0
    if line.isMark("---", from: start) { return .yaml }
    return line.isMark("+++", from: start) ? .toml : nil
  }

  /// Whether a line after the first ends it; YAML also ends at `...`.
  func isClosed(by line: Span<UInt8>) -> Bool {
    switch self {
    case .yaml: line.isMark("---", from: 0) || line.isMark("...", from: 0)
    case .toml: line.isMark("+++", from: 0)
    }
  }

  /// Whether a line is a key of YAML with its colon, perhaps with its value.
  private static func isKey(_ line: Span<UInt8>) -> Bool {
    guard let first = line.first, !"[]{},#&*!|>%@`-?: \t".utf8.contains(first) else { return false }
    var start = 0
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      start = line.skip(while: { $0 != first }, from: 1)
    }
    for index in start..<line.count {
      if line[index] == UInt8(ascii: "|") { return false }
      if line[index] == UInt8(ascii: ":"), index + 1 == line.count || line[index + 1].isBlank {
        return true
      }
    }
    return false
  }
}

extension BlockState {
  /// The state before the first line of a text.
  ///
  /// - Complexity: O(lines of the front matter)
  public init(beforeFirstLineOf text: LineText) {
    if let frontMatter = FrontMatter(of: text) { leaf = .frontMatter(frontMatter) }
  }
}

extension Span where Element == UInt8 {
  /// Whether only a mark is from an offset on, with spaces after it.
  fileprivate func isMark(_ mark: StaticString, from start: Int) -> Bool {
    hasPrefix(mark, at: start)
      && skip(while: \.isBlank, from: start + mark.utf8CodeUnitCount) == count
  }
}
