/// The rules by their stable codes; `CatalogModel/Rules` has one file for each.
public enum RuleCode: String, Sendable, CaseIterable, Comparable {
  case missingCell = "missing-cell"
  case extraCell = "extra-cell"
  case misplacedValue = "misplaced-value"
  case brokenTable = "broken-table"
  case invalidLink = "invalid-link"
  case duplicateName = "duplicate-name"
  case unknownValue = "unknown-value"
  case nonstandardValue = "nonstandard-value"
  case listSeparator = "list-separator"
  case duplicateValue = "duplicate-value"
  case emptyCell = "empty-cell"
  case missingLink = "missing-link"
  case duplicateLink = "duplicate-link"
  case linkMismatch = "link-mismatch"
  case suspiciousCharacter = "suspicious-character"
  case unsortedRow = "unsorted-row"
  case unformattedTable = "unformatted-table"
  case unusedIgnore = "unused-ignore"
  case invalidConfiguration = "invalid-configuration"
  case tooManyProblems = "too-many-problems"

  /// The severity where no configuration says otherwise.
  public var defaultSeverity: Severity {
    switch self {
    case .missingCell, .extraCell, .misplacedValue, .brokenTable, .invalidLink, .duplicateName,
      .invalidConfiguration:
      .error
    case .unknownValue, .nonstandardValue, .listSeparator, .duplicateValue, .emptyCell,
      .missingLink, .duplicateLink, .linkMismatch, .suspiciousCharacter:
      .warning
    case .unsortedRow, .tooManyProblems: .information
    case .unformattedTable, .unusedIgnore: .hint
    }
  }

  /// By code.
  public static func < (left: RuleCode, right: RuleCode) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How grave a problem is; the raw value is LSP 3.17's `DiagnosticSeverity`.
public enum Severity: Int, Sendable, CaseIterable, Comparable {
  case error = 1
  case warning, information, hint

  /// The name in reports and configurations.
  public var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }

  /// The severity of this name.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Graver is less, so that sorting puts errors first.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
