import CatalogModel
import CatalogSchema
import TableSyntax

/// Infers a schema from the tables of a catalog, one for all tables with the same headers.
struct SchemaInference {
  /// Percentages from which on a property holds for the column and exceptions are mistakes.
  private static let clearShare = 95
  private static let styleShare = 90
  private static let requiredShare = 97
  /// The most bytes of a name on average.
  private static let nameLengthMax = 60

  private let evidence: [ColumnEvidence]
  private let tables: [CatalogTable]
  private var rowCount = 0
  private var doubts: [String] = []
  private var terms: [TermInference?] = []

  /// The schemas of a catalog, in the order of its tables.
  ///
  /// - Complexity: O(bytes of the tables)
  static func schemas(of catalog: Catalog) -> [InferredSchema] {
    let groups = catalog.tablesByHeaders
    return groups.enumerated().map { index, tables in
      var inference = SchemaInference(tables, catalog)
      return inference.schema(name: groups.count == 1 ? "catalog" : "table\(index + 1)")
    }
  }

  private init(_ tables: [CatalogTable], _ catalog: Catalog) {
    self.tables = tables
    var evidence = tables[0].plan.columns.map { ColumnEvidence(header: $0.header) }
    var counts = (usual: 0, odd: 0)
    for table in tables {
      for column in evidence.indices { evidence[column].beginTable() }
      catalog.forEachRow(of: table) { _, bytes, row in
        guard row.cellCount == evidence.count else { return counts.odd += 1 }
        counts.usual += 1
        for column in evidence.indices {
          let value = row.cells[column].value
          let isPlaceholder = table.plan.columns[column].isPlaceholder(bytes, value)
          evidence[column].add(bytes, isPlaceholder ? 0..<0 : value)
        }
      }
    }
    rowCount = counts.usual
    self.evidence = evidence
    if counts.odd > 0 {
      doubts.append(
        "ignored \(counted(counts.odd, "row")) with more or fewer cells than columns")
    }
  }

  private mutating func schema(name: String) -> InferredSchema {
    let isLarge = rowCount >= LearnedPlan.rowCountMin
    if !isLarge {
      doubts.append(
        "\(counted(rowCount, "row")) \(rowCount == 1 ? "is" : "are") too few to infer "
          + "vocabularies and styles"
      )
    }
    let kinds = evidence.map { isLarge ? Self.plainKind($0) : .text }
    terms = zip(evidence, kinds).map { evidence, kind in
      isLarge && kind == nil && evidence.linkShare < 20 ? TermInference(evidence) : nil
    }
    let key = keyColumn(kinds)
    if let key { terms[key] = nil }
    cleanTerms()
    var names: Set<String> = []
    if key == nil { doubts.append("the table was left out: give its columns headers") }
    let columns = evidence.indices.compactMap { column -> InferredColumn? in
      if key == nil { return nil }
      let name = Self.name(evidence[column].header)
      guard !name.isEmpty, names.insert(name).inserted else {
        doubts.append("column \(column + 1) was left out: give it a unique header")
        return nil
      }
      return self.column(column, name, kinds[column] ?? .text, isKey: column == key)
    }
    return InferredSchema(
      name: name, columns: columns, headerLines: tables.map(\.headerLine), doubts: doubts)
  }

  // MARK: Kinds

  /// The kind of cells that cannot be terms; nil if they can.
  private static func plainKind(_ evidence: ColumnEvidence) -> InferredColumn.Kind? {
    if evidence.filledCount == 0 { return .text }
    if evidence.urlCount * 100 >= evidence.filledCount * clearShare { return .url }
    if evidence.linkShare >= 80 { return .text }
    let types: [(String, ValueType)] = [
      ("year", .year), ("date", .date), ("datetime", .dateTime), ("integer", .integer),
      ("number", .number),
    ]
    for (name, type) in types where evidence.share(where: type.takes) >= clearShare {
      let isPlausible: (String) -> Bool = { $0.first == "1" || $0.first == "2" }
      if name == "year", evidence.share(where: isPlausible) < clearShare { continue }
      return .value(name)
    }
    return nil
  }

  private static let booleanLabels = [
    ("yes", "no"), ("true", "false"), ("y", "n"), ("✓", "✗"), ("✅", "❌"), ("✔", "✘"), ("on", "off"),
  ]

  private static func boolean(_ terms: [InferredTerm]) -> InferredColumn.Kind? {
    guard terms.count == 2 else { return nil }
    for (yes, no) in booleanLabels {
      let labels = terms.map { $0.label.lowercased() }
      guard let first = labels.firstIndex(of: yes), let second = labels.firstIndex(of: no) else {
        continue
      }
      return .boolean(yes: terms[first].label, no: terms[second].label)
    }
    return nil
  }

  /// Removes typos and misplaced values from the vocabularies and notes them.
  private mutating func cleanTerms() {
    let before = terms
    for column in terms.indices {
      guard var own = terms[column] else { continue }
      let header = evidence[column].header
      let others = before.indices.filter { $0 != column }.compactMap { before[$0] }
      for value in own.removeMisplacedValues(of: others) {
        doubts.append("“\(header)”: “\(value)” was left out: it belongs to another column")
      }
      for (value, label) in own.removeTypos() {
        doubts.append("“\(header)”: “\(value)” was left out as a typo of “\(label)”")
      }
      let rare = own.counts.filter { $0.value < LearnedPlan.frequentCountMin }.keys.sorted()
      if !rare.isEmpty {
        let names = rare.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
        doubts.append(
          "“\(header)”: check the rare terms \(names)"
            + (rare.count > 8 ? " and \(rare.count - 8) more" : ""))
      }
      terms[column] = own
    }
  }

  // MARK: Key

  /// The key column: the first candidate of links, else the first candidate, else the first column.
  private mutating func keyColumn(_ kinds: [InferredColumn.Kind?]) -> Int? {
    func mayBeKey(_ column: Int) -> Bool {
      let own = evidence[column]
      return (kinds[column] == nil || kinds[column] == .text) && own.filledCount > 0
        && !Self.name(own.header).isEmpty
        && own.filledShare >= Self.styleShare && own.distinctShare >= Self.styleShare
        && own.meanLength - (own.linkShare >= 80 ? own.meanLength / 2 : 0) <= Self.nameLengthMax
    }
    let candidates = evidence.indices.filter(mayBeKey)
    if let linked = candidates.first(where: { evidence[$0].linkShare >= 80 }) { return linked }
    if candidates.count > 1 {
      let names = candidates.map { "“\(evidence[$0].header)”" }.joined(separator: ", ")
      doubts.append("\(names) may be the key: the first was chosen")
    }
    if let first = candidates.first { return first }
    let first = evidence.firstIndex { !Self.name($0.header).isEmpty }
    if first != nil { doubts.append("no column has unique names: the first was chosen as key") }
    return first
  }

  // MARK: Columns

  private mutating func column(
    _ index: Int, _ name: String, _ plain: InferredColumn.Kind, isKey: Bool
  ) -> InferredColumn {
    let own = evidence[index]
    var kind = plain
    if let terms = terms[index] {
      kind = Self.boolean(terms.terms) ?? .terms(terms.terms, delimiter: terms.delimiter)
    }
    var column = InferredColumn(name: name, title: own.header, kind: kind)
    column.isKey = isKey
    column.isLinked = kind == .text && own.linkShare >= Self.clearShare
    column.isSorted = isKey && own.isSorted
    column.isUnique = isKey && own.distinctShare >= Self.clearShare
    column.isRequired = holds(own.filledShare, "are filled", of: own, least: Self.requiredShare)
    guard kind == .text, !isKey, !column.isLinked, own.filledCount >= LearnedPlan.rowCountMin else {
      return column
    }
    let capitals = own.share { $0.first.map { !$0.isLowercase } ?? true }
    let isWorded = own.share { $0.first?.isLetter == true } >= Self.styleShare
    column.startsWithCapital = isWorded && holds(capitals, "begin with a capital letter", of: own)
    let open = own.share { !FinalPunctuation.ends($0) }
    column.endsWithoutPunctuation = holds(open, "end without punctuation", of: own)
    return column
  }

  /// Whether a property holds for the column; notes the cells that lack it.
  private mutating func holds(
    _ share: Int, _ property: String, of own: ColumnEvidence,
    least: Int = SchemaInference.styleShare
  ) -> Bool {
    if share >= least, share < 100 {
      doubts.append(
        "“\(own.header)”: \(share) % of the cells \(property); check will report the others")
    }
    return share >= least
  }

  /// A header as an identifier; empty without letters and digits.
  private static func name(_ header: String) -> String {
    if FoldedText.ofHeader(header).isEmpty { return "" }
    return header.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
