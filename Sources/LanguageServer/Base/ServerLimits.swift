/// The limits of the server, all in this one place; `MessageLimits` has those of messages.
enum ServerLimits {
  // MARK: Work

  /// Bytes of text up to which an answer is first tried in the loop.
  static let loopByteCountMax = 256 << 10
  /// Nanoseconds after which a try in the loop is given up.
  static let loopNanosecondsMax: UInt64 = 2_000_000
  /// Threads that make answers outside the loop, at most.
  static let workerCountMax = 2
  /// Requests that wait for these threads, at most.
  static let waitingJobCountMax = 256
  /// Milliseconds to finish requests after `exit` or when the client is gone.
  static let lastJobsMilliseconds = 600
  /// Milliseconds to wait at the end for the client to read.
  static let farewellMilliseconds = 300
  /// Milliseconds between two checks whether the client's process is alive.
  static let parentWatchMilliseconds = 500
  /// Bytes of text that one slice of idle work reads.
  static let idleSliceByteCount = 64 << 10

  // MARK: Diagnostics

  /// Microseconds without a message after which diagnostics are published.
  static let quietMicroseconds = 100
  /// The same after an edit: a program's edits seldom come alone.
  static let quietMicrosecondsAfterEdit = 1_000
  /// The same after several messages in a row, so that a burst is answered once.
  static let quietMicrosecondsInBurst = 3_000
  /// Messages in a row that are a burst.
  static let burstMessageCountMin = 4

  // MARK: Answers

  static let unrequestedEditByteCountMax = 1 << 20
  /// Bytes of a hover, at most.
  static let hoverByteCountMax = 64 << 10
  /// Bytes of a symbol's name or detail, an action's title or an inlay hint, at most.
  static let titleByteCountMax = 512
}
