package import CatalogModel
import TableSyntax

/// The links of a catalog's rows (LSP 3.17 *textDocument/documentLink*).
package enum CatalogLinks {
  /// Links given, at most.
  package static let countMax = 5_000

  /// A link to an address of the web.
  package struct Link: Sendable {
    /// The line.
    package var line: Int
    /// The link with its brackets, in bytes of the line.
    package var byteColumns: Range<Int>
    /// Where it leads.
    package var target: String
  }

  /// The first links, in order.
  ///
  /// - Complexity: O(bytes up to the last)
  package static func links(
    of catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Link] {
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
      WebAddress.encoded(bytes.string(place.destination)).map {
        Link(line: line, byteColumns: place.range, target: $0)
      }
    }
  }
}

extension InlineLinks {
  /// An autolink with its `<` and `>`.
  static func whole(_ autolink: Range<Int>) -> Range<Int> {
    autolink.lowerBound - 1..<autolink.upperBound + 1
  }
}
