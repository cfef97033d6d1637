import CatalogModel
import JSONText
import MessageStream
import System

/// An answer that is still to be made. It holds snapshots of all that it reads, so that it can be
/// made in the loop or on another thread while edits go on.
struct Job: Sendable {
  /// Bytes of text that it usually reads.
  let byteCount: Int
  /// Writes the result.
  let write: @Sendable (inout JSONWriter, Interruption) throws(Interrupted) -> Void

  /// The content of the answer; nil where it was interrupted.
  func answer(id: RequestID, _ interruption: Interruption) -> [UInt8]? {
    guard (try? interruption.check()) != nil else { return nil }
    return try? MessageEncoder.response(id: id) { writer throws(Interrupted) in
      try write(&writer, interruption)
    }
  }

  /// The content of the answer, if it can be made within the time limit of the loop.
  func quickAnswer(id: RequestID, _ cancellation: Cancellation) -> [UInt8]? {
    if byteCount > ServerLimits.loopByteCountMax { return nil }
    let end = MonotonicClock.nanoseconds + ServerLimits.loopNanosecondsMax
    return answer(
      id: id,
      Interruption { cancellation.isRequested || MonotonicClock.nanoseconds > end })
  }
}
