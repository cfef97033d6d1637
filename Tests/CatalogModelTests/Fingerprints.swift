import LineStore
import TableSyntax

@testable import CatalogModel

/// What a catalog knows, in a form that two catalogs can be compared by.
struct Fingerprints: Equatable {
  var problems: [String]
  var sentProblems: Set<String>
  var fewProblems: [String]
  var problemCount: Int
  var mentions: [String]
  var widths: [[Int]]
  var tallies: [TableTally]
  var places: [Range<Int>]
  var rolesAndForms: [LineFacts]
  var nameCounts: [Int]
  var linkCounts: [Int]
  var uniqueCounts: [Int]

  init(_ catalog: Catalog) {
    problems = catalog.problems().map {
      "\($0.range) \($0.rule) \($0.message) \($0.fix?.edits ?? [])"
    }
    // The editors' way, which remembers what it found block by block.
    sentProblems = Set(
      catalog.problems(limit: 10_000).entries.flatMap { $0.group.problems(atLine: $0.line) }
        .map { "\($0.range) \($0.rule) \($0.message) \($0.related)" })
    fewProblems = catalog.problems(limit: 7, first: [3..<5]).entries.flatMap { entry in
      entry.group.problems(atLine: entry.line).map { "\($0.range) \($0.message)" }
    }
    problemCount = catalog.problemCount
    mentions = catalog.tables.flatMap { table in
      table.bodyLines.flatMap { line -> [String] in
        let name = catalog.name(ofLine: line, in: table)
        guard let found = try? catalog.mentions(of: line, named: name) else { return [] }
        return found.map { "\($0)" }
      }
    }
    widths = catalog.tables.map { $0.tally.layout.columnWidths }
    tallies = catalog.tables.map(\.tally)
    places = catalog.tables.map(\.lines)
    rolesAndForms = catalog.facts.flatMap(\.lines)
    nameCounts = catalog.names.rowCounts.values.sorted()
    linkCounts = catalog.links.rowCounts.values.sorted()
    uniqueCounts = catalog.uniques.rowCounts.values.sorted()
  }
}

extension Catalog {
  /// Whether each block's state is what a scan from the top finds there.
  var scannerStatesAreRight: Bool {
    var state = BlockState()
    for block in 0..<text.blockCount {
      if facts[block].startState != state { return false }
      text.forEachLine(ofBlock: block) { _, bytes, _ in
        _ = BlockScanner.read(bytes, in: &state)
      }
    }
    return true
  }
}
