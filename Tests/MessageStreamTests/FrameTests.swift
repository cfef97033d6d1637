import MessageStream
import Testing

@Suite struct FrameTests {
  private func frame(_ text: String) -> [UInt8] {
    Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  private func content(_ text: String) -> FrameDecoder.Frame {
    .content(ContiguousArray(text.utf8))
  }

  /// What a decoder finds in a stream that comes in chunks.
  private func frames(
    _ chunks: [[UInt8]], limits: MessageLimits = MessageLimits()
  ) -> [FrameDecoder.Frame] {
    var decoder = FrameDecoder(limits: limits)
    var waiting = chunks.joined().map { $0 }[...]
    var sizes = chunks.map(\.count)[...]
    var frames: [FrameDecoder.Frame] = []
    while let frame = unsafe decoder.next(from: { memory in
      while sizes.first == 0 { sizes.removeFirst() }
      let count = min(sizes.first ?? 0, memory.count)
      if count == 0 { return 0 }
      sizes[sizes.startIndex] -= count
      for index in 0..<count { unsafe memory[index] = waiting.removeFirst() }
      return count
    }) {
      frames.append(frame)
    }
    return frames
  }

  private func isBroken(_ frame: FrameDecoder.Frame?) -> Bool {
    if case .broken? = frame { true } else { false }
  }

  @Test func messagesMayBeCutAnywhere() {
    let bytes = frame("{\"é\":1}") + frame("") + frame("[]")
    let whole = [content("{\"é\":1}"), content(""), content("[]")]
    for cut in bytes.indices {
      #expect(frames([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
    }
    #expect(frames(bytes.map { [$0] }) == whole)
  }

  @Test func longContentsAreReadWhole() {
    let text = String(repeating: "0123456789abcdef", count: 20_000)
    let found = frames([frame("[]") + frame(text) + frame("[]")])
    #expect(found == [content("[]"), content(text), content("[]")])
    #expect(frames([Array(frame(text).dropLast())]).isEmpty)
  }

  @Test(arguments: [
    "Content-Length: -1", "Content-Length: 1x", "Content-Length: 99999999999999999999",
    "Content-Type: x", "Content-Length: 1\r\nContent-Length: 2", "Content-Length:",
    "Content-Length: 9223372036854775807", "Content-Length 2", "Content-Length: +53",
    "Content-Length: 1e2", "Content-Length: 1 2",
  ])
  func theStreamContinuesAfterABrokenHeader(header: String) {
    for body in ["", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}", "{\n\n\"a\":\r\n\r\n1}"] {
      let found = frames([Array("\(header)\r\n\r\n\(body)".utf8) + frame("[1]") + frame("[2]")])
      #expect(isBroken(found.first))
      #expect(found.filter(isBroken).count == 1)
      #expect(found.suffix(2) == [content("[1]"), content("[2]")])
    }
  }

  @Test(arguments: [-1, 1, 7, 30])
  func aWrongLengthCostsTheMessagesItCuts(error: Int) {
    let text = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}"
    let wrong = Array("Content-Length: \(text.utf8.count + error)\r\n\r\n\(text)".utf8)
    let found = frames([wrong + frame(text) + frame("[1]") + frame("[2]")])
    #expect(found.suffix(2) == [content("[1]"), content("[2]")])
  }

  @Test func headersMayBeWrittenInOtherForms() {
    let type = "Content-Type: application/vscode-jsonrpc; charset=utf-8"
    #expect(frames([Array("\(type)\r\ncontent-length:  2\r\n\r\n[]".utf8)]) == [content("[]")])
    #expect(frames([Array("Content-Length: 2 \n\n[]".utf8)]) == [content("[]")])
    #expect(
      frames([Array("CONTENT-LENGTH:2\r\nContent-Length: 2\r\n\r\n[]".utf8)]) == [content("[]")])
  }

  @Test(arguments: [9, 10, 11])
  func longMessagesAreRefused(length: Int) {
    var limits = MessageLimits()
    limits.contentByteCountMax = 10
    let text = String(repeating: "a", count: length)
    let found = frames([frame(text), frame("[]")], limits: limits)
    #expect(found.count == 2)
    #expect((found.first == content(text)) == (length <= 10))
    #expect(found.last == content("[]"))
  }

  @Test(arguments: [-1, 0, 1])
  func longHeadersAreRefused(excess: Int) {
    let limit = MessageLimits().headerByteCountMax
    let length = "Content-Length: 2"
    let padding = String(repeating: "x", count: limit + excess - length.utf8.count - 2)
    let stream = Array("\(padding)\r\n\(length)\r\n\r\n[]".utf8) + frame("[1]")
    let inPieces = stride(from: 0, to: stream.count, by: 1000).map {
      Array(stream[$0..<min($0 + 1000, stream.count)])
    }
    for chunks in [[stream], inPieces] {
      let found = frames(chunks)
      #expect(isBroken(found.first) == (excess > 0))
      #expect(found.suffix(2) == [content("[]"), content("[1]")])
    }
  }

  @Test func endlessGarbageIsReportedOnceAndSkipped() {
    let garbage = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)
    let found = frames([garbage + frame("[]")])
    #expect(found.count == 2 && isBroken(found.first))
    #expect(found.last == content("[]"))
  }
}
