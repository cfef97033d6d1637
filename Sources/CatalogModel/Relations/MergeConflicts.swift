import LineStore
import TableSyntax

/// The merge conflicts of a text that tables or rows are in, or next to.
struct MergeConflicts: Sendable {
  /// The conflicts of a catalog.
  struct Key: DerivedValue {
    func derive(from catalog: Catalog) -> MergeConflicts { MergeConflicts(of: catalog) }
  }

  /// The lines of each conflict from its first to its last marker, in order; one that lacks markers
  /// has those that it has.
  private(set) var conflicts: [Range<Int>] = []
  /// The first line of the first conflict, at a table or not.
  private(set) var firstLine: Int?
  /// The ids of the tables that a conflict is in or next to.
  private(set) var tableIDs: Set<Int> = []

  /// Lines of a conflict outside all tables that are searched for rows.
  private static let searchedCountMax = 1_000

  /// Finds the conflicts of a catalog.
  ///
  /// - Complexity: O(blocks + lines of blocks with markers)
  init(of catalog: Catalog) {
    if catalog.totals.conflictMarkers == 0 { return }
    var open: Open?
    catalog.forEachLine(ofBlocksWith: \.conflictMarkers) { line, metadata in
      if metadata.isConflictMarker { take(line, &open, catalog) }
    }
    if let open { add(open, catalog) }
  }

  /// A conflict whose last marker may still follow.
  private struct Open {
    var lines: Range<Int>
    var size: Int
    var isSeparated = false

    /// Whether its markers so far certainly are some: of another size only as a whole set.
    var isCertain: Bool { size == ConflictMarker.standardSize }
  }

  private mutating func take(_ line: Int, _ open: inout Open?, _ catalog: Catalog) {
    guard let marker = catalog.text.withLine(line, { bytes, _ in ConflictMarker(bytes) }) else {
      return
    }
    if marker.kind == .start {
      if let open { add(open, catalog) }
      open = Open(lines: line..<line + 1, size: marker.size)
    } else if let start = open, start.size == marker.size {
      open?.lines = start.lines.lowerBound..<line + 1
      if marker.kind == .separator { open?.isSeparated = true }
      guard marker.kind == .end else { return }
      if start.isCertain || start.isSeparated {
        add(start.lines.lowerBound..<line + 1, catalog)
      }
      open = nil
    } else if open?.isCertain != true, marker.isStandard,
      Self.isLeft(marker, line, in: catalog)
    {
      add(line..<line + 1, catalog)
    }
  }

  private mutating func add(_ open: Open, _ catalog: Catalog) {
    if open.isCertain { add(open.lines, catalog) }
  }

  /// Whether a marker without a start is one: the end directly below a table, and the common
  /// ancestor's in a table whose empty rows have other numbers of pipes.
  private static func isLeft(_ marker: ConflictMarker, _ line: Int, in catalog: Catalog) -> Bool {
    if marker.kind == .end { return catalog.tableIndex(atLine: line - 1) != nil }
    guard marker.kind == .base,
      let table = catalog.table(atLine: line) ?? catalog.table(atLine: line - 1)
    else { return false }
    return marker.hasLabel
      ? table.plan.columns.count < marker.size - 1
      : table.plan.columns.count != marker.size - 1
  }

  private mutating func add(_ lines: Range<Int>, _ catalog: Catalog) {
    firstLine = firstLine ?? lines.lowerBound
    let tables = catalog.tables(with: Self.surroundings(lines))
    if tables.isEmpty, !Self.hasRows(lines, catalog) { return }
    conflicts.append(lines)
    tableIDs.formUnion(tables.map(\.id))
  }

  /// The lines of a conflict, and the ones next to it.
  private static func surroundings(_ lines: Range<Int>) -> Range<Int> {
    lines.lowerBound - 1..<lines.upperBound + 1
  }

  /// Whether there are lines outside tables that were meant as rows.
  private static func hasRows(_ lines: Range<Int>, _ catalog: Catalog) -> Bool {
    surroundings(lines).clamped(to: 0..<catalog.text.lineCount).prefix(searchedCountMax).contains {
      let metadata = catalog.lineMetadata($0)
      if metadata.role == .verbatim || metadata.isConflictMarker { return false }
      let offset = catalog.contentOffset(ofTextLine: $0)
      return catalog.text.withLine($0) { bytes, _ in
        RowSplitter.cellCount(bytes, from: min(offset, bytes.count)) > 1
      }
    }
  }

  /// Whether a line is in a conflict, or within two lines of it.
  func contains(_ line: Int) -> Bool {
    let index = conflicts.partitioningIndex { $0.upperBound + 2 > line }
    return index < conflicts.count && conflicts[index].lowerBound - 1 <= line
  }

  /// The conflict that begins with a marker.
  func conflict(from line: Int) -> Range<Int>? {
    let index = conflicts.partitioningIndex { $0.lowerBound >= line }
    return index < conflicts.count && conflicts[index].lowerBound == line ? conflicts[index] : nil
  }
}

extension Catalog {
  /// The merge conflicts at tables.
  var mergeConflicts: MergeConflicts { derived(MergeConflicts.Key()) }

  /// The line of the first merge conflict, at a table or not.
  package var firstConflictLine: Int? { mergeConflicts.firstLine }

  /// The ids of the tables that are neither checked nor changed: those between ignore marks, and
  /// those with a merge conflict.
  package var skippedTableIDs: Set<Int> { ignoredTableIDs.union(mergeConflicts.tableIDs) }

  /// The tables that have a line among some.
  fileprivate func tables(with lines: Range<Int>) -> Slice<TableList> {
    let start = tables.index { $0.upperBound > lines.lowerBound }
    let end = tables.index { $0.lowerBound >= lines.upperBound }
    return tables[start..<max(start, end)]
  }
}
