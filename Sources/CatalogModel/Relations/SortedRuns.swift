import CatalogSchema
import LineStore

/// The runs of rows of a table that are in order, each as long as it can be; rows without a name
/// belong to none.
struct SortedRuns {
  /// Body lines, in order.
  let runs: [Range<Int>]

  /// The runs of a table.
  ///
  /// - Complexity: O(blocks + rows that are not in order)
  init(of table: CatalogTable, in catalog: Catalog) {
    var runs: [Range<Int>] = []
    var start = table.bodyLines.lowerBound
    func close(at line: Int) {
      if start < line { runs.append(start..<line) }
      start = line
    }
    catalog.forEachOrderBreak(in: table.bodyLines) { line, metadata in
      close(at: line)
      if metadata.nameCell == LineMetadata.noCell { start = line + 1 }
    }
    close(at: table.bodyLines.upperBound)
    self.runs = runs
  }

  /// The line before which a row belongs: the nearest where previous ≤ row < next, the row itself
  /// not counted, and not only rows of the same name are passed. A place is inside a run, above the
  /// first or after the last.
  ///
  /// - Complexity: O(runs between the row and its place + log rows)
  func place(ofLine line: Int, in catalog: Catalog) -> Int? {
    let finder = PlaceFinder(name: catalog.lineName(line), catalog: catalog)
    if finder.name.isEmpty { return nil }
    let own = runs.firstIndex { $0.upperBound > line } ?? runs.count
    let above = placeAbove(line, own, finder)
    let below = placeBelow(line, own, finder, within: above.map { line - $0 })
    guard let above, let below else { return above ?? below }
    return line - above <= below - line - 1 ? above : below
  }

  /// Whether all of some lines are rows with a name.
  ///
  /// - Complexity: O(log runs + runs among the lines)
  func adjoin(in lines: Range<Int>) -> Bool {
    var end = lines.lowerBound
    for run in runs[runs.partitioningIndex { $0.upperBound > lines.lowerBound }...] {
      if end >= lines.upperBound { return true }
      if run.lowerBound > end { return false }
      end = run.upperBound
    }
    return end >= lines.upperBound
  }

  private func placeAbove(_ line: Int, _ own: Int, _ finder: PlaceFinder) -> Int? {
    for index in (0..<min(own + 1, runs.count)).reversed() {
      let run = runs[index].clamped(to: runs[index].lowerBound..<max(line, runs[index].lowerBound))
      if run.isEmpty { continue }
      if let place = finder.place(in: run) { return place }
      if index == 0, finder.isBefore(run.lowerBound) { return run.lowerBound }
    }
    return nil
  }

  private func placeBelow(
    _ line: Int, _ own: Int, _ finder: PlaceFinder, within distance: Int?
  ) -> Int? {
    // In its own run only equal names can be between the row and a place.
    let next = runs.indices.contains(own) && runs[own].contains(line) ? own + 1 : own
    for index in next..<max(next, runs.count) {
      let start = max(runs[index].lowerBound, line + 1)
      if let distance, start - line - 1 > distance { return nil }
      let run = start..<max(start, runs[index].upperBound)
      if run.isEmpty { continue }
      if let place = finder.place(in: run) { return place }
      if index == runs.count - 1, !finder.isBefore(run.upperBound - 1) { return run.upperBound }
    }
    return nil
  }
}

/// Looks for a name's place among rows that are in order.
private struct PlaceFinder {
  let name: [UInt8]
  let catalog: Catalog

  /// Whether the name comes before a row's.
  func isBefore(_ line: Int) -> Bool { NameOrder.precedes(name, catalog.lineName(line)) }

  /// The first line of a run that the name comes before, unless it comes before all.
  func place(in run: Range<Int>) -> Int? {
    if isBefore(run.lowerBound) || !isBefore(run.upperBound - 1) { return nil }
    return (run.lowerBound..<run.upperBound - 1).partitioningIndex(where: isBefore)
  }
}

extension Catalog {
  /// The name of a row of whatever table.
  fileprivate func lineName(_ line: Int) -> [UInt8] { name(ofLine: line, lineMetadata(line)) }

  /// Calls `body` with each line of a range where a run of rows in order ends.
  fileprivate func forEachOrderBreak(in lines: Range<Int>, _ body: (Int, LineMetadata) -> Void) {
    guard !lines.isEmpty else { return }
    var block = text.block(ofLine: lines.lowerBound).block
    var first = text.firstLine(ofBlock: block)
    while block < metadata.count, first < lines.upperBound {
      for line in metadata[block].orderBreaks where lines.contains(first + line) {
        body(first + line, metadata[block].lines[line])
      }
      first += metadata[block].lines.count
      block += 1
    }
  }
}
