import CatalogSchema
import TableSyntax

/// A no-break space, zero-width or control character in a value, or `\\|`.
///
/// Nobody sees them, and yet two values that look the same are different. Some renderers read `\\|`
/// as a pipe, others as the end of the cell.
///
/// Fix: safe
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation&#x200B; | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum SuspiciousCharacterRule {
  static let rule = Rule("suspicious-character", .warning, .cells([.unusual, .bracket], check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    // A simple link holds no backslash.
    if cell.simpleLink != nil, !cell.traits.contains(.unusual) { return }
    let found = SuspiciousCharacters.find(line, cell.value)
    for (index, character) in found.enumerated() {
      sink.report(character.range) {
        var character = character
        // Without the last one the cell may be empty.
        if index == found.count - 1, CleanValue.text(line, cell.value).isEmpty,
          let replacement = character.replacement
        {
          character.replacement = context.row.closed(cell.value, replacement, line)
        }
        return explain(character)
      }
    }
  }

  private static func explain(_ character: SuspiciousCharacters.Occurrence) -> Explanation {
    guard let replacement = character.replacement else {
      return Explanation(message: "Renderers read “\(character.name)” differently: use “\\|”")
    }
    let title =
      replacement.first == 0x20
      ? "Replace the \(character.name) with a space" : "Remove the \(character.name)"
    return Explanation(
      message: "Suspicious character: \(character.name)",
      fix: RowFix(title: title, edits: [RowEdit(range: character.range, replacement: replacement)]))
  }
}
