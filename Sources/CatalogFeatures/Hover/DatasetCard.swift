import CatalogModel
import CatalogSchema
import TableSyntax

/// A row at a glance.
struct DatasetCard {
  private static let namedCountMax = 12
  /// Characters of a value shown, at most.
  private static let valueLengthMax = 2_000
  /// Rows that mention a row looked for, at most: a card names a few.
  private static let mentionCountMax = 100

  let line: Int
  let table: CatalogTable
  let catalog: Catalog

  func lines(_ interruption: Interruption) throws(Interrupted) -> [HoverLine] {
    let name = catalog.name(ofLine: line, in: table)
    let link = catalog.link(ofLine: line, in: table).map { String(decoding: $0, as: UTF8.self) }
    var lines: [HoverLine] = [.title(String(decoding: name, as: UTF8.self), link: link)]
    lines += values
    lines += try mentions(named: name, interruption)
    let problems = catalog.problems(ofLines: line..<line + 1).prefix(Self.namedCountMax).map {
      "\(Self.shortened($0.message)) [\($0.rule.rawValue)]"
    }
    if !problems.isEmpty { lines.append(.field("Problems", problems)) }
    return lines
  }

  private var values: [HoverLine] {
    catalog.withRow(line, in: table) { bytes, row in
      row.columns(bytes, table.plan).enumerated().compactMap { cell, column in
        guard let column, column != table.plan.keyColumn else { return nil }
        let value = Self.shortened(PlainText.string(bytes, row.cells[cell].value))
        if value.isEmpty { return nil }
        let planned = table.plan.columns[column]
        return Self.isProse(planned) ? .text(value) : .field(planned.header, [value])
      }
    }
  }

  /// Whether a column's values can be read without its name: no terms, numbers, dates or links.
  private static func isProse(_ planned: PlannedColumn) -> Bool {
    guard planned.vocabulary == nil, let column = planned.column else { return false }
    return column.constraints?.type == nil && !column.isLinked
  }

  private func mentions(
    named name: [UInt8], _ interruption: Interruption
  ) throws(Interrupted) -> [HoverLine] {
    let own = try catalog.mentions(inLine: line, of: table, interruption)
    let others = try catalog.mentions(
      of: line, named: name, countMax: Self.mentionCountMax, interruption)
    let sharing =
      own.filter(\.sharesImages).map(\.target) + others.filter(\.sharesImages).map(\.line)
    return [
      names("Shares images with", sharing), names("Mentioned by", others.map(\.line)),
    ].compactMap { $0 }
  }

  private func names(_ title: String, _ rows: [Int]) -> HoverLine? {
    let rows = Set(rows).sorted()
    if rows.isEmpty { return nil }
    var names = rows.prefix(Self.namedCountMax).compactMap { line in
      catalog.table(atLine: line).map {
        String(decoding: catalog.name(ofLine: line, in: $0), as: UTF8.self)
      }
    }
    if rows.count > names.count { names.append("…") }
    return .field(title, names)
  }

  private static func shortened(_ text: String) -> String {
    if text.utf8.count <= valueLengthMax { return text }
    return String(text.unicodeScalars.prefix(valueLengthMax)) + "…"
  }
}
