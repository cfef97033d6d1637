import CatalogSchema

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
    for value in reading.row.values {
      for finding in SuspiciousCharacters.find(line, value) {
        sink.report(.suspiciousCharacter, finding.range) { explain(finding) }
      }
    }
  }

  private static func explain(_ finding: SuspiciousCharacters.Finding) -> Explanation {
    guard let replacement = finding.replacement else {
      return Explanation(message: "“\(finding.name)” is read differently by renderers")
    }
    let title = replacement.isEmpty ? "Remove the \(finding.name)" : "Put a space in its place"
    return Explanation(
      message: "Suspicious character: a \(finding.name)",
      fix: RowFix(title: title, edits: [RowEdit(range: finding.range, replacement: replacement)]))
  }
}
