import CatalogModel
import JSONText
import ProtocolTypes

/// The answer to a request: its result, or a job that makes it.
enum Answer<Result: JSONEncodable> {
  case now(Result)
  case later(Job)

  /// An answer that is made later.
  ///
  /// - Parameter byteCount: bytes of text that are usually read for it
  static func later(
    byteCount: Int, _ make: @escaping @Sendable (Interruption) throws(Interrupted) -> Result
  ) -> Answer {
    .later(
      Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
        try make(interruption).write(to: &writer)
      })
  }

  /// An array that is made and written later, item by item.
  static func items<Item>(
    byteCount: Int,
    _ write: @escaping @Sendable (inout ItemWriter<Item>) throws(Interrupted) -> Void
  ) -> Answer where Result == [Item] {
    .later(
      Job(byteCount: byteCount) { writer, interruption throws(Interrupted) in
        try ItemWriter.write(to: &writer, interruption, write)
      })
  }
}
