import LineStore
import TableSyntax

extension Catalog {
  /// The block scanner's state before a line.
  ///
  /// - Complexity: O(lines of the block) for the first line of a block, else O(1)
  func blockState(before line: Int) -> BlockState {
    let place = text.block(ofLine: line)
    let states = derived(BlockStates(block: place.block))
    return place.lineInBlock < states.count ? states[place.lineInBlock] : BlockState()
  }
}

/// The block scanner's states before the lines of a block.
private struct BlockStates: DerivedValue {
  var block: Int

  func derive(from catalog: Catalog) -> [BlockState] {
    guard block < catalog.metadata.count else { return [] }
    var state = catalog.metadata[block].startState
    var states: [BlockState] = []
    var line = catalog.text.firstLine(ofBlock: block)
    catalog.text.forEachLine(ofBlock: block) { _, bytes, _ in
      states.append(state)
      _ = BlockScanner.read(bytes, in: &state)
      // A table whose missing cells are counted was known to need it when it was read.
      if catalog.table(atLine: line)?.countsMissingCells == true { state.countMissingCells() }
      line += 1
    }
    return states
  }
}
