import LineStore
import TableSyntax

/// Markup of a cell that renders as characters or hides text.
struct MarkupMistakes {
  struct Mistake {
    var range: Range<Int>
    var message: String
    /// The same mistake elsewhere in the cell.
    var related: [Range<Int>] = []
    var fix: RowFix?

    var explanation: Explanation {
      Explanation(message: message, related: related.map { ($0, "also here") }, fix: fix)
    }
  }

  /// The mistakes, kind by kind.
  private(set) var found: [Mistake] = []
  let cell: Range<Int>
  let inline: InlineLinks
  /// Code, comments, formulas and tags of templates, in order: they hold no markup of the cell.
  let foreign: [Range<Int>]
  /// The cells around, of which one may hold the partner of a mark.
  let others: CellNeighbours

  /// Mistakes of a cell, at most.
  static let countMax = 100

  /// A cell of a row, not read yet.
  init(_ line: Span<UInt8>, _ cell: Range<Int>, index: Int, of row: Row) {
    self.cell = cell
    others = CellNeighbours(row, index)
    inline = InlineLinks(in: line, cell)
    let code = inline.opaque.filter { line[$0.lowerBound] == UInt8(ascii: "`") }
    foreign =
      (code + inline.comments + ForeignSpans.formulas(line, cell)
      + ForeignSpans.templateTags(line, cell)).sorted { $0.lowerBound < $1.lowerBound }
  }

  mutating func add(
    _ range: Range<Int>, _ message: String, also related: [Range<Int>] = [], title: String = "",
    _ edits: [RowEdit] = []
  ) {
    guard !range.isEmpty, found.count < Self.countMax else { return }
    found.append(
      Mistake(
        range: range, message: message, related: related,
        fix: edits.isEmpty ? nil : RowFix(title: title, isSafe: false, edits: edits)))
  }

  /// The byte before a place of the cell, a space at its start.
  func byte(_ line: Span<UInt8>, before index: Int) -> UInt8 {
    index > cell.lowerBound ? line[index - 1] : 0x20
  }

  /// The byte at a place of the cell, a space at its end.
  func byte(_ line: Span<UInt8>, at index: Int) -> UInt8 {
    index < cell.upperBound ? line[index] : 0x20
  }

  /// The bytes that are no text: `foreign`, autolinks and tags, and the destinations of links.
  func closedBytes(_ line: Span<UInt8>) -> ClosedBytes {
    var closed = ClosedBytes(of: cell)
    for range in foreign + inline.opaque + urls(line) { closed.insert(range) }
    for link in inline.links { closed.insert(link.text.upperBound + 1..<link.range.upperBound) }
    return closed
  }

  /// The URLs outside links, without brackets.
  func urls(_ line: Span<UInt8>) -> [Range<Int>] {
    let taken = (inline.opaque + inline.links.map(\.range) + foreign).sorted {
      $0.lowerBound < $1.lowerBound
    }
    return BareAutolink.all(in: line, cell, outside: taken)
  }
}

/// The cells around a cell.
struct CellNeighbours {
  private let row: Row
  private let index: Int
  /// Cells that are read on each side, and bytes of each, at most.
  private static let countMax = 8
  private static let byteCountMax = 2_000

  init(_ row: Row, _ index: Int) {
    self.row = row
    self.index = index
  }

  /// Whether no other cell of the row has text.
  var areEmpty: Bool {
    row.cells.indices.allSatisfy { $0 == index || row.cells[$0].value.isEmpty }
  }

  private var before: ContiguousArray<RowCell>.SubSequence {
    row.cells[..<index].suffix(Self.countMax)
  }

  private var after: ContiguousArray<RowCell>.SubSequence {
    row.cells[(index + 1)...].prefix(Self.countMax)
  }

  /// Whether a cell before this one has more of a byte than of the one that closes it.
  func isOpened(_ line: Span<UInt8>, by open: UInt8, _ close: UInt8) -> Bool {
    before.contains { Self.surplus(line, $0.value, open, close) > 0 }
  }

  /// Whether a cell after this one has more of a byte than of the one that opens it.
  func isClosed(_ line: Span<UInt8>, by close: UInt8, of open: UInt8) -> Bool {
    after.contains { Self.surplus(line, $0.value, close, open) > 0 }
  }

  /// Whether a cell close to this one has an odd number of a byte.
  func areOdd(_ line: Span<UInt8>, _ byte: UInt8) -> Bool {
    [before, after].joined().contains { cell in
      cell.value.prefix(Self.byteCountMax).count { line[$0] == byte } % 2 == 1
    }
  }

  /// Whether a cell before this one holds a text.
  func isHeld(_ line: Span<UInt8>, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return before.contains { cell in
      cell.value.prefix(Self.byteCountMax).contains { line.array($0..<$0 + bytes.count) == bytes }
    }
  }

  private static func surplus(
    _ line: Span<UInt8>, _ cell: Range<Int>, _ more: UInt8, _ less: UInt8
  ) -> Int {
    cell.prefix(Self.byteCountMax).reduce(0) {
      $0 + (line[$1] == more ? 1 : line[$1] == less ? -1 : 0)
    }
  }
}
