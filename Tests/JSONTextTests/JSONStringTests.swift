import JSONText
import Testing

/// Strings are read eight bytes at a time, so each case is tried at every offset.
@Suite struct JSONStringTests {
  private func parse(_ bytes: [UInt8]) throws -> JSONValue { try JSONReader.parse(bytes) }

  private func quoted(_ text: String) -> [UInt8] { Array("\"\(text)\"".utf8) }

  @Test(arguments: [
    ("\\n", "\n"), ("\\\"", "\""), ("\\\\", "\\"), ("\\u00e9", "é"), ("\\ud83e\\udde0", "🧠"),
    ("é", "é"), ("脑", "脑"), ("🧠", "🧠"), ("\u{7F}", "\u{7F}"), ("\\ud800", "\u{FFFD}"),
    ("\\u0000", "\0"),
  ])
  func specialCharactersAreReadAtEveryOffset(source: String, text: String) throws {
    for offset in 0..<20 {
      for tail in [0, 1, 9] {
        let before = String(repeating: "a", count: offset)
        let after = String(repeating: "b", count: tail)
        let value = try parse(quoted(before + source + after))
        #expect(value.string == before + text + after)
        #expect(value.utf8 == ContiguousArray((before + text + after).utf8))
      }
    }
  }

  @Test func forbiddenBytesAreRefusedAtEveryOffset() {
    for offset in 0..<20 {
      let before = Array(repeating: UInt8(ascii: "a"), count: offset)
      for broken: [UInt8] in [
        [0x0A], [0x00], [0x1F], [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5],
        [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80], [0x5C], [0x5C, 0x78], [0x5C, 0x75, 0x31, 0x32],
      ] {
        #expect(throws: JSONError.self) { try parse([0x22] + before + broken + [0x22]) }
      }
      #expect(throws: JSONError.self) { try parse([0x22] + before) }
    }
  }

  /// All sequences of up to three bytes above 127, and some of four.
  @Test func sequencesAreCheckedLikeInTheStandardLibrary() {
    func check(_ bytes: [UInt8]) {
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let isTaken = (try? parse([0x22] + bytes + [0x22])) != nil
      if isValid != isTaken { Issue.record("\(bytes)") }
    }
    let continuations: [UInt8] = [0x22, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    for first in UInt8(0x80)...0xFF {
      for second in continuations where second != 0x22 {
        check([first, second])
        for third in continuations where third != 0x22 {
          check([first, second, third])
          for fourth in [UInt8](arrayLiteral: 0x41, 0x80, 0xBF, 0xC0) {
            check([first, second, third, fourth])
          }
        }
      }
    }
  }

  @Test func longStringsEqualTheirBytes() throws {
    for count in JSONReader.longStringByteCount - 2...JSONReader.longStringByteCount + 2 {
      let text =
        String(repeating: "é\n\"", count: count / 4) + String(repeating: "x", count: count % 4)
      let written = JSONWriter.bytes(of: .string(text))
      let value = try parse(written)
      #expect(value.string == text)
      #expect(JSONWriter.bytes(of: value) == written)
      if case .text = value.kind {
        #expect(count >= JSONReader.longStringByteCount)
      } else {
        #expect(count < JSONReader.longStringByteCount)
      }
    }
  }

  @Test func memoryIsEstimated() throws {
    let value = try parse(
      Array("{\"a\":[1,2,{\"b\":\"\(String(repeating: "x", count: 99))\"}]}".utf8))
    #expect((200...1_000).contains(value.memoryByteCount))
  }
}
