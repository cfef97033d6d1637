/// The bounds of the server, each number in this one place; those of messages are `MessageLimits`.
enum ServerLimits {
  /// Bytes of text up to which an answer is first tried in the loop.
  static let loopByteCountMax = 256 << 10
  /// Nanoseconds after which a try in the loop is given up.
  static let loopNanosecondsMax: UInt64 = 2_000_000
  /// Threads that work beside the loop, at most.
  static let workerCountMax = 2
  /// Requests that wait for these threads, at most.
  static let waitingJobCountMax = 256
  /// Milliseconds that requests still have once the client has said `exit` or is gone.
  static let lastJobsMilliseconds = 600
  /// Milliseconds to wait for the client to read what is left, at the end.
  static let farewellMilliseconds = 300
  /// Milliseconds between two looks whether the client's process is alive.
  static let parentWatchMilliseconds = 500
  /// Bytes of text up to which edits of a whole document are made that nobody may want.
  static let unaskedEditByteCountMax = 1 << 20
  /// Microseconds without a message after which diagnostics are sent.
  static let quietMicroseconds = 100
  /// The same after an edit: one seldom comes alone where a program makes it.
  static let quietMicrosecondsAfterEdit = 1_000
  /// The same once several messages came one upon another, so that a burst is answered once.
  static let quietMicrosecondsInBurst = 3_000
  /// Messages that count as several.
  static let burstMessageCountMin = 4
  /// Bytes that one slice of idle work looks at.
  static let idleSliceByteCount = 64 << 10
}
