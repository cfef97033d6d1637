import CatalogSchema

/// A name without its link.
///
/// The link is how readers get to what the row describes, and how two rows for the same thing are
/// told apart.
///
/// Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
/// Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
enum MissingLinkRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.value.isEmpty {
      guard reading.plan.columns[cell.column].column?.isLinked == true else { continue }
      let name = RowName(line, value: cell.value)
      if name.destination != nil || name.hasOtherLink { continue }
      if !InvalidLinkRule.strays(line, cell.value).isEmpty { continue }
      sink.report(.missingLink, cell.value) {
        Explanation(message: "“\(line.string(cell.value))” has no link")
      }
    }
  }
}
