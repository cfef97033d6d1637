package import CatalogModel
import LineStore

/// The problems of a place whose fixes fit one answer (LSP 3.17 *textDocument/codeAction*).
package enum QuickFixes {
  /// Bytes of an action or an edit, without its texts.
  private static let overheadByteCount = 300

  /// The first problems that fit an answer; a fix that is too large by itself is left out.
  ///
  /// - Complexity: O(edits of the problems returned)
  package static func fitting(_ problems: [Problem]) -> [Problem] {
    var fitting: [Problem] = []
    var byteCount = 0
    for problem in problems {
      var problem = problem
      if let fix = problem.fix, self.byteCount(fix) > DisplayLimits.actionByteCountMax / 2 {
        problem.fix = nil
      }
      // One action each for the fix and for ignoring the problem.
      byteCount += 2 * (overheadByteCount + problem.message.utf8.count)
      byteCount += problem.fix.map(self.byteCount) ?? 0
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
