#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends this process when another one, such as the client's, is gone.
package enum ParentWatch {
  /// Polls for the process on a thread of its own; does nothing without a valid process number.
  package static func start(_ processID: Int?, everyMilliseconds interval: Int) {
    guard let processID, let number = pid_t(exactly: processID), number > 0 else { return }
    Threads.start {
      while kill(number, 0) == 0 || errno != ESRCH {
        usleep(UInt32(clamping: interval * 1000))
      }
      exit(1)
    }
  }
}
