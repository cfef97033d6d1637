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
    InlineLinks(in: bytes, value).links.compactMap { link in
      WebAddress.encoded(bytes.string(link.destination)).map {
        Link(line: line, byteColumns: link.range, target: $0)
      }
    }
  }
}
