import Foundation
import Testing

@testable import MessageStream

/// Messages are written in order, whether the client reads or not.
@Suite struct OutputWriterTests {
  @Test(.timeLimit(.minutes(1)), arguments: [1, 100, 5_000])
  func sendingNeverWaits(byteCount: Int) {
    let pipe = Pipe()
    let writer = OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let count = 2_000_000 / (byteCount + 100)
    let contents = (0..<count).map {
      Array("\($0)\(String(repeating: " ", count: byteCount))".utf8)
    }
    for content in contents { writer.send(content) }
    let expected = contents.reduce(into: Data()) {
      $0 += Data("Content-Length: \($1.count)\r\n\r\n".utf8) + Data($1)
    }
    var written = Data()
    while written.count < expected.count { written += pipe.fileHandleForReading.availableData }
    #expect(written == expected)
    writer.flushAndClose(withinMilliseconds: 1_000)
    #expect(writer.failure == nil)
  }

  @Test(arguments: [1, 100_000])
  func aReaderThatIsGoneIsNoticed(byteCount: Int) throws {
    let pipe = Pipe()
    let writer = OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    try pipe.fileHandleForReading.close()
    writer.send([UInt8](repeating: 0x20, count: byteCount))
    writer.flushAndClose(withinMilliseconds: 1_000)
    #expect(writer.failure == .closed)
  }
}
