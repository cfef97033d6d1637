import CatalogSchema
import LineStore
import TableSyntax

/// Finds the problems of a block's lines: of rows by themselves, with other rows, and of lines
/// outside tables.
struct RowProblemFinder {
  let catalog: Catalog
  let depth: ProblemDepth
  /// Problems of one rule in one cell, at most.
  let countMax: Int
  let ignored: IgnoreRegions
  private let extraCellRule: Int?
  let conflicts: MergeConflicts
  /// The tables whose rows are not checked.
  let skippedTableIDs: Set<Int>
  /// The buffer of the row that is read.
  private let buffer = RowBuffer()

  init(_ catalog: Catalog, depth: ProblemDepth, countMax: Int = .max) {
    self.catalog = catalog
    self.depth = depth
    self.countMax = countMax
    ignored = catalog.ignoreRegions
    extraCellRule = catalog.rules.number(of: ExtraCellRule.rule.code)
    conflicts = catalog.mergeConflicts
    skippedTableIDs = catalog.skippedTableIDs
  }

  /// The problems of some lines of a block that begins at line `first`, at least those of some
  /// rules.
  func rows(
    ofBlock block: Int, first: Int, lines: Range<Int>, rules: RuleSet = .all
  ) -> [BlockProblems.Row] {
    let metadata = catalog.metadata[block]
    var rows: [BlockProblems.Row] = []
    func add(_ groups: [ProblemGroup], _ line: Int) {
      if !groups.isEmpty { rows.append(BlockProblems.Row(line: line, groups)) }
    }
    var notable = NotableLines.of(block, in: catalog, rules: rules)
      .filter { lines.contains(first + $0) }[...]
    while let offset = notable.first {
      // Looked up once for all its rows: a table takes long to copy.
      guard let table = catalog.table(atLine: first + offset).map(catalog.judged) else {
        add(groups(ofLine: first + offset, metadata.lines[offset], rules), first + offset)
        notable.removeFirst()
        continue
      }
      while let offset = notable.first, first + offset < table.endLine {
        let row = PlacedRow(line: first + offset, lineInBlock: offset, block: metadata)
        if !skippedTableIDs.contains(table.id),
          let problems = WrappedRecord.problems(of: row, table, catalog)
        {
          add(group(problems), row.line)
        } else {
          add(
            groups(ofLine: row.line, row.metadata, rules, in: table)
              + groups(of: row, table, rules), row.line)
        }
        notable.removeFirst()
      }
    }
    return rows
  }

  /// The problems of a line by what is known of it; at a merge conflict there are no others.
  private func groups(
    ofLine line: Int, _ metadata: LineMetadata, _ rules: RuleSet, in table: CatalogTable? = nil
  ) -> [ProblemGroup] {
    let checks = catalog.rules.lines.filter {
      rules.contains(number: $0.rule.number) && $0.check.mayReport(metadata)
    }
    if checks.isEmpty || !metadata.isIgnoreMark && ignored.contains(line) { return [] }
    let isInConflict =
      conflicts.contains(line) || table.map { skippedTableIDs.contains($0.id) } == true
    return group(
      checks.filter { !isInConflict || $0.rule.code == ConflictMarkerRule.rule.code }
        .flatMap { $0.check.problems(line, catalog, depth) })
  }

  private func groups(
    of row: PlacedRow, _ table: CatalogTable, _ rules: RuleSet
  ) -> [ProblemGroup] {
    guard row.metadata.role == .bodyRow, !row.metadata.isText,
      !skippedTableIDs.contains(table.id)
    else { return [] }
    // Whether a comment is unused depends on all rules.
    let rules = row.metadata.hasDirective ? .all : rules
    var others: [Problem] = []
    for relation in catalog.rules.relations where rules.contains(number: relation.rule.number) {
      others += relation.check.problems(row, table, catalog, depth)
    }
    if row.metadata.isDashes || SecondTable.contains(row.line, in: table, catalog) {
      return group(others.filter { $0.rule == BrokenTable.code })
    }
    if others.contains(where: { $0.rule == UnsortedRowRule.rule.code }),
      WrappedRecord.isNext(to: row, table, catalog)
    {
      others.removeAll { $0.rule == UnsortedRowRule.rule.code }
    }
    if rules == .all { others += guesses(row, table) }
    if row.metadata.hasDirective {
      let local = explained(row, table, .all).group.problems(atLine: row.line)
      return group(silenced(local + others, row.line, table))
    }
    let reported = row.block.reports.entries(ofLine: row.lineInBlock).first?.rules ?? []
    if reported.isDisjoint(with: rules), rules != .all || !table.plan.hasOtherLabels {
      return group(others)
    }
    let local = knownOrExplained(row, table, table.plan.isStrict ? reported : .all)
    return (local.problems.isEmpty ? [] : [local]) + group(others)
  }

  private func group(_ problems: [Problem]) -> [ProblemGroup] {
    let graded = problems.compactMap { catalog.graded($0).map(catalog.showingInsertion) }
    return graded.isEmpty ? [] : [ProblemGroup(graded, movesWithRow: false)]
  }

  // MARK: A row by itself

  private func knownOrExplained(
    _ row: PlacedRow, _ table: CatalogTable, _ rules: RuleSet
  ) -> ProblemGroup {
    // Other rows tell what a surplus cell is, and whether a row is a piece of a record.
    let dependsOnOthers =
      extraCellRule.map(rules.contains(number:)) == true || WrappedRecord.mayBelong(row, catalog)
    let generation = table.plan.generation
    if !dependsOnOthers, let known = row.block.cache.row(row.lineInBlock),
      known.generation == generation
    {
      return known.group
    }
    let (group, isCut) = explained(row, table, rules)
    if depth != .full, !dependsOnOthers, !isCut {
      row.block.cache.store(
        BlockCache.Row(group: group, generation: generation), line: row.lineInBlock)
    }
    return group
  }

  private func explained(
    _ row: PlacedRow, _ table: CatalogTable, _ rules: RuleSet
  ) -> (group: ProblemGroup, isCut: Bool) {
    var sink = ProblemSink.explaining(countMax: countMax)
    let found = catalog.text.withLine(row.line) { bytes, _ in
      buffer.row.read(bytes, from: Int(row.metadata.contentOffset))
      var view = RowView(bytes, buffer.row, table.plan)
      view.readItems(bytes)
      catalog.rules.rowRules.check(view, bytes, &sink, only: rules)
      var problems = sink.problems
      catalog.proof(ofLine: row.line, of: table).prove(&problems, bytes, view)
      for index in problems.indices { problems[index].showInsertion(bytes) }
      return problems
    }
    // A row with an ignore comment is graded when it is known what the comment silences.
    let problems = found.map { $0.problem(atLine: 0) }
    let group = ProblemGroup(
      row.metadata.hasDirective ? problems : problems.compactMap { catalog.graded($0) },
      movesWithRow: true)
    return (group, sink.isCut)
  }

  /// What differs from the values that the other rows of the table repeat.
  private func guesses(_ row: PlacedRow, _ table: CatalogTable) -> [Problem] {
    if !catalog.hasGuesses { return [] }
    let guesses = TableGuesses(of: table, in: catalog)
    guard guesses.mayFind else { return [] }
    return catalog.text.withLine(row.line) { bytes, _ in
      buffer.row.read(bytes, from: Int(row.metadata.contentOffset))
      var sink = ProblemSink.explaining()
      guesses.check(bytes, buffer.row, &sink)
      return sink.problems.map {
        var problem = $0.problem(atLine: row.line)
        problem.isGuess = $0.explanation.severity != .error
        return problem
      }
    }
  }

  private func silenced(
    _ found: [Problem], _ line: Int, _ table: CatalogTable
  ) -> [Problem] {
    catalog.withRow(line, in: table) { bytes, row in
      let directive = IgnoreDirective(bytes, row)
      let unused = UnusedIgnoreRule.problems(line, directive, silencing: found, catalog.rules)
      let heard = found.filter { !directive.silences($0.rule) }
      if unused.isEmpty { return heard }
      return heard + catalog.proof(ofLine: line, of: table).proven(unused, bytes, row)
    }
  }
}

/// A row buffer that is shared by the readings of one finder; a class, since a finder that changes
/// itself while it reads a row would copy its catalog for each row.
private final class RowBuffer {
  var row = Row()
}

extension BlockProblems.Row {
  init(line: Int, _ groups: [ProblemGroup]) {
    self.line = line
    self.groups = groups
    hasError = groups.contains { $0.errorCount > 0 }
  }
}

extension Catalog {
  /// The problem with the severity of the configuration; nil if its rule is off.
  func graded(_ problem: Problem) -> Problem? {
    guard
      let severity = configuration.severity(of: problem.rule, standard: problem.severity)
    else { return nil }
    var problem = problem
    problem.severity = problem.isGuess ? .hint : severity
    return problem
  }
}
