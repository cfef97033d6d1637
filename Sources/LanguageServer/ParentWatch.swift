import MessageStream

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the process when the client's process is gone, for clients that leave pipes open.
enum ParentWatch {
  /// Looks every now and then, on a thread of its own.
  static func start(_ processID: Int?) {
    guard let processID, let number = pid_t(exactly: processID), number > 0 else { return }
    Threads.start {
      while kill(number, 0) == 0 || errno != ESRCH {
        usleep(UInt32(ServerLimits.parentWatchMilliseconds) * 1000)
      }
      exit(1)
    }
  }
}
