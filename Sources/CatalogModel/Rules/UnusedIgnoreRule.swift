import CatalogSchema
import LineStore

/// An ignore comment that silences nothing.
///
/// It was written for a problem that is fixed, and would hide the next one. A mark around tables is
/// reported if no table follows it.
///
/// Fix: safe
/// Bad: `| 3D <!-- mdcatalog-ignore missing-link --> |` in a row with a link
/// Good: `| 3D |`
package enum UnusedIgnoreRule {
  package static let rule = Rule(
    "unused-ignore", .hint,
    .line(
      LineCheck(
        mayFind: { $1.metadata[$0].counts.ignoreMarks > 0 }, mayReport: \.isIgnoreMark,
        problems: { line, catalog, _ in
          let regions = catalog.derived(IgnoreRegions.Key())
          return regions.isIdle(mark: line) ? [problem(ofMark: line, in: catalog)] : []
        })))

  /// The problems of a line whose comments silence some of the problems found there, or none.
  static func problems(
    _ line: Int, _ directive: IgnoreDirective, silencing found: [Problem], _ known: RuleRegistry
  ) -> [Problem] {
    let names = directive.comments.flatMap(\.codes)
    if names.contains(rule.code.rawValue) { return [] }
    let rules = Set(found.map(\.rule.rawValue))
    return directive.comments.compactMap { comment in
      let unused = comment.codes.filter { !rules.contains($0) }
      let isUnused = comment.codes.isEmpty ? rules.isEmpty : !unused.isEmpty
      guard isUnused else { return nil }
      let used = comment.codes.filter { rules.contains($0) }
      let replacement =
        used.isEmpty
        ? comment.remainder : Array("<!-- mdcatalog-ignore \(used.joined(separator: " ")) -->".utf8)
      let removal = used.isEmpty ? comment.rangeWithSpace : comment.range
      return rule.problem(
        TextPosition.range(line, comment.range), message(unused, known),
        fix: Fix(
          title: used.isEmpty ? "Remove the unused ignore comment" : "Remove the unused codes",
          isSafe: true,
          edits: [TextEdit(line: line, byteColumns: removal, replacement: replacement)]))
    }
  }

  private static func message(_ unused: [String], _ known: RuleRegistry) -> String {
    let shown = unused.prefix(5)
    let heard = shown.filter { known[RuleCode($0)] != nil }.map { quoted($0) }
    let unheard = shown.filter { known[RuleCode($0)] == nil }.map { quoted($0) }
    var reasons: [String] = []
    if unheard.isEmpty || !heard.isEmpty {
      reasons.append("the row has no \(heard.isEmpty ? "" : listed(heard, by: "or") + " ")problem")
    }
    if !unheard.isEmpty { reasons.append("there is no rule \(listed(unheard, by: "or"))") }
    return "Unused ignore comment: \(reasons.joined(separator: ", and "))"
  }

  /// The problem of a mark around tables that no table follows, or no start mark precedes.
  private static func problem(ofMark line: Int, in catalog: Catalog) -> Problem {
    let place = catalog.content(ofLine: line)
    let isStart = catalog.lineMetadata(line).role == .ignoreStart
    let edit = TextEdit(start: place.lowerBound, end: place.upperBound, replacement: [])
    return rule.problem(
      place, "Unused ignore mark: " + (isStart ? "no table follows" : "no start mark precedes it"),
      fix: Fix(title: "Remove the unused ignore mark", isSafe: true, edits: [edit]))
  }
}
