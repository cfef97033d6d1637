import CatalogSchema
import LineStore
import TableSyntax

extension Catalog {
  /// What stays of a problem where its row is moved or formatted: 64 bits of its rule, its row's
  /// name and the value it is about.
  ///
  /// Equal on every machine and in every version, as files hold it. A row without a name goes by
  /// its first value, a line outside tables by its text; an empty value by its column's header.
  ///
  /// - Complexity: O(line)
  package func fingerprint(of problem: Problem) -> UInt64 {
    let line = problem.range.lowerBound.line
    var hash = FingerprintHasher()
    hash.add(part: problem.rule.rawValue.utf8)
    hash.add(part: rowTitle(ofLine: line))
    let value = problem.insertionByteColumn == nil ? valueBytes(of: problem) : []
    let byteColumn = problem.insertionByteColumn ?? problem.range.lowerBound.byteColumn
    hash.add(part: value.isEmpty ? columnTitle(line, byteColumn) : value)
    return hash.finish()
  }

  /// What people know a line by: its row's name, else its first value, else the whole line.
  private func rowTitle(ofLine line: Int) -> [UInt8] {
    guard let table = table(atLine: line) else {
      return text.withLine(line) { bytes, _ in bytes.withoutBlanks(in: 0..<bytes.count) }
    }
    let name = name(ofLine: line, in: table)
    if !name.isEmpty { return name }
    return withRow(line, in: table) { bytes, row in
      let value = row.cells.first { !$0.value.isEmpty }?.value ?? 0..<bytes.count
      return bytes.withoutBlanks(in: value)
    }
  }

  private func valueBytes(of problem: Problem) -> [UInt8] {
    let range = problem.range
    let isOneLine = range.lowerBound.line == range.upperBound.line
    return text.withLine(range.lowerBound.line) { bytes, _ in
      let start = range.lowerBound.byteColumn
      let end = isOneLine ? range.upperBound.byteColumn : bytes.count
      return bytes.withoutBlanks(in: start..<max(start, end))
    }
  }

  private func columnTitle(_ line: Int, _ byteColumn: Int) -> [UInt8] {
    guard let table = table(atLine: line) else { return [] }
    let cell = withRow(line, in: table) { _, row in row.cellIndex(atByteColumn: byteColumn) }
    return cell.map { Array(table.plan.title($0).utf8) } ?? []
  }
}

extension FingerprintHasher {
  /// Adds a part that no other runs into: 0xFF is in no UTF-8.
  fileprivate mutating func add(part: some Sequence<UInt8>) {
    for byte in part { add(byte) }
    add(0xFF)
  }
}

extension Span where Element == UInt8 {
  /// The bytes of a range but spaces and tabs, which formatting adds and takes away.
  fileprivate func withoutBlanks(in range: Range<Int>) -> [UInt8] {
    range.clamped(to: 0..<count).map { self[$0] }.filter { $0 != 0x20 && $0 != 0x09 }
  }
}
