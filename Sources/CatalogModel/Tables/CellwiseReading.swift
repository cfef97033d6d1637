import CatalogSchema
import TableSyntax

/// Reads rows whose cells can be judged one by one: as many cells as columns, no comment, no value
/// that may belong elsewhere, nothing rare in names and texts.
///
/// It decides nothing but the time that a row takes: what it says is what the rules say
/// (`CellwiseReadingTests`), and where it cannot tell it leaves the row to them.
struct CellwiseReading {
  private var verdicts = VerdictMemo()

  /// Reads a row; false where the rules have to.
  ///
  /// - Complexity: O(line)
  mutating func read(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, _ measure: inout RowMeasure
  ) -> Bool {
    guard row.cellCount == plan.columns.count, row.comments.isEmpty else { return false }
    verdicts.use(plan)
    for column in 0..<row.cellCount {
      let (value, marks) = (row.cells[column].value, row.cells[column].marks)
      if value.isEmpty {
        if plan.columns[column].demands.isRequired { measure.report(.emptyCell) }
        continue
      }
      let isRead =
        switch plan.kinds[column] {
        case .terms: verdicts.add(line, value, marks, column, &measure)
        case .key: readName(line, value, marks, column, plan, &measure)
        case .link: readLink(line, value, marks, plan, &measure)
        case .text: readText(line, value, marks, plan, &measure)
        case .linkedTerms: false
        }
      if !isRead { return false }
    }
    if plan.hasConstraints { readConstraints(line, row, plan, &measure) }
    return true
  }

  private func readConstraints(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, _ measure: inout RowMeasure
  ) {
    let name = plan.keyColumn.map { row.cells[$0].value }
    for column in 0..<row.cellCount {
      let found = ConstraintRules.violations(
        line, row.cells[column].value, column, plan, name: name)
      for violation in found { measure.report(violation.rule) }
    }
  }

  // MARK: Text

  private func readText(
    _ line: Span<UInt8>, _ value: Range<Int>, _ marks: CellMarks, _ plan: TablePlan,
    _ measure: inout RowMeasure
  ) -> Bool {
    if marks.isDisjoint(with: [.unusual, .bracket]) { return true }
    if !SuspiciousCharacters.find(line, value).isEmpty { return false }
    if !marks.contains(.bracket) { return true }
    let inline = InlineLinks(in: line, value)
    if !inline.strays.isEmpty { return false }
    guard plan.keyColumn != nil else { return true }
    for link in inline.links where LinkMismatchRule.looksAt(link) {
      measure.links.append(StoredLink(link, line))
    }
    return true
  }

  private func readLink(
    _ line: Span<UInt8>, _ value: Range<Int>, _ marks: CellMarks, _ plan: TablePlan,
    _ measure: inout RowMeasure
  ) -> Bool {
    if !marks.isDisjoint(with: [.unusual, .angle]) { return false }
    guard let link = RowName.simpleLink(line, value), isFullAddress(line, link.destination) else {
      return false
    }
    if plan.keyColumn != nil, !link.text.isEmpty {
      measure.links.append(
        StoredLink(
          line: 0, textKey: Fingerprint.ofName(line, link.text),
          linkKey: Fingerprint.ofURL(line, link.destination)))
    }
    return true
  }

  // MARK: Name

  private func readName(
    _ line: Span<UInt8>, _ value: Range<Int>, _ marks: CellMarks, _ column: Int,
    _ plan: TablePlan, _ measure: inout RowMeasure
  ) -> Bool {
    if !marks.isDisjoint(with: [.unusual, .angle]) { return false }
    guard let link = RowName.simpleLink(line, value), isFullAddress(line, link.destination) else {
      return readPlainName(line, value, marks, column, plan, &measure)
    }
    measure.setName(line, link.text, inCell: column)
    measure.facts.linkKey = Fingerprint.ofURL(line, link.destination)
    return true
  }

  private func readPlainName(
    _ line: Span<UInt8>, _ value: Range<Int>, _ marks: CellMarks, _ column: Int,
    _ plan: TablePlan, _ measure: inout RowMeasure
  ) -> Bool {
    if !marks.isEmpty || RowName(line, value: value).link != .none { return false }
    if plan.columns[column].demands.isLinked { measure.report(.missingLink) }
    measure.setName(line, value, inCell: column)
    return true
  }

  /// `http` or `https` and something that looks like a host.
  private func isFullAddress(_ line: Span<UInt8>, _ destination: Range<Int>) -> Bool {
    let start = destination.lowerBound
    let host: Int
    if line.hasPrefix("https://", at: start) {
      host = start + 8
    } else if line.hasPrefix("http://", at: start) {
      host = start + 7
    } else {
      return false
    }
    return host < destination.upperBound && (line[host].isLetter || line[host].isDigit)
  }
}
