import CatalogSchema

/// The items of a list are not separated by a comma and a blank.
///
/// `CT/MRI` reads as one value; with a comma and a blank, both are found. Empty items and missing
/// or doubled blanks are found too. A column may have another delimiter.
///
/// Bad: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT/MRI | 3D |`
/// Good: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT, MRI | 3D |`
enum ListSeparatorRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded && !cell.items.isEmpty && !cell.isOneItem {
      let delimiter = reading.plan.columns[cell.column].demands.delimiter
      let pieces = pieces(of: cell)
      if isWellSeparated(cell, pieces, delimiter, line) { continue }
      sink.report(.listSeparator, cell.content) {
        let separator = quoted(String(decoding: delimiter, as: UTF8.self))
        return Explanation(
          message: "The items of \(line.quoted(cell.content)) must be separated by \(separator)",
          fix: RowFix(
            title: "Separate the items by \(separator)",
            edits: edits(reading, cell.content, pieces, delimiter, line)))
      }
    }
  }

  /// What stands between the separators, and is something.
  private static func pieces(of cell: CellReading) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(cell.items.count)
    for item in cell.items {
      if let parts = item.pieces {
        pieces += parts.lazy.filter { !$0.isEmpty }
      } else if !item.range.isEmpty {
        pieces.append(item.range)
      }
    }
    return pieces
  }

  private static func isWellSeparated(
    _ cell: CellReading, _ pieces: [Range<Int>], _ delimiter: [UInt8], _ line: Span<UInt8>
  ) -> Bool {
    guard let first = pieces.first, let last = pieces.last,
      isBlank(line, cell.content.lowerBound..<first.lowerBound),
      isBlank(line, last.upperBound..<cell.content.upperBound)
    else { return false }
    return zip(pieces, pieces.dropFirst()).allSatisfy {
      reads(line, $0.upperBound..<$1.lowerBound, delimiter)
    }
  }

  /// Whether nothing stands in a range but what other rules speak of.
  private static func isBlank(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.isEmpty || CleanValue(line, range)?.trimmed.isEmpty == true
  }

  /// Whether a range reads as a text once what nobody sees is gone.
  private static func reads(
    _ line: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    line.extracting(range).equals(text)
      || CleanValue(line, range)?.bytes.elementsEqual(text) == true
  }

  private static func edits(
    _ reading: RowReading, _ value: Range<Int>, _ pieces: [Range<Int>], _ delimiter: [UInt8],
    _ line: Span<UInt8>
  ) -> [RowEdit] {
    guard let first = pieces.first, let last = pieces.last else {
      return [reading.edit(value, [], line)]
    }
    var edits = [reading.edit(value.lowerBound..<first.lowerBound, [], line)]
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      edits.append(reading.edit(piece.upperBound..<next.lowerBound, delimiter, line))
    }
    edits.append(reading.edit(last.upperBound..<value.upperBound, [], line))
    return edits.filter { !line.extracting($0.range).equals($0.replacement) }
  }
}
