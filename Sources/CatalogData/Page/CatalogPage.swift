package import CatalogModel

/// A table as one self-contained HTML page: the rows with search and filters by vocabulary column,
/// and charts of the counts.
///
/// The page's content security policy allows no network and only its own script. All text of the
/// catalog is escaped.
package struct CatalogPage {
  /// A vocabulary column to filter by.
  private struct Facet {
    var title: String
    /// The values in the order of the statistics, terms first.
    var values: [TableStatistics.ValueCount]
    /// Indices of `values` by value.
    var places: [String: Int]
    /// The values that are terms.
    var terms: [TableStatistics.ValueCount]
  }

  private let records: RecordTable
  private let catalog: Catalog
  /// The title, escaped.
  private let title: String
  private let description: String?
  private let facets: [Facet]
  private let keyColumn: Int
  private var html = HTMLText()

  /// Writes the page of a table.
  ///
  /// - Complexity: O(bytes of the table)
  package static func write(
    _ records: RecordTable, of catalog: Catalog, file: String, to send: ByteSink
  ) {
    var page = CatalogPage(records, catalog, file)
    page.writeHead()
    page.writeCharts()
    page.writeFilters()
    page.writeTable(send)
    page.writeFoot()
    page.html.drain(atOnce: true, send)
  }

  private init(_ records: RecordTable, _ catalog: Catalog, _ file: String) {
    self.records = records
    self.catalog = catalog
    let document = DocumentTitle(of: catalog)
    title = HTMLText.escaped(document.title ?? file)
    description = document.description
    keyColumn = records.table.plan.keyColumn ?? 0
    let statistics = TableStatistics(of: records.tables, in: catalog)
    facets = statistics.columns.compactMap { column in
      guard column.vocabulary != nil else { return nil }
      let values = column.terms + column.others
      let places = values.enumerated().map { ($1.value, $0) }
      return Facet(
        title: column.header, values: values,
        places: Dictionary(places) { first, _ in first }, terms: column.terms)
    }
  }

  // MARK: Head

  private mutating func writeHead() {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'; "
      + "base-uri 'none'; form-action 'none'"
    html.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="mdcatalog">
      <title>\(title)</title>
      <style>
      \(PageStyle.css)</style>
      </head>
      <body>
      <a class="skip" href="#rows">Skip to the table</a>
      <header>
      <h1>\(title)</h1>

      """)
    if let description { html.markup("<p>\(HTMLText.escaped(description))</p>\n") }
    html.markup("</header>\n<main>\n")
  }

  private mutating func writeCharts() {
    if facets.allSatisfy({ $0.terms.isEmpty }) { return }
    html.markup(
      """
      <section aria-labelledby="counts">
      <h2 id="counts">Counts</h2>
      <div class="charts">

      """)
    for facet in facets {
      CountChart(title: facet.title, values: facet.terms).write(to: &html)
    }
    html.markup("</div>\n</section>\n")
  }

  // MARK: Filters

  /// The form stays hidden until the script runs.
  private mutating func writeFilters() {
    html.markup(
      """
      <form id="filters" role="search" aria-label="Filter the rows" hidden>
      <h2>Filter</h2>
      <div class="search">
      <label for="search">Search<input type="search" id="search" autocomplete="off"></label>
      <button type="reset">Show all</button>
      </div>
      <div class="facets">

      """)
    for (number, facet) in facets.enumerated() where !facet.values.isEmpty {
      write(facet, number)
    }
    html.markup("</div>\n</form>\n")
  }

  private mutating func write(_ facet: Facet, _ number: Int) {
    html.markup("<fieldset><legend>\(HTMLText.escaped(facet.title))</legend>")
    html.markup("<div class=\"values\">\n")
    for (place, value) in facet.values.enumerated() {
      html.markup(
        "<label><input type=\"checkbox\" name=\"f\(number)\" value=\"\(Self.mark(number, place))\">"
          + "\(HTMLText.escaped(value.value)) <span>\(value.rowCount)</span></label>\n")
    }
    html.markup("</div></fieldset>\n")
  }

  /// The token of a value in a row's data attribute.
  private static func mark(_ facet: Int, _ place: Int) -> String { "\(facet)-\(place)" }

  // MARK: Table

  private mutating func writeTable(_ send: ByteSink) {
    let count = records.rowCount
    html.markup(
      """
      <p id="status" role="status">\(count) rows</p>
      <div class="scroll" id="rows" role="region" tabindex="0" aria-label="Table">
      <table>
      <caption>\(title)</caption>
      <thead><tr>
      """)
    records.withHeader { bytes, cells in
      for cell in cells {
        html.markup("<th scope=\"col\">")
        html.inline(InlineText(bytes, cell))
        html.markup("</th>")
      }
    }
    html.markup("</tr></thead>\n<tbody>\n")
    let marks = rowMarks()
    var index = 0
    records.forEachRecord { _, bytes, fields in
      html.markup("<tr data-values=\"\(marks[index])\">")
      index += 1
      for (column, field) in fields.enumerated() {
        let tag = column == keyColumn ? "th" : "td"
        html.markup(column == keyColumn ? "<th scope=\"row\">" : "<td>")
        html.inline(InlineText(bytes, field))
        html.markup("</\(tag)>")
      }
      html.markup("</tr>\n")
      html.drain(send)
    }
    html.markup("</tbody>\n</table>\n</div>\n</main>\n")
  }

  /// The tokens of each row's values.
  private func rowMarks() -> [String] {
    var marks: [String] = []
    marks.reserveCapacity(records.rowCount)
    var values = TableValues(of: records.tables, in: catalog)
    values.forEachRow { row, columns in
      var parts: [String] = []
      for (facet, numbers) in row.numbers.enumerated() {
        for number in numbers {
          guard let place = facets[facet].places[columns[facet].values[number].label] else {
            continue
          }
          parts.append(Self.mark(facet, place))
        }
      }
      marks.append(parts.joined(separator: " "))
    }
    return marks
  }

  private mutating func writeFoot() {
    html.markup("<footer>Made by mdcatalog.</footer>\n<script>")
    html.markup(PageScript.javaScript + "</script>\n</body>\n</html>\n")
  }
}
