import CatalogSchema
import TableSyntax

/// Everything that a body row adds to its table, and which rules report it.
struct RowMeasure {
  var metadata = LineMetadata()
  /// Its name, empty for none.
  var name = SortName()
  var shape = RowShape()
  var terms = RowTerms()
  /// What its cells add to columns without a schema.
  var learned = LearnedRow()
  /// What its cells hold.
  var cells = RowCells()
  /// What its cells say of a schema's columns, but for those of cached texts.
  var evidence: ContiguousArray<CellEvidence> = []
  /// The rules that report the row.
  var rules: RuleSet = []
  /// Number of problems.
  var problemCount = 0
  /// Links in the row's text; their line is not set.
  var links: ContiguousArray<LinkKeys> = []
  /// The values that no other row may share, besides the name; the lines are not set.
  var uniqueKeys: ContiguousArray<UniqueKey> = []
  /// Whether there are more cells than columns.
  var isLong = false

  /// Empties everything and keeps the memory. Arrays that are empty in most rows are checked first:
  /// emptying an empty array costs some hundred instructions.
  mutating func reset(contentOffset: Int) {
    metadata = LineMetadata()
    metadata.role = .bodyRow
    name.removeAll()
    metadata.contentOffset = Int32(clamping: contentOffset)
    terms.removeAll()
    learned.removeAll()
    cells.removeAll()
    if !uniqueKeys.isEmpty { uniqueKeys.removeAll(keepingCapacity: true) }
    resetVerdict()
  }

  /// Forgets what the rules report.
  mutating func removeProblems() {
    rules = []
    problemCount = 0
  }

  /// Empties what a reading of some of the cells has found.
  mutating func resetVerdict() {
    removeProblems()
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !evidence.isEmpty { evidence.removeAll(keepingCapacity: true) }
  }

  /// Notes the name that a cell holds.
  mutating func setName(_ line: Span<UInt8>, _ text: Range<Int>, inCell cell: Int) {
    name.read(line, text)
    metadata.setName(Fingerprint.ofName(name), inCell: cell)
    if metadata.nameKey == 0 { name.removeAll() }
  }

  /// Removes the row's name and link.
  mutating func removeName() {
    name.removeAll()
    metadata.nameKey = 0
    metadata.linkKey = 0
    metadata.nameCell = LineMetadata.noCell
    metadata.flags.remove(.reference)
  }

  /// Notes the name and link of the key column's cell.
  mutating func setName(of cell: CellView, _ line: Span<UInt8>, _ plan: TablePlan) {
    guard let name = cell.name, let column = cell.column, !cell.value.isEmpty else { return }
    setName(line, name.text, inCell: cell.index)
    metadata.linkKey = name.linkKey(line)
    if case .reference = name.link, plan.columns[column].requirements.isLinked {
      metadata.flags.insert(.reference)
    }
  }

  /// Adds the links in a cell's text.
  mutating func addLinks(of cell: CellView, _ line: Span<UInt8>) {
    if !cell.traits.contains(.bracket) { return }
    for link in cell.linksWithNames { links.append(LinkKeys(link, line)) }
  }

  /// Notes whether a link's destination, or a text in brackets, may be the label of a definition.
  mutating func noteLabels(of cell: CellView, _ line: Span<UInt8>) {
    // A full URL is no label.
    if cell.isPlainLink { return }
    let links = cell.inlineLinks ?? InlineLinks(in: line, cell.value)
    if !BareLabels.of(line, links).isEmpty { metadata.flags.insert(.labelLink) }
    if cell.links.contains(where: { DefinitionLabel.mayBe(line, $0.destination) }) {
      metadata.flags.insert(.labelLink)
    }
  }

  /// Adds the terms of a vocabulary column's cell.
  mutating func addTerms(of cell: CellView, _ plan: TablePlan) {
    guard let column = cell.column else { return }
    for term in cell.terms {
      terms.add(plan.firstTermNumbers[column] + term.index, ofColumn: column)
    }
  }
}

extension RowMeasure {
  /// Adds what a cell of a row with one cell per column and no misplaced value says of its column.
  mutating func addEvidence(of cell: CellView, _ line: Span<UInt8>, _ plan: TablePlan) {
    guard let column = cell.column, plan.needsEvidence[column] else { return }
    if !cell.traits.contains(.terms), !cell.value.isEmpty {
      guard case .none? = cell.name?.link else { return }
    }
    evidence.append(CellEvidence(cell, ofColumn: column, line, plan, mayRepeat: true))
  }

  /// Adds what the cells of any row say of the schema's columns.
  mutating func addEvidence(of view: RowView, _ line: Span<UInt8>) {
    let plan = view.plan
    let isExact = view.placement == .exact
    for column in plan.columns.indices where plan.needsEvidence[column] {
      guard let cell = view.cell(ofColumn: column) else {
        evidence.append(CellEvidence(without: column))
        continue
      }
      let misplaced = view.misplacedItems.lazy.filter { $0.cell == cell.index }.map(\.item)
      evidence.append(
        CellEvidence(
          cell, ofColumn: column, line, plan, misplaced: Set(misplaced), mayRepeat: isExact))
    }
  }
}

extension LinkKeys {
  /// A link of a row's text; its line in the block is to be set.
  init(_ link: InlineLink, _ line: Span<UInt8>) {
    self.line = 0
    textKey = Fingerprint.ofName(line, link.text)
    linkKey = Fingerprint.ofURL(line, link.destination)
  }
}
