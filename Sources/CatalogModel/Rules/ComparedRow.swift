import LineStore
import TableSyntax

/// A row as it is compared with another one of the same name.
struct ComparedRow {
  /// A cell's value, and what it shows.
  private struct Cell {
    /// As it is written.
    var value: [UInt8]
    /// Letters and digits, in small letters.
    var text: [UInt8]
    /// Fingerprint of its first URL, 0 for none.
    var linkKey: UInt64
    /// Whether it is a number, with or without a unit.
    var isNumber: Bool
  }

  private let cells: [Cell]
  private let key: Int
  /// The name in small letters.
  private let name: SortName
  /// The last two labels of the host of the name's link.
  private let domain: [UInt8]
  /// Letters and digits after the name's link.
  private let addition: [UInt8]
  /// Whether the row has comments.
  let hasComments: Bool

  /// Reads a row whose name is in a cell.
  ///
  /// - Complexity: O(line)
  init(_ line: Span<UInt8>, _ row: Row, nameCell: Int) {
    key = nameCell
    hasComments = !row.comments.isEmpty
    cells = row.cells.map { cell in
      let text = line.folded(cell.value)
      return Cell(
        value: line.array(cell.value), text: text,
        linkKey: RowName(line, value: cell.value).linkKey(line), isNumber: Self.isNumber(text))
    }
    let rowName = RowName(line, value: row.cells[nameCell].value)
    var name = SortName()
    name.read(line, rowName.text)
    self.name = name
    let end = rowName.destination?.upperBound ?? rowName.value.upperBound
    addition = line.folded(end..<max(end, rowName.value.upperBound))
    domain = rowName.destination.map { Self.domain(line, $0) } ?? []
  }

  /// Whether more than half of a text are digits, and the first byte is one.
  private static func isNumber(_ text: [UInt8]) -> Bool {
    text.first?.isDigit == true && text.count(where: \.isDigit) * 2 > text.count
  }

  private static func domain(_ line: Span<UInt8>, _ url: Range<Int>) -> [UInt8] {
    let labels = line.array(URLParts(line, url).host).map(\.lowercasedASCII)
      .split(separator: UInt8(ascii: "."))
    return Array(labels.suffix(2).joined(separator: [UInt8(ascii: ".")]))
  }

  /// What two rows of the same name have in common.
  enum Relation {
    /// All cells are equal.
    case row
    /// They have the same link; names may differ by spaces and hyphens.
    case entry(isSameName: Bool)
    /// The name alone.
    case name
  }

  /// How a row relates to an earlier one of the same name: nil where the rows are plainly about two
  /// things. Such rows have other words after the name, another category before it, or other
  /// measurements, or they are next to each other with links to different sites. Names without
  /// links need another link in common, and all other cells but one.
  func relation(to earlier: ComparedRow, isNext: Bool) -> Relation? {
    if cells.map(\.value) == earlier.cells.map(\.value) { return .row }
    guard key == earlier.key, addition == earlier.addition else { return nil }
    var sharesLink = false
    var differenceCount = 0
    for (column, (own, other)) in zip(cells, earlier.cells).enumerated() where column != key {
      if own.isNumber, other.isNumber {
        // Before the name they count rows.
        if column > key, own.text != other.text { return nil }
      } else if column < key, own.text != other.text {
        return nil
      }
      if own.linkKey != 0, own.linkKey == other.linkKey { sharesLink = true }
      if column > key, own.text != other.text { differenceCount += 1 }
    }
    let (link, otherLink) = (cells[key].linkKey, earlier.cells[key].linkKey)
    if link != 0, link == otherLink { return .entry(isSameName: name == earlier.name) }
    if link == 0, otherLink == 0 { return sharesLink && differenceCount <= 1 ? .name : nil }
    return isNext && domain != earlier.domain ? nil : .name
  }
}

extension Span where Element == UInt8 {
  /// The letters and digits of a text, in small letters, and all that is beyond ASCII.
  fileprivate func folded(_ range: Range<Int>) -> [UInt8] {
    array(range).filter { $0 >= 0x80 || $0.isLetter || $0.isDigit }.map(\.lowercasedASCII)
  }
}

extension Catalog {
  /// The earlier row of the same name that a row repeats most of: the first one of the table, or
  /// the one directly above.
  func repeatedRow(
    of row: PlacedRow, in table: CatalogTable
  ) -> (line: Int, relation: ComparedRow.Relation)? {
    guard let first = earlierLine(than: row, sharing: .name, in: table) else { return nil }
    let above = row.line - 1
    let isAboveAlike = above > first && lineMetadata(above).nameKey == row.metadata.nameKey
    let own = comparedRow(row.line, in: table)
    var found: (line: Int, relation: ComparedRow.Relation)?
    for line in [first] + (isAboveAlike ? [above] : []) {
      guard let own, let other = comparedRow(line, in: table),
        let relation = own.relation(to: other, isNext: line == above)
      else { continue }
      if case .row = relation { return (line, relation) }
      if found == nil { found = (line, relation) }
    }
    return found
  }

  /// A row as it is compared with others; nil for one without a name.
  func comparedRow(_ line: Int, in table: CatalogTable) -> ComparedRow? {
    let nameCell = Int(lineMetadata(line).nameCell)
    return withRow(line, in: table) { bytes, row in
      nameCell < row.cellCount ? ComparedRow(bytes, row, nameCell: nameCell) : nil
    }
  }
}
