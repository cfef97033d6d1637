import Synchronization
import TableSyntax

/// What was derived for the rows of one block, as far as somebody asked.
///
/// The one cache of blocks. What depends on the rows alone moves with them to the block that takes
/// their place; all else is stored with the generation of the state that it follows from.
final class BlockCache: Sendable {
  /// The problems of a row by itself.
  struct Row {
    var group: ProblemGroup
    /// The generation of the evidence by which they were judged.
    var generation: Int
  }

  private struct State {
    /// The problems of single rows, by line in the block.
    var rows: [Int32: Row]
    var guessedLines: (generation: Int, lines: [Int32])?
    var problems: BlockProblems?
    var errors: BlockProblems?
    /// The block scanner's states before the lines.
    var states: [BlockState]?
  }

  private let state: Mutex<State>

  /// A cache with the problems of rows that were in other blocks.
  init(rows: [Int32: Row] = [:]) { state = Mutex(State(rows: rows)) }

  /// The problems of a row by itself, by whatever evidence.
  func row(_ line: Int) -> Row? { state.withLock { $0.rows[Int32(clamping: line)] } }

  /// All rows' problems by themselves.
  var rows: [Int32: Row] { state.withLock { $0.rows } }

  /// Stores the problems of a row by itself.
  func store(_ row: Row, line: Int) {
    state.withLock { $0.rows[Int32(clamping: line)] = row }
  }

  /// The rows that differ from what others repeat, if they were found in a generation of guesses.
  func guessedLines(_ generation: Int) -> [Int32]? {
    state.withLock { $0.guessedLines?.generation == generation ? $0.guessedLines?.lines : nil }
  }

  /// Stores the rows that differ from what others repeat.
  func store(guessedLines lines: [Int32], _ generation: Int) {
    state.withLock { $0.guessedLines = (generation, lines) }
  }

  /// The problems of all rows, or at least their errors.
  func problems(onlyErrors: Bool) -> BlockProblems? {
    state.withLock { onlyErrors ? $0.errors : $0.problems }
  }

  /// Stores the problems of all rows, or at least their errors.
  func store(_ problems: BlockProblems, onlyErrors: Bool) {
    state.withLock { state in
      if onlyErrors { state.errors = problems } else { state.problems = problems }
    }
  }

  /// The block scanner's states before the lines, computed the first time.
  func blockStates(_ compute: () -> [BlockState]) -> [BlockState] {
    if let known = state.withLock({ $0.states }) { return known }
    let states = compute()
    state.withLock { $0.states = states }
    return states
  }
}
