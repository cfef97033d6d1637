import CatalogModel
import ProtocolTypes

/// The answer to a request: a job that writes its result.
struct Answer<Result: JSONEncodable> {
  let job: Job

  /// An answer that is known.
  static func now(_ result: Result) -> Answer {
    Answer(job: Job(byteCount: 0) { writer, _ in result.write(to: &writer) })
  }

  /// An answer that is made later.
  ///
  /// - Parameter byteCount: bytes of text that are usually read for it
  static func later(
    byteCount: Int, _ make: @escaping @Sendable (Interruption) throws(Interrupted) -> Result
  ) -> Answer {
    Answer(
      job: Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
        try make(interruption).write(to: &writer)
      })
  }

  /// An array that is made and written later, item by item.
  static func items<Item>(
    byteCount: Int,
    _ write: @escaping @Sendable (inout ItemWriter<Item>) throws(Interrupted) -> Void
  ) -> Answer where Result == [Item] {
    Answer(
      job: Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
        try ItemWriter.write(to: &writer, interruption, write)
      })
  }
}
