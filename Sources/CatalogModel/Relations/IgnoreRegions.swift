import LineStore

/// The lines between `mdcatalog-ignore-start` and `-end`, where no rule reports anything.
struct IgnoreRegions: Sendable {
  /// The regions of a catalog.
  struct Key: DerivedValue {
    func derive(from catalog: Catalog) -> IgnoreRegions { IgnoreRegions(of: catalog) }
  }

  /// The lines of each region with its marks, in order.
  private var regions: [Range<Int>] = []
  /// Marks that silence nothing, in order.
  private var idleMarks: [Int] = []
  /// The ids of the tables in the regions, which are neither checked nor formatted.
  private(set) var tableIDs: Set<Int> = []

  /// Finds the regions of a catalog; one without an end reaches to the text's end.
  ///
  /// - Complexity: O(blocks + lines of blocks with marks)
  init(of catalog: Catalog) {
    if catalog.totals.ignoreMarks == 0 { return }
    var start: Int?
    catalog.forEachLine(ofBlocksWith: \.ignoreMarks) { line, metadata in
      switch metadata.role {
      case .ignoreStart where start == nil: start = line
      case .ignoreEnd where start != nil:
        add(start ?? 0, line + 1, catalog)
        start = nil
      case .ignoreStart, .ignoreEnd: idleMarks.append(line)
      default: break
      }
    }
    if let start { add(start, catalog.text.lineCount, catalog) }
    idleMarks.sort()
  }

  private mutating func add(_ start: Int, _ end: Int, _ catalog: Catalog) {
    regions.append(start..<end)
    let tables = catalog.tables(withHeaderIn: start..<end)
    tableIDs.formUnion(tables.map(\.id))
    if tables.isEmpty, !catalog.hasRefusedTable(in: start..<end) { idleMarks.append(start) }
  }

  /// Whether a line is in a region.
  func contains(_ line: Int) -> Bool { regions.hasRange(with: line) }

  /// Whether a mark silences nothing.
  func isIdle(mark line: Int) -> Bool {
    let index = idleMarks.partitioningIndex { $0 >= line }
    return index < idleMarks.count && idleMarks[index] == line
  }
}

extension [Range<Int>] {
  /// Whether one of some ranges in order has a line.
  func hasRange(with line: Int) -> Bool {
    let index = partitioningIndex { $0.upperBound > line }
    return index < count && self[index].contains(line)
  }
}

extension Catalog {
  /// The regions between ignore marks.
  var ignoreRegions: IgnoreRegions { derived(IgnoreRegions.Key()) }

  /// The ids of the tables between ignore marks: they are neither checked nor formatted.
  var ignoredTableIDs: Set<Int> { ignoreRegions.tableIDs }

  /// The tables whose header is in a range of lines.
  fileprivate func tables(withHeaderIn lines: Range<Int>) -> Slice<TableList> {
    let first = tables.index { $0.lowerBound >= lines.lowerBound }
    let end = tables.index { $0.lowerBound >= lines.upperBound }
    return tables[first..<max(first, end)]
  }

  /// Whether a range has a line that may be meant as a row and is in no table.
  fileprivate func hasRefusedTable(in lines: Range<Int>) -> Bool {
    var block = text.block(ofLine: lines.lowerBound).block
    var first = text.firstLine(ofBlock: block)
    while block < metadata.count, first < lines.upperBound {
      let counts = metadata[block].counts
      if counts.mismatches + counts.rowLikes > 0 {
        for (index, line) in metadata[block].lines.enumerated()
        where line.isRowLike && lines.contains(first + index) {
          return true
        }
      }
      first += metadata[block].lines.count
      block += 1
    }
    return false
  }
}
