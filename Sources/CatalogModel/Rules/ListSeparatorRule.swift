import CatalogSchema
import TableSyntax

/// The items of a list are not separated by a comma and a space.
///
/// `CT/MRI` reads as one value; with a comma and a space both are found. Empty items and missing or
/// doubled spaces are reported, too. A column may have another delimiter. A list is never split in
/// brackets, quotes, code or a URL. A list of links is a hint if nearly all others of its column
/// have another separator. In an open column most lists must be separated as it says.
///
/// Fix: safe in a closed column
/// Bad: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT/MRI | 3D |`
/// Good: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT, MRI | 3D |`
enum ListSeparatorRule {
  static let rule = Rule("list-separator", .warning, .cells(.terms, check), .guess(guess))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard let column = cell.column, !cell.isSwapped, !cell.items.isEmpty, !cell.isOneItem else {
      return
    }
    let requirements = context.plan.columns[column].requirements
    if !requirements.usesDelimiter { return }
    let delimiter = requirements.delimiter
    let pieces = pieces(of: cell)
    let isSpaced = delimiter.first?.isBlank == true || delimiter.last?.isBlank == true
    if isWellSeparated(cell, pieces, delimiter, isSpaced: isSpaced, line) { return }
    sink.report(cell.content) {
      let separator = quoted(String(decoding: delimiter, as: UTF8.self))
      return Explanation(
        message: message(cell, pieces, separator, line),
        fix: RowFix(
          title: pieces.count > 1 ? "Separate the items with \(separator)" : "Remove the separator",
          isSafe: requirements.isClosed,
          edits: edits(context, cell.content, pieces, delimiter, line)),
        severity: requirements.isClosed ? nil : .hint)
    }
  }

  /// Links that are separated in another way than nearly all others of their column.
  @Sendable private static func guess(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard guesses.row.cellCount == guesses.habits.separators.count else { return }
    for (cell, usual) in zip(guesses.row.cells, guesses.habits.separators) {
      guard let usual, let own = LinkSeparator.of(line, cell.value), own != usual else { continue }
      let odd = LinkSeparator.gaps(line, cell.value).filter { LinkSeparator(line, $0) != usual }
      guard let first = odd.first else { continue }
      sink.report(first) {
        let text = quoted(usual.text)
        return Explanation(
          message: "Separate the links with \(text), as in nearly all other rows",
          related: odd.dropFirst().map { ($0, "also here") },
          fix: RowFix(
            title: "Separate the links with \(text)", isSafe: false,
            edits: odd.map { RowEdit(range: $0, replacement: Array(usual.text.utf8)) }))
      }
    }
  }

  private static func message(
    _ cell: CellView, _ pieces: [Range<Int>], _ separator: String, _ line: Span<UInt8>
  ) -> String {
    let list = line.quoted(cell.content)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return "Remove the separator from \(list)"
    }
    let hasEnds =
      isBlank(line, cell.content.lowerBound..<first.lowerBound)
      && isBlank(line, last.upperBound..<cell.content.upperBound)
    return "Separate the items of \(list) with \(separator)" + (hasEnds ? "" : " between them only")
  }

  /// What is between the separators, without empty pieces.
  private static func pieces(of cell: CellView) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    pieces.reserveCapacity(cell.items.count)
    for item in cell.items {
      if let parts = item.pieces {
        pieces += parts.lazy.filter { !$0.isEmpty }
      } else if !item.range.isEmpty {
        pieces.append(item.range)
      }
    }
    return pieces
  }

  private static func isWellSeparated(
    _ cell: CellView, _ pieces: [Range<Int>], _ delimiter: [UInt8], isSpaced: Bool,
    _ line: Span<UInt8>
  ) -> Bool {
    guard let first = pieces.first, let last = pieces.last,
      isBlank(line, cell.content.lowerBound..<first.lowerBound),
      isBlank(line, last.upperBound..<cell.content.upperBound)
    else { return false }
    return zip(pieces, pieces.dropFirst()).allSatisfy { piece, next in
      let gap = piece.upperBound..<next.lowerBound
      // Spaces around a delimiter without spaces are optional.
      return reads(line, isSpaced ? gap : line.withoutBlanks(gap), delimiter)
    }
  }

  /// Whether a range holds only what other rules report.
  private static func isBlank(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.isEmpty || CleanValue(line, range)?.trimmed.isEmpty == true
  }

  /// Whether a range without its invisible characters is a text.
  private static func reads(
    _ line: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    line.extracting(range).equals(text)
      || CleanValue(line, range)?.bytes.elementsEqual(text) == true
  }

  private static func edits(
    _ context: RowContext, _ value: Range<Int>, _ pieces: [Range<Int>], _ delimiter: [UInt8],
    _ line: Span<UInt8>
  ) -> [RowEdit] {
    guard let first = pieces.first, let last = pieces.last else {
      return [context.edit(value, [], line)]
    }
    var edits = [context.edit(value.lowerBound..<first.lowerBound, [], line)]
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      edits.append(context.edit(piece.upperBound..<next.lowerBound, delimiter, line))
    }
    edits.append(context.edit(last.upperBound..<value.upperBound, [], line))
    return edits.filter { !line.extracting($0.range).equals($0.replacement) }
  }
}
