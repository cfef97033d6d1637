import System

/// A successful run of git.
struct GitProcess {
  /// Where git runs.
  enum Place: Sendable {
    /// In the current folder, perhaps with the repository that a hook's environment names.
    case current
    /// In the repository of a folder.
    case folder(AbsolutePath)
  }

  /// The variables by which a hook's environment names its repository (`git rev-parse
  /// --local-env-vars`).
  private static let variables = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
  ]

  /// What it printed.
  let output: ContiguousArray<UInt8>

  /// Runs git; throws its own message if it fails.
  init(_ arguments: [String], _ place: Place = .current) throws(FileError) {
    var options = ["--no-optional-locks"]
    var removed: [String] = []
    if case .folder(let folder) = place {
      options += ["-C", folder.text]
      removed = Self.variables
    }
    let process = try ChildProcess(
      "git", options + arguments, without: removed, byteCountMax: SourceFile.byteCountMax)
    guard process.exitCode == 0 else { throw FileError(Self.reason(process)) }
    output = process.output
  }

  /// The first line of git's message, without its “fatal: ”.
  private static func reason(_ process: ChildProcess) -> String {
    let text = String(decoding: process.errors, as: UTF8.self)
    guard let line = text.split(whereSeparator: \.isNewline).first else {
      return "git ended with exit code \(process.exitCode)"
    }
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : String(line)
  }

  /// The output's lines.
  var lines: [String] { texts(endedBy: UInt8(ascii: "\n")) }

  /// The output's fields that end with NUL.
  var fields: [String] { texts(endedBy: 0) }

  private func texts(endedBy end: UInt8) -> [String] {
    output.split(separator: end, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
