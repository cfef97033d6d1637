import TableSyntax

/// Where a table stands, as the block scanner's roles tell.
struct TableSpan {
  var headerLine: Int
  var endLine: Int
  var headerOffset: Int
  var delimiterOffset: Int
}

/// The scan of some blocks: the state before each, and the role of each line.
struct RegionScan {
  /// One state per block.
  var startStates: [BlockState] = []
  /// One role per line.
  var roles: ContiguousArray<LineRole> = []
  /// The marks of ignore comments on lines of their own.
  var marks: [Int: LineFacts.Role] = [:]
  /// The state behind the last line.
  var endState = BlockState()
}
