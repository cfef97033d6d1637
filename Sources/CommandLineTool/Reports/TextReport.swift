import CatalogSchema
import LineStore

/// What a good compiler prints: the place, the message, the source line and a caret.
struct TextReport: Report {
  private let out: BufferedOutput
  private let hasSummary: Bool
  private var file = ""

  init(_ out: BufferedOutput, hasSummary: Bool) {
    self.out = out
    self.hasSummary = hasSummary
  }

  mutating func begin(file: String) { self.file = TerminalText.shown(file) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    let color = Self.color(problem.severity)
    let place = "\(file):\(problem.place.line):\(problem.place.column):"
    out.write(paint(place, "1") + " " + paint("\(problem.severity.name):", color))
    out.write(" \(TerminalText.shown(problem.message)) [\(problem.rule.rawValue)]\n")
    addSource(problem, text)
    for related in problem.related {
      out.write("    \(file):\(related.place.line):\(related.place.column): ")
      out.write(TerminalText.shown(related.message) + "\n")
    }
  }

  /// The part of the line around the place, with a caret under it.
  private func addSource(_ problem: ReportedProblem, _ text: LineText) {
    let range = problem.range
    let window = text.withLine(range.lowerBound.line) { bytes, _ in
      let isOneLine = range.lowerBound.line == range.upperBound.line
      let end = isOneLine ? range.upperBound.byteColumn : bytes.count
      return bytes.isEmpty ? nil : SourceWindow(bytes, range.lowerBound.byteColumn, end)
    }
    guard let window else { return }
    let number = String(problem.place.line)
    let margin = String(repeating: " ", count: number.count)
    out.write(paint(" \(number) | ", "2") + window.text + "\n")
    let carets = String(repeating: "^", count: window.caretCount)
    out.write(paint(" \(margin) | ", "2") + String(repeating: " ", count: window.caretColumn))
    out.write(paint(carets, Self.color(problem.severity)) + "\n")
  }

  mutating func end() {}

  mutating func addUnreadable(_ name: String, reason: String) {}

  mutating func finish(_ tally: Tally) {
    if hasSummary { out.write(Self.summary(tally)) }
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

extension TextReport {
  /// The counts at the end: what was mended, what is left, what could not be read.
  static func summary(_ tally: Tally) -> String {
    var text = ""
    if tally.mendedCount > 0 {
      text += "Mended \(counted(tally.mendedCount, "problem")) in "
      text += counted(tally.mendedFileCount, "file") + ".\n"
    }
    if tally.problemCount > 0 {
      text += problems(tally)
    } else if tally.fileCount > 0 {
      let new = tally.leftOut.isEmpty ? "" : "new "
      text += "No \(new)problems in \(counted(tally.fileCount, "file")).\n"
    }
    text += leftOut(tally)
    if tally.unreadableCount > 0, tally.fileCount > 0 {
      text += counted(tally.unreadableCount, "file") + " could not be read.\n"
    }
    return text
  }

  /// What was found and is not reported, and what the baseline need not hold any more.
  static func leftOut(_ tally: Tally) -> String {
    let leftOut = tally.leftOut
    var text = ""
    if leftOut.baseline > 0 {
      text += "Left out: \(counted(leftOut.baseline, "problem")) of the baseline.\n"
    }
    if leftOut.unchanged > 0 {
      text += "Left out: \(counted(leftOut.unchanged, "problem")) on unchanged lines.\n"
    }
    if tally.goneCount > 0 {
      text += "Gone: \(counted(tally.goneCount, "problem")) of the baseline; "
      text += "--write-baseline takes \(tally.goneCount == 1 ? "it" : "them") out.\n"
    }
    return text
  }

  private static func problems(_ tally: Tally) -> String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let number = tally.count(of: severity)
      if number == 0 { return nil }
      return severity == .information ? "\(number) information" : counted(number, severity.name)
    }
    let place = counts.joined(separator: ", ") + " in \(counted(tally.fileCount, "file"))"
    let fixable = tally.fixableCount
    return place + (fixable == 0 ? ".\n" : "; \(fixable) can be mended with --fix.\n")
  }
}
