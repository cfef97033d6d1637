import LineStore
import TableSyntax

/// A comment by which another formatter leaves tables as they are; this one does, too.
struct FormatMark {
  /// Formatters with comments of their own, and the word that these begin with.
  private static let words: [StaticString] = [
    "prettier-ignore", "dprint-ignore", "markdown-table-prettify-ignore",
  ]
  static let toolCount = words.count

  enum Kind: UInt64, CaseIterable {
    /// For what is directly below.
    case next
    /// For all up to the end.
    case start, end

    fileprivate var suffix: StaticString {
      switch self {
      case .next: ""
      case .start: "-start"
      case .end: "-end"
      }
    }
  }

  /// The number of the formatter.
  let tool: Int
  let kind: Kind

  /// The mark that a line's comment, from a byte offset on, is; nil for any other.
  init?(_ line: Span<UInt8>, from start: Int) {
    let word = line.skip(while: \.isBlank, from: start + 4)
    guard let tool = Self.words.firstIndex(where: { line.hasPrefix($0, at: word) }) else {
      return nil
    }
    let rest = word + Self.words[tool].utf8CodeUnitCount
    // The empty suffix is a prefix of all.
    guard let kind = Kind.allCases.last(where: { line.hasPrefix($0.suffix, at: rest) }) else {
      return nil
    }
    let close = line.skip(while: \.isBlank, from: rest + kind.suffix.utf8CodeUnitCount)
    guard line.hasPrefix("-->", at: close),
      line.skip(while: \.isBlank, from: close + 3) == line.count
    else { return nil }
    self.tool = tool
    self.kind = kind
  }

  /// The mark of a number.
  init?(number: UInt64) {
    guard number > 0, let kind = Kind(rawValue: (number - 1) % 3) else { return nil }
    tool = Int(clamping: (number - 1) / 3)
    self.kind = kind
  }

  /// Its number, which is never 0.
  var number: UInt64 { UInt64(clamping: tool) * 3 + kind.rawValue + 1 }
}
