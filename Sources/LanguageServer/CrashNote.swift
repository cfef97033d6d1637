#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells what was being handled when the process dies of a trap. Swift cannot unwind: the note is
/// made beforehand and written by a signal handler with write(2) alone.
enum CrashNote {
  private static let capacity = 256
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  nonisolated(unsafe) private static let memory = UnsafeMutablePointer<UInt8>.allocate(
    capacity: CrashNote.capacity)
  nonisolated(unsafe) private static var length = 0
  nonisolated(unsafe) private static var logDescriptor: Int32 = -1

  /// Watches for signals, on a stack of its own; the note also goes to the log's descriptor.
  static func install(logDescriptor: Int32) {
    unsafe self.logDescriptor = logDescriptor
    let stackSize = 64 << 10
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    unsafe stack.ss_size = stackSize
    unsafe sigaltstack(&stack, nil)
    for number in signals {
      var action = sigaction()
      #if canImport(Darwin)
        unsafe action.__sigaction_u.__sa_handler = handler
      #else
        unsafe action.__sigaction_handler.sa_handler = handler
      #endif
      action.sa_flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND))
      unsafe sigaction(number, &action, nil)
    }
  }

  /// Says what is being handled from now on.
  static func set(method: String, id: String, byteCount: Int) {
    let text = "mdcatalog: crashed while handling \(method) id=\(id) bytes=\(byteCount)\n"
    var count = 0
    for byte in text.utf8.prefix(capacity) {
      unsafe memory[count] = byte
      count += 1
    }
    unsafe length = count
  }

  /// Writes the note; the signal then comes again with its usual end.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    _ = unsafe write(2, memory, length)
    if unsafe logDescriptor >= 0 { _ = unsafe write(logDescriptor, memory, length) }
    raise(number)
  }
}
