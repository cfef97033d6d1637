import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Rows with marks below them, and the header of most of them.
struct MarkedRows {
  static let header = """
    | Dataset | Description | Task | Modality | Dim. |
    | --- | --- | --- | --- | --- |

    """

  private(set) var lines: [String] = []
  private(set) var expected: Set<String> = []
  private(set) var messages: [String] = []

  init(_ marked: String) {
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let (columns, code, words) = Self.mark(line) else {
        lines.append(String(line))
        continue
      }
      expected.insert("\(lines.count - 1):\(columns) \(code)")
      messages.append(words)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  private static func mark(
    _ line: Substring
  ) -> (columns: Range<Int>, code: String, words: String)? {
    let start = line.prefix { $0 == " " }.count
    let carets = line.dropFirst(start).prefix { $0 == "^" }.count
    guard carets > 0 else { return nil }
    let rest = line.dropFirst(start + carets + 1)
    let parts = rest.split(separator: ":", maxSplits: 1)
    let words = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    return (start..<start + carets, String(parts.first ?? ""), String(words))
  }

  func show(_ problem: Problem) -> String {
    let line = problem.range.lowerBound.line
    let bytes = Array(lines[line].utf8)
    func column(_ byte: Int) -> Int { bytes.prefix(byte).count { $0 & 0xC0 != 0x80 } }
    let start = column(problem.range.lowerBound.byteColumn)
    let end = max(start + 1, column(problem.range.upperBound.byteColumn))
    return "\(line):\(start)..<\(end) \(problem.rule.rawValue)"
  }
}

/// Rules as a person reads them: below a line, `^^^ code: words of the message` expects a problem
/// at these columns (a single `^` also matches an empty range). Any other problem fails the test.
protocol RuleSuite {}

extension RuleSuite {
  /// `unsorted-row` and `unformatted-table` have tests of their own.
  private var others: Set<RuleCode> { ["unsorted-row", "unformatted-table"] }

  func check(
    _ marked: String, header: String = MarkedRows.header,
    with configuration: Configuration = .closed, at place: SourceLocation = #_sourceLocation
  ) {
    let rows = MarkedRows(header + marked)
    let catalog = Catalog(utf8: ContiguousArray(rows.text.utf8), configuration: configuration)
    let found = catalog.problems().filter { !others.contains($0.rule) }
    #expect(Set(found.map(rows.show)) == rows.expected, sourceLocation: place)
    for words in rows.messages where !words.isEmpty {
      let isSaid = found.contains { $0.message.contains(words) }
      #expect(isSaid, "“\(words)” not in \(found.map(\.message))", sourceLocation: place)
    }
  }

  /// A text after all safe fixes, or after all unsafe fixes.
  func fixed(
    _ text: String, header: String = MarkedRows.header, _ isSafe: Bool = true,
    with configuration: Configuration = .closed
  ) -> String {
    var catalog = Catalog(
      utf8: ContiguousArray((header + text).utf8), configuration: configuration)
    for _ in 0..<20 {
      guard
        let fix = catalog.problems().compactMap(\.fix).first(where: { $0.isSafe == isSafe })
      else { break }
      catalog.apply(together: fix.edits)
    }
    return String(String(decoding: catalog.text.bytes, as: UTF8.self).dropFirst(header.count))
  }

  /// A configuration from its text; an error in it fails the test.
  func configuration(_ source: String) -> Configuration {
    let read = Configuration.read(Array(source.utf8))
    #expect(read.problems.isEmpty)
    return read.configuration
  }
}
