import CatalogSchema
import LineStore

/// Markers of a merge conflict in a table or next to it.
///
/// Renderers read the markers as rows or end the table there, so nothing that is said of such a
/// table is certain. Reported once for each conflict; the table is not checked further, and nothing
/// changes it.
///
/// Fix: none
/// Bad: `<<<<<<< HEAD` between two rows
/// Good: one side of the conflict, without the markers
package enum ConflictMarkerRule {
  package static let rule = Rule(
    "conflict-marker", .error,
    .line(
      LineCheck(
        mayFind: { $1.metadata[$0].counts.conflictMarkers > 0 },
        mayReport: \.isConflictMarker,
        problems: { line, catalog, _ in problems(line, catalog) })))

  private static func problems(_ line: Int, _ catalog: Catalog) -> [Problem] {
    guard let lines = catalog.mergeConflicts.conflict(from: line) else { return [] }
    let last = lines.upperBound - 1
    return [
      rule.problem(
        wholeLine(line, catalog), "Merge conflict: choose a side and remove the markers",
        related: last == line
          ? []
          : [RelatedPlace(range: wholeLine(last, catalog), message: "the conflict’s last marker")])
    ]
  }

  private static func wholeLine(_ line: Int, _ catalog: Catalog) -> Range<TextPosition> {
    catalog.text.withLine(line) { bytes, _ in
      TextPosition.range(line, bytes.withoutBlanks(0..<bytes.count))
    }
  }
}
