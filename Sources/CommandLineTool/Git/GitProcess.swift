import System

#if canImport(Darwin)
  @unsafe @preconcurrency import Darwin
#else
  @unsafe @preconcurrency import Glibc
#endif

/// One run of git in the current folder.
struct GitProcess {
  private static let byteCountMax = SourceFile.byteCountMax

  /// What it printed.
  let output: ContiguousArray<UInt8>

  /// Runs git and waits for its end; where it fails, the error has its own words.
  init(_ arguments: [String]) throws(FileError) {
    let words = ["git", "--no-optional-locks"] + arguments
    guard let output = unsafe tmpfile(), let errors = unsafe tmpfile() else {
      throw FileError("no temporary file can be made for git's answer")
    }
    defer {
      unsafe fclose(output)
      unsafe fclose(errors)
    }
    let (out, err) = unsafe (fileno(output), fileno(errors))
    let status = try Self.run(words, out, err)
    guard status == 0 else { throw FileError(Self.reason(try Self.read(err), status)) }
    self.output = try Self.read(out)
  }

  /// The exit status.
  private static func run(
    _ words: [String], _ output: Int32, _ errors: Int32
  ) throws(FileError) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var process = pid_t()
    let code = unsafe posix_spawnp(&process, "git", &actions, nil, &pointers, environ)
    if code == ENOENT { throw FileError("git is not installed, or not on the PATH") }
    if code != 0 { throw FileError(code: code) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw FileError(code: errno) }
    }
    return status
  }

  private static func read(_ descriptor: Int32) throws(FileError) -> ContiguousArray<UInt8> {
    lseek(descriptor, 0, SEEK_SET)
    return try FileSystem.contents(
      of: descriptor, expectedByteCount: 0, byteCountMax: byteCountMax)
  }

  /// The first line of what git says, without its “fatal: ”.
  private static func reason(_ errors: ContiguousArray<UInt8>, _ status: Int32) -> String {
    let text = String(decoding: errors, as: UTF8.self)
    guard let line = text.split(whereSeparator: \.isNewline).first else {
      return "git ended with status \(status >> 8 & 0xFF)"
    }
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : String(line)
  }
}

extension GitProcess {
  /// The output's lines of text.
  var lines: [String] { Self.texts(output, endedBy: UInt8(ascii: "\n")) }

  /// The output's fields where NUL ends each.
  var fields: [String] { Self.texts(output, endedBy: 0) }

  private static func texts(_ bytes: ContiguousArray<UInt8>, endedBy end: UInt8) -> [String] {
    bytes.split(separator: end, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
