import CatalogSchema
import TableSyntax

/// A quick look at a row that most rows pass: nothing for any rule to say, as many cells as
/// columns, no character that needs a second look. Whatever fails it is read in full, so it decides
/// nothing but the time a good row takes.
struct CleanRow {
  /// Values beyond which the memory of cells is emptied.
  private static let cellCountMax = 1 << 14

  /// A value of a vocabulary column that no rule objects to.
  private struct Cell {
    var bytes: [UInt8]
    var terms: [TermTally.Use]
  }

  private var cells: [UInt64: Cell] = [:]
  private var planID: ObjectIdentifier?

  private(set) var terms: [TermTally.Use] = []
  private(set) var nameKey: UInt64 = 0
  private(set) var linkKey: UInt64 = 0

  /// Whether the row passes; then `terms` and the keys are its own.
  ///
  /// - Complexity: O(line)
  mutating func passes(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> Bool {
    guard row.cellCount == plan.columns.count, row.comments.isEmpty, let key = plan.keyColumn else {
      return false
    }
    if planID != ObjectIdentifier(plan) || cells.count > Self.cellCountMax {
      cells.removeAll(keepingCapacity: true)
      planID = ObjectIdentifier(plan)
    }
    terms.removeAll(keepingCapacity: true)
    for column in row.values.indices {
      let value = row.values[column]
      if value.isEmpty { return false }
      let isClean =
        column == key
        ? isCleanKey(line, value)
        : plan.isTermColumn[column]
          ? isCleanList(line, value, column, plan) : isCleanText(line, value)
      if !isClean { return false }
    }
    return true
  }

  private mutating func isCleanKey(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    guard let link = RowName.simpleLink(line, value), isCleanText(line, link.text) else {
      return false
    }
    let start = link.destination.lowerBound
    let host = line.hasPrefix("https://", at: start) ? start + 8 : start + 7
    guard host == start + 8 || line.hasPrefix("http://", at: start),
      host < link.destination.upperBound, line[host].isLetter || line[host].isDigit
    else { return false }
    for index in link.destination where line[index] >= 0x80 { return false }
    nameKey = Fingerprint.ofName(line, link.text)
    linkKey = Fingerprint.ofURL(line, link.destination)
    return true
  }

  /// No link, comment, escape, control or wide character.
  private func isCleanText(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    for index in value {
      let byte = line[index]
      if byte < 0x20 || byte >= 0x7F { return false }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") {
        return false
      }
    }
    return true
  }

  private mutating func isCleanList(
    _ line: Span<UInt8>, _ value: Range<Int>, _ column: Int, _ plan: TablePlan
  ) -> Bool {
    var hasher = FingerprintHasher()
    hasher.add(UInt8(truncatingIfNeeded: column))
    for index in value { hasher.add(line[index]) }
    let fingerprint = hasher.finish()
    if let known = cells[fingerprint] {
      guard line.extracting(value).equals(known.bytes),
        known.terms.first?.column == column
      else { return false }
      terms += known.terms
      return true
    }
    guard let found = cleanTerms(line, value, column, plan) else { return false }
    cells[fingerprint] = Cell(bytes: line.array(value), terms: found)
    terms += found
    return true
  }

  /// The terms of a list that is written as it should be.
  private func cleanTerms(
    _ line: Span<UInt8>, _ value: Range<Int>, _ column: Int, _ plan: TablePlan
  ) -> [TermTally.Use]? {
    let planned = plan.columns[column]
    guard let vocabulary = planned.vocabulary, let schemaColumn = planned.column else { return nil }
    let items = ListValue.items(line, value, delimiter: schemaColumn.delimiterByte)
    let delimiter = Array(schemaColumn.delimiter.utf8)
    var found: [TermTally.Use] = []
    for (index, item) in items.enumerated() {
      guard case .preferred(let term) = vocabulary.matchLabel(line, item) else { return nil }
      let use = TermTally.Use(column: column, term: term)
      if found.contains(use) { return nil }
      found.append(use)
      if index > 0 {
        let gap = items[index - 1].upperBound..<item.lowerBound
        if !line.extracting(gap).equals(delimiter) { return nil }
      }
    }
    return found
  }
}
