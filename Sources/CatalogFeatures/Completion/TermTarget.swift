import CatalogModel
import CatalogSchema
import TableSyntax

/// Where a term goes: what it replaces, and the text around it that keeps other values and
/// separates them from it.
struct TermTarget {
  /// What is replaced, in bytes of the line; contains the cursor.
  let range: Range<Int>
  /// What was typed of the term.
  let typed: Range<Int>
  /// The item that the term replaces; empty for a new item.
  let replaced: Range<Int>
  /// A value after the cursor that is kept; may be empty.
  let kept: Range<Int>
  /// The text to insert before the term.
  let prefix: String
  /// The text to insert after the term.
  let suffix: String

  /// The target at a cursor in a list cell; nil in a comment and in a link's destination.
  init?(_ bytes: Span<UInt8>, _ place: CellPlace, _ row: Row, _ vocabulary: Vocabulary) {
    guard let column = place.planned.column, let whole = place.termRange(bytes),
      let piece = Self.piece(bytes, place, row, column.separator, in: whole)
    else { return nil }
    let cursor = place.cursor
    let start = min(cursor, bytes.skip(while: \.isBlank, from: piece.lowerBound))
    let text = bytes.withoutBlanks(start..<piece.upperBound)
    let item = start..<(text.isEmpty ? start : text.upperBound)
    let rest = bytes.withoutBlanks(cursor..<max(cursor, item.upperBound))
    typed = start..<cursor
    kept = Self.isKept(rest, of: item, typed, bytes, vocabulary) ? rest : cursor..<cursor
    replaced = kept.isEmpty ? item : typed
    range = start..<max(kept.isEmpty ? item.upperBound : cursor, place.cursor)
    prefix = typed.isEmpty ? Self.prefix(before: start, whole, bytes, column) : ""
    suffix =
      kept.isEmpty
      ? Self.closing(item, place, bytes) : Self.separator(column, before: cursor, bytes)
  }

  /// The text between the separators around the cursor, or a label there that contains separators.
  private static func piece(
    _ bytes: Span<UInt8>, _ place: CellPlace, _ row: Row, _ separator: [UInt8],
    in whole: Range<Int>
  ) -> Range<Int>? {
    let cursor = place.cursor
    let part = ListValue.part(bytes, whole, around: cursor, separator: separator)
    let isInComment = row.comments.contains {
      part.lowerBound < $0.upperBound && $0.lowerBound < cursor
    }
    if isInComment { return nil }
    return place.planned.itemRanges(bytes, place.value).first {
      $0.touches(cursor) && $0.clamped(to: whole) == $0
        && ($0.lowerBound < part.lowerBound || $0.upperBound > part.upperBound)
    } ?? part
  }

  /// Whether the text after the cursor is a value of its own.
  private static func isKept(
    _ rest: Range<Int>, of item: Range<Int>, _ typed: Range<Int>, _ bytes: Span<UInt8>,
    _ vocabulary: Vocabulary
  ) -> Bool {
    if rest.isEmpty || typed.isEmpty { return !rest.isEmpty }
    return vocabulary.matchLabel(bytes, rest).known != nil
      && vocabulary.matchLabel(bytes, item).known == nil
  }

  /// A space where a new term would touch a pipe or a delimiter.
  private static func prefix(
    before start: Int, _ whole: Range<Int>, _ bytes: Span<UInt8>, _ column: Column
  ) -> String {
    guard start > 0 else { return "" }
    if start == whole.lowerBound { return bytes[start - 1] == UInt8(ascii: "|") ? " " : "" }
    return column.delimiter.hasSuffix(" ") && !bytes[start - 1].isBlank ? " " : ""
  }

  /// The delimiter between the term and the value after it.
  private static func separator(
    _ column: Column, before rest: Int, _ bytes: Span<UInt8>
  ) -> String {
    var delimiter = column.delimiter
    if rest < bytes.count, bytes[rest].isBlank {
      while delimiter.hasSuffix(" ") { delimiter.removeLast() }
    }
    return delimiter
  }

  /// The spaces between item and cursor; a space before a pipe that a new value would touch.
  private static func closing(
    _ item: Range<Int>, _ place: CellPlace, _ bytes: Span<UInt8>
  ) -> String {
    if place.cursor > item.upperBound { return bytes.string(item.upperBound..<place.cursor) }
    let isBeforePipe =
      item.upperBound < bytes.count && bytes[item.upperBound] == UInt8(ascii: "|")
    return item.isEmpty && isBeforePipe ? " " : ""
  }
}
