import CatalogModel
import CatalogSchema

/// Identifies a problem wherever its row moves.
struct ProblemKey: Hashable, Sendable {
  var rule: RuleCode
  /// `Catalog.fingerprint(of:)`.
  var fingerprint: UInt64
}

extension Catalog {
  /// The key of a problem of this catalog.
  func key(of problem: Problem) -> ProblemKey {
    ProblemKey(rule: problem.rule, fingerprint: fingerprint(of: problem))
  }
}
