import LineStore
import TableSyntax

extension Catalog {
  /// The block scanner's state before a line.
  ///
  /// - Complexity: O(lines of the block) for the first line of a block, else O(1)
  func blockState(before line: Int) -> BlockState {
    let place = text.block(ofLine: line)
    guard place.block < metadata.count else { return BlockState() }
    let states = metadata[place.block].cache.blockStates { blockStates(ofBlock: place.block) }
    return place.lineInBlock < states.count ? states[place.lineInBlock] : BlockState()
  }

  private func blockStates(ofBlock block: Int) -> [BlockState] {
    var state = metadata[block].startState
    var states: [BlockState] = []
    var line = text.firstLine(ofBlock: block)
    text.forEachLine(ofBlock: block) { _, bytes, _ in
      states.append(state)
      _ = BlockScanner.read(bytes, in: &state)
      // A table whose missing cells are counted was known to need it when it was read.
      if table(atLine: line)?.countsMissingCells == true { state.countMissingCells() }
      line += 1
    }
    return states
  }
}
