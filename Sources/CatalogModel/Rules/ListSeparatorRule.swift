import CatalogSchema

/// The items of a list are not parted by a comma and a blank.
///
/// `CT/MRI` reads as one value; with a comma and a blank, both are found. Empty items and missing
/// or doubled blanks are found too.
///
/// Bad: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT/MRI | 3D |`
/// Good: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT, MRI | 3D |`
enum ListSeparatorRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded && !cell.items.isEmpty {
      let delimiter = Array((reading.plan.columns[cell.column].column?.delimiter ?? ", ").utf8)
      let pieces = cell.items.flatMap { $0.pieces ?? [$0.range] }.filter { !$0.isEmpty }
      if isWellParted(cell, pieces, delimiter, line) { continue }
      sink.report(.listSeparator, cell.value) {
        let shown = String(decoding: delimiter, as: UTF8.self)
        return Explanation(
          message: "The items of “\(line.string(cell.value))” must be parted by “\(shown)”",
          fix: RowFix(
            title: "Part the items by “\(shown)”",
            edits: edits(cell.value, pieces, delimiter, line)))
      }
    }
  }

  private static func isWellParted(
    _ cell: CellReading, _ pieces: [Range<Int>], _ delimiter: [UInt8], _ line: Span<UInt8>
  ) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    guard first.lowerBound == cell.value.lowerBound, last.upperBound == cell.value.upperBound
    else { return false }
    return zip(pieces, pieces.dropFirst()).allSatisfy {
      line.extracting($0.upperBound..<$1.lowerBound).equals(delimiter)
    }
  }

  private static func edits(
    _ value: Range<Int>, _ pieces: [Range<Int>], _ delimiter: [UInt8], _ line: Span<UInt8>
  ) -> [RowEdit] {
    guard let first = pieces.first, let last = pieces.last else {
      return [RowEdit(range: value, replacement: [])]
    }
    var edits = [RowEdit(range: value.lowerBound..<first.lowerBound, replacement: [])]
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      edits.append(RowEdit(range: piece.upperBound..<next.lowerBound, replacement: delimiter))
    }
    edits.append(RowEdit(range: last.upperBound..<value.upperBound, replacement: []))
    return edits.filter { !line.extracting($0.range).equals($0.replacement) }
  }
}
