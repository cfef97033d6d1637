import CatalogSchema
import LineStore
import TableSyntax

@testable import CatalogModel

/// The content of a catalog in a form that can be compared.
struct Fingerprints: Equatable {
  /// What a catalog is asked for in addition to its line metadata.
  enum Question: CaseIterable { case problems, sentProblems, mentions }

  private var problems: [Problem] = []
  private var sentProblems: [Problem] = []
  private var fewProblems: [Problem] = []
  private var problemCount: Int
  private var mentions: [Mention] = []
  private var layouts: [RowLayout]
  private var tallies: [TableTally]
  private var places: [Range<Int>]
  private var rolesAndForms: [LineMetadata]
  private var learned: [LearnedTally?]
  private var digests: [UInt64?]
  private var tableCountsOfGroups: [Int]
  private var tableTotals: TableTotals
  private var nameCounts: [Int]
  private var linkCounts: [Int]
  private var uniqueCounts: [Int]

  init(_ catalog: Catalog, _ questions: Set<Question> = Set(Question.allCases)) {
    if questions.contains(.problems) { problems = catalog.problems() }
    if questions.contains(.sentProblems) {
      // As editors ask: the answer is kept block by block.
      sentProblems = catalog.problems(limit: 10_000).sent
      fewProblems = catalog.problems(limit: 7, first: [3..<5]).sent
    }
    if questions.contains(.mentions) { mentions = catalog.allMentions }
    problemCount = catalog.problemCount
    layouts = catalog.tables.map { catalog.layout(of: $0, style: .auto) }
    tallies = catalog.tables.map(\.tally)
    places = catalog.tables.map(\.lines)
    let groups = catalog.tables.map { catalog.learned[$0.headerKey] }
    learned = groups.map { $0?.tally }
    digests = groups.map { $0?.state.digest }
    tableCountsOfGroups = groups.map { $0?.tableIDs.count ?? 0 }
    tableTotals = catalog.tableTotals
    rolesAndForms = catalog.metadata.flatMap(\.lines)
    nameCounts = catalog.names.rowCounts.sorted()
    linkCounts = catalog.links.rowCounts.sorted()
    uniqueCounts = catalog.uniqueKeys.rowCounts.sorted()
  }
}

extension ProblemReport {
  /// The problems as an editor gets them; it asks for fixes later.
  fileprivate var sent: [Problem] {
    entries.flatMap { $0.group.problems(atLine: $0.line) }.map { problem in
      var problem = problem
      problem.fix = nil
      return problem
    }
  }
}

extension Catalog {
  fileprivate var allMentions: [Mention] {
    tables.flatMap { table in
      table.bodyLines.flatMap { line -> [Mention] in
        let name = name(ofLine: line, in: table)
        return (try? mentions(of: line, named: name)) ?? []
      }
    }
  }

  /// Whether the state of each block equals that of a scan from the top.
  var scannerStatesAreRight: Bool {
    var state = BlockState(beforeFirstLineOf: text)
    for block in 0..<text.blockCount {
      if metadata[block].startState != state { return false }
      text.forEachLine(ofBlock: block) { _, bytes, _ in
        _ = BlockScanner.read(bytes, in: &state)
      }
    }
    return true
  }
}
