import MessageStream
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells what was being handled when the process dies of a trap. Swift cannot unwind: the note is
/// made beforehand, one for each thread, and written by a signal handler with write(2) alone.
enum CrashNote {
  private static let capacity = 256
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
  private static let stackByteCount = 64 << 10
  private static let slotCount = ServerLimits.workerCountMax + 1
  /// The slots' notes, one behind the other.
  nonisolated(unsafe) private static let memory = UnsafeMutablePointer<UInt8>.allocate(
    capacity: CrashNote.capacity * CrashNote.slotCount)
  nonisolated(unsafe) private static let lengths = UnsafeMutablePointer<Int>.allocate(
    capacity: CrashNote.slotCount)
  /// The threads of the slots; the first is the loop's.
  nonisolated(unsafe) private static let threads = UnsafeMutablePointer<pthread_t?>.allocate(
    capacity: CrashNote.slotCount)
  private static let usedSlotCount = Atomic(0)
  nonisolated(unsafe) private static var logDescriptor: Int32 = -1

  /// Watches for signals in this thread and those that ask for it; the note also goes to the log.
  static func install(logDescriptor: Int32) {
    unsafe self.logDescriptor = logDescriptor
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

  /// Gives this thread a note of its own, and a stack for the handler, as its own may be full.
  static func watchThread() {
    let slot = usedSlotCount.wrappingAdd(1, ordering: .relaxed).oldValue
    guard slot < slotCount else { return }
    unsafe threads[slot] = pthread_self()
    var stack = unsafe stack_t()
    unsafe stack.ss_sp = UnsafeMutableRawPointer.allocate(
      byteCount: stackByteCount, alignment: 16)
    unsafe stack.ss_size = stackByteCount
    unsafe sigaltstack(&stack, nil)
  }

  /// Says what this thread handles from now on.
  static func set(method: String, id: RequestID?, byteCount: Int) {
    let slot = currentSlot
    let text =
      "mdcatalog: crashed while handling \(method) id=\(id?.text ?? "-") bytes=\(byteCount)\n"
    var count = 0
    for byte in text.utf8.prefix(capacity) {
      unsafe memory[slot * capacity + count] = byte
      count += 1
    }
    unsafe lengths[slot] = count
  }

  /// This thread's slot; the loop's for a thread that has none.
  private static var currentSlot: Int {
    for slot in 1..<slotCount {
      if let thread = unsafe threads[slot], pthread_equal(thread, pthread_self()) != 0 {
        return slot
      }
    }
    return 0
  }

  /// Writes the note; the signal then comes again with its usual end.
  private static let handler: @convention(c) (Int32) -> Void = { number in
    let slot = currentSlot
    let note = unsafe memory + slot * capacity
    _ = unsafe write(2, note, lengths[slot])
    if unsafe logDescriptor >= 0 { _ = unsafe write(logDescriptor, note, lengths[slot]) }
    raise(number)
  }
}
