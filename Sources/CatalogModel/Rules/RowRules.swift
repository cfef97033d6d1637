/// The rules that look at one row alone, in the order in which they speak.
enum RowRules {
  /// Checks a row and returns how it was read.
  @discardableResult
  static func check(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, _ sink: inout some ProblemSink
  ) -> RowReading {
    var reading = RowReading(line, row, plan)
    MissingCellRule.check(reading, line, &sink)
    ValueRules.check(&reading, line, &sink)
    ExtraCellRule.check(reading, line, &sink)
    EmptyCellRule.check(reading, line, &sink)
    MissingLinkRule.check(reading, line, &sink)
    InvalidLinkRule.check(reading, line, &sink)
    ConstraintRules.check(reading, line, &sink)
    SuspiciousCharacterRule.check(reading, line, &sink)
    return reading
  }
}

/// The rules that look at the values of vocabulary columns, in the order in which they speak.
enum ValueRules {
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
