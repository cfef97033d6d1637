import Dispatch

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ends the process when the client's process is gone, for clients that leave pipes open.
enum ParentWatch {
  /// Looks once a second.
  static func start(_ processID: Int?) {
    guard let processID, let number = pid_t(exactly: processID), number > 0 else { return }
    check(number)
  }

  private static func check(_ number: pid_t) {
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(1)) {
      if kill(number, 0) != 0, errno == ESRCH { exit(1) }
      check(number)
    }
  }
}
