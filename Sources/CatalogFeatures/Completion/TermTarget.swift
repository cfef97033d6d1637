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
  /// The whole item that the cursor is in; empty where it begins one.
  let item: Range<Int>
  /// What stands before the term.
  let prefix: String
  /// What stands behind the term.
  let suffix: String

  /// The target at a cursor in a list cell; nil in a comment.
  init?(_ bytes: Span<UInt8>, _ place: CellPlace, _ row: Row, _ vocabulary: Vocabulary) {
    guard let column = place.planned.column else { return nil }
    let delimiter = column.delimiterByte
    let cursor = place.cursorInCell
    var start = cursor
    while start > place.cell.lowerBound, bytes[start - 1] != delimiter { start -= 1 }
    guard !row.comments.contains(where: { start < $0.upperBound && $0.lowerBound < cursor }) else {
      return nil
    }
    while start < cursor, bytes[start].isBlank { start += 1 }
    var end = cursor
    while end < place.value.upperBound, bytes[end] != delimiter { end += 1 }
    item = start..<max(cursor, bytes.withoutBlanks(start..<end).upperBound)
    typed = start..<cursor
    let rest = bytes.withoutBlanks(cursor..<end)
    let isPlain = Self.keeps(rest, behind: typed, of: item, bytes, vocabulary)
    range =
      isPlain
      ? typed.lowerBound..<place.cursor : typed.lowerBound..<max(item.upperBound, place.cursor)
    prefix = Self.prefix(before: start, typed, place, bytes, column)
    suffix =
      isPlain && !rest.isEmpty
      ? Self.separator(column, before: cursor, bytes) : Self.closing(item, place, bytes)
  }

  /// Whether what stands behind the cursor is a value of its own.
  private static func keeps(
    _ rest: Range<Int>, behind typed: Range<Int>, of item: Range<Int>, _ bytes: Span<UInt8>,
    _ vocabulary: Vocabulary
  ) -> Bool {
    if rest.isEmpty || typed.isEmpty { return true }
    return vocabulary.matchLabel(bytes, rest).known != nil
      && vocabulary.matchLabel(bytes, item).known == nil
  }

  /// A blank where the term would touch a pipe or a delimiter.
  private static func prefix(
    before start: Int, _ typed: Range<Int>, _ place: CellPlace, _ bytes: Span<UInt8>,
    _ column: Column
  ) -> String {
    guard typed.isEmpty, start > 0 else { return "" }
    let isFirst = start == place.cell.lowerBound
    let touches = isFirst ? bytes[start - 1] == UInt8(ascii: "|") : !bytes[start - 1].isBlank
    return touches && (isFirst || column.delimiter.hasSuffix(" ")) ? " " : ""
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

  /// What stands between the item and a cursor behind the row's last pipe, or a blank before a pipe
  /// that a new value would touch.
  private static func closing(
    _ item: Range<Int>, _ place: CellPlace, _ bytes: Span<UInt8>
  ) -> String {
    if place.cursor > item.upperBound, place.cursor > place.cell.upperBound {
      return bytes.string(item.upperBound..<place.cursor)
    }
    let isBeforePipe =
      item.upperBound < bytes.count && bytes[item.upperBound] == UInt8(ascii: "|")
    return item.isEmpty && isBeforePipe ? " " : ""
  }
}
