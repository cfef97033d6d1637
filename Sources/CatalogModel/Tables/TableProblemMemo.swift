import Synchronization

/// Which tables of a chunk have problems of their own, once somebody asked.
final class TableProblemMemo: Sendable {
  /// Problems of any severity, or errors.
  enum Part { case all, errors }

  private struct Known {
    var all: [Int] = []
    var errors: [Int] = []
  }

  private let known = Mutex<Known?>(nil)

  /// The offsets of the tables with problems; `find` gives for each table what it has, if anything.
  func offsets(_ part: Part, _ find: () -> [Part?]) -> [Int] {
    let known = known.withLock { $0 } ?? remember(find())
    return part == .all ? known.all : known.errors
  }

  private func remember(_ found: [Part?]) -> Known {
    let new = Known(
      all: found.indices.filter { found[$0] != nil },
      errors: found.indices.filter { found[$0] == .errors })
    known.withLock { $0 = new }
    return new
  }
}
