import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// A text as it was before a change, to tell what the change has brought.
struct FormerText: Sendable {
  /// Its problems.
  let problems: ProblemCounts
  private let lines: LineSequence

  init(_ bytes: ContiguousArray<UInt8>, _ configuration: Configuration, rules: RuleSet) {
    let catalog = Catalog(utf8: bytes, configuration: configuration)
    problems = ProblemCounts(of: catalog, rules: rules)
    lines = LineSequence(textOf: catalog.text)
  }

  /// The lines of a text that are others than before, or new.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  func changedLines(in text: LineText) -> ChangedLines {
    let changes = LineDifference.changes(from: lines, to: LineSequence(textOf: text))
    return ChangedLines(ranges: changes.map(\.new))
  }
}

/// Ranges of lines, in order.
struct ChangedLines: Sendable {
  fileprivate let ranges: [Range<Int>]

  /// Whether a problem speaks of one of the lines.
  func touch(_ problem: Problem) -> Bool {
    overlap(problem.range) || problem.related.contains { overlap($0.range) }
  }

  private func overlap(_ place: Range<TextPosition>) -> Bool {
    let first = ranges.partitioningIndex { $0.upperBound > place.lowerBound.line }
    return first < ranges.count && ranges[first].lowerBound <= place.upperBound.line
  }
}

extension LineSequence {
  /// The lines of a text as they read without what formatting may change: blanks, and the pipes at
  /// a row's ends. Who formats a list on save has not touched each of its rows.
  fileprivate init(textOf text: LineText) {
    var bytes = ContiguousArray<UInt8>()
    text.forEachLine(in: 0..<text.lineCount) { _, line, _ in
      let start = bytes.count
      for index in 0..<line.count where !Self.isBlank(line[index]) {
        let isOpeningPipe = bytes.count == start && line[index] == UInt8(ascii: "|")
        if !isOpeningPipe { bytes.append(line[index]) }
      }
      if bytes.count > start, bytes.last == UInt8(ascii: "|") { bytes.removeLast() }
      bytes.append(UInt8(ascii: "\n"))
      return true
    }
    self.init(linesByLineFeedOf: bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
