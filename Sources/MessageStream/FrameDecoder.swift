/// Cuts a stream of bytes into messages by their headers (LSP 3.17, base protocol).
package struct FrameDecoder: Sendable {
  /// A message's content, or why there is none.
  package enum Frame: Sendable, Equatable {
    case content([UInt8])
    /// What is wrong; reading goes on behind it.
    case broken(String)
  }

  private let limits: MessageLimits
  private var waiting: [UInt8] = []
  private var start = 0
  private var contentByteCount: Int?
  /// Bytes of a refused message that are still to be thrown away.
  private var skippedByteCount = 0

  /// A decoder at the start of a stream.
  package init(limits: MessageLimits = MessageLimits()) { self.limits = limits }

  /// Adds bytes as they come.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    if start > 0, start == waiting.count || start > 1 << 16 {
      waiting.removeSubrange(..<start)
      start = 0
    }
    let skipped = min(skippedByteCount, bytes.count)
    skippedByteCount -= skipped
    waiting += bytes.dropFirst(skipped)
  }

  /// Bytes that the message under way still lacks, as far as known.
  package var missingByteCount: Int {
    contentByteCount.map { max(0, $0 - (waiting.count - start)) } ?? 0
  }

  /// The next message, nil where it is not complete yet.
  package mutating func next() -> Frame? {
    if contentByteCount == nil, let broken = readHeader() { return broken }
    guard let count = contentByteCount, waiting.count - start >= count else { return nil }
    let content = Array(waiting[start..<start + count])
    start += count
    contentByteCount = nil
    return .content(content)
  }

  /// Reads a header where one is complete; returns what is wrong with it.
  private mutating func readHeader() -> Frame? {
    guard let end = headerEnd() else {
      if waiting.count - start <= limits.headerByteCountMax { return nil }
      start = waiting.count
      return .broken("a header is longer than \(limits.headerByteCountMax) bytes")
    }
    let header = String(decoding: waiting[start..<end.content], as: UTF8.self)
    start = end.next
    switch Self.contentLength(header) {
    case .failure(let reason): return .broken(reason.text)
    case .success(let count) where count > limits.contentByteCountMax:
      let there = min(count, waiting.count - start)
      start += there
      skippedByteCount = count - there
      return .broken("a message is longer than \(limits.contentByteCountMax) bytes")
    case .success(let count):
      contentByteCount = count
      return nil
    }
  }

  /// Where the blank line behind a header begins and ends.
  private func headerEnd() -> (content: Int, next: Int)? {
    var index = start
    while index + 1 < waiting.count {
      if waiting[index] == 0x0A, waiting[index + 1] == 0x0A { return (index, index + 2) }
      if index + 3 < waiting.count, waiting[index] == 0x0D, waiting[index + 1] == 0x0A,
        waiting[index + 2] == 0x0D, waiting[index + 3] == 0x0A
      {
        return (index, index + 4)
      }
      index += 1
    }
    return nil
  }

  private struct Reason: Error { var text: String }

  private static func contentLength(_ header: String) -> Result<Int, Reason> {
    var count: Int?
    for line in header.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      guard parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].filter { !$0.isWhitespace }
      guard let value = Int(digits), value >= 0, digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return .failure(Reason(text: "Content-Length is no number: \(digits.prefix(40))")) }
      if let count, count != value {
        return .failure(Reason(text: "two headers give different Content-Lengths"))
      }
      count = value
    }
    return count.map { .success($0) } ?? .failure(Reason(text: "a header lacks Content-Length"))
  }
}
