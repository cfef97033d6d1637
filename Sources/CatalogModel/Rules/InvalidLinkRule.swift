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
    for value in reading.row.values {
      for stray in strays(line, value) {
        sink.report(.invalidLink, stray) {
          Explanation(
            message: "“\(line.string(stray))” is no link: an address has no blanks "
              + "and its parentheses are paired")
        }
      }
    }
    for cell in reading.cells {
      guard reading.plan.columns[cell.column].column?.isLinked == true,
        let destination = RowName(line, value: cell.value).destination
      else { continue }
      let parts = URLParts(line, destination)
      if !parts.scheme.isEmpty, !parts.host.isEmpty { continue }
      sink.report(.invalidLink, destination) {
        let address = line.string(destination)
        let what = address.isEmpty ? "The address is empty" : "“\(address)” is no full address"
        return Explanation(message: "\(what): it needs a scheme and a host, as https://example.org")
      }
    }
  }

  /// Where `](` stands in vain.
  static func strays(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    for index in value where line[index] == UInt8(ascii: "]") {
      if line.hasPrefix("](", at: index) { return InlineLinks(in: line, value).strays }
    }
    return []
  }
}
