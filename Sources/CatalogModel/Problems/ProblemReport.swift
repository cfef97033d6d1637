/// Problems for an editor, up to a limit.
package struct ProblemReport: Sendable {
  /// Problems that were found together, and the row they were found in.
  package struct Entry: Sendable {
    /// 0-based line.
    package let line: Int
    /// The problems.
    package let group: ProblemGroup
  }

  /// The problems, by line.
  package let entries: [Entry]
  /// Problems shown.
  package let count: Int
  /// Whether some were left out because of the limit.
  package let isCut: Bool
}
