import LineStore
import TableSyntax

/// A delimiter row in the style of its table: with the outer pipes and the padding of the header or
/// of what is there of a delimiter row.
struct DelimiterRowText {
  private let header: TableLine
  /// The cells of the delimiter row that is there, in full.
  private let cells: [String]
  /// A row under the header that shows whether cells are aligned.
  private let row: TableLine?

  /// A delimiter row for a header.
  ///
  /// - Parameters:
  ///   - former: the line of a delimiter row with another number of cells
  ///   - row: the line of a row
  init(header: Int, former: Int? = nil, row: Int? = nil, in catalog: Catalog) {
    self.header = TableLine(header, catalog)
    cells = former.map { TableLine($0, catalog).cells } ?? []
    self.row = row.map { TableLine($0, catalog) }
  }

  /// The row.
  var bytes: [UInt8] {
    let count = header.cells.count
    let shown = cells.first ?? header.cells.first ?? ""
    let isPadded = cells.isEmpty ? header.isPadded : shown.first == " " || shown.last == " "
    var texts = Array(cells.prefix(count))
    let isAligned = isAligned
    for index in texts.count..<count {
      let width = isAligned ? header.widths[index] - (isPadded ? 2 : 0) : 3
      let dashes = String(repeating: "-", count: max(3, width))
      texts.append(isPadded ? " \(dashes) " : dashes)
    }
    var text = texts.joined(separator: "|")
    if !header.hasOpeningPipe { text.removeFirst(text.prefix { $0 == " " }.count) }
    if !header.hasClosingPipe { text.removeLast(text.reversed().prefix { $0 == " " }.count) }
    return Array(
      ((header.hasOpeningPipe ? "|" : "") + text + (header.hasClosingPipe ? "|" : "")).utf8)
  }

  /// Whether the cells of the header are as wide as those below.
  private var isAligned: Bool {
    let widths = header.widths
    if let row { return row.widths.count == widths.count && row.widths == widths }
    return !cells.isEmpty && zip(cells.map(\.utf8.count), widths).allSatisfy { $0 == $1 }
  }
}

/// The cells of a line outside tables.
private struct TableLine {
  private(set) var cells: [String] = []
  private(set) var widths: [Int] = []
  private(set) var hasOpeningPipe = false
  private(set) var hasClosingPipe = false

  init(_ line: Int, _ catalog: Catalog) {
    let start = catalog.contentOffset(ofTextLine: line)
    catalog.text.withLine(line) { bytes, _ in
      let row = Row(bytes, from: start)
      cells = row.cells.map { bytes.string($0.range) }
      widths = row.cells.map { DisplayWidth.of(bytes, $0.range) }
      hasOpeningPipe = row.hasOpeningPipe(bytes)
      hasClosingPipe = row.hasClosingPipe
    }
  }

  /// Whether a cell has a space at one of its ends.
  var isPadded: Bool { cells.contains { $0.first == " " || $0.last == " " } }
}
