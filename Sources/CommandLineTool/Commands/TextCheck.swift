import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// The check of one text, without any output: may be made beside others.
struct TextCheck: Sendable {
  /// Texts of more bytes are not checked beside others, and their problems are not kept: each is
  /// reported as it is found.
  static let byteCountMaxBesideOthers = 1 << 20

  let input: Input
  /// The catalog as it was read.
  let catalog: Catalog
  /// What mending made of it; nil where nothing was to be mended.
  let mended: Fixing.Outcome?
  /// The problems of the mended catalog, or of the one read, where they were gathered.
  private(set) var problems: [ReportedProblem]?
  private(set) var gatheredEnd = End()

  private let sieve: ProblemSieve
  private let needsDetail: Bool

  /// What a pass over all problems leaves.
  struct End: Sendable {
    var leftOut = LeftOutCounts()
    /// Problems of the baseline that were not found.
    var goneCount = 0
  }

  /// What a text is checked for.
  struct Task: Sendable {
    var input: Input
    /// Its problems in the baseline.
    var baseline: ProblemCounts
    /// The text before the change; nil where all lines count.
    var former: ContiguousArray<UInt8>?
  }

  init(_ task: Task, _ options: CheckOptions) {
    input = task.input
    let configuration = input.configuration.configuration
    catalog = Catalog(utf8: input.bytes, configuration: configuration)
    let former = task.former.map { FormerText($0, configuration, rules: options.rules) }
    let sieve = ProblemSieve(rules: options.rules, baseline: task.baseline, former: former)
    self.sieve = sieve
    needsDetail = options.needsDetail
    // What is left of a broken configuration may find other problems than the whole would.
    if let scope = options.scope, !input.configuration.isBroken {
      mended = Fixing.fixed(catalog, scope) { catalog in
        var pass = sieve.pass(over: catalog)
        return { pass.takes($0) }
      }
    } else {
      mended = nil
    }
  }

  /// Gathers the problems, for a text that is small.
  mutating func gather() {
    var problems: [ReportedProblem] = []
    gatheredEnd = forEachProblem(of: mended?.catalog ?? catalog) { problems.append($0) }
    self.problems = problems
  }

  /// Calls `body` with each problem that counts, in order.
  func forEachProblem(of catalog: Catalog, _ body: (ReportedProblem) -> Void) -> End {
    var reader = ProblemReader(catalog.text)
    var pass = sieve.pass(over: catalog)
    catalog.forEachProblem { problem in
      guard pass.takes(problem) else { return }
      body(
        needsDetail ? reader.read(problem, inDetailOf: catalog) : reader.read(problem))
    }
    return End(leftOut: pass.leftOut, goneCount: pass.baseline.count(of: sieve.rules))
  }
}
