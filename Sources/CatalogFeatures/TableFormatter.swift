package import LineStore
package import TableSyntax

/// Formats one table: which layout it takes, and what each of its lines becomes.
package struct TableFormatter: Sendable {
  /// The table's place in the text.
  package let table: Table
  /// The form its rows are given.
  package let layout: RowLayout

  /// Chooses the layout of a table.
  ///
  /// - Complexity: O(bytes of the table)
  package init(table: Table, in text: LineText, style: TableStyle) {
    self.table = table
    let survey = TableSurvey(table: table, in: text)
    let isAligned = survey.choosesAligned(style)
    layout = RowLayout(
      columnWidths: isAligned ? survey.columnWidths : nil, alignments: survey.alignments)
  }

  /// What a line of the table becomes, without its ending; nil where it stays as it is.
  package func formatted(line: Int, in text: LineText) -> [UInt8]? {
    text.withLine(line) { bytes, _ in
      let offset = table.contentOffset(ofLine: line)
      let new =
        line == table.delimiterLine
        ? layout.delimiterRow(bytes, from: offset) : layout.row(bytes, from: offset)
      if bytes.equals(new) { return nil }
      return Self.keepsCells(of: bytes, in: new, from: offset) ? new : nil
    }
  }

  /// A line whose cells would change stays as it is: the rendered page must not.
  private static func keepsCells(
    of old: Span<UInt8>, in new: [UInt8], from contentOffset: Int
  ) -> Bool {
    let copy = ContiguousArray(new)
    let newLine = copy.span
    return RowSplitter.cellCount(old, from: contentOffset)
      == RowSplitter.cellCount(newLine, from: contentOffset)
  }
}

extension Span where Element == UInt8 {
  func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for index in indices where self[index] != bytes[index] { return false }
    return true
  }
}
