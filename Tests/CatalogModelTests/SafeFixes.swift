import CatalogSchema
import LineStore
import TableSyntax

@testable import CatalogModel

/// What must hold of safe fixes, by a reading of its own: rows are split byte by byte, and the
/// fixed text is read from its start.
enum SafeFixes {
  /// What does not hold of the safe fix of a problem in a row; nil if all does.
  static func fault(of problem: Problem, in catalog: Catalog) -> String? {
    guard let fix = problem.fix, fix.isSafe, let line = fix.edits.first?.start.line,
      fix.edits.allSatisfy({ $0.start.line == line && $0.end.line == line }),
      let table = catalog.table(atLine: line), table.bodyLines.contains(line)
    else { return nil }
    let fixed = Catalog(
      LineText(catalog.text.bytes(applying: fix.edits)), configuration: catalog.configuration)
    // What the values of all rows say of a table is no matter of one fix.
    let plans = { (catalog: Catalog) in catalog.tables.map { $0.plan.schema?.name } }
    if plans(fixed) != plans(catalog) { return nil }
    guard tables(of: fixed) == tables(of: catalog), let after = fixed.table(atLine: line) else {
      return "the tables are as before"
    }
    let change = RowPair(
      rule: problem.rule, plan: table.plan, old: SplitLine(line, table, catalog),
      new: SplitLine(line, after, fixed))
    return change.fault ?? problemFault(change, line, catalog, fixed)
      ?? (change.isMove || name(catalog, line) == name(fixed, line) ? nil : "the name stays")
  }

  private static func tables(of catalog: Catalog) -> [[Int]] {
    catalog.tables.map { [$0.headerLine, $0.endLine, $0.plan.columns.count] }
  }

  private static func name(_ catalog: Catalog, _ line: Int) -> [UInt8] {
    guard let table = catalog.table(atLine: line) else { return [] }
    return SplitLine.letters(catalog.name(ofLine: line, in: table))
  }

  // MARK: Problems

  private struct Key: Hashable {
    var line: Int
    var rule: RuleCode
  }

  /// A fix makes no problem that no other safe fix removes.
  private static func problemFault(
    _ change: RowPair, _ line: Int, _ catalog: Catalog, _ fixed: Catalog
  ) -> String? {
    let (was, now) = (counts(catalog), counts(fixed))
    let own = Key(line: line, rule: change.rule)
    if now[own] ?? 0 >= was[own] ?? 0 { return "the problem is gone" }
    for (key, count) in now where count > was[key] ?? 0 {
      if key.line != line { return "line \(key.line) has no new \(key.rule.rawValue)" }
      if change.mayHave(key.rule) { continue }
      let unsafe = fixed.problems().count {
        $0.rule == key.rule && $0.range.lowerBound.line == line && $0.fix?.isSafe != true
      }
      if unsafe > was[key] ?? 0 { return "there is no new \(key.rule.rawValue)" }
    }
    return nil
  }

  private static func counts(_ catalog: Catalog) -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for problem in catalog.problems() where !problem.isGuess && problem.rule != "unformatted-table"
    {
      counts[Key(line: problem.range.lowerBound.line, rule: problem.rule), default: 0] += 1
    }
    return counts
  }
}

/// A row before and after a fix.
private struct RowPair {
  let rule: RuleCode
  let plan: TablePlan
  let old: SplitLine
  let new: SplitLine

  /// Whether cells are inserted, removed or swapped.
  var isMove: Bool { sources != nil && sources != Array(old.cells.indices) }

  /// For each new cell the old one with its text; nil where values change in place.
  private var sources: [Int?]? {
    if rule == "missing-cell" { return Self.sources(new.cells, of: old.cells) }
    if rule == "extra-cell" {
      let kept = Self.sources(old.cells, of: new.cells)
      return kept.map { kept in new.cells.indices.map { kept.firstIndex(of: $0) } }
    }
    guard rule == "misplaced-value" else { return nil }
    var free = Array(old.cells.indices)
    return new.cells.enumerated().map { index, cell in
      let place =
        free.firstIndex { $0 == index && old.cells[$0] == cell }
        ?? free.firstIndex { old.cells[$0] == cell }
      return place.map { free.remove(at: $0) }
    }
  }

  /// For each cell of a longer row its cell of a shorter one; nil where that has others.
  private static func sources(_ long: [[UInt8]], of short: [[UInt8]]) -> [Int?]? {
    var next = 0
    let found: [Int?] = long.map { cell in
      guard next < short.count, short[next] == cell else { return nil }
      next += 1
      return next - 1
    }
    return next == short.count ? found : nil
  }

  /// Whether a rule may report more: of a moved value or an inserted cell.
  func mayHave(_ rule: RuleCode) -> Bool {
    isMove && !["missing-cell", "extra-cell", "misplaced-value"].contains(rule)
  }

  /// What does not hold of the cells.
  var fault: String? {
    switch rule {
    case "missing-cell":
      guard let sources, new.cells.count > old.cells.count,
        new.cells.count <= plan.columns.count
      else { return "cells are inserted and stay" }
      if new.cells.indices.contains(where: { sources[$0] == nil && !new.cells[$0].isEmpty }) {
        return "inserted cells are empty"
      }
    case "extra-cell":
      guard sources != nil, new.cells.count >= plan.columns.count else { return "cells stay" }
      if let lost = lostCell { return "a removed cell is elsewhere: \(lost)" }
    case "misplaced-value":
      if sources?.contains(where: { $0 == nil }) != false { return "values are swapped" }
    default:
      if new.cells.count != old.cells.count { return "cells stay" }
      if let changed = old.cells.indices.first(where: { !isSame($0) }) {
        return "cell \(changed) keeps its text"
      }
    }
    return knownFault ?? linkFault
  }

  private var lostCell: String? {
    let kept = new.cells.map(SplitLine.letters)
    return old.cells.first { cell in
      !cell.isEmpty && !new.cells.contains(cell) && !kept.contains(SplitLine.letters(cell))
        && !plan.columns.indices.contains { column in
          let terms = terms(cell, column)
          return !terms.isEmpty && new.cells.contains { terms == self.terms($0, column) }
        }
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func isSame(_ cell: Int) -> Bool {
    if SplitLine.letters(old.cells[cell]) == SplitLine.letters(new.cells[cell]) { return true }
    // A cell may belong to another column than the one at its place.
    return plan.columns.indices.contains { column in
      let terms = terms(old.cells[cell], column)
      return !terms.isEmpty && terms == self.terms(new.cells[cell], column)
    }
  }

  private func terms(_ cell: [UInt8], _ column: Int) -> Set<TermID> {
    let text = ContiguousArray(cell)
    return Set(plan.columns[column].reading(text.span, 0..<text.count).terms)
  }

  private func knows(_ cell: [UInt8], _ column: Int) -> Bool {
    let text = ContiguousArray(cell)
    return column < plan.columns.count && plan.columns[column].knows(text.span, 0..<text.count)
  }

  /// No known value leaves the column that knows it.
  private var knownFault: String? {
    guard let sources else { return nil }
    for (index, source) in sources.enumerated() {
      guard let source, source != index else { continue }
      if knows(old.cells[source], source), !knows(new.cells[index], index) {
        return "a known value stays in its column"
      }
    }
    return nil
  }

  /// URLs and code stay; surplus cells repeat them.
  private var linkFault: String? {
    if rule == "extra-cell" {
      return Set(old.urls) == Set(new.urls) ? nil : "URLs stay"
    }
    if old.urls.sorted() != new.urls.sorted() { return "URLs stay" }
    let added = new.tickCount - old.tickCount
    return added == 0 || added == 2 && rule == "nonstandard-value" ? nil : "code stays"
  }
}

/// A row, split byte by byte.
private struct SplitLine {
  private(set) var cells: [[UInt8]] = []
  private(set) var urls: [String] = []
  private(set) var tickCount = 0

  init(_ line: Int, _ table: CatalogTable, _ catalog: Catalog) {
    let text = catalog.withRow(line, in: table) { bytes, row in
      bytes.array(row.contentOffset..<bytes.count)
    }
    var cell: [UInt8] = []
    var isEscaped = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        if index > 0 { cells.append(Self.trimmed(cell)) }
        cell = []
      } else {
        cell.append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\")
    }
    if !cell.allSatisfy(Self.isBlank) { cells.append(Self.trimmed(cell)) }
    tickCount = text.count { $0 == UInt8(ascii: "`") }
    urls = Self.urls(String(decoding: text, as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  /// A cell without comments and spaces at its ends.
  private static func trimmed(_ cell: [UInt8]) -> [UInt8] {
    let text = String(decoding: cell, as: UTF8.self).replacing(/<!--.*?-->/, with: "")
    let bytes = Array(text.utf8.drop(while: isBlank))
    return Array(bytes.reversed().drop(while: isBlank).reversed())
  }

  /// The letters and digits of a text, without what nobody sees.
  static func letters(_ text: [UInt8]) -> [UInt8] {
    let seen = String(decoding: text, as: UTF8.self).lowercased().unicodeScalars.filter { scalar in
      let category = scalar.properties.generalCategory
      return scalar.isASCII
        ? scalar.properties.isAlphabetic || category == .decimalNumber
        : InvisibleCharacter.name(scalar.value) == nil
    }
    return Array(String(String.UnicodeScalarView(seen)).utf8)
  }

  private static func urls(_ text: String) -> [String] {
    // GFM takes no punctuation at its end for a part of a URL.
    text.matches(
      of: /[A-Za-z]+:\/\/[^\x00-\x20|)\]<>]*[^\x00-\x20|)\]<>.,:;!?]|\]\([^\x00-\x20|)]*/
    ).map {
      String($0.output)
    }
  }
}
