import System

/// The earlier problems that `check` compares with: those in the baseline, and those of the texts
/// before a change.
struct ProblemHistory {
  /// The path of the baseline; empty without one.
  let path: String
  private let isWriting: Bool
  private var baseline: Baseline?
  private var changes: GitChanges?

  init(_ arguments: Arguments) throws(UsageError) {
    path = arguments["--baseline"] ?? ""
    isWriting = arguments.has("--write-baseline")
    if let path = arguments["--baseline"] {
      let isNew = isWriting && !FileSystem.exists(path)
      baseline = isNew ? Baseline(path: path) : try Baseline.read(path)
    }
    if let reference = arguments["--changed-since"] {
      changes = try GitChanges(since: reference)
    } else {
      changes = nil
    }
  }

  /// A text with its earlier problems.
  mutating func task(_ input: Input) throws(FileError) -> TextCheck.Task {
    let baseline = isWriting ? nil : baseline
    let former = try changes?.former(of: input)
    let isText = former.map { UTF8Check.firstBrokenByte($0) == nil } ?? false
    return TextCheck.Task(
      input: input, baseline: baseline?.problems(ofFile: input.name) ?? ProblemCounts(),
      former: isText ? former : nil)
  }

  /// Replaces a file's problems in the baseline.
  mutating func set(_ problems: ProblemCounts, ofFile name: String) {
    baseline?.set(problems, ofFile: name)
  }

  /// Writes the baseline.
  mutating func write() throws(FileError) {
    baseline?.removeMissingFiles()
    try baseline?.write()
  }
}
