import CatalogModel
import CatalogSchema
import TableSyntax

/// A row at a glance.
enum DatasetCard {
  private static let namedCountMax = 12

  static func lines(
    _ line: Int, _ table: CatalogTable, _ bytes: Span<UInt8>, _ row: Row, _ catalog: Catalog
  ) -> [HoverLine] {
    let name = catalog.name(ofLine: line, in: table)
    let link = catalog.link(ofLine: line, in: table).map { String(decoding: $0, as: UTF8.self) }
    var lines: [HoverLine] = [.title(String(decoding: name, as: UTF8.self), link: link)]
    for (cell, column) in row.columns(bytes, table.plan).enumerated() {
      guard let column, column != table.plan.keyColumn else { continue }
      let value = PlainText.string(bytes, row.values[cell])
      if value.isEmpty { continue }
      let planned = table.plan.columns[column]
      let isText = planned.vocabulary == nil && planned.column != nil
      lines.append(isText ? .text(value) : .field(planned.header, [value]))
    }
    lines += mentions(line, name, table, catalog)
    let problems = catalog.problems(ofLines: line..<line + 1).map {
      "\($0.message) [\($0.rule.rawValue)]"
    }
    if !problems.isEmpty { lines.append(.field("Problems", problems)) }
    return lines
  }

  private static func mentions(
    _ line: Int, _ name: [UInt8], _ table: CatalogTable, _ catalog: Catalog
  ) -> [HoverLine] {
    let own = catalog.mentions(inLine: line, of: table)
    let others = catalog.mentions(of: line, named: name)
    let sharing =
      own.filter(\.sharesImages).map(\.target) + others.filter(\.sharesImages).map(\.line)
    var lines: [HoverLine] = []
    add("Shares images with", sharing, catalog, &lines)
    add("Mentioned by", others.map(\.line), catalog, &lines)
    return lines
  }

  private static func add(
    _ title: String, _ rows: [Int], _ catalog: Catalog, _ lines: inout [HoverLine]
  ) {
    let names = Set(rows).sorted().prefix(namedCountMax).compactMap { line in
      catalog.table(atLine: line).map {
        String(decoding: catalog.name(ofLine: line, in: $0), as: UTF8.self)
      }
    }
    if !names.isEmpty { lines.append(.field(title, Array(names))) }
  }
}
