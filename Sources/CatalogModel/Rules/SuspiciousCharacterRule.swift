import CatalogSchema
import TableSyntax

/// A no-break space, zero-width or control character in a value, or `\\|`.
///
/// Nobody sees them, and yet two values that look the same are not. `\\|` is read as a pipe by some
/// renderers and as a border by others.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation&#x200B; | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum SuspiciousCharacterRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.row.cells where !cell.marks.isDisjoint(with: [.unusual, .bracket]) {
      let value = cell.value
      let findings = SuspiciousCharacters.find(line, value)
      for (index, finding) in findings.enumerated() {
        sink.report(.suspiciousCharacter, finding.range) {
          var finding = finding
          // The last of a value that holds nothing else leaves an empty cell.
          if index == findings.count - 1, CleanValue.text(line, value).isEmpty,
            let replacement = finding.replacement
          {
            finding.replacement = reading.row.closed(value, replacement, line)
          }
          return explain(finding)
        }
      }
    }
  }

  private static func explain(_ finding: SuspiciousCharacters.Finding) -> Explanation {
    guard let replacement = finding.replacement else {
      return Explanation(message: "“\(finding.name)” is read differently by renderers")
    }
    let title =
      replacement.first == 0x20 ? "Put a space in its place" : "Remove the \(finding.name)"
    let article = "aeiou".contains(finding.name.prefix(1)) ? "an" : "a"
    return Explanation(
      message: "Suspicious character: \(article) \(finding.name)",
      fix: RowFix(title: title, edits: [RowEdit(range: finding.range, replacement: replacement)]))
  }
}
