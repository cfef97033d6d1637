import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a command reads and writes. stdout has one owner: the report or the text.
package final class Console {
  /// stdout.
  let output: BufferedOutput
  /// stderr.
  let errors: BufferedOutput

  /// Bytes of stdin beyond which it is refused.
  private static let inputByteCountMax = SourceFile.byteCountMax

  /// The process's own streams.
  package init() {
    Self.occupyClosedDescriptors()
    Self.widenPipes()
    signal(SIGPIPE, SIG_IGN)
    output = BufferedOutput(descriptor: 1)
    errors = BufferedOutput(descriptor: 2)
  }

  /// A stream that is closed must fail, and its number must not go to the next file opened.
  private static func occupyClosedDescriptors() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Lets stdin and stdout hold a mebibyte where they are pipes, which is what Linux gives anybody:
  /// a large text goes through in a third of the time that 64 KiB take.
  private static func widenPipes() {
    #if os(Linux)
      // `F_SETPIPE_SZ`, which the standard library's module of glibc does not name.
      for descriptor in 0...1 as ClosedRange<Int32> { _ = fcntl(descriptor, 1031, 1 << 20) }
    #endif
  }

  /// stdin up to its end.
  func readInput() throws(FileError) -> ContiguousArray<UInt8> {
    let expected = (try? FileStatus(ofDescriptor: 0)).flatMap { $0.kind == .file ? $0 : nil }
    return try FileSystem.contents(
      of: 0, expectedByteCount: expected?.byteCount ?? 0, byteCountMax: Self.inputByteCountMax)
  }

  /// Adds a text to stdout.
  func print(_ text: String) { output.write(text) }

  /// Says something on stderr, behind all that was printed.
  func complain(_ text: String) {
    output.flush()
    errors.write("mdcatalog: \(TerminalText.shown(text, keepsNewlines: true))\n")
    errors.flush()
  }

  /// Hands all over to the system; false where stdout could not take everything.
  package func finish() -> Bool {
    output.flush()
    errors.flush()
    guard let failure = output.failure else { return true }
    errors.write("mdcatalog: stdout: \(failure.message)\n")
    errors.flush()
    return false
  }
}
