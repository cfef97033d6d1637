#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Threads with a stack of 8 MiB, for deeply nested JSON and long rows.
package enum Threads {
  private static let stackByteCount = 8 << 20

  /// Runs work on a new thread.
  package static func start(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackByteCount)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = unsafe Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    _ = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        // Only glibc's pointer is optional.
        let pointer: UnsafeMutableRawPointer? = unsafe pointer
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        }
        return nil
      }, box.toOpaque())
    unsafe pthread_attr_destroy(&attributes)
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
