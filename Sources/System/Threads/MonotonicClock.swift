#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A clock that only runs forward (POSIX `CLOCK_MONOTONIC`).
package enum MonotonicClock {
  /// Nanoseconds since an arbitrary moment.
  package static var nanoseconds: UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000
      &+ UInt64(truncatingIfNeeded: time.tv_nsec)
  }
}
