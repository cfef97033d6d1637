import CatalogSchema
import LineStore

/// A name without its link.
///
/// The link is how readers get to what the row describes, and how two rows for the same thing can
/// be distinguished. A reference such as `[ACDC][1]` is a link where its label is defined.
///
/// Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
/// Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
enum MissingLinkRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.value.isEmpty && !cell.isTraded {
      guard reading.plan.columns[cell.column].demands.isLinked else { continue }
      // Of a stray bracket `invalid-link` speaks; whether a key's label is defined is looked at
      // later, and another column's reference counts as one that is.
      guard case .none = RowName(line, value: cell.value).link else { continue }
      sink.report(.missingLink, cell.value) {
        Explanation(message: "\(line.quoted(cell.value)) has no link")
      }
    }
  }

  /// The problem of a row whose name refers to a label that nothing defines.
  static func problem(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog, defined: Set<UInt64>
  ) -> Problem? {
    catalog.withName(ofLine: line, in: table) { bytes, name in
      guard case .reference(let label) = name.link,
        !defined.contains(DefinitionLabel.key(bytes, label))
      else { return nil }
      return Problem(
        rule: .missingLink, severity: .warning, range: TextPosition.range(line, name.value),
        message: "\(bytes.quoted(name.value)) has no link: nothing defines "
          + "\(bytes.quoted(label))")
    }
  }
}

extension Catalog {
  /// The keys of the labels that some line may define.
  ///
  /// - Complexity: O(blocks + lines of blocks with definitions)
  var definedLabels: Set<UInt64> {
    var labels: Set<UInt64> = []
    for block in facts where block.counts.definitions > 0 {
      for line in block.lines where line.role == .paragraph && line.nameKey != 0 {
        labels.insert(line.nameKey)
      }
    }
    return labels
  }
}
