import LineStore
import TestSupport
import Testing

@testable import CatalogModel

@Suite struct MentionTests {
  private static let header = """
    | Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |
    | --- | --- | --- | --- | --- |

    """

  private func catalog(_ rows: [(name: String, text: String)]) -> Catalog {
    let lines = rows.map { "| [\($0.name)](https://a.org) | \($0.text) | Text | CT | 2D |\n" }
    return Catalog(utf8: ContiguousArray((Self.header + lines.joined()).utf8))
  }

  /// The mentions in the first row's text, as `name!` if images are shared.
  private func mentions(_ text: String, of names: [String]) throws -> [String] {
    let catalog = catalog([("Self", text)] + names.map { ($0, "x") })
    let table = catalog.tables[0]
    let line = ContiguousArray(catalog.text.line(2))
    return try catalog.mentions(inLine: 2, of: table).map {
      String(decoding: line[$0.range], as: UTF8.self) + ($0.sharesImages ? "!" : "")
    }
  }

  @Test func namesAreMentionedAsWholeWords() throws {
    #expect(
      try mentions("AbdomenCT-1K, LiTS17 and xLiTS", of: ["LiTS17", "AbdomenCT-1K", "LiTS"]) == [
        "AbdomenCT-1K", "LiTS17",
      ])
    #expect(
      try mentions("HaN-Seg 2 or HaN-Seg", of: ["HaN-Seg", "HaN-Seg 2"]) == [
        "HaN-Seg 2", "HaN-Seg",
      ])
    #expect(
      try mentions("ÉchoNet-2 and Σετ9", of: ["ÉchoNet-2", "Σετ9"]) == ["ÉchoNet-2", "Σετ9"])
    #expect(try mentions("lits17", of: ["LiTS17"]).isEmpty)
    #expect(try mentions("https://x.org/LiTS17 xhttp://LiTS17/a `LiTS17`]", of: ["LiTS17"]).isEmpty)
  }

  /// The text is in the place of the missing task.
  @Test func aRowWithAMissingCellMentionsOthers() throws {
    let text = """
      | Labels / Task(s) | Description | Dataset |
      | --- | --- | --- |
      | Text | x | [AlphaSet](https://a.org) |
      | extends AlphaSet | [BetaSet](https://b.org) |
      """
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    let found = try catalog.mentions(inLine: 3, of: catalog.tables[0])
    #expect(found.map(\.target) == [2] && found.map(\.range) == [10..<18])
    #expect(try catalog.mentions(of: 2, named: Array("AlphaSet".utf8)).map(\.line) == [3])
  }

  @Test func plainWordsNeedACue() throws {
    #expect(try mentions("Brain and CT of the brain, MSD", of: ["Brain", "CT", "MSD"]).isEmpty)
    #expect(
      try mentions("images from Brain, MSD and CT", of: ["Brain", "CT", "MSD"]) == [
        "Brain!", "MSD!", "CT!",
      ])
    #expect(try mentions("Images from [MSD](https://a.org)", of: ["MSD"]) == ["MSD!"])
    #expect(try mentions("images from us. See also Brain", of: ["Brain"]) == ["Brain"])
  }

  /// The index only skips blocks: mentions are the same with and without it.
  @Test func theIndexChangesNothing() throws {
    var random = SplitMix(state: 5)
    let names = (0..<400).map { "Set\($0 * 7)-\(["A", "B b", "Ü"][$0 % 3])" }
    let rows = names.map { name in
      let others = (0..<3).map { _ in random.pick(names) }.joined(separator: " words here ")
      return (name: name, text: "Some text that names \(others).")
    }
    var indexed = catalog(rows)
    var plain = indexed
    #expect(!plain.hasUnindexedWords, "a short text is searched without an index")
    indexed.indexWords(byteCountMax: .max)
    for step in 0..<20 {
      let line = Int.random(in: 2..<400, using: &random)
      let place = TextPosition(line: line, byteColumn: plain.text.line(line).count - 24)
      let edit = TextEdit(
        start: place, end: place, replacement: Array(" and \(random.pick(names))".utf8))
      indexed.apply(edit)
      plain.apply(edit)
      if step % 3 == 0 { indexed.indexWords(byteCountMax: .max) }
      let target = Int.random(in: 2..<400, using: &random)
      let name = plain.name(ofLine: target, in: plain.tables[0])
      let found = try plain.mentions(of: target, named: name).map { "\($0)" }
      #expect(try indexed.mentions(of: target, named: name).map { "\($0)" } == found)
    }
  }

  @Test func aLongTextIsIndexedInSlicesAndSearchedInFew() throws {
    let rows = (0..<16_000).map {
      (name: "Set\($0)x", text: "This text mentions Set\($0 + 1)x only.")
    }
    var catalog = catalog(rows)
    #expect(catalog.hasUnindexedWords)
    var sliceCount = 0
    while catalog.hasUnindexedWords {
      catalog.indexWords(byteCountMax: 64 << 10)
      sliceCount += 1
    }
    #expect(sliceCount > 5)
    let index = try #require(catalog.wordIndex)
    let blocks = index.blocks(with: WordReader.words(Array("Set77x".utf8)))
    #expect(blocks.count <= 2 + index.unread.count)
    #expect(try catalog.mentions(of: 2 + 77, named: Array("Set77x".utf8)).map(\.line) == [2 + 76])
  }

  @Test func aSearchCanBeInterrupted() {
    let catalog = catalog((0..<500).map { (name: "Set\($0)x", text: "see Set1x") })
    #expect(throws: Interrupted.self) {
      try catalog.mentions(of: 3, named: Array("Set1x".utf8), Interruption { true })
    }
  }
}

extension WordReader {
  fileprivate static func words(_ text: [UInt8]) -> [UInt64] {
    let bytes = ContiguousArray(text)
    return words(bytes.span, 0..<bytes.count)
  }
}
