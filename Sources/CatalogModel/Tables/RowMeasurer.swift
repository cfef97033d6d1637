import CatalogSchema
import TableSyntax

/// Measures rows one after another, in the same memory.
///
/// Most rows are read cell by cell, each cell by itself (`CellwiseReading`); the others, whose
/// cells have to be seen together, by all rules. Both say the same of a row that both can read.
struct RowMeasurer {
  private var row = Row()
  private var cellwise = CellwiseReading()
  /// What the last row adds.
  var measure = RowMeasure()
  /// Rows measured so far, for tests of the work done.
  private(set) var rowCount = 0

  /// Measures a body row.
  ///
  /// - Complexity: O(line)
  mutating func measure(
    _ line: Span<UInt8>, from contentOffset: Int, in frame: RowFrame
  ) {
    rowCount += 1
    row.read(line, from: contentOffset)
    measure.reset(contentOffset: contentOffset)
    measure.shape.measure(line, row, against: frame.delimiter)
    measure.facts.forms = measure.shape.forms
    if frame.isForLayout { return }
    if frame.plan.schema == nil {
      measure.learned.read(line, row, columnCount: frame.plan.columns.count)
    }
    let isCellwise = frame.isSchemaInForce && cellwise.read(line, row, frame.plan, &measure)
    if !isCellwise { readWhole(line, frame) }
    if frame.plan.hasConstraints { addUniques(line, frame.plan) }
  }

  /// Notes what tells the row apart, where it has as many cells as there are columns.
  private mutating func addUniques(_ line: Span<UInt8>, _ plan: TablePlan) {
    guard row.cellCount == plan.columns.count else { return }
    for (slot, columns) in plan.uniqueColumns.enumerated() {
      let key = Fingerprint.ofValues(line, columns.map { row.cells[$0].value }, slot: slot)
      if key != 0 {
        measure.uniques.append(StoredUnique(line: 0, slot: Int32(clamping: slot), key: key))
      }
    }
  }

  /// Lets all rules look at the row.
  private mutating func readWhole(_ line: Span<UInt8>, _ frame: RowFrame) {
    measure.resetVerdict()
    measure.terms.removeAll()
    let directive = IgnoreDirective(line, row)
    if directive.isPresent { measure.facts.flags.insert(.directive) }
    var sink = CountingSink(directive: directive)
    let reading = RowRules.check(line, row, frame.plan, &sink)
    measure.rules = sink.rules
    measure.problemCount = sink.problemCount
    for cell in reading.cells {
      for term in reading.terms(of: cell) {
        let number = frame.plan.firstTermNumbers[cell.column] + term.index
        measure.terms.add(number, ofColumn: cell.column)
      }
    }
    addKeys(of: reading, line)
    countFit(line, reading, frame)
  }

  private mutating func addKeys(of reading: RowReading, _ line: Span<UInt8>) {
    guard let key = reading.plan.keyColumn else { return }
    if let cell = reading.cell(ofColumn: key), !cell.value.isEmpty {
      let name = RowName(line, value: cell.value)
      measure.setName(line, name.text, inCell: cell.cell)
      measure.facts.linkKey = name.linkKey(line)
      if case .reference = name.link, reading.plan.columns[key].demands.isLinked {
        measure.facts.flags.insert(.reference)
      }
    }
    for link in LinkMismatchRule.links(line, row, reading) {
      measure.links.append(StoredLink(link, line))
    }
  }

  /// Counts the items that the headers' schema takes, whether it is in force or not.
  private mutating func countFit(
    _ line: Span<UInt8>, _ reading: RowReading, _ frame: RowFrame
  ) {
    measure.itemCount = 0
    measure.fittingItemCount = 0
    guard frame.candidate.schema != nil else { return }
    if frame.isSchemaInForce {
      countFit(line, of: reading)
    } else {
      countFit(line, of: RowReading(line, row, frame.candidate))
    }
  }

  private mutating func countFit(_ line: Span<UInt8>, of reading: RowReading) {
    for cell in reading.cells {
      for item in cell.items where item.isCounted {
        measure.itemCount += 1
        let isKnown =
          item.isAccepted
          || CellReader.otherColumn(of: item, in: cell.column, reading.plan, line) != nil
        if isKnown { measure.fittingItemCount += 1 }
      }
    }
  }
}

extension StoredLink {
  /// A link of a row's text; its line in the block is to be set.
  init(_ link: InlineLink, _ line: Span<UInt8>) {
    self.line = 0
    textKey = Fingerprint.ofName(line, link.text)
    linkKey = Fingerprint.ofURL(line, link.destination)
  }
}

/// Notes which rules speak, without their explanations.
struct CountingSink: ProblemSink {
  let directive: IgnoreDirective
  private(set) var rules: RuleSet = []
  private(set) var problemCount = 0

  init(directive: IgnoreDirective) { self.directive = directive }

  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation) {
    if directive.silences(rule) { return }
    rules.insert(rule)
    problemCount += 1
  }
}
