import CatalogSchema
import LineStore

/// An ignore comment that silences nothing.
///
/// It was written for a problem that is mended, and would hide the next one.
///
/// Bad: `| 3D <!-- mdcatalog-ignore missing-link --> |` in a row with a link
/// Good: `| 3D |`
enum UnusedIgnoreRule {
  static func problems(
    _ line: Int, _ directive: IgnoreDirective, silencing found: [Problem]
  ) -> [Problem] {
    let rules = Set(found.map(\.rule.rawValue))
    return directive.comments.compactMap { comment in
      let unused = comment.codes.filter { !rules.contains($0) }
      let isUnused = comment.codes.isEmpty ? rules.isEmpty : !unused.isEmpty
      guard isUnused else { return nil }
      let used = comment.codes.filter { rules.contains($0) }
      let replacement =
        used.isEmpty ? "" : "<!-- mdcatalog-ignore \(used.joined(separator: " ")) -->"
      let what = unused.isEmpty ? "" : " for " + unused.joined(separator: ", ")
      return Problem(
        rule: .unusedIgnore, severity: .hint, range: TextPosition.range(line, comment.range),
        message: "The ignore comment\(what) silences nothing",
        fix: Fix(
          title: "Remove what silences nothing", isSafe: true,
          edits: [
            TextEdit(
              line: line, byteColumns: comment.range, replacement: Array(replacement.utf8))
          ]))
    }
  }
}
