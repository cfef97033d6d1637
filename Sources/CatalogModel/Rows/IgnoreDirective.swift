import CatalogSchema
import TableSyntax

/// The ignore comments of a row: `<!-- mdcatalog-ignore CODE… -->`; without a code they silence all
/// rules.
struct IgnoreDirective {
  /// A comment with the codes that it names.
  struct Comment {
    var range: Range<Int>
    /// With the space before it.
    var rangeWithSpace: Range<Int>
    /// The text that takes the comment's place.
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
      let hasSpace = start > 1 && line[start - 1] == 0x20 && line[start - 2] != UInt8(ascii: "|")
      comments.append(
        Comment(
          range: range, rangeWithSpace: (hasSpace ? start - 1 : start)..<range.upperBound,
          remainder: row.remainder(ofComment: range, line), codes: Array(words.dropFirst())))
    }
  }

  /// Whether there is any.
  var isPresent: Bool { !comments.isEmpty }

  /// Whether a rule may not report this row.
  func silences(_ rule: RuleCode) -> Bool {
    !comments.isEmpty
      && comments.contains { $0.codes.isEmpty || $0.codes.contains(rule.rawValue) }
  }

  private static func words(_ line: Span<UInt8>, _ comment: Range<Int>) -> [String] {
    guard comment.count >= 7 else { return [] }
    let inside = line.string(comment.lowerBound + 4..<comment.upperBound - 3)
    return inside.split { $0 == " " || $0 == "," || $0 == "\t" }.map(String.init)
  }

  /// A comment around whole tables.
  enum Mark { case start, end }

  /// The mark that a line's comment, from a byte offset on, is; nil for a line with another comment
  /// or with text after it.
  static func mark(_ line: Span<UInt8>, from start: Int) -> Mark? {
    let word = line.skip(while: \.isBlank, from: start + 4)
    let isStart = line.hasPrefix("mdcatalog-ignore-start", at: word)
    guard isStart || line.hasPrefix("mdcatalog-ignore-end", at: word) else { return nil }
    let close = line.skip(while: \.isBlank, from: word + (isStart ? 22 : 20))
    guard line.hasPrefix("-->", at: close),
      line.skip(while: \.isBlank, from: close + 3) == line.count
    else { return nil }
    return isStart ? .start : .end
  }
}

extension Row {
  /// The text that takes a comment's place: a pipe for the last comment of a last cell with nothing
  /// else, since without it there would be no cell.
  fileprivate func remainder(ofComment comment: Range<Int>, _ line: Span<UInt8>) -> [UInt8] {
    guard comment == comments.last, let last = cells.last, last.value.isEmpty else {
      return []
    }
    return closed(RowSplitter.trimmed(last.range, in: line), [], line)
  }
}
