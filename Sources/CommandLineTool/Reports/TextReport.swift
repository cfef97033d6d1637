import CatalogSchema
import TableSyntax

/// What a good compiler prints: the place, the message, the source line and a caret.
struct TextReport {
  /// Display columns of a source line that are shown, at most.
  static let shownColumnsMax = 100

  let usesColor: Bool
  private(set) var text = ""

  init(usesColor: Bool) { self.usesColor = usesColor }

  mutating func add(_ problem: ReportedProblem) {
    let place = "\(problem.file):\(problem.line):\(problem.column):"
    text += paint(place, "1") + " " + paint("\(problem.severity.name):", color(problem.severity))
    text += " \(problem.message) [\(problem.rule.rawValue)]\n"
    addSource(problem)
    for related in problem.related {
      text += "    \(problem.file):\(related.line):\(related.column): \(related.message)\n"
    }
  }

  /// The counts at the end.
  mutating func addSummary(_ problems: [ReportedProblem], fileCount: Int) {
    if problems.isEmpty {
      text += "No problems in \(count(fileCount, "file")).\n"
      return
    }
    let counts = Severity.allCases.compactMap { severity -> String? in
      let number = problems.count { $0.severity == severity }
      if number == 0 { return nil }
      return severity == .information ? "\(number) information" : count(number, severity.name)
    }
    let fixable = problems.count(where: \.isFixable)
    text += counts.joined(separator: ", ") + " in \(count(fileCount, "file"))"
    text += fixable == 0 ? ".\n" : "; \(fixable) can be mended with --fix.\n"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The part of the line around the place, with a caret under it.
  private mutating func addSource(_ problem: ReportedProblem) {
    guard !problem.sourceLine.isEmpty else { return }
    let window = SourceWindow(problem.sourceLine, problem.byteColumns, Self.shownColumnsMax)
    let number = String(problem.line)
    let margin = String(repeating: " ", count: number.count)
    text += paint(" \(number) | ", "2") + window.text + "\n"
    let carets = String(repeating: "^", count: window.caretCount)
    text += paint(" \(margin) | ", "2") + String(repeating: " ", count: window.caretColumn)
    text += paint(carets, color(problem.severity)) + "\n"
  }

  private func color(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .information: "1;34"
    case .hint: "1;36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A long line cut down to what surrounds a place.
private struct SourceWindow {
  private(set) var text = ""
  /// Display columns before the caret.
  private(set) var caretColumn = 0
  private(set) var caretCount = 1

  init(_ line: [UInt8], _ place: Range<Int>, _ columnsMax: Int) {
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    let start = Self.scalarIndex(line, place.lowerBound)
    let end = Self.scalarIndex(line, place.upperBound)
    let shownEnd = min(scalars.count, max(end, min(start + columnsMax, scalars.count)))
    let from = shownEnd - start >= columnsMax ? max(0, start - 20) : max(0, shownEnd - columnsMax)
    let first = min(from, max(0, start - 20))
    let last = min(scalars.count, first + columnsMax)
    let lead = first > 0 ? "…" : ""
    text = lead + Self.shown(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    caretColumn = Self.width(lead + Self.shown(scalars[first..<min(max(start, first), last)]))
    let marked = scalars[min(start, last)..<min(max(start, end), last)]
    caretCount = max(1, Self.width(Self.shown(marked)))
  }

  private static func scalarIndex(_ line: [UInt8], _ byte: Int) -> Int {
    line.prefix(byte).count { $0 & 0xC0 != 0x80 }
  }

  /// Control characters, tabs among them, as a space.
  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    for scalar in scalars { text.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar) }
    return text
  }

  private static func width(_ text: String) -> Int {
    let bytes = ContiguousArray(text.utf8)
    return DisplayWidth.of(bytes.span)
  }
}
