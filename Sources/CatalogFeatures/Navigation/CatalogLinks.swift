package import CatalogModel
import TableSyntax

/// The links of a catalog's rows (LSP 3.17 *textDocument/documentLink*).
package enum CatalogLinks {
  /// A link to a web URL.
  package struct Link: Sendable {
    /// The line.
    package var line: Int
    /// The link with its brackets, in bytes of the line.
    package var byteColumns: Range<Int>
    /// The URL.
    package var target: String
  }

  /// The first links, in order.
  ///
  /// - Complexity: O(bytes up to the last)
  package static func links(
    of catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Link] {
    let countMax = DisplayLimits.linkCountMax
    var found: [Link] = []
    for table in catalog.tables {
      for line in table.bodyLines where found.count < countMax {
        try interruption.check()
        found += catalog.withRow(line, in: table) { bytes, row in
          row.cells.flatMap { links(bytes, $0.value, line) }
        }
      }
    }
    return Array(found.prefix(countMax))
  }

  private static func links(_ bytes: Span<UInt8>, _ value: Range<Int>, _ line: Int) -> [Link] {
    let inline = InlineLinks(in: bytes, value)
    let places =
      inline.links.map { (range: $0.range, destination: $0.destination) }
      + inline.autolinks.map { (range: InlineLinks.whole($0), destination: $0) }
    return places.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { place in
      guard place.destination.count <= DisplayLimits.urlByteCountMax else { return nil }
      return WebAddress.encoded(bytes.string(place.destination)).map {
        Link(line: line, byteColumns: place.range, target: $0)
      }
    }
  }
}
