import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// A text is read, checked, formatted in each style, fixed and exported.
enum TextTarget {
  static func run(_ input: ContiguousArray<UInt8>) {
    var input = input
    let checks = Checks(takenFrom: &input)
    let text = repaired(input)
    let catalog = Catalog(utf8: text)
    require(catalog.text.bytes == text, "the text is what was given")
    if checks.contains(0, of: 6) { checkProblems(of: catalog) }
    if checks.contains(1, of: 6) { checkFormat(of: catalog, .auto) }
    if checks.contains(2, of: 6) { checkFormat(of: catalog, .aligned) }
    if checks.contains(3, of: 6) { checkFormat(of: catalog, .compact) }
    if checks.contains(4, of: 6) { checkFix(of: catalog, .safe) }
    if checks.contains(5, of: 6) { checkFix(of: catalog, .unsafe) }
  }

  /// Problems are in the text, and the brief and the full search find the same number.
  static func checkProblems(of catalog: Catalog) {
    let problems = catalog.problems()
    for problem in problems {
      requirePlace(problem.range, in: catalog.text, problem.message)
      for related in problem.related { requirePlace(related.range, in: catalog.text, "related") }
      if let fix = problem.fix { requireDisjoint(fix.edits, in: catalog.text, problem.message) }
    }
    for (first, second) in zip(problems, problems.dropFirst()) {
      require(
        first.range.lowerBound <= second.range.lowerBound, "problems come in order: \(second)")
    }
    let report = catalog.problems(limit: 3)
    require(report.count == min(3, problems.count), "\(report.count) of \(problems.count) shown")
    require(report.isCut == (problems.count > 3), "it is said when some are left out")
  }

  /// Formatting keeps lines and cells, and changes nothing the second time.
  private static func checkFormat(of catalog: Catalog, _ style: TableStyle) {
    let edits = Formatting.edits(in: catalog, style: style)
    requireDisjoint(edits, in: catalog.text, "format")
    var written = ContiguousArray<UInt8>()
    let isChanged = Formatting.write(catalog, style: style) { piece in
      for index in piece.indices { written.append(piece[index]) }
    }
    require(isChanged == !edits.isEmpty, "both ways of formatting know whether there is a change")
    require(written == catalog.text.bytes(applying: edits), "both ways of formatting are one")
    if !isChanged { return }
    let formatted = Catalog(utf8: written)
    require(formatted.text.lineCount == catalog.text.lineCount, "lines stay")
    require(cells(of: formatted) == cells(of: catalog), "cells stay")
    require(
      Formatting.edits(in: formatted, style: style).isEmpty, "formatting twice changes nothing")
  }

  /// After fixing, no fix is left and no character is torn.
  static func checkFix(of catalog: Catalog, _ scope: Fixing.Scope) {
    let outcome = Fixing.fixed(catalog, scope)
    let isFixed = outcome.fixedCount > 0
    let bytes = outcome.catalog.text.bytes
    require(isFixed || bytes == catalog.text.bytes, "without fixes nothing changes")
    require(repaired(bytes) == bytes, "\(scope): no character is torn")
    let fresh =
      isFixed ? Catalog(utf8: bytes, configuration: catalog.configuration) : catalog
    let left = fresh.problems().first { problem in
      problem.fix.map { $0.isSafe || scope == .unsafe } ?? false
    }
    require(left == nil, "\(scope): a fix is left: \(String(describing: left))")
  }

  /// The cells of each table as `export` writes them.
  static func cells(of catalog: Catalog) -> [[[String]]] {
    catalog.tables.map { table in
      ([table.headerLine] + table.bodyLines).map { line in
        catalog.withRow(line, in: table) { bytes, row in
          row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
        }
      }
    }
  }
}

/// A position must be in the text and not inside a character.
func requirePlace(_ range: Range<TextPosition>, in text: LineText, _ what: String) {
  for place in [range.lowerBound, range.upperBound] {
    require(text.clamp(place) == place, "\(what): \(place) is in the text")
    text.withLine(place.line) { line, _ in
      let isInside = place.byteColumn < line.count && line[place.byteColumn] & 0xC0 == 0x80
      require(!isInside, "\(what): \(place) is not inside a character")
    }
  }
}

/// Edits must be in the text, in order, without overlap.
func requireDisjoint(_ edits: [TextEdit], in text: LineText, _ what: String) {
  for edit in edits {
    require(edit.start <= edit.end, "\(what): an edit ends behind its start")
    requirePlace(edit.start..<edit.end, in: text, what)
  }
  for (first, second) in zip(edits, edits.dropFirst()) {
    require(first.end <= second.start, "\(what): edits do not overlap")
  }
}
