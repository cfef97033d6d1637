import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// What an edit, a hover or a completion costs has nothing to do with the number of tables.
@Suite struct ManyTablesTests {
  enum Kind: CaseIterable { case ownHeaders, equalHeaders, schema, sameNames }

  @Test(arguments: Kind.allCases)
  func editsVisitTheSameTablesInAnyCatalog(kind: Kind) {
    let small = Self.work(kind, tableCount: 1_000)
    let large = Self.work(kind, tableCount: 2_000)
    #expect(small == large)
    #expect(small.allSatisfy { $0.visitedTables > 0 && $0.visitedTables < 1_000 })
  }

  /// Edits at random in many tables leave what a text read from scratch has.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func everyEditEqualsReadingFromScratch(seed: UInt64) {
    var random = SplitMix(state: seed &* 31)
    let kind = Kind.allCases[Int(seed) % Kind.allCases.count]
    var catalog = Catalog(LineText(Self.text(kind, tableCount: 150), blockByteTarget: 256))
    for step in 0..<15 {
      let line = Int.random(in: 0..<catalog.text.lineCount, using: &random)
      let start = TextPosition(line: line, byteColumn: 0)
      let end = TextPosition(line: line + Int.random(in: 0...2, using: &random), byteColumn: 0)
      let inserted = random.pick(["", "x", "\n", "| a | b |\n", "\n| N | K |\n|---|---|\n"])
      catalog.apply(TextEdit(start: start, end: end, replacement: Array(inserted.utf8)))
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 256))
      let isSame = Fingerprints(catalog, []) == Fingerprints(fresh, [])
      #expect(isSame, "seed \(seed) step \(step)")
      let indices = catalog.tables.map { catalog.tables.index(ofID: $0.id) }
      #expect(indices == Array(catalog.tables.indices))
      if !isSame { return }
    }
  }

  /// The work of edits in the first table and in the middle: a value, a line more, a line less.
  private static func work(_ kind: Kind, tableCount: Int) -> [Catalog.Work] {
    var catalog = Catalog(utf8: text(kind, tableCount: tableCount))
    return [4, 1_004].flatMap { line -> [Catalog.Work] in
      let start = TextPosition(line: line, byteColumn: 0)
      let next = TextPosition(line: line + 1, byteColumn: 0)
      let edits = [
        TextEdit(line: line, byteColumns: 3..<3, replacement: Array("x".utf8)),
        TextEdit(start: start, end: start, replacement: Array("| new | a |\n".utf8)),
        TextEdit(start: start, end: next, replacement: []),
      ]
      return edits.map { edit in
        catalog.apply(edit)
        return catalog.lastWork
      }
    }
  }

  private static func text(_ kind: Kind, tableCount: Int) -> ContiguousArray<UInt8> {
    var text = ""
    for table in 100_000..<100_000 + tableCount {
      switch kind {
      case .ownHeaders: text += "| Name \(table) | Kind |\n|---|---|\n"
      case .equalHeaders: text += "| Name | Kind |\n|---|---|\n"
      case .schema, .sameNames: text += "| Dataset | Task | Modality |\n|---|---|---|\n"
      }
      for row in 0..<3 {
        let name = kind == .sameNames ? "Row\(row)" : "Set\(table)x\(row)"
        text +=
          kind == .ownHeaders || kind == .equalHeaders
          ? "| \(name) | a |\n" : "| [\(name)](https://a.org/\(table)) | Segmentation | CT |\n"
      }
      text += "\n"
    }
    return ContiguousArray(text.utf8)
  }
}
