extension RuleRegistry {
  /// The rules of mdcatalog, in the order in which they are documented.
  package static let standard = RuleRegistry([
    ConflictMarkerRule.rule,
    MissingCellRule.rule,
    ExtraCellRule.rule,
    MisplacedValueRule.rule,
    BrokenTableRule.rule,
    InvalidLinkRule.rule,
    EmptyLinkRule.rule,
    BrokenMarkupRule.rule,
    DuplicateRowRule.rule,
    DuplicateNameRule.rule,
    UnknownValueRule.rule,
    NonstandardValueRule.rule,
    ListSeparatorRule.rule,
    DuplicateValueRule.rule,
    EmptyCellRule.rule,
    MissingLinkRule.rule,
    DuplicateLinkRule.rule,
    LinkMismatchRule.rule,
    SuspiciousCharacterRule.rule,
    UnsortedRowRule.rule,
    UnformattedTableRule.rule,
    UnusedIgnoreRule.rule,
    InvalidConfigurationRule.rule,
    TooManyProblemsRule.rule,
  ])
}
