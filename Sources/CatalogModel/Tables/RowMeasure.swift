import CatalogSchema

/// Everything that a body row adds to its table, and what the rules say of it.
struct RowMeasure {
  var facts = LineFacts()
  /// Its name, empty for none.
  var name = SortName()
  var shape = RowShape()
  var terms = RowTerms()
  /// What its cells give the columns of a table without a schema.
  var learned = LearnedRow()
  /// Items of the vocabulary columns, as the headers' schema reads them.
  var itemCount = 0
  /// Those items that are known or near.
  var fittingItemCount = 0
  /// The rules that speak.
  var rules: RuleSet = []
  /// How often.
  var problemCount = 0
  /// Links in the row's text; their line is not set.
  var links: ContiguousArray<StoredLink> = []
  /// What tells the row apart beside its name; the lines are not set.
  var uniques: ContiguousArray<StoredUnique> = []

  /// Forgets all and keeps the memory. What is empty in most rows is asked first: to take nothing
  /// out of an array costs some hundred instructions.
  mutating func reset(contentOffset: Int) {
    facts = LineFacts()
    facts.role = .bodyRow
    name.removeAll()
    facts.contentOffset = Int32(clamping: contentOffset)
    terms.removeAll()
    learned.removeAll()
    if !uniques.isEmpty { uniques.removeAll(keepingCapacity: true) }
    itemCount = 0
    fittingItemCount = 0
    resetVerdict()
  }

  /// Forgets what a look at some of the cells has found.
  mutating func resetVerdict() {
    rules = []
    problemCount = 0
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
  }

  /// Notes the name that a cell holds.
  mutating func setName(_ line: Span<UInt8>, _ text: Range<Int>, inCell cell: Int) {
    name.read(line, text)
    facts.setName(Fingerprint.ofName(name), inCell: cell)
    if facts.nameKey == 0 { name.removeAll() }
  }

  mutating func report(_ rule: RuleCode) {
    rules.insert(rule)
    problemCount += 1
  }
}
