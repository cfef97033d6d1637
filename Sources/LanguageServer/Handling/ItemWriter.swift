import CatalogModel
import JSONText
import ProtocolTypes

/// Writes the items of a result one by one, so that a long list is never in memory twice.
struct ItemWriter<Item: JSONEncodable> {
  private var writer = JSONWriter()
  private var count = 0
  /// Whether the request was cancelled.
  let interruption: Interruption

  /// Writes an array whose items `body` appends.
  static func write(
    to writer: inout JSONWriter, _ interruption: Interruption,
    _ body: (inout ItemWriter) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var items = ItemWriter(interruption: interruption)
    writer.beginArray()
    swap(&writer, &items.writer)
    defer { swap(&writer, &items.writer) }
    try body(&items)
    items.writer.endArray()
  }

  /// Appends an item.
  mutating func append(_ item: Item) throws(Interrupted) {
    if count % 16 == 0 { try interruption.check() }
    count += 1
    item.write(to: &writer)
  }
}

extension ItemWriter<Symbol> {
  /// Appends a symbol whose children `body` appends.
  mutating func append(
    _ symbol: Symbol, children body: (inout Self) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var parent = JSONWriter()
    swap(&parent, &writer)
    defer { swap(&parent, &writer) }
    try symbol.write(to: &parent) { children throws(Interrupted) in
      swap(&children, &writer)
      defer { swap(&children, &writer) }
      try body(&self)
    }
  }
}
