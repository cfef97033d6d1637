#if canImport(Darwin)
  @unsafe @preconcurrency import Darwin
#else
  @unsafe @preconcurrency import Glibc
#endif

/// A program run in the current folder until it ended.
package struct ChildProcess {
  /// Its exit code.
  package let exitCode: Int32
  /// What it wrote to stdout.
  package let output: ContiguousArray<UInt8>
  /// What it wrote to stderr.
  package let errors: ContiguousArray<UInt8>

  /// Runs a program of the PATH with empty stdin, without some variables of the environment.
  package init(
    _ program: String, _ arguments: [String], without variables: [String] = [],
    byteCountMax: Int
  ) throws(FileError) {
    guard let output = unsafe tmpfile(), let errors = unsafe tmpfile() else {
      throw FileError("cannot create a temporary file for the output of \(program)")
    }
    defer {
      unsafe fclose(output)
      unsafe fclose(errors)
    }
    let (out, err) = unsafe (fileno(output), fileno(errors))
    let status = try Self.run(program, arguments, without: variables, out, err)
    exitCode = status >> 8 & 0xFF
    self.output = try Self.read(out, byteCountMax)
    self.errors = try Self.read(err, byteCountMax)
  }

  /// The status of `waitpid`.
  private static func run(
    _ program: String, _ arguments: [String], without variables: [String], _ output: Int32,
    _ errors: Int32
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
    var pointers = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    var environment = unsafe environment(without: variables)
    var process = pid_t()
    let code = unsafe posix_spawnp(&process, program, &actions, nil, &pointers, &environment)
    if code == ENOENT { throw FileError("\(program) is not installed, or not on the PATH") }
    if code != 0 { throw FileError(code: code) }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw .ofSystem }
    }
    return status
  }

  /// The entries of the environment, and nil at their end.
  private static func environment(
    without variables: [String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    var entries: [UnsafeMutablePointer<CChar>?] = unsafe []
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let name = unsafe String(cString: entry).prefix { $0 != "=" }
      if !variables.contains(String(name)) { unsafe entries.append(entry) }
      unsafe next += 1
    }
    return unsafe entries + [nil]
  }

  private static func read(
    _ descriptor: Int32, _ byteCountMax: Int
  ) throws(FileError) -> ContiguousArray<UInt8> {
    lseek(descriptor, 0, SEEK_SET)
    return try FileSystem.contents(
      of: descriptor, expectedByteCount: 0, byteCountMax: byteCountMax)
  }
}
