import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Signals that end the process, held back while something must not be left half done.
///
/// A handler and not a mask: any thread may be given a signal, and those of Dispatch begin without
/// a mask.
enum DeferredSignals {
  private static let numbers = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  /// The last one that came, 0 for none.
  private static let pending = Atomic<Int32>(0)

  /// Runs `body`; signals that come meanwhile do what they would have done once it is through.
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
