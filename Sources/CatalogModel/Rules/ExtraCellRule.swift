import CatalogSchema
import TableSyntax

/// A row has more cells than its table has columns.
///
/// Renderers drop what stands behind the last column, so readers never see it. A surplus cell that
/// is empty or repeats a value of its row can be taken away without loss.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D | MRI |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum ExtraCellRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    let row = reading.row
    let columnCount = reading.plan.columns.count
    guard row.cellCount > columnCount, let last = row.values.last else { return }
    let range = row.values[columnCount].lowerBound..<last.upperBound
    sink.report(.extraCell, range) {
      let count = row.cellCount - columnCount
      let what = count == 1 ? "a cell" : "\(count) cells"
      return Explanation(
        message: "Extra cell: the row has \(what) more than the table has columns",
        fix: fix(row, columnCount, line))
    }
  }

  private static func fix(_ row: Row, _ columnCount: Int, _ line: Span<UInt8>) -> RowFix? {
    let kept = row.values[..<columnCount]
    let isRepeated = row.values[columnCount...].allSatisfy { extra in
      extra.isEmpty || kept.contains { line.isEqual(extra, $0) }
    }
    guard isRepeated, row.comments.isEmpty, let last = row.cells.last else { return nil }
    let end = last.upperBound + (row.hasClosingPipe ? 1 : 0)
    return RowFix(
      title: "Remove the surplus cell",
      edits: [RowEdit(range: row.cells[columnCount].lowerBound..<end, replacement: [])])
  }
}

extension Span where Element == UInt8 {
  /// Whether two ranges hold the same bytes.
  func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
      return false
    }
    return true
  }

  /// A range as a string; a broken sequence becomes U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: array(range), as: UTF8.self)
  }

  /// A range, copied.
  package func array(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range.clamped(to: 0..<count))
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
