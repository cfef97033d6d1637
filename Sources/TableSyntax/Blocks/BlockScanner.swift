/// Reads lines one by one and says which belong to tables, exactly as cmark-gfm does
/// (GFM 0.29 appendix, phase 1: block structure; §4.10 tables).
public enum BlockScanner {
  /// Reads one line, without its ending, in `state`, and leaves the state of the next line.
  ///
  /// - Complexity: O(line)
  public static func read(_ line: Span<UInt8>, in state: inout BlockState) -> LineRole {
    if isPlainRow(line, state) { return .bodyRow(contentOffset: 0) }
    var reading = LineReading(line, isFirst: state.isAtStart)
    swap(&reading.state, &state)
    let role = reading.readBlocks(line) ?? reading.readText(line)
    swap(&reading.state, &state)
    state.isAtStart = false
    return role
  }

  /// Fast path: whether a line is a row of a table outside all containers and begins with a byte
  /// that begins no other block. The full reading takes 20 times as long.
  @inline(__always)
  private static func isPlainRow(_ line: Span<UInt8>, _ state: BlockState) -> Bool {
    guard case .table(_, nil) = state.leaf, state.containers.isEmpty, let first = line.first
    else { return false }
    if first == UInt8(ascii: "[") {
      // A footnote definition may begin here.
      if line.hasPrefix("[^", at: 0) { return false }
    } else if first != UInt8(ascii: "|"), !first.isLetter {
      return false
    }
    return RowSplitter.isRow(line, from: 0)
  }
}
