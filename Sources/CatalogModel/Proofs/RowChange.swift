import CatalogSchema
import TableSyntax

/// A row before and after a fix.
struct RowChange {
  let fix: RowFix
  let cells: FixedCells
  let before: RowView
  let after: RowView
  let plan: TablePlan

  // MARK: Values

  /// Whether changed cells keep their links, code spans, terms and text, and moved values stay
  /// where they are known.
  func keepsValues(_ line: Span<UInt8>, _ fixed: Span<UInt8>) -> Bool {
    cells.changed.allSatisfy {
      Self.keepsValue(fix, before.cells[$0], line, after.cells[$0], fixed, plan)
    }
      && cells.sources.enumerated().allSatisfy { index, source in
        guard let source, source != index, plan.columns.indices.contains(source) else {
          return true
        }
        let isKnown = plan.columns[source].knows(line, before.row.cells[source].value)
        guard isKnown else { return true }
        return plan.columns.indices.contains(index)
          && plan.columns[index].knows(fixed, after.row.cells[index].value)
      }
  }

  /// Whether a changed cell keeps its links, code spans, terms and text.
  static func keepsValue(
    _ fix: RowFix, _ old: CellView, _ line: Span<UInt8>, _ new: CellView, _ fixed: Span<UInt8>,
    _ plan: TablePlan
  ) -> Bool {
    guard InlineShape.isEqual(line, old.value, fixed, new.value, besides: fix.replacements) else {
      return false
    }
    guard let column = new.column, old.column == column,
      let vocabulary = plan.columns[column].vocabulary
    else { return line.letters(old.value) == fixed.letters(new.value) }
    return ItemText(old, line, vocabulary) == ItemText(new, fixed, vocabulary)
  }

  // MARK: Keys

  /// Whether the row has the same name, link and values of unique columns, as far as they did not
  /// move: another row may have the new ones.
  func keepsKeys(_ line: Span<UInt8>, _ fixed: Span<UInt8>) -> Bool {
    keepsName(line, fixed) && plan.uniqueColumns.allSatisfy { keepsUnique($0, line, fixed) }
  }

  private func keepsName(_ line: Span<UInt8>, _ fixed: Span<UInt8>) -> Bool {
    guard let new = after.nameCell else { return before.nameCell == nil }
    if cells.sources[new.index] != new.index { return true }
    guard let old = before.nameCell, old.index == new.index else { return false }
    if !cells.changed.contains(new.index) { return true }
    return key(old, line) == key(new, fixed) && old.name?.linkKey(line) == new.name?.linkKey(fixed)
  }

  /// What rows are compared and sorted by.
  private func key(_ cell: CellView, _ line: Span<UInt8>) -> [UInt64] {
    guard let text = cell.name?.text else { return [] }
    var name = SortName()
    name.read(line, text)
    let order = Fingerprint.ofBytes(name.bytes.span, 0..<name.bytes.count, seed: 0)
    return [Fingerprint.ofName(name), order]
  }

  /// Whether values that no two rows may share are the same; only rows with one cell per column are
  /// compared.
  private func keepsUnique(
    _ columns: [Int], _ line: Span<UInt8>, _ fixed: Span<UInt8>
  ) -> Bool {
    let (old, new) = (before.row.cells, after.row.cells)
    guard new.count == plan.columns.count, columns.allSatisfy({ !new[$0].value.isEmpty }) else {
      return true
    }
    return old.count == new.count
      && columns.allSatisfy { line.array(old[$0].value) == fixed.array(new[$0].value) }
  }

  // MARK: Problems

  /// Number of problems of each rule in the fixed row; those of moved values in their own columns
  /// and of inserted empty cells do not count.
  func tally(_ fixed: Span<UInt8>, _ rules: RuleRegistry) -> ContiguousArray<Int> {
    var sink = ProblemSink.tallying()
    rules.rowRules.checkRow(after, fixed, &sink)
    for (index, source) in cells.sources.enumerated() where source == index {
      rules.rowRules.check(after.cells[index], after.context, fixed, &sink)
    }
    return sink.tally
  }
}

/// The terms and other texts of a vocabulary column's cell, each once.
private struct ItemText: Equatable {
  private var terms: [TermID] = []
  private var others: [[UInt8]] = []

  init(_ cell: CellView, _ line: Span<UInt8>, _ vocabulary: Vocabulary) {
    for item in cell.items where item.isCounted {
      let own = item.terms(line, of: vocabulary)
      if own.isEmpty { others.append(CleanValue.text(line, item.range)) }
      for term in own where !terms.contains(term) { terms.append(term) }
    }
  }
}

extension RowFix {
  /// The places of the edits' replacements in the fixed line.
  fileprivate var replacements: [Range<Int>] {
    var offset = 0
    return edits.map { edit in
      let start = edit.range.lowerBound + offset
      offset += edit.replacement.count - edit.range.count
      return start..<start + edit.replacement.count
    }
  }
}

extension Span where Element == UInt8 {
  /// The letters and digits of a value, in small letters, and all that is beyond ASCII and seen.
  fileprivate func letters(_ range: Range<Int>) -> [UInt8] {
    CleanValue.text(self, range).filter { $0 >= 0x80 || $0.isLetter || $0.isDigit }
      .map(\.lowercasedASCII)
  }
}
