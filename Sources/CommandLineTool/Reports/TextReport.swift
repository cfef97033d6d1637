import CatalogSchema
import LineStore
import System

extension ReportFormat {
  /// Text for people.
  static let text = ReportFormat(name: "text", isForPrograms: false) { out, hasSummary in
    TextReport(out: out, hasSummary: hasSummary)
  }
}

/// Problems as compilers print them: place, message, source line and caret.
private struct TextReport: Report {
  let out: BufferedOutput
  let hasSummary: Bool
  var file = ""

  mutating func begin(file: String) { self.file = TerminalText.shown(file) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    let color = Self.color(problem.severity)
    out.write(
      paint("\(file):\(problem.place.start):", "1") + " "
        + paint("\(problem.severity.name):", color))
    out.write(" \(TerminalText.shown(problem.message)) [\(problem.rule.rawValue)]\n")
    addSource(problem, text)
    for related in problem.related {
      out.write("    \(file):\(related.place.start): \(TerminalText.shown(related.message))\n")
    }
  }

  /// Writes the line around the place with carets under it.
  private func addSource(_ problem: ReportedProblem, _ text: LineText) {
    let range = problem.range
    let window = text.withLine(range.lowerBound.line) { bytes, _ in
      let isOneLine = range.lowerBound.line == range.upperBound.line
      let end = isOneLine ? range.upperBound.byteColumn : bytes.count
      return bytes.isEmpty ? nil : SourceWindow(bytes, range.lowerBound.byteColumn, end)
    }
    guard let window else { return }
    let number = String(problem.place.line)
    let margin = Self.line(of: " ", number.utf8.count)
    out.write(paint(" \(number) | ", "2") + window.text + "\n")
    let carets = Self.line(of: "^", window.caretCount)
    out.write(paint(" \(margin) | ", "2") + Self.line(of: " ", window.caretColumn))
    out.write(paint(carets, Self.color(problem.severity)) + "\n")
  }

  /// An ASCII character some times; `String(repeating:count:)` appends one after another.
  private static func line(of character: Unicode.Scalar, _ count: Int) -> String {
    let byte = UInt8(truncatingIfNeeded: character.value)
    return String(decoding: repeatElement(byte, count: count), as: UTF8.self)
  }

  mutating func finish(_ tally: Tally) {
    if hasSummary { out.write(Summary.text(tally)) }
  }

  private static func color(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .information: "1;34"
    case .hint: "1;36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    out.usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
