import TableSyntax

/// Keeps spreadsheets from running a cell as a formula, reversibly.
///
/// A formula gets a leading apostrophe, and so does a formula that already has leading apostrophes,
/// so removing one apostrophe restores the text. Numbers and runs of dashes are no formulas.
package enum FormulaGuard {
  /// The first byte of a guarded text.
  package static let mark = UInt8(ascii: "'")

  /// Whether a text must be guarded when written.
  package static func isNeeded(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    var start = text.lowerBound
    while start < text.upperBound, line[start] == mark { start += 1 }
    return isFormula(line, start..<text.upperBound)
  }

  /// A text as read, without its guard if it has one.
  package static func withoutGuard(_ line: Span<UInt8>, _ text: Range<Int>) -> Range<Int> {
    guard let first = text.first, line[first] == mark, isNeeded(line, text) else { return text }
    return first + 1..<text.upperBound
  }

  /// Whether a spreadsheet would run a text (OWASP *CSV Injection*): it begins with `=`, `+`, `-`,
  /// `@`, one of their full-width forms, a tab or a line ending.
  private static func isFormula(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let first = text.first else { return false }
    switch line[first] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(line, text) && !isDashes(line, text)
    case 0xEF: return isFullWidth(line, text)
    default: return false
    }
  }

  /// U+FF1D, U+FF0B, U+FF0D or U+FF20.
  private static func isFullWidth(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard text.count >= 3, line[text.lowerBound + 1] == 0xBC else { return false }
    return [0x9D, 0x8B, 0x8D, 0xA0].contains(line[text.lowerBound + 2])
  }

  private static func isDashes(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    text.allSatisfy { line[$0] == UInt8(ascii: "-") }
  }

  /// A sign and digits, optionally a fraction and an exponent.
  private static func isNumber(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    let end = text.upperBound
    func digits(from start: Int) -> Int {
      min(end, line.skip(while: \.isDigit, from: start))
    }
    var index = digits(from: text.lowerBound + 1)
    if index == text.lowerBound + 1 { return false }
    if index < end, line[index] == UInt8(ascii: ".") { index = digits(from: index + 1) }
    if index < end, line[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, line[index] == UInt8(ascii: "+") || line[index] == UInt8(ascii: "-") {
        index += 1
      }
      let exponent = digits(from: index)
      if exponent == index { return false }
      index = exponent
    }
    return index == end
  }
}
