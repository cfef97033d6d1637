/// The severity of a problem; the raw value is LSP 3.17's `DiagnosticSeverity`.
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

  /// Errors come first.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
