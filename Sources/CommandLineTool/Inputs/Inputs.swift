import ConfigurationFiles
import LineStore
import System

/// A text to work on: a file or stdin.
struct Input {
  /// The name to show.
  var name: String
  var bytes: ContiguousArray<UInt8>
  var configuration: FoundConfiguration
  /// nil for stdin.
  var file: SourceFile?
}

/// The texts of a command in the order of their names, each read when its turn comes. Those that
/// cannot be read are reported on stderr.
struct Inputs {
  /// One step of a command.
  enum Step {
    case text(Input)
    /// A broken configuration file of a text.
    case brokenConfiguration(ConfigurationFile)
    /// A path that cannot be read, and why.
    case unreadable(name: String, reason: String)
  }

  /// Whether stdin is the only input.
  let isStdin: Bool
  private var configurations: Configurations
  /// The steps; nil for a text that is not read yet.
  private var items: [(name: String, step: Step?)] = []
  /// The number of steps done.
  private(set) var doneCount = 0
  private let console: Console

  /// Finds the files of a command's operands, or of the current folder without operands.
  init(
    _ arguments: Arguments, _ configurations: Configurations, _ console: Console
  ) throws(UsageError) {
    let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
    try self.init(operands, stdinName: arguments["--stdin-filename"], configurations, console)
  }

  /// Finds the files of operands and reads their configurations.
  init(
    _ operands: [String], stdinName: String?, _ configurations: Configurations, _ console: Console
  ) throws(UsageError) {
    self.configurations = configurations
    self.console = console
    isStdin = operands.contains("-")
    if isStdin, operands.count > 1 {
      throw UsageError(message: "“-” (stdin) must be the only path")
    }
    if isStdin { items.append((stdinName ?? "<stdin>", nil)) } else { find(operands) }
    addBrokenConfigurations()
  }

  private mutating func find(_ operands: [String]) {
    let finder = FileFinder(operands)
    items = finder.files.map { ($0.name, nil) }
    items += finder.failures.map { ($0.name, .unreadable(name: $0.name, reason: $0.reason)) }
    if !items.isEmpty { return }
    let excluded = finder.excludedFolders.map { TerminalText.name($0) }
    console.complain(
      excluded.isEmpty
        ? "no Markdown files found"
        : "no Markdown files found: .gitignore excludes \(excluded.joined(separator: ", "))")
  }

  /// The number of steps.
  var count: Int { items.count }

  /// Sorts broken configuration files among the files.
  private mutating func addBrokenConfigurations() {
    for (name, step) in items where step == nil {
      _ = configurations.configuration(ofFile: name)
    }
    items += configurations.broken.map { ($0.path, .brokenConfiguration($0)) }
    items.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The next step, nil at the end.
  mutating func nextStep() -> Step? {
    guard doneCount < items.count else { return nil }
    defer { doneCount += 1 }
    let step = items[doneCount].step ?? read(items[doneCount].name)
    if case .unreadable(let name, let reason) = step {
      console.complain("\(TerminalText.name(name)): \(reason)")
    }
    return step
  }

  /// Calls `body` with each text; a broken configuration is an error, reported on stderr.
  ///
  /// - Returns: whether there was no error
  func readAll(_ body: (Input) -> Void) -> Bool {
    var inputs = self
    var isWhole = true
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): body(input)
      case .brokenConfiguration(let file):
        console.complain(file)
        isWhole = false
      case .unreadable: isWhole = false
      }
    }
    return isWhole
  }

  private mutating func read(_ name: String) -> Step {
    do throws(FileError) {
      let (bytes, file) = try console.readText(isStdin ? nil : name)
      return .text(
        Input(
          name: name, bytes: bytes, configuration: configurations.configuration(ofFile: name),
          file: file))
    } catch {
      return .unreadable(name: name, reason: error.message)
    }
  }
}
