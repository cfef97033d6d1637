import CatalogSchema
import TableSyntax

/// `](` that CommonMark does not read as a link, or a name's link that leads nowhere.
///
/// A blank or an unpaired parenthesis in an address makes the whole link plain text. In a link
/// column the address must have a scheme and a host.
///
/// Bad: `| [ACDC](https://acdc.org/my data) | Hearts | Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org/my%20data) | Hearts | Segmentation | MRI | 3D |`
enum InvalidLinkRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.row.cells where cell.marks.contains(.bracket) {
      for stray in strays(line, cell.value) {
        sink.report(.invalidLink, stray.range) {
          Explanation(message: "\(line.quoted(stray.range)) is no link: \(reason(stray, line))")
        }
      }
    }
    for cell in reading.cells {
      guard reading.plan.columns[cell.column].demands.isLinked,
        case .inline(let destination) = RowName(line, value: cell.value).link,
        !isFullAddress(line, destination)
      else { continue }
      sink.report(.invalidLink, destination) {
        let address = line.quoted(destination)
        let what = destination.isEmpty ? "The address is empty" : "\(address) is no full address"
        return Explanation(message: "\(what): it needs a scheme and a host, as https://example.org")
      }
    }
  }

  /// Whether an address has a scheme and a host.
  static func isFullAddress(_ line: Span<UInt8>, _ address: Range<Int>) -> Bool {
    let parts = URLParts(line, address)
    return !parts.scheme.isEmpty && !parts.host.isEmpty
  }

  /// Where `](` stands in vain.
  static func strays(_ line: Span<UInt8>, _ value: Range<Int>) -> [StrayLink] {
    if RowName.simpleLink(line, value) != nil { return [] }
    for index in value where line[index] == UInt8(ascii: "]") {
      if line.hasPrefix("](", at: index) { return InlineLinks(in: line, value).strays }
    }
    return []
  }

  private static func reason(_ stray: StrayLink, _ line: Span<UInt8>) -> String {
    switch stray.reason {
    case .noOpening: return "no “[” opens it"
    case .nested: return "a link cannot stand in the text of another"
    case .target:
      let start = line.skip(while: \.isSpace, from: stray.text.upperBound + 2)
      let target = min(start, stray.range.upperBound)..<stray.range.upperBound
      if line.hasPrefix("<", at: start) { return "an address behind “<” ends with “>”" }
      guard let blank = target.first(where: { line[$0].isSpace }) else {
        return "the parentheses of an address are paired"
      }
      let next = line.skip(while: \.isSpace, from: blank)
      let isTitle = line.hasPrefix("\"", at: next) || line.hasPrefix("'", at: next)
      return isTitle
        ? "its title does not end before “)”" : "an address has no blanks; write “%20”"
    }
  }
}
