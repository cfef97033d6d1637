/// Searches for one text in others by the byte of it that is rarest in a sample of them.
public struct TextSearch: Sendable {
  /// Bytes of a sample.
  static let sampleByteCountMax = 2_048

  private let text: ContiguousArray<UInt8>
  /// Offset in the text of its rarest byte.
  private let rarest: Int

  /// A search for a text; an empty one is found nowhere.
  public init(for text: ContiguousArray<UInt8>, sample: Span<UInt8>) {
    self.text = text
    var counts = ContiguousArray(repeating: 0, count: 256)
    for index in sample.indices { counts[Int(sample[index])] += 1 }
    rarest = text.indices.min { counts[Int(text[$0])] < counts[Int(text[$1])] } ?? 0
  }

  /// The first place of the text from an offset on.
  ///
  /// - Complexity: O(bytes), as fast as memory where the rarest byte is rare
  public func firstPlace(in bytes: Span<UInt8>, from start: Int) -> Int? {
    if text.isEmpty { return nil }
    let last = bytes.count - text.count
    var place = max(0, start)
    while place <= last {
      guard
        let found = bytes.firstPlace(of: text[rarest], in: place + rarest..<last + rarest + 1)
      else { return nil }
      place = found - rarest
      if matches(at: place, in: bytes) { return place }
      place += 1
    }
    return nil
  }

  private func matches(at place: Int, in bytes: Span<UInt8>) -> Bool {
    for offset in text.indices where bytes[place + offset] != text[offset] { return false }
    return true
  }
}
