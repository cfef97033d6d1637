import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import ProtocolTypes

/// Makes the code actions of a document.
struct CodeActions {
  let document: DocumentSnapshot
  let interruption: Interruption

  /// The problems of some lines: those that the client names or, if none is among them, all, those
  /// that touch its range first.
  func problems(
    of lines: Range<Int>, at range: Range<TextPosition>, named places: Set<DiagnosticPlace>
  ) -> [Problem] {
    let found = document.catalog.problems(ofLines: lines)
    let named = found.filter { places.contains(DiagnosticPlace(document.diagnostic($0))) }
    if !named.isEmpty { return named }
    func touches(_ problem: Problem) -> Bool {
      problem.range.lowerBound <= range.upperBound && range.lowerBound <= problem.range.upperBound
    }
    return found.filter(touches) + found.filter { !touches($0) }
  }

  /// The actions for problems: each one's fixes, and one ignore comment for each rule of a row.
  func quickFixes(of problems: [Problem]) throws(Interrupted) -> [CodeAction] {
    var actions: [CodeAction] = []
    var ignored: Set<IgnoredRule> = []
    for problem in QuickFixes.fitting(problems) {
      try interruption.check()
      for fix in problem.fixes { actions.append(try action(fix, of: problem)) }
      let line = problem.range.lowerBound.line
      if problem.rule == UnformattedTableRule.rule.code,
        let format = try action(.formatTable(line: line), of: problem, isRequested: false)
      {
        actions.append(format)
      }
      if ignored.insert(IgnoredRule(line: line, rule: problem.rule)).inserted,
        let ignore = IgnoreComment.fix(for: problem, in: document.catalog)
      {
        actions.append(try action(ignore, of: problem))
      }
    }
    return actions
  }

  private struct IgnoredRule: Hashable {
    var line: Int
    var rule: RuleCode
  }

  private func action(_ fix: Fix, of problem: Problem) throws(Interrupted) -> CodeAction {
    CodeAction(
      title: fix.title.cut(toByteCount: ServerLimits.titleByteCountMax), kind: .quickFix,
      diagnostic: document.diagnostic(problem), isPreferred: fix.isSafe,
      edit: try document.workspaceEdit(fix.edits))
  }

  /// The action for a fix of the whole document; nil where it changes nothing.
  ///
  /// Unless the client requested this kind, the edits are made when it resolves the action. For a
  /// client that cannot resolve, they are made at once where the text is short.
  func action(
    _ fix: DocumentFix, of problem: Problem? = nil, isRequested: Bool
  ) throws(Interrupted) -> CodeAction? {
    var edit: WorkspaceEdit?
    if isRequested || !document.client.resolvesCodeActions {
      let isLarge = fix.byteCount(in: document.catalog) > ServerLimits.unrequestedEditByteCountMax
      if !isRequested, isLarge { return nil }
      let edits = try fix.edits(of: document.catalog, interruption)
      if edits.isEmpty { return nil }
      edit = try document.workspaceEdit(edits, interruption)
    }
    return CodeAction(
      title: fix.title, kind: fix.kind, diagnostic: problem.map(document.diagnostic),
      isPreferred: problem != nil, edit: edit,
      data: edit == nil ? CodeActionData(uri: document.uri, fix: fix) : nil)
  }
}
