package import CatalogModel
import LineStore

/// The problems of a place whose fixes fit one answer (LSP 3.17 *textDocument/codeAction*).
package enum QuickFixes {
  /// Bytes of an action or an edit, without its texts.
  private static let overheadByteCount = 300

  /// The first problems that fit an answer; fixes that are too large by themselves are left out.
  ///
  /// - Complexity: O(edits of the problems returned)
  package static func fitting(_ problems: [Problem]) -> [Problem] {
    var fitting: [Problem] = []
    var byteCount = 0
    for problem in problems.prefix(DisplayLimits.quickFixCountMax) {
      var problem = problem
      let isLarge = problem.fixes.contains {
        self.byteCount($0) > DisplayLimits.actionByteCountMax / 2
      }
      if isLarge { problem.removeFixes() }
      // One action for each fix and one for ignoring the problem.
      let actionCount = problem.fixes.count + 1
      byteCount += actionCount * (overheadByteCount + problem.message.utf8.count)
      byteCount += problem.fixes.reduce(0) { $0 + self.byteCount($1) }
      if byteCount > DisplayLimits.actionByteCountMax, !fitting.isEmpty { break }
      fitting.append(problem)
    }
    return fitting
  }

  private static func byteCount(_ fix: Fix) -> Int {
    fix.edits.reduce(fix.title.utf8.count) {
      $0 + overheadByteCount / 2 + $1.replacement.count
    }
  }
}
