import CatalogModel
import CatalogSchema
import TableSyntax

/// Where a term goes: what is replaced, and what must stand around it so that no value is lost and
/// the list is well parted.
struct TermTarget {
  /// What is replaced, in bytes of the line; holds the cursor.
  let range: Range<Int>
  /// What was typed of the term.
  let typed: Range<Int>
  /// The item that the term takes the place of; empty where it begins one.
  let replaced: Range<Int>
  /// A value behind the cursor that stays; empty where there is none.
  let kept: Range<Int>
  /// What stands before the term.
  let prefix: String
  /// What stands behind the term.
  let suffix: String

  /// The target at a cursor in a list cell; nil in a comment.
  init?(_ bytes: Span<UInt8>, _ place: CellPlace, _ row: Row, _ vocabulary: Vocabulary) {
    guard let column = place.planned.column,
      let piece = Self.piece(bytes, place, row, column.separator, vocabulary)
    else { return nil }
    let cursor = place.cursorInCell
    let start = min(cursor, bytes.skip(while: \.isBlank, from: piece.lowerBound))
    let text = bytes.withoutBlanks(start..<piece.upperBound)
    let item = start..<(text.isEmpty ? start : text.upperBound)
    let rest = bytes.withoutBlanks(cursor..<max(cursor, item.upperBound))
    typed = start..<cursor
    kept = Self.isKept(rest, of: item, typed, bytes, vocabulary) ? rest : cursor..<cursor
    replaced = kept.isEmpty ? item : typed
    range = start..<max(kept.isEmpty ? item.upperBound : cursor, place.cursor)
    prefix = typed.isEmpty ? Self.prefix(before: start, place, bytes, column) : ""
    suffix =
      kept.isEmpty
      ? Self.closing(item, place, bytes) : Self.separator(column, before: cursor, bytes)
  }

  /// What stands between the separators around the cursor, or a label there that holds some.
  private static func piece(
    _ bytes: Span<UInt8>, _ place: CellPlace, _ row: Row, _ separator: [UInt8],
    _ vocabulary: Vocabulary
  ) -> Range<Int>? {
    let cursor = place.cursorInCell
    let value = place.cell.lowerBound..<max(place.cell.lowerBound, place.value.upperBound)
    let part = ListValue.part(bytes, value, around: cursor, separator: separator)
    let isInComment = row.comments.contains {
      part.lowerBound < $0.upperBound && $0.lowerBound < cursor
    }
    if isInComment { return nil }
    let items = ListValue.items(bytes, place.value, separator: separator, of: vocabulary)
    return items.first {
      $0.lowerBound <= cursor && cursor <= $0.upperBound
        && ($0.lowerBound < part.lowerBound || $0.upperBound > part.upperBound)
    } ?? part
  }

  /// Whether what stands behind the cursor is a value of its own.
  private static func isKept(
    _ rest: Range<Int>, of item: Range<Int>, _ typed: Range<Int>, _ bytes: Span<UInt8>,
    _ vocabulary: Vocabulary
  ) -> Bool {
    if rest.isEmpty || typed.isEmpty { return !rest.isEmpty }
    return vocabulary.matchLabel(bytes, rest).known != nil
      && vocabulary.matchLabel(bytes, item).known == nil
  }

  /// A blank where a new term would touch a pipe or a delimiter.
  private static func prefix(
    before start: Int, _ place: CellPlace, _ bytes: Span<UInt8>, _ column: Column
  ) -> String {
    guard start > 0 else { return "" }
    if start == place.cell.lowerBound { return bytes[start - 1] == UInt8(ascii: "|") ? " " : "" }
    return column.delimiter.hasSuffix(" ") && !bytes[start - 1].isBlank ? " " : ""
  }

  /// What parts the term from the value behind it.
  private static func separator(
    _ column: Column, before rest: Int, _ bytes: Span<UInt8>
  ) -> String {
    var delimiter = column.delimiter
    if rest < bytes.count, bytes[rest].isBlank {
      while delimiter.hasSuffix(" ") { delimiter.removeLast() }
    }
    return delimiter
  }

  /// What stands between item and cursor: blanks, the pipe of a whole row; before a pipe that
  /// a new value would touch, a blank.
  private static func closing(
    _ item: Range<Int>, _ place: CellPlace, _ bytes: Span<UInt8>
  ) -> String {
    if place.cursor > item.upperBound { return bytes.string(item.upperBound..<place.cursor) }
    let isBeforePipe =
      item.upperBound < bytes.count && bytes[item.upperBound] == UInt8(ascii: "|")
    return item.isEmpty && isBeforePipe ? " " : ""
  }
}
