/// Cuts a stream of bytes into messages by their headers (LSP 3.17, base protocol).
///
/// After a broken header no length says where the next message begins. The decoder then skips bytes
/// until it finds a header.
package struct FrameDecoder {
  /// A message's content, or what is wrong with the message.
  package enum Frame: Sendable, Equatable {
    case content(ContiguousArray<UInt8>)
    /// A broken message, with the reason; reading continues after it.
    case broken(String)
  }

  /// Reads the next bytes of the stream into memory and returns how many; 0 at the end.
  package typealias Source = (UnsafeMutableRawBufferPointer) -> Int

  private static let bufferByteCount = 64 << 10

  private let limits: MessageLimits
  /// Bytes that were read ahead: `start..<end` are still to be decoded.
  private var buffer = ContiguousArray<UInt8>(repeating: 0, count: FrameDecoder.bufferByteCount)
  private var start = 0
  private var end = 0
  /// Whether the next bytes may be from the middle of a message.
  private var isLost = false

  /// A decoder at the start of a stream.
  package init(limits: MessageLimits = MessageLimits()) { self.limits = limits }

  /// Waits for the next message; nil at the end of the stream.
  ///
  /// - Complexity: O(bytes); a long content is read straight into its place
  package mutating func next(from source: Source) -> Frame? {
    while true {
      switch takeHeader() {
      case .length(let count)?: return unsafe content(count, source).map { .content($0) }
      case .broken(let reason)?:
        isLost = true
        return .broken(reason)
      case nil: if unsafe !fill(source) { return nil }
      }
    }
  }

  /// Reads more into the buffer; false at the end of the stream.
  private mutating func fill(_ source: Source) -> Bool {
    if start > 0 {
      buffer.replaceSubrange(0..<end - start, with: Array(buffer[start..<end]))
      (start, end) = (0, end - start)
    }
    let free = end..<buffer.count
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe source(.init(rebasing: $0[free])) }
    end += max(0, min(count, free.count))
    return count > 0
  }

  /// A content of known length; nil where the stream ends in it.
  private mutating func content(_ count: Int, _ source: Source) -> ContiguousArray<UInt8>? {
    let known = buffer[start..<min(start + count, end)]
    start += known.count
    if known.count == count { return ContiguousArray(known) }
    let content = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: count) {
      memory, done in
      done = unsafe memory.initialize(fromContentsOf: known)
      let bytes = UnsafeMutableRawBufferPointer(memory)
      while done < count {
        let more = unsafe source(.init(rebasing: bytes[done...]))
        if more <= 0 { break }
        done += min(more, count - done)
      }
    }
    return content.count == count ? content : nil
  }

  // MARK: Headers

  private enum Header {
    case length(Int)
    case broken(String)
  }

  /// The next header; nil where it is incomplete.
  private mutating func takeHeader() -> Header? {
    while true {
      guard let blankLine = blankLine() else { return refuseLongHeader() }
      let block =
        max(start, blankLine.lowerBound - limits.headerByteCountMax)..<blankLine.lowerBound
      if !isLost, block.lowerBound > start { return tooLong }
      switch HeaderBlock.contentLength(buffer[block], afterGarbage: isLost) {
      case .count(let count) where count > limits.contentByteCountMax:
        start = blankLine.upperBound
        return .broken("a message is longer than \(limits.contentByteCountMax) bytes")
      case .count(let count):
        start = blankLine.upperBound
        isLost = false
        return .length(count)
      case .afterGarbage: return .broken("bytes before a header are not part of a message")
      case .invalid(let reason):
        start = blankLine.upperBound
        if !isLost { return .broken(reason) }
      }
    }
  }

  private var tooLong: Header {
    .broken("a header is longer than \(limits.headerByteCountMax) bytes")
  }

  /// Refuses a header without an end that is too long; of garbage keeps the last bytes only.
  private mutating func refuseLongHeader() -> Header? {
    // The last three bytes may be the beginning of a blank line.
    let limit = limits.headerByteCountMax + 3
    if end - start <= limit { return nil }
    if !isLost { return tooLong }
    start = end - limit
    return nil
  }

  /// The first two line ends in a row, each LF or CRLF.
  private func blankLine() -> Range<Int>? {
    var index = start
    while index + 1 < end {
      if buffer[index] == 0x0A {
        let isCRLF = buffer[index + 1] == 0x0D && index + 2 < end
        let second = isCRLF ? index + 2 : index + 1
        let isAfterCR = index > start && buffer[index - 1] == 0x0D
        if buffer[second] == 0x0A { return (isAfterCR ? index - 1 : index)..<second + 1 }
      }
      index += 1
    }
    return nil
  }
}
