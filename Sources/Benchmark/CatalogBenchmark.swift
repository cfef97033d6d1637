import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// What an editor asks of the model, measured on one catalog.
struct CatalogBenchmark {
  private let rowCount: Int
  private let turnCount: Int
  private let source: ContiguousArray<UInt8>
  private var catalog: Catalog

  /// The names of the measures.
  static let names = [
    "open", "edit", "edit name", "edit and problems", "edit name and problems",
    "new line and problems", "completion", "hover", "format check", "snapshot and edit",
    "fence above all rows", "header row spoilt",
  ]

  init(rowCount: Int, turnCount: Int) {
    self.rowCount = rowCount
    self.turnCount = turnCount
    var generator = CatalogGenerator(seed: 1, isClean: false)
    source = generator.catalog(rowCount: rowCount)
    catalog = Catalog(utf8: source)
  }

  /// A row in the middle.
  private var line: Int { CatalogGenerator.firstRowLine + rowCount / 2 }

  /// Measures one of `names`.
  mutating func measure(_ name: String) -> Measurement {
    var measurement = Measurement(name: name, rowCount: rowCount)
    _ = catalog.problems(limit: Self.problemCountMax)
    let row = catalog.text.line(line)
    let description = (row.dropFirst(3).firstIndex(of: UInt8(ascii: "|")) ?? 0) + 3
    switch name {
    case "open":
      measurement.run(times: max(3, turnCount / 40)) { _ in catalog = Catalog(utf8: source) }
    case "edit": measurement.run(times: turnCount) { edit(description, $0) }
    case "edit name": measurement.run(times: turnCount) { edit(4, $0) }
    case "edit and problems":
      measurement.run(times: turnCount) {
        edit(description, $0)
        _ = catalog.problems(limit: Self.problemCountMax)
      }
    case "edit name and problems":
      measurement.run(times: turnCount) {
        edit(4, $0)
        _ = catalog.problems(limit: Self.problemCountMax)
      }
    case "new line and problems":
      measurement.run(times: turnCount) {
        newLine($0)
        _ = catalog.problems(limit: Self.problemCountMax)
      }
    case "completion":
      let end = row.count - 2
      measurement.run(times: turnCount) { _ in
        let place = TextPosition(line: line, byteColumn: end)
        _ = try? Completion.items(at: place, in: catalog, withSnippets: false)
      }
    case "hover":
      // As the server does where it has nothing else to do.
      while catalog.hasUnindexedWords { catalog.indexWords(byteCountMax: .max) }
      measurement.run(times: turnCount) { _ in
        _ = try? Hover.card(at: TextPosition(line: line, byteColumn: 4), in: catalog)
      }
    case "format check":
      measurement.run(times: turnCount) { _ in
        _ = Formatting.edits(in: catalog, style: .compact, lines: line..<line + 1)
      }
    case "fence above all rows":
      measurement.run(times: max(4, turnCount / 50)) { insertOrRemove(Array("```".utf8), 1, $0) }
    case "header row spoilt":
      measurement.run(times: max(4, turnCount / 50)) {
        insertOrRemove(Array("|".utf8), CatalogGenerator.firstRowLine - 2, $0)
      }
    default:
      measurement.run(times: turnCount) {
        let snapshot = catalog
        edit(description, $0)
        withExtendedLifetime(snapshot) {}
      }
    }
    return measurement
  }

  private static let problemCountMax = 500

  /// Types a letter, and in the next turn takes it away.
  private mutating func edit(_ column: Int, _ turn: Int) {
    insertOrRemove([UInt8(ascii: "x")], line, turn, at: column)
  }

  /// Writes something into a line, and in the next turn takes it away.
  private mutating func insertOrRemove(
    _ text: [UInt8], _ line: Int, _ turn: Int, at column: Int = 0
  ) {
    let isWriting = turn % 2 == 0
    catalog.apply(
      TextEdit(
        line: line, byteColumns: column..<column + (isWriting ? 0 : text.count),
        replacement: isWriting ? text : []))
  }

  /// Opens a line above all rows, and in the next turn closes it.
  private mutating func newLine(_ turn: Int) {
    let isOpening = turn % 2 == 0
    let start = TextPosition(line: 1, byteColumn: 0)
    catalog.apply(
      TextEdit(
        start: start, end: TextPosition(line: isOpening ? 1 : 2, byteColumn: 0),
        replacement: isOpening ? [UInt8(ascii: "\n")] : []))
  }
}
