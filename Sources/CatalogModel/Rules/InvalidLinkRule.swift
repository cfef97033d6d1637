import CatalogSchema
import TableSyntax

/// `](` that CommonMark does not read as a link, or a name's link that leads nowhere.
///
/// A space or an unpaired parenthesis in a destination makes the whole link plain text. In a link
/// column the destination must have a scheme and a host.
///
/// Bad: `| [ACDC](https://acdc.org/my data) | Hearts | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org/my%20data) | Hearts | Segmentation | MRI | 3D |`
enum InvalidLinkRule {
  static let rule = Rule("invalid-link", .error, .cells([.bracket, .name], check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    if let links = cell.inlineLinks { reportStrays(links, line, &sink) }
    guard let column = cell.column, context.plan.columns[column].requirements.isLinked,
      case .inline(let destination)? = cell.name?.link,
      !URLParts.isFull(line, destination)
    else { return }
    sink.report(destination) {
      let what =
        destination.isEmpty
        ? "The link has no destination" : "\(line.quoted(destination)) is not a full URL"
      return Explanation(message: "\(what): write a scheme and a host, as in https://example.org")
    }
  }

  private static func reportStrays(
    _ links: InlineLinks, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for stray in links.strays {
      sink.report(stray.range) {
        Explanation(message: "\(line.quoted(stray.range)) is not a link: \(reason(stray, line))")
      }
    }
  }

  private static func reason(_ stray: StrayLink, _ line: Span<UInt8>) -> String {
    switch stray.reason {
    case .noOpening: return "it has no opening “[”"
    case .nested: return "a link must not contain another link"
    case .target:
      let start = line.skip(while: \.isSpace, from: stray.text.upperBound + 2)
      let target = min(start, stray.range.upperBound)..<stray.range.upperBound
      if line.hasPrefix("<", at: start) { return "a destination after “<” must end with “>”" }
      guard let space = target.first(where: { line[$0].isSpace }) else {
        return "parentheses in a destination must be paired"
      }
      let next = line.skip(while: \.isSpace, from: space)
      let isTitle = line.hasPrefix("\"", at: next) || line.hasPrefix("'", at: next)
      return isTitle
        ? "its title must end before “)”"
        : "a destination must not contain spaces; write “%20”"
    }
  }
}
