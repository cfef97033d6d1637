import CatalogModel
import JSONText
import MessageStream
import System

/// An answer to be made: all it looks at was taken along when its request's turn came, so it can be
/// made in the loop or beside it while edits go on.
struct Job: Sendable {
  /// Bytes of text that it looks at where nothing is strange.
  let byteCount: Int
  private let write: @Sendable (inout JSONWriter, Interruption) throws(Interrupted) -> Void

  /// A job that writes a result.
  init(
    byteCount: Int,
    write: @escaping @Sendable (inout JSONWriter, Interruption) throws(Interrupted) -> Void
  ) {
    self.byteCount = byteCount
    self.write = write
  }

  /// The content of the answer; nil where it was interrupted.
  func answer(id: RequestID, _ interruption: Interruption) -> [UInt8]? {
    guard (try? interruption.check()) != nil else { return nil }
    return try? MessageEncoder.response(id: id) { writer throws(Interrupted) in
      try write(&writer, interruption)
    }
  }

  /// The content of the answer, where it is made in the time that the loop has for it.
  func quickAnswer(id: RequestID, _ cancellation: Cancellation) -> [UInt8]? {
    if byteCount > ServerLimits.loopByteCountMax { return nil }
    let end = MonotonicClock.nanoseconds + ServerLimits.loopNanosecondsMax
    return answer(
      id: id,
      Interruption { cancellation.isRequested || MonotonicClock.nanoseconds > end })
  }
}
