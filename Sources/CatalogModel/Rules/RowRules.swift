import CatalogSchema

/// The rules that look at one row alone, in the order in which they speak.
enum RowRules {
  /// Checks a row and returns how it was read.
  ///
  /// - Parameter rules: the rules that may speak: those that are known to, where the row was
  ///   checked before
  @discardableResult
  static func check(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, _ sink: inout some ProblemSink,
    only rules: RuleSet = .all
  ) -> RowReading {
    var reading = RowReading(line, row, plan)
    if rules.contains(.missingCell) { MissingCellRule.check(reading, line, &sink) }
    // They mark cells for each other and for the rules behind them.
    if !rules.isDisjoint(with: ValueRules.codes) { ValueRules.check(&reading, line, &sink) }
    if rules.contains(.extraCell) { ExtraCellRule.check(reading, line, &sink) }
    if rules.contains(.emptyCell) { EmptyCellRule.check(reading, line, &sink) }
    if rules.contains(.missingLink) { MissingLinkRule.check(reading, line, &sink) }
    if rules.contains(.invalidLink) { InvalidLinkRule.check(reading, line, &sink) }
    ConstraintRules.check(reading, line, &sink)
    if rules.contains(.suspiciousCharacter) { SuspiciousCharacterRule.check(reading, line, &sink) }
    return reading
  }
}

/// The rules that look at the values of vocabulary columns, in the order in which they speak.
enum ValueRules {
  /// The rules.
  static let codes: RuleSet = [
    RuleSet(.misplacedValue), RuleSet(.duplicateValue), RuleSet(.unknownValue),
    RuleSet(.nonstandardValue), RuleSet(.listSeparator),
  ]

  /// Checks the cells of a reading and marks those that belong elsewhere.
  static func check(
    _ reading: inout RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    MisplacedValueRule.check(&reading, line, &sink)
    DuplicateValueRule.check(&reading, line, &sink)
    UnknownValueRule.check(reading, line, &sink)
    NonstandardValueRule.check(reading, line, &sink)
    ListSeparatorRule.check(reading, line, &sink)
  }
}
