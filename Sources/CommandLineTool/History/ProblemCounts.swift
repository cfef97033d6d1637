import CatalogModel
import CatalogSchema

/// Counts problems by key.
struct ProblemCounts: Sendable {
  private(set) var counts: [ProblemKey: Int] = [:]

  /// The problems of a text by some rules.
  init(of catalog: Catalog, rules: Set<RuleCode>) {
    catalog.forEachProblem { problem in
      if rules.contains(problem.rule) { add(catalog.key(of: problem)) }
    }
  }

  /// No problems.
  init() {}

  /// Adds `count` equal problems.
  mutating func add(_ key: ProblemKey, count: Int = 1) { counts[key, default: 0] += count }

  /// Removes one problem; false if none is left.
  mutating func take(_ key: ProblemKey) -> Bool {
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    return true
  }

  /// The number of problems of some rules.
  func count(of rules: Set<RuleCode>) -> Int {
    counts.reduce(0) { $0 + (rules.contains($1.key.rule) ? $1.value : 0) }
  }
}
