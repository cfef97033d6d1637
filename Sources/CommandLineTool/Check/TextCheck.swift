import CatalogFeatures
import CatalogModel
import LineStore

/// The check of one text, without output: may run in parallel with others.
struct TextCheck: Sendable {
  /// The most bytes of a text that is checked in parallel with others. Problems of larger texts are
  /// reported as they are found, not kept.
  static let byteCountMaxInBatch = 1 << 20
  /// Bytes of texts that are checked in parallel, about: memory that a batch uses again costs less
  /// than new memory, which the system clears.
  static let byteCountOfBatch = 1 << 19

  let input: Input
  /// The text as read.
  let text: LineText
  /// Its catalog; nil if its problems were gathered and nothing was to be fixed: that memory serves
  /// the next text.
  private(set) var catalog: Catalog?
  /// The fixed catalog; nil without fixes.
  let fixed: Fixing.Outcome?
  /// The problems of the fixed catalog, else of the catalog as read, if they were gathered.
  private(set) var problems: [ReportedProblem]?
  /// The problems that are not among them.
  private(set) var leftOut = LeftOutCounts()

  private let filter: ProblemFilter
  private let needsDetail: Bool

  /// A text to check.
  struct Task: Sendable {
    var input: Input
    /// Its problems in the baseline.
    var baseline: ProblemCounts
    /// The text before the change; nil to report all lines.
    var former: ContiguousArray<UInt8>?
  }

  init(_ task: Task, _ options: CheckOptions) {
    input = task.input
    let configuration = input.configuration.configuration
    let catalog = Catalog(utf8: input.bytes, configuration: configuration)
    text = catalog.text
    self.catalog = catalog
    let former = task.former.map { FormerText($0, configuration, rules: options.rules) }
    let filter = ProblemFilter(rules: options.rules, baseline: task.baseline, former: former)
    self.filter = filter
    needsDetail = options.needsDetail
    // A broken configuration may find other problems than the whole would.
    if let scope = options.scope, !input.configuration.isBroken {
      fixed = Fixing.fixed(catalog, scope) { catalog in
        var pass = filter.pass(over: catalog)
        return { pass.takes($0) }
      }
    } else {
      fixed = nil
    }
  }

  /// Gathers the problems of a small text.
  mutating func gather() {
    guard let catalog = fixed?.catalog ?? catalog else { return }
    var problems: [ReportedProblem] = []
    leftOut = forEachProblem(of: catalog) { problems.append($0) }
    self.problems = problems
    if fixed == nil { self.catalog = nil }
  }

  /// Calls `body` with each problem to report, in order; returns the others.
  func forEachProblem(of catalog: Catalog, _ body: (ReportedProblem) -> Void) -> LeftOutCounts {
    var reader = ProblemReader(catalog.text)
    var pass = filter.pass(over: catalog)
    catalog.forEachProblem { problem in
      guard pass.takes(problem) else { return }
      var problem = problem
      if input.configuration.isBroken { problem.removeFixes() }
      body(
        needsDetail ? reader.read(problem, inDetailOf: catalog) : reader.read(problem))
    }
    var leftOut = pass.leftOut
    leftOut.gone = pass.filter.baseline.count(of: filter.rules)
    return leftOut
  }
}
