/// Takes written bytes, piece by piece.
package typealias ByteSink = (Span<UInt8>) -> Void

extension ContiguousArray where Element == UInt8 {
  /// Passes on and forgets the bytes, once they are a large piece or `atOnce`.
  mutating func drain(atOnce: Bool = false, to send: ByteSink) {
    guard atOnce || count >= 1 << 18 else { return }
    send(span)
    removeAll(keepingCapacity: true)
  }
}
