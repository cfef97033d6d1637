import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// A text before a change, to find what the change added.
struct FormerText: Sendable {
  /// Its problems.
  var problems: ProblemCounts
  private let lines: LineSequence

  init(_ bytes: ContiguousArray<UInt8>, _ configuration: Configuration, rules: Set<RuleCode>) {
    let catalog = Catalog(utf8: bytes, configuration: configuration)
    problems = ProblemCounts(of: catalog, rules: rules)
    lines = LineSequence(textOf: catalog.text)
  }

  /// The lines of a text that are new or changed.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  func modifiedLines(in text: LineText) -> ModifiedLines {
    let changes = LineDifference.changes(from: lines, to: LineSequence(textOf: text))
    return ModifiedLines(ranges: changes.map(\.new))
  }
}

/// The lines of a text that a change added or changed.
struct ModifiedLines: Sendable {
  /// In order.
  fileprivate let ranges: [Range<Int>]

  /// Whether a problem or a related place is on one of the lines.
  func touch(_ problem: Problem) -> Bool {
    overlap(problem.range) || problem.related.contains { overlap($0.range) }
  }

  private func overlap(_ place: Range<TextPosition>) -> Bool {
    let first = ranges.partitioningIndex { $0.upperBound > place.lowerBound.line }
    return first < ranges.count && ranges[first].lowerBound <= place.upperBound.line
  }
}

extension LineSequence {
  /// The lines of a text without spaces, tabs and outer pipes, so that formatting is no change.
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
