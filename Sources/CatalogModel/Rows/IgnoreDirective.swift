import CatalogSchema
import TableSyntax

/// The ignore comments of a row: `<!-- mdcatalog-ignore CODE… -->`; without a code, all rules.
struct IgnoreDirective {
  /// A comment with the words that it names.
  struct Comment {
    var range: Range<Int>
    /// With the blank that was put before it.
    var rangeWithBlank: Range<Int>
    /// What is left where the comment goes.
    var remainder: [UInt8]
    var codes: [String]
  }

  private(set) var comments: [Comment] = []

  /// No comments.
  static let none = IgnoreDirective()

  private init() {}

  /// Reads the comments of a row.
  init(_ line: Span<UInt8>, _ row: Row) {
    for range in row.comments {
      let words = Self.words(line, range)
      guard words.first == "mdcatalog-ignore" else { continue }
      let start = range.lowerBound
      let hasBlank = start > 1 && line[start - 1] == 0x20 && line[start - 2] != UInt8(ascii: "|")
      comments.append(
        Comment(
          range: range, rangeWithBlank: (hasBlank ? start - 1 : start)..<range.upperBound,
          remainder: row.remainder(ofComment: range, line), codes: Array(words.dropFirst())))
    }
  }

  /// Whether there is any.
  var isPresent: Bool { !comments.isEmpty }

  /// Whether a rule may not speak of this row.
  func silences(_ rule: RuleCode) -> Bool {
    comments.contains { $0.codes.isEmpty || $0.codes.contains(rule.rawValue) }
  }

  private static func words(_ line: Span<UInt8>, _ comment: Range<Int>) -> [String] {
    guard comment.count >= 7 else { return [] }
    let inside = line.string(comment.lowerBound + 4..<comment.upperBound - 3)
    return inside.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
  }

  /// The role of a line whose comment, from a byte offset on, is a mark around whole tables and has
  /// nothing behind it; nil of another line.
  static func mark(_ line: Span<UInt8>, from start: Int) -> LineFacts.Role? {
    let word = line.skip(while: \.isBlank, from: start + 4)
    let isStart = line.hasPrefix("mdcatalog-ignore-start", at: word)
    guard isStart || line.hasPrefix("mdcatalog-ignore-end", at: word) else { return nil }
    let close = line.skip(while: \.isBlank, from: word + (isStart ? 22 : 20))
    guard line.hasPrefix("-->", at: close),
      line.skip(while: \.isBlank, from: close + 3) == line.count
    else { return nil }
    return isStart ? .ignoreStart : .ignoreEnd
  }
}

extension Row {
  /// What to put in a comment's place: a pipe for the last comment of a last cell with nothing
  /// else, which would be no cell without it.
  fileprivate func remainder(ofComment comment: Range<Int>, _ line: Span<UInt8>) -> [UInt8] {
    guard comment == comments.last, let last = cells.last, last.value.isEmpty else {
      return []
    }
    return closed(RowSplitter.trimmed(last.range, in: line), [], line)
  }
}
