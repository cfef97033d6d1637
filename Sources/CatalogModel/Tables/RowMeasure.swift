import CatalogSchema
import TableSyntax

/// Everything that a body row adds to its table, and what the rules say of it.
struct RowMeasure {
  var facts = LineFacts()
  var shape = RowShape()
  var terms: [TermTally.Use] = []
  var itemCount = 0
  var fittingItemCount = 0
  var rules: [RuleCode] = []
  var links: [StoredLink] = []
}

/// Measures rows one after another, in the same memory.
struct RowMeasurer {
  private var row = Row()
  private var measure = RowMeasure()
  private var clean = CleanRow()
  /// Rows measured so far, for tests of the work done.
  private(set) var rowCount = 0

  /// Measures a body row.
  ///
  /// - Complexity: O(line)
  mutating func measure(
    _ line: Span<UInt8>, from contentOffset: Int, in table: CatalogTable
  ) -> RowMeasure {
    rowCount += 1
    row.read(line, from: contentOffset)
    measure.facts = LineFacts(role: .bodyRow, contentOffset: Int32(clamping: contentOffset))
    measure.terms.removeAll(keepingCapacity: true)
    measure.links.removeAll(keepingCapacity: true)
    measure.shape.measure(line, row, against: table.delimiter)
    measure.facts.forms = measure.shape.forms
    if table.isSchemaInForce, clean.passes(line, row, table.plan) {
      takeOver()
      return measure
    }
    let directive = IgnoreDirective(line, row)
    measure.facts.hasDirective = directive.isPresent
    var sink = CountingSink(directive: directive)
    let reading = RowRules.check(line, row, table.plan, &sink)
    measure.rules = sink.rules
    addTerms(of: reading)
    addKeys(of: reading, line)
    countFit(line, reading, table)
    return measure
  }

  /// What a row adds that no rule objects to.
  private mutating func takeOver() {
    measure.facts.nameKey = clean.nameKey
    measure.facts.linkKey = clean.linkKey
    measure.terms.append(contentsOf: clean.terms)
    measure.rules.removeAll(keepingCapacity: true)
    measure.itemCount = clean.terms.count
    measure.fittingItemCount = clean.terms.count
  }

  private mutating func addTerms(of reading: RowReading) {
    for cell in reading.cells {
      for term in reading.terms(of: cell) {
        let use = TermTally.Use(column: cell.column, term: term)
        if !measure.terms.contains(use) { measure.terms.append(use) }
      }
    }
  }

  private mutating func addKeys(of reading: RowReading, _ line: Span<UInt8>) {
    for cell in reading.cells where cell.column == reading.plan.keyColumn && !cell.value.isEmpty {
      let name = RowName(line, value: cell.value)
      measure.facts.nameKey = Fingerprint.ofName(line, name.text)
      if let destination = name.destination {
        measure.facts.linkKey = Fingerprint.ofURL(line, destination)
      }
    }
    guard reading.plan.keyColumn != nil else { return }
    for link in LinkMismatchRule.links(line, row, reading) {
      measure.links.append(
        StoredLink(
          textKey: Fingerprint.ofName(line, link.text),
          linkKey: Fingerprint.ofURL(line, link.destination)))
    }
  }

  /// Counts the items that the headers' schema takes, whether it is in force or not.
  private mutating func countFit(
    _ line: Span<UInt8>, _ reading: RowReading, _ table: CatalogTable
  ) {
    measure.itemCount = 0
    measure.fittingItemCount = 0
    guard table.candidate.schema != nil else { return }
    let candidate =
      table.isSchemaInForce ? reading : RowReading(line, row, table.candidate)
    for item in candidate.cells.flatMap(\.items) where !item.range.isEmpty {
      measure.itemCount += 1
      if item.isAccepted { measure.fittingItemCount += 1 }
    }
  }
}

/// Notes which rules speak, without their explanations.
struct CountingSink: ProblemSink {
  let directive: IgnoreDirective
  private(set) var rules: [RuleCode] = []

  init(directive: IgnoreDirective) { self.directive = directive }

  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation) {
    if !directive.silences(rule) { rules.append(rule) }
  }
}
