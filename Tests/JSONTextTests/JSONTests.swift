import JSONText
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONReader.parse(Array(text.utf8)) }

  @Test(arguments: [
    "null", "true", "[1,-2.5e+3,0]", "{\"a\":{\"b\":[]},\"a\\\\\":\"\\n\\\"é\"}", "\"日本\"",
    "[[],{}]",
  ])
  func valuesAreWrittenAsTheyWereRead(text: String) throws {
    let value = try parse(text)
    let written = JSONWriter.bytes(of: value)
    #expect(JSONWriter.bytes(of: try JSONReader.parse(written)) == written)
    #expect(String(decoding: written, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "nul", "01", "1.", ".5", "+1", "1e", "[1,]", "[1 2]", "{\"a\"}", "{a:1}", "\"", "\"\\x\"",
    "\"\\u12\"", "\"\n\"", "1 2", "{\"a\":1,}", "'a'", "[", "NaN",
  ])
  func invalidJSONIsRefused(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test func brokenUTF8IsRefused() {
    #expect(throws: JSONError.self) { try JSONReader.parse([0x22, 0xFF, 0x22]) }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(JSONReader.depthMax - 1))
    _ = try parse(nested(JSONReader.depthMax))
    #expect(throws: JSONError.self) { try parse(nested(JSONReader.depthMax + 1)) }
  }

  @Test func placesAreKept() throws {
    let source = Array("{\n  \"é\": [true]\n}".utf8)
    let value = try JSONReader.parse(source)
    let item = try #require(value["é"]?.array?.first)
    #expect(Array(source[item.byteRange]) == Array("true".utf8))
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let value = try parse("\u{FEFF} [1]")
    #expect(value.array?.first?.byteRange == 5..<6)
    #expect(throws: JSONError.self) { try parse("[\u{FEFF}1]") }
  }

  @Test(arguments: [
    ("\"\\ud83d\\ude00\"", "😀"), ("\"\\ud83d\"", "\u{FFFD}"), ("\"\\ud83dx\"", "\u{FFFD}x"),
    ("\"\\u0041\\/\"", "A/"),
  ])
  func escapesAreRead(text: String, value: String) throws {
    #expect(try parse(text).string == value)
  }

  @Test func numbersAreExactOrNil() throws {
    #expect(try parse("9007199254740993").int == 9_007_199_254_740_993)
    #expect(try parse("1e2").int == 100)
    #expect(try parse("1.5").int == nil)
    #expect(try parse("1e999").double == nil)
  }
}
