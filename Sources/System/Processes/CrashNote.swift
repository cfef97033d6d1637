import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Says what each thread was doing when the process dies of a trap.
///
/// Swift cannot unwind: the note is prepared beforehand, and a signal handler writes it with
/// `write(2)` alone.
package enum CrashNote {
  /// Bytes of a note, at most.
  private static let capacity = 256
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  private static let stackByteCount = 64 << 10
  /// Threads that have a note of their own, at most; the first slot is also for all others.
  private static let slotCount = 8
  /// The slots' notes, one after the other.
  nonisolated(unsafe) private static let memory = UnsafeMutablePointer<UInt8>.allocate(
    capacity: CrashNote.capacity * CrashNote.slotCount)
  nonisolated(unsafe) private static let lengths = UnsafeMutablePointer<Int>.allocate(
    capacity: CrashNote.slotCount)
  nonisolated(unsafe) private static let threads = UnsafeMutablePointer<pthread_t?>.allocate(
    capacity: CrashNote.slotCount)
  private static let usedSlotCount = Atomic(0)
  nonisolated(unsafe) private static var logDescriptor: Int32 = -1

  /// Installs the handler, for this thread and those that call `watchThread`. Notes go to stderr
  /// and to the log.
  package static func install(log: Descriptor?) {
    unsafe logDescriptor = log?.number ?? -1
    for slot in 0..<slotCount {
      unsafe lengths[slot] = 0
      unsafe threads[slot] = nil
    }
    watchThread()
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

  /// Gives this thread a note and a stack for the handler, as its own stack may be full.
  package static func watchThread() {
    let slot = usedSlotCount.wrappingAdd(1, ordering: .relaxed).oldValue
    guard slot < slotCount else { return }
    unsafe threads[slot] = pthread_self()
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(
      byteCount: stackByteCount, alignment: 16)
    unsafe stack.ss_size = stackByteCount
    unsafe sigaltstack(&stack, nil)
  }

  /// Sets what this thread is doing from now on, such as `handling textDocument/hover`.
  package static func set(_ activity: String) {
    let slot = currentSlot
    var count = 0
    for byte in "mdcatalog: crashed while \(activity)\n".utf8.prefix(capacity) {
      unsafe memory[slot * capacity + count] = byte
      count += 1
    }
    unsafe lengths[slot] = count
  }

  private static var currentSlot: Int {
    for slot in 1..<slotCount {
      if let thread = unsafe threads[slot], pthread_equal(thread, pthread_self()) != 0 {
        return slot
      }
    }
    return 0
  }

  /// Writes the note; the signal is then raised again with its default action.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    let slot = currentSlot
    let note = unsafe memory + slot * capacity
    _ = unsafe write(2, note, lengths[slot])
    if unsafe logDescriptor >= 0 { _ = unsafe write(logDescriptor, note, lengths[slot]) }
    raise(number)
  }
}
