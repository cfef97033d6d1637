import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// All problems of a text, searched piece by piece on all cores.
@Suite struct ProblemWalkTests {
  private static let header = """
    | Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |
    | --- | --- | --- | --- | --- |

    """

  /// Sections with a table of damaged rows, and a table whose problem is on the line above.
  private static let text: ContiguousArray<UInt8> = {
    var text = ""
    for section in 0..<100 {
      text += "# \(section)\n\n" + header
      for row in 0..<8 {
        text += "| [N\(row)](https://a.org/\(section)/\(row)) | x | Text,Text | MRI | 2D |\n"
      }
      text += "| [M](https://a.org/\(section % 7)) | x | MRI | Text | 2D |\n\n"
      text += "# More\n\n| a | b | c |\n| --- | --- |\n\n"
    }
    return ContiguousArray(text.utf8)
  }()

  @Test func piecesComeInTheOrderOfTheText() {
    let inFewBlocks = Catalog(utf8: Self.text).problems()
    let inManyBlocks = Catalog(LineText(Self.text, blockByteTarget: 48)).problems()
    #expect(inManyBlocks == inFewBlocks)
    #expect(inManyBlocks.count > 1000)
    let places = inManyBlocks.map(\.range.lowerBound)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(inManyBlocks.count { $0.rule == "broken-table" } == 100)
  }

  @Test func theWalkCanBeStopped() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try Catalog(LineText(Self.text, blockByteTarget: 48)).forEachProblem { _ in
        count += 1
        if count == 300 { throw Enough() }
      }
    }
    #expect(count == 300)
  }
}
