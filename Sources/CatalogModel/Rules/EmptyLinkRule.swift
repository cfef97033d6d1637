import CatalogSchema
import TableSyntax

/// A link without a destination, or without a text.
///
/// `[text]()` leads to the page itself, and nobody sees `[](https://example.org)`. A column whose
/// values must be links reports a missing destination as `invalid-link`.
///
/// Bad: `| [ACDC](https://acdc.org) | [Hearts]() | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | [Hearts](https://a.org) | Segmentation | MRI | 3D |`
enum EmptyLinkRule {
  static let rule = Rule("empty-link", .hint, .cells(.bracket, check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for link in cell.links where !link.isImage {
      let isInvisible = link.text.allSatisfy { line[$0].isBlank }
      guard isInvisible || link.destination.isEmpty && !isReportedAsInvalid(link, cell, context)
      else { continue }
      sink.report(link.range) {
        let what =
          isInvisible
          ? "has no text: add one or remove the link"
          : "has no destination: add its URL or remove the link"
        return Explanation(message: "\(line.quoted(link.range)) \(what)")
      }
    }
  }

  /// Whether the link is a name's or value's link, which must have a destination.
  private static func isReportedAsInvalid(
    _ link: InlineLink, _ cell: CellView, _ context: RowContext
  ) -> Bool {
    guard let column = cell.column, context.plan.columns[column].requirements.isLinked else {
      return false
    }
    return cell.name?.destination == link.destination
  }
}
