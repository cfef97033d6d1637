import CatalogModel
import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogFeatures

/// The written text equals the text after the edits.
@Suite struct FormattingTests {
  @Test(arguments: 0..<200)
  func theWrittenTextEqualsTheEdits(seed: UInt64) {
    var random = SplitMix(state: seed)
    let bytes = random.tables()
    for style in TableStyle.allCases {
      for configuration in [Configuration.standard, Configuration.standard.forLayout] {
        let catalog = Catalog(
          LineText(bytes, blockByteTarget: 32), configuration: configuration)
        let edits = Formatting.edits(in: catalog, style: style)
        var written = ContiguousArray<UInt8>()
        let isChanged = Formatting.write(catalog, style: style) { piece in
          for index in piece.indices { written.append(piece[index]) }
        }
        #expect(written == catalog.text.bytes(applying: edits), "seed \(seed) \(style)")
        #expect(Set(edits.map(\.start.line)).count == edits.count, "one edit for each line")
        #expect(isChanged == (written != bytes) && isChanged == !edits.isEmpty)
      }
    }
  }

  @Test func unchangedLinesAreWrittenInRuns() {
    let row = "| a | b |\n"
    let text = row + "| --- | --- |\n" + String(repeating: row, count: 50_000)
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: .standard.forLayout)
    var pieceCount = 0
    let isChanged = Formatting.write(catalog, style: .compact) { _ in pieceCount += 1 }
    #expect(!isChanged && pieceCount <= 3)
  }
}
