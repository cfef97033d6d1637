import CatalogSchema
package import LineStore

/// A table's rows put in order: as few as can be are moved, all at once.
package struct RowSorting: Sendable {
  /// The edit: the lines from the first to the last that gets another row.
  package let edit: TextEdit
  /// Number of rows that move.
  package let movedRowCount: Int
}

extension Catalog {
  /// The sorting of a table, nil where no row has a better place.
  ///
  /// Rows without a name divide a table into sections, and what moves goes to the nearest place
  /// where previous ≤ row < next: inside a section, above the first or after the last. A row whose
  /// comment silences `unsorted-row` is not moved. No row passes a line of text.
  ///
  /// - Complexity: O(rows × log rows), for each row moved the sections between it and its place
  package func sorting(of table: CatalogTable) -> RowSorting? {
    if mergeConflicts.tableIDs.contains(table.id) { return nil }
    let sections = sections(of: table)
    var moves = RowMoves(sections.map(\.sorted), parts: sections.map(\.part))
    for section in sections {
      for row in section.unsorted { moves.move(row, fromSection: section.index) }
    }
    let order = moves.order(of: table.bodyLines)
    guard let first = order.first(where: { $0.line != $0.source })?.line,
      let last = order.last(where: { $0.line != $0.source })?.line
    else { return nil }
    var bytes: [UInt8] = []
    for (line, source) in order where first <= line && line <= last {
      bytes += Array(text.line(source))
      if line < last { bytes += text.withLine(line) { _, ending in ending.text } }
    }
    let end = text.withLine(last) { bytes, _ in bytes.count }
    return RowSorting(
      edit: TextEdit(
        start: TextPosition(line: first, byteColumn: 0),
        end: TextPosition(line: last, byteColumn: end), replacement: bytes),
      movedRowCount: moves.count)
  }

  private func sections(of table: CatalogTable) -> [RowSection] {
    var sections: [RowSection] = []
    var rows: [NamedRow] = []
    var part = 0
    func close() {
      if !rows.isEmpty { sections.append(RowSection(rows, index: sections.count, part: part)) }
      rows = []
    }
    forEachLine(in: table.bodyLines) { line, metadata in
      if metadata.isText {
        close()
        part += 1
        return
      }
      if isPinned(line, metadata, table) { return }
      let name = SortName(name(ofLine: line, metadata))
      if name.isEmpty { close() } else { rows.append(NamedRow(line: line, name: name)) }
    }
    close()
    return sections
  }

  /// Calls `body` with the metadata of each line of a range, in order.
  private func forEachLine(in lines: Range<Int>, _ body: (Int, LineMetadata) -> Void) {
    guard !lines.isEmpty else { return }
    var place = text.block(ofLine: lines.lowerBound)
    var line = lines.lowerBound
    while line < lines.upperBound, place.block < metadata.count {
      let block = metadata[place.block].lines
      for index in place.lineInBlock..<block.count where line < lines.upperBound {
        body(line, block[index])
        line += 1
      }
      place = (place.block + 1, 0)
    }
  }
}

/// A row with the name that it is sorted by.
private struct NamedRow {
  var line: Int
  var name: SortName

  static func isBefore(_ left: NamedRow, _ right: NamedRow) -> Bool {
    NameOrder.precedes(left.name, right.name)
  }
}

/// The rows between two rows without a name.
private struct RowSection {
  let index: Int
  /// The number of the lines that no row leaves.
  let part: Int
  /// The most rows that are in order.
  var sorted: [NamedRow] = []
  /// The others.
  var unsorted: [NamedRow] = []

  init(_ rows: [NamedRow], index: Int, part: Int) {
    self.index = index
    self.part = part
    let stays = Set(IncreasingSubsequence.longest(rows, isBefore: NamedRow.isBefore))
    for (index, row) in rows.enumerated() {
      if stays.contains(index) { sorted.append(row) } else { unsorted.append(row) }
    }
  }
}

/// Where rows move among those that stay.
private struct RowMoves {
  private let sections: [[NamedRow]]
  private let parts: [Int]
  /// The rows that move right before a line.
  private var arrivals: [Int: [NamedRow]] = [:]
  private var movedLines: Set<Int> = []

  /// The rows that stay, section by section.
  init(_ sections: [[NamedRow]], parts: [Int]) {
    self.sections = sections
    self.parts = parts
  }

  var count: Int { movedLines.count }

  /// Gives a row the nearest place that fits; if no place fits, the row stays.
  mutating func move(_ row: NamedRow, fromSection own: Int) {
    var best = place(row, inSection: own)
    func isWorthwhile(_ section: Int) -> Bool {
      guard let best, let first = sections[section].first, let last = sections[section].last else {
        return true
      }
      return min(abs(first.line - row.line), abs(last.line - row.line)) < abs(best - row.line)
    }
    func look(_ section: Int) -> Bool {
      guard sections.indices.contains(section), parts[section] == parts[own],
        isWorthwhile(section)
      else { return false }
      guard let place = place(row, inSection: section) else { return true }
      if best.map({ abs(place - row.line) < abs($0 - row.line) }) ?? true { best = place }
      return false
    }
    var above = own - 1
    while look(above) { above -= 1 }
    var below = own + 1
    while look(below) { below += 1 }
    guard let best else { return }
    arrivals[best, default: []].append(row)
    movedLines.insert(row.line)
  }

  /// The line before which a row fits into a section.
  private func place(_ row: NamedRow, inSection section: Int) -> Int? {
    let rows = sections[section]
    let place = rows.partitioningIndex { NamedRow.isBefore(row, $0) }
    if place == 0 { return isEdge(section, section - 1) ? rows.first?.line : nil }
    if place < rows.count { return rows[place].line }
    return isEdge(section, section + 1) ? rows.last.map { $0.line + 1 } : nil
  }

  /// Whether a section is the first or last of its part: the one next to it is of another.
  private func isEdge(_ section: Int, _ next: Int) -> Bool {
    !parts.indices.contains(next) || parts[next] != parts[section]
  }

  /// Each line with the line whose row it gets.
  func order(of lines: Range<Int>) -> [(line: Int, source: Int)] {
    var sources: [Int] = []
    for line in lines.lowerBound..<lines.upperBound + 1 {
      sources += arrivals[line, default: []].sorted(by: NamedRow.isBefore).map(\.line)
      if line < lines.upperBound, !movedLines.contains(line) { sources.append(line) }
    }
    return Array(zip(lines, sources)).map { (line: $0.0, source: $0.1) }
  }
}
