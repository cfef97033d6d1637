import LineStore
import TableSyntax

extension RowProblem {
  /// Shows an insertion point on the pipe or value next to it.
  mutating func showInsertion(_ line: Span<UInt8>) {
    if !range.isEmpty { return }
    insertion = range.lowerBound
    range = line.shownPlace(ofInsertion: range.lowerBound)
  }
}

extension Catalog {
  /// A problem whose empty range is widened to the pipe or value next to it.
  func showingInsertion(_ problem: Problem) -> Problem {
    guard problem.range.isEmpty else { return problem }
    var problem = problem
    let place = problem.range.lowerBound
    problem.insertionByteColumn = place.byteColumn
    problem.range = text.withLine(place.line) { bytes, _ in
      TextPosition.range(place.line, bytes.shownPlace(ofInsertion: place.byteColumn))
    }
    return problem
  }
}

extension Span where Element == UInt8 {
  /// The pipe before a byte, else the value around it, at a line's start the pipe or value after
  /// it; empty in a blank line.
  fileprivate func shownPlace(ofInsertion byteColumn: Int) -> Range<Int> {
    let pipe = UInt8(ascii: "|")
    let place = Swift.min(byteColumn, count)
    let before = withoutBlanks(0..<place)
    if let last = before.last, self[last] == pipe { return last..<last + 1 }
    if before.isEmpty, let first = withoutBlanks(0..<count).first, self[first] == pipe {
      return first..<first + 1
    }
    var start = place
    while start > 0, self[start - 1] != pipe { start -= 1 }
    return withoutBlanks(start..<firstIndex(of: pipe, in: place..<count))
  }
}
