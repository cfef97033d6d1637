import CatalogModel
import CatalogSchema

/// What a problem is known again by, wherever its row stands.
struct ProblemKey: Hashable, Sendable {
  var rule: RuleCode
  /// `Catalog.fingerprint(of:)`.
  var fingerprint: UInt64
}

/// Problems by their keys; equal ones are counted.
struct ProblemCounts: Sendable {
  private(set) var counts: [ProblemKey: Int] = [:]

  /// The problems of a text by some rules.
  init(of catalog: Catalog, rules: RuleSet) {
    catalog.forEachProblem { problem in
      if rules.contains(problem.rule) { add(catalog.key(of: problem)) }
    }
  }

  /// No problems.
  init() {}

  /// Adds so many equal problems.
  mutating func add(_ key: ProblemKey, count: Int = 1) { counts[key, default: 0] += count }

  /// Takes one problem out; false where there is none, or no more.
  mutating func take(_ key: ProblemKey) -> Bool {
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    return true
  }

  /// How many problems of some rules there are.
  func count(of rules: RuleSet) -> Int {
    counts.reduce(0) { $0 + (rules.contains($1.key.rule) ? $1.value : 0) }
  }
}

extension Catalog {
  /// What a problem of this catalog is known again by.
  func key(of problem: Problem) -> ProblemKey {
    ProblemKey(rule: problem.rule, fingerprint: fingerprint(of: problem))
  }
}
