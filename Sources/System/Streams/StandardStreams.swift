#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// stdin, stdout and stderr.
package enum StandardStreams {
  /// stdout.
  package static let output = Descriptor(1)
  /// stderr.
  package static let errors = Descriptor(2)

  /// Prepares the streams at the start of the process.
  package static func prepare() {
    occupyClosedDescriptors()
    widenPipes()
  }

  /// Makes closed streams fail instead of going to the next opened file.
  private static func occupyClosedDescriptors() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Gives pipes on stdin and stdout 1 MiB, the most that Linux grants anybody: large texts pass in
  /// a third of the time that 64 KiB take.
  private static func widenPipes() {
    #if os(Linux)
      // `F_SETPIPE_SZ`, which the standard library's module of glibc lacks.
      for descriptor in 0...1 as ClosedRange<Int32> { _ = fcntl(descriptor, 1031, 1 << 20) }
    #endif
  }

  /// Makes writing to a closed pipe an error of the call instead of a signal that ends the process.
  package static func makeBrokenPipesErrors() { signal(SIGPIPE, SIG_IGN) }

  /// Reads stdin to its end.
  package static func readInput(byteCountMax: Int) throws(FileError) -> ContiguousArray<UInt8> {
    let file = (try? FileStatus(ofDescriptor: 0)).flatMap { $0.kind == .file ? $0 : nil }
    return try FileSystem.contents(
      of: 0, expectedByteCount: file?.byteCount ?? 0, byteCountMax: byteCountMax)
  }
}
