import CatalogSchema
import LineStore

/// An ignore comment that silences nothing.
///
/// It was written for a problem that is mended, and would hide the next one. A mark around tables
/// is one, too, where no table stands behind it.
///
/// Bad: `| 3D <!-- mdcatalog-ignore missing-link --> |` in a row with a link
/// Good: `| 3D |`
enum UnusedIgnoreRule {
  /// The problems of a line whose comments silence some of what was found, or not.
  static func problems(
    _ line: Int, _ directive: IgnoreDirective, silencing found: [Problem]
  ) -> [Problem] {
    let names = directive.comments.flatMap(\.codes)
    if names.contains(RuleCode.unusedIgnore.rawValue) { return [] }
    let rules = Set(found.map(\.rule.rawValue))
    return directive.comments.compactMap { comment in
      let unused = comment.codes.filter { !rules.contains($0) }
      let isUnused = comment.codes.isEmpty ? rules.isEmpty : !unused.isEmpty
      guard isUnused else { return nil }
      let used = comment.codes.filter { rules.contains($0) }
      let replacement =
        used.isEmpty
        ? comment.remainder : Array("<!-- mdcatalog-ignore \(used.joined(separator: " ")) -->".utf8)
      let removal = used.isEmpty ? comment.rangeWithBlank : comment.range
      return Problem(
        rule: .unusedIgnore, severity: .hint, range: TextPosition.range(line, comment.range),
        message: message(unused),
        fix: Fix(
          title: "Remove what silences nothing", isSafe: true,
          edits: [
            TextEdit(line: line, byteColumns: removal, replacement: replacement)
          ]))
    }
  }

  private static func message(_ unused: [String]) -> String {
    let shown = unused.prefix(5).map { Quotation.of($0) }
    let what = shown.isEmpty ? "" : " for " + listed(shown, by: "and")
    let unheard = shown.filter { RuleCode(rawValue: $0) == nil }.map { quoted($0) }
    let note = unheard.isEmpty ? "" : "; there is no rule \(listed(unheard, by: "or"))"
    return "The ignore comment\(what) silences nothing\(note)"
  }

  /// The problem of a mark around tables with no table behind it, or with no start before it.
  static func problem(ofMark line: Int, in catalog: Catalog) -> Problem {
    let place = catalog.content(ofLine: line)
    let isStart = catalog.lineFacts(line).role == .ignoreStart
    let edit = TextEdit(start: place.lowerBound, end: place.upperBound, replacement: [])
    return Problem(
      rule: .unusedIgnore, severity: .hint, range: place,
      message: "The ignore mark silences nothing: "
        + (isStart ? "no table stands behind it" : "no start mark stands before it"),
      fix: Fix(title: "Remove what silences nothing", isSafe: true, edits: [edit]))
  }
}
