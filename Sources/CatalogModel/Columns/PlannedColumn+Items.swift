import CatalogSchema
import TableSyntax

/// Reads values against the column's vocabulary.
extension PlannedColumn {
  /// The part of a value that holds its terms and is constrained: the text of a name or link that
  /// is the whole value, else the value.
  package func content(_ line: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    guard vocabulary != nil, requirements.isName else { return value }
    return content(line, RowName(line, value: value))
  }

  /// The same of a value whose link is known.
  func content(_ line: Span<UInt8>, _ name: RowName) -> Range<Int> {
    let (value, text) = (name.value, name.text)
    if text.isEmpty || text.lowerBound != value.lowerBound + 1 { return value }
    let isWhole =
      SimpleLink(line, value) != nil
      || InlineLinks(in: line, value).links.first?.range == value
      || Self.isReference(name)
    return isWhole ? text : value
  }

  /// Whether the value is `[text][label]` or `[label]` and nothing else.
  private static func isReference(_ name: RowName) -> Bool {
    guard case .reference(let label) = name.link else { return false }
    return max(label.upperBound, name.text.upperBound) + 1 == name.value.upperBound
  }

  /// The places of a value's items, in bytes of the line: those of a linked value's text; none
  /// without a vocabulary.
  ///
  /// - Complexity: O(value × separators of a label)
  package func itemRanges(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    guard let vocabulary else { return [] }
    return ListValue.items(
      line, content(line, value), separator: requirements.separator, of: vocabulary)
  }

  /// The items of a value; none without a vocabulary.
  ///
  /// - Complexity: O(1) for a cached text, else O(value × labels)
  func items(_ line: Span<UInt8>, _ value: Range<Int>) -> [CellItem] {
    guard vocabulary != nil else { return [] }
    return items(line, content: content(line, value))
  }

  /// The items of a value's content.
  func items(_ line: Span<UInt8>, content: Range<Int>) -> [CellItem] {
    guard let vocabulary, !content.isEmpty else { return [] }
    let fingerprint = Fingerprint.ofBytes(line, content, seed: 0)
    if let known = memo.items(fingerprint) {
      return known.map { $0.moved(by: content.lowerBound) }
    }
    var items = readItems(line, content, vocabulary)
    items.findRepetitions()
    if content.count <= ValueMemo.byteCountMax {
      memo.store(items.map { $0.moved(by: -content.lowerBound) }, fingerprint)
    }
    return items
  }

  private func readItems(
    _ line: Span<UInt8>, _ content: Range<Int>, _ vocabulary: Vocabulary
  ) -> [CellItem] {
    var items: [CellItem] = []
    guard let clean = CleanValue(line, content) else {
      forEachItem(line, content, vocabulary) {
        items.append($0)
        return true
      }
      return items
    }
    forEachItem(clean.bytes.span, clean.trimmed, vocabulary) { found in
      var item = found
      item.range = clean.lineRange(found.range)
      item.pieces = found.pieces?.map(clean.lineRange)
      items.append(item)
      return true
    }
    return items
  }

  /// Calls `body` with each item of a value, until it returns false.
  private func forEachItem(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ body: (CellItem) -> Bool
  ) {
    if value.isEmpty { return }
    let ranges = ListValue.items(line, value, separator: requirements.separator, of: vocabulary)
    for (index, range) in ranges.enumerated() {
      if !body(item(line, range, at: index, vocabulary)) { return }
    }
  }

  /// Bytes of an item beyond which it is not compared with the vocabulary.
  private static let itemByteCountMax = 4_096

  private func item(
    _ line: Span<UInt8>, _ range: Range<Int>, at index: Int, _ vocabulary: Vocabulary
  ) -> CellItem {
    if range.isEmpty || range.count > Self.itemByteCountMax {
      return CellItem(range: range, match: .unknown)
    }
    let known = vocabulary.matchLabel(line, range)
    if known != .unknown { return CellItem(range: range, match: known) }
    if missingValues.contains(line, range) {
      return CellItem(range: range, match: .unknown, isPlaceholder: true)
    }
    if let known = rendered(line, range, vocabulary) { return CellItem(range: range, match: known) }
    if index >= CellItem.comparedCountMax { return CellItem(range: range, match: .unknown) }
    if !requirements.isSingle,
      let pieces = ListValue.pieces(line, range, isFirst: index == 0, in: vocabulary)
    {
      return CellItem(range: range, match: .unknown, pieces: pieces)
    }
    return CellItem(range: range, match: vocabulary.near(line, range))
  }

  /// The term whose preferred label an item with emphasis, escapes or character references renders
  /// as.
  private func rendered(
    _ line: Span<UInt8>, _ range: Range<Int>, _ vocabulary: Vocabulary
  ) -> TermMatch? {
    // Whether a value is code, some columns say.
    if !PlainText.hasMarkup(line.extracting(range)) || range.contains(where: { line[$0] == 0x60 }) {
      return nil
    }
    let plain = ContiguousArray(PlainText.bytes(line, range))
    let match = vocabulary.matchLabel(plain.span, 0..<plain.count)
    if case .preferred = match { return match }
    return nil
  }

  /// The label to write instead of an item that is a term, and how sure that is; nil where the
  /// item is right.
  func standardLabel(
    for item: CellItem, _ line: Span<UInt8>
  ) -> (label: [UInt8], certainty: LabelsInUse.Certainty)? {
    guard let vocabulary, let id = item.match.known else { return nil }
    if let labels {
      return labels.standard(insteadOf: item.label(line, of: id, in: vocabulary), for: id)
    }
    if item.match == .preferred(id) { return nil }
    return (Array(vocabulary[id].cellLabel.utf8), .configured)
  }

  // MARK: Verdicts

  /// Whether the column knows all items of a value without a guess.
  func knows(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    vocabulary.map { verdict(line, value, $0).isKnown } ?? false
  }

  /// Whether the column takes a value (contract: `missing-cell`, “accepts”).
  func accepts(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    if requirements.isKey, requirements.isLinked {
      // A broken link counts as one.
      return RowName(line, value: value).link != .none
    }
    if value.isEmpty || isPlaceholder(line, value) { return true }
    if let constraints = requirements.constraints {
      let text = requirements.isName ? RowName(line, value: value).text : value
      if !constraints.takesType(line, text) { return false }
    }
    return vocabulary.map { verdict(line, value, $0).isAccepted } ?? true
  }

  private func verdict(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary
  ) -> ValueMemo.Verdict {
    let content = content(line, value)
    let fingerprint = Fingerprint.ofBytes(line, content, seed: 0)
    if let known = memo.verdict(fingerprint) { return known }
    let verdict =
      if let clean = CleanValue(line, content) {
        judge(clean.bytes.span, clean.trimmed, vocabulary)
      } else {
        judge(line, content, vocabulary)
      }
    if content.count <= ValueMemo.byteCountMax { memo.store(verdict, fingerprint) }
    return verdict
  }

  /// Reads a value up to the first item that the column does not take: most values that are tried
  /// in another column are texts, and each item of a text takes long.
  private func judge(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary
  ) -> ValueMemo.Verdict {
    var verdict = ValueMemo.Verdict(isAccepted: true, isKnown: !value.isEmpty)
    forEachItem(line, value, vocabulary) { item in
      verdict.isKnown = verdict.isKnown && item.isKnown
      verdict.isAccepted = item.isAccepted || item.range.isEmpty
      return verdict.isAccepted
    }
    return verdict
  }

  /// A value as it reads once every safe fix is applied; nil where the column does not take it.
  func fixed(_ line: Span<UInt8>, _ value: Range<Int>) -> [UInt8]? {
    guard let vocabulary else { return nil }
    var labels: [String] = []
    for item in items(line, value) where item.isCounted {
      guard item.isAccepted else { return nil }
      for term in item.terms(line, of: vocabulary)
      where !labels.contains(vocabulary[term].cellLabel) {
        labels.append(vocabulary[term].cellLabel)
      }
    }
    return Array(labels.map { Array($0.utf8) }.joined(separator: requirements.delimiter))
  }
}

extension CellItem {
  /// A term as the item has it; one that renders as preferred has the preferred label.
  func label(_ line: Span<UInt8>, of term: TermID, in vocabulary: Vocabulary) -> [UInt8] {
    match == .preferred(term)
      ? Array(vocabulary[term].cellLabel.utf8) : CleanValue.text(line, range)
  }

  /// The term that the item is or means, or the terms that it consists of.
  func terms(_ line: Span<UInt8>, of vocabulary: Vocabulary) -> [TermID] {
    match.meant.map { [$0] }
      ?? (pieces ?? []).compactMap { vocabulary.matchLabel(line, $0).known }
  }
}
