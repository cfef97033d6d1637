import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Defers the signals that end the process while a file is half written.
///
/// Uses a handler instead of a mask: any thread may receive a signal, and Dispatch starts its
/// threads without the mask.
enum DeferredSignals {
  private static let numbers = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  /// The last signal that came, 0 for none.
  private static let pending = Atomic<Int32>(0)

  /// Runs `body`, then delivers a signal that came meanwhile.
  static func run<Failure>(_ body: () throws(Failure) -> Void) throws(Failure) {
    pending.store(0, ordering: .relaxed)
    let former = numbers.map { number in
      signal(number) { DeferredSignals.pending.store($0, ordering: .relaxed) }
    }
    defer {
      for (number, handler) in zip(numbers, former) {
        _ = signal(number, handler)
      }
      let number = pending.exchange(0, ordering: .relaxed)
      if number != 0 { raise(number) }
    }
    try body()
  }
}
