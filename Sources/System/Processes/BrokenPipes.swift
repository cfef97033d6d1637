#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What happens when a reader is gone.
package enum BrokenPipes {
  /// Makes writing to a closed pipe an error of the call instead of a signal that ends the process.
  package static func becomeErrors() {
    signal(SIGPIPE, SIG_IGN)
  }
}
