import System

/// A successful run of git in the current folder.
struct GitProcess {
  /// What it printed.
  let output: ContiguousArray<UInt8>

  /// Runs git; throws its own message if it fails.
  init(_ arguments: [String]) throws(FileError) {
    let process = try ChildProcess(
      "git", ["--no-optional-locks"] + arguments, byteCountMax: SourceFile.byteCountMax)
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
