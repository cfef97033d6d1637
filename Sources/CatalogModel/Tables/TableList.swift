import LineStore

/// The tables of a catalog, by line.
///
/// Chunks of at most 64 tables, whose lines count from the chunk's first line: an edit that moves
/// lines moves chunks, and next to a living snapshot it copies one chunk.
package struct TableList: RandomAccessCollection, Sendable {
  private static let chunkCountMax = 64

  private struct Chunk: Sendable {
    var id: Int
    /// Line that the tables' lines count from.
    var firstLine: Int
    /// Tables in the chunks before.
    var start: Int
    var tables: ContiguousArray<CatalogTable>
    /// Replaced with the tables, and where lines after the last one change.
    let memo = TableProblemMemo()

    var end: Int { start + tables.count }

    func lines(_ offset: Int) -> Range<Int> {
      tables[offset].headerLine + firstLine..<tables[offset].endLine + firstLine
    }
  }

  private var chunks: ContiguousArray<Chunk> = []
  /// The chunks' ids, and the chunk of each table by their ids.
  private var chunkIDs = OrderedIDs()
  private var chunkOfTable = FingerprintMap<Int32>(placeholder: 0)
  private var nextChunkID = 0

  /// An empty list.
  init() {}

  /// 0.
  package var startIndex: Int { 0 }
  /// Number of tables.
  package var endIndex: Int { chunks.last?.end ?? 0 }

  /// A table.
  ///
  /// - Complexity: O(log tables)
  package subscript(index: Int) -> CatalogTable {
    let chunk = chunks[chunkIndex(index)]
    var table = chunk.tables[index - chunk.start]
    table.headerLine += chunk.firstLine
    table.endLine += chunk.firstLine
    return table
  }

  /// The chunk that holds an index, the last one for the end.
  private func chunkIndex(_ index: Int) -> Int {
    Swift.min(chunks.partitioningIndex { $0.end > index }, chunks.count - 1)
  }

  // MARK: Lookups

  /// The first index whose table's lines satisfy a condition that holds for all after it.
  ///
  /// - Complexity: O(log tables)
  func index(whereLines isAfter: (Range<Int>) -> Bool) -> Int {
    let index = chunks.partitioningIndex { isAfter($0.lines($0.tables.count - 1)) }
    if index == chunks.count { return count }
    let chunk = chunks[index]
    return chunk.start + chunk.tables.indices.partitioningIndex { isAfter(chunk.lines($0)) }
  }

  /// The index of the table that holds a line.
  ///
  /// - Complexity: O(log tables)
  func index(ofLine line: Int) -> Int? {
    let index = index { $0.upperBound > line }
    return index < count && self[index].headerLine <= line ? index : nil
  }

  /// The last table whose delimiter row is before a line.
  ///
  /// - Complexity: O(log tables)
  func last(withDelimiterRowBefore line: Int) -> CatalogTable? {
    let index = index { $0.lowerBound + 1 >= line }
    return index > 0 ? self[index - 1] : nil
  }

  /// The index of a table by its id.
  ///
  /// - Complexity: O(1)
  func index(ofID id: Int) -> Int? {
    guard let chunkID = chunkOfTable[Self.key(id)],
      let chunk = chunkIDs.index(of: Int(chunkID)),
      let offset = chunks[chunk].tables.firstIndex(where: { $0.id == id })
    else { return nil }
    return chunks[chunk].start + offset
  }

  private static func key(_ id: Int) -> UInt64 { UInt64(truncatingIfNeeded: id) &+ 1 }

  /// The indices of the tables with problems of their own, in order.
  ///
  /// - Parameter find: finds the problems of a table whose chunk changed since the last time
  /// - Complexity: O(tables / 64 + indices returned + tables of chunks that changed)
  func indices(
    withProblems part: TableProblemMemo.Part, _ find: (CatalogTable) -> TableProblemMemo.Part?
  ) -> [Int] {
    chunks.flatMap { chunk in
      chunk.memo.offsets(part) { chunk.tables.indices.map { find(self[chunk.start + $0]) } }
        .map { chunk.start + $0 }
    }
  }

  // MARK: Changes

  /// Changes what a table's rows add up to.
  mutating func changeTally(at index: Int, _ change: (inout TableTally) -> Void) {
    let chunk = chunkIndex(index)
    let offset = index - chunks[chunk].start
    change(&chunks[chunk].tables[offset].tally)
  }

  /// Replaces tables and moves those after them by some lines.
  ///
  /// - Complexity: O(tables replaced + tables / 64)
  mutating func replace(_ range: Range<Int>, with new: [CatalogTable], movingRestBy shift: Int) {
    if chunks.isEmpty {
      insertChunks(of: new, at: 0..<0)
      return
    }
    // What is known of the table before may depend on lines after it.
    let first = chunkIndex(Swift.max(0, range.lowerBound - 1))
    let last = chunkIndex(Swift.max(range.lowerBound, range.upperBound - 1))
    let before = (chunks[first].start..<range.lowerBound).map { self[$0] }
    var after = (range.upperBound..<Swift.max(range.upperBound, chunks[last].end)).map { self[$0] }
    for index in after.indices {
      after[index].headerLine += shift
      after[index].endLine += shift
    }
    forget(range, except: new)
    let made = insertChunks(of: before + new + after, at: first..<last + 1)
    let countShift = new.count - range.count
    if shift == 0, countShift == 0 { return }
    for chunk in made.upperBound..<chunks.count {
      chunks[chunk].firstLine += shift
      chunks[chunk].start += countShift
    }
  }

  private mutating func forget(_ range: Range<Int>, except kept: [CatalogTable]) {
    let keptIDs = Set(kept.map(\.id))
    for index in range {
      let id = self[index].id
      if !keptIDs.contains(id) { chunkOfTable[Self.key(id)] = nil }
    }
  }

  /// Replaces chunks by those of some tables; returns where these are.
  @discardableResult
  private mutating func insertChunks(of tables: [CatalogTable], at range: Range<Int>) -> Range<Int>
  {
    var start = range.isEmpty ? 0 : chunks[range.lowerBound].start
    var ids = chunkIDs.ids[range]
    let chunkCount = (tables.count + Self.chunkCountMax - 1) / Self.chunkCountMax
    let made = (0..<chunkCount).map { number in
      let part = tables.count * number / chunkCount..<tables.count * (number + 1) / chunkCount
      defer { start += part.count }
      return chunk(ids.popFirst(), tables[part], start: start)
    }
    chunks.replaceSubrange(range, with: made)
    chunkIDs.replaceSubrange(range, with: made.map(\.id))
    return range.lowerBound..<range.lowerBound + made.count
  }

  private mutating func chunk(
    _ oldID: Int?, _ tables: ArraySlice<CatalogTable>, start: Int
  ) -> Chunk {
    if oldID == nil { nextChunkID += 1 }
    let id = oldID ?? nextChunkID
    let number = Int32(truncatingIfNeeded: id)
    for table in tables where chunkOfTable[Self.key(table.id)] != number {
      chunkOfTable[Self.key(table.id)] = number
    }
    let firstLine = tables.first?.headerLine ?? 0
    return Chunk(
      id: id, firstLine: firstLine, start: start,
      tables: ContiguousArray(
        tables.map { table in
          var table = table
          table.headerLine -= firstLine
          table.endLine -= firstLine
          return table
        }))
  }
}
