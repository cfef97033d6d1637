import JSONText
import MessageStream
import Testing

@Suite struct FrameTests {
  private func frame(_ text: String) -> [UInt8] {
    Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  private func frames(_ chunks: [[UInt8]], limits: MessageLimits = MessageLimits()) -> [FrameDecoder
    .Frame]
  {
    var decoder = FrameDecoder(limits: limits)
    var frames: [FrameDecoder.Frame] = []
    for chunk in chunks {
      decoder.append(chunk[...])
      while let frame = decoder.next() { frames.append(frame) }
    }
    return frames
  }

  @Test func messagesMayBeCutAnywhere() {
    let bytes = frame("{\"é\":1}") + frame("") + frame("[]")
    let whole = frames([bytes])
    #expect(whole.count == 3)
    for cut in bytes.indices {
      #expect(frames([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
    }
    #expect(frames(bytes.map { [$0] }) == whole)
  }

  @Test(arguments: [
    "Content-Length: -1", "Content-Length: 1x", "Content-Length: 99999999999999999999",
    "Content-Type: x", "Content-Length: 1\r\nContent-Length: 2", "Content-Length:",
  ])
  func aBrokenHeaderIsToldAndPassed(header: String) {
    let found = frames([Array("\(header)\r\n\r\n".utf8) + frame("[]")])
    guard case .broken? = found.first else {
      Issue.record("\(header) was taken")
      return
    }
    #expect(found.last == .content(Array("[]".utf8)))
  }

  @Test func headersAreReadAsPeopleWriteThem() {
    let text =
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  2\r\n\r\n[]"
    #expect(frames([Array(text.utf8)]) == [.content(Array("[]".utf8))])
  }

  @Test(arguments: [9, 10, 11])
  func longMessagesAreRefused(length: Int) {
    var limits = MessageLimits()
    limits.contentByteCountMax = 10
    let content = String(repeating: "a", count: length)
    let found = frames([frame(content), frame("[]")], limits: limits)
    #expect(found.count == 2)
    #expect((found.first == .content(Array(content.utf8))) == (length <= 10))
    #expect(found.last == .content(Array("[]".utf8)))
  }

  @Test func anEndlessHeaderIsRefused() {
    let found = frames([Array(repeating: 0x61, count: 9000)])
    guard case .broken? = found.first else {
      Issue.record("an endless header was kept")
      return
    }
  }

  @Test func aCancellationIsKnownBeforeItsTurn() throws {
    let queue = MessageQueue()
    let cancel = JSONValue.object([("id", .int(7))])
    queue.append(.message(.notification(method: "$/cancelRequest", params: cancel), byteCount: 1))
    #expect(queue.takeCancellation(.number(7)))
    #expect(!queue.takeCancellation(.number(7)))
    #expect(!queue.isEmpty)
    queue.close()
    #expect(queue.next() != nil)
    #expect(queue.next() == nil)
  }
}
