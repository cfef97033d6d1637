import CatalogModel
import CatalogSchema
import TableSyntax

/// The card of a row: its values, mentions and problems.
struct DatasetCard {
  let line: Int
  let table: CatalogTable
  let catalog: Catalog
  /// The mentions of other rows in this row.
  let ownMentions: [Mention]

  func lines(_ interruption: Interruption) throws(Interrupted) -> [CardLine] {
    let link = catalog.link(ofLine: line, in: table).flatMap {
      $0.count > DisplayLimits.urlByteCountMax ? nil : String(decoding: $0, as: UTF8.self)
    }
    let name = catalog.shownName(ofLine: line, in: table)
    var lines: [CardLine] = name.isEmpty && link == nil ? [] : [.title(name, link: link)]
    lines += values
    lines += try mentions(interruption)
    let problems = catalog.problems(ofLines: line..<line + 1).prefix(DisplayLimits.namedCountMax)
    if !problems.isEmpty {
      lines.append(.field("Problems", problems.map { "\($0.message) [\($0.rule.rawValue)]" }))
    }
    return lines
  }

  private var values: [CardLine] {
    catalog.withRow(line, in: table) { bytes, row in
      var lines: [CardLine] = []
      for (cell, column) in row.columns(bytes, table.plan).enumerated() {
        guard lines.count < DisplayLimits.cardLineCountMax else { break }
        guard let column, column != table.plan.keyColumn else { continue }
        let value = ShownText.plain(
          bytes, row.cells[cell].value, to: DisplayLimits.valueLengthMax)
        if value.isEmpty { continue }
        let planned = table.plan.columns[column]
        lines.append(
          Self.isProse(planned) ? .text(value) : .field(table.plan.title(column), [value]))
      }
      return lines
    }
  }

  /// Whether a column's values can be read without its name: no terms, numbers, dates or links.
  private static func isProse(_ planned: PlannedColumn) -> Bool {
    guard planned.vocabulary == nil, let column = planned.column else { return false }
    return column.constraints?.type == nil && !column.isLinked
  }

  private func mentions(_ interruption: Interruption) throws(Interrupted) -> [CardLine] {
    let others = try catalog.mentions(
      of: line, named: catalog.name(ofLine: line, in: table),
      countMax: DisplayLimits.mentionCountMax, interruption)
    let sharing =
      ownMentions.filter(\.sharesImages).map(\.target) + others.filter(\.sharesImages).map(\.line)
    return [
      names("Shares images with", sharing), names("Mentioned by", others.map(\.line)),
    ].compactMap { $0 }
  }

  private func names(_ title: String, _ rows: [Int]) -> CardLine? {
    let rows = Set(rows).sorted()
    if rows.isEmpty { return nil }
    // One more than is shown, so that the field says that there are more.
    return .field(
      title,
      rows.prefix(DisplayLimits.namedCountMax + 1).compactMap { line in
        catalog.table(atLine: line).map { catalog.shownName(ofLine: line, in: $0) }
      })
  }
}
