/// A chart of the rows of each value: bars as inline SVG.
struct CountChart {
  /// Bars at most.
  private static let barCountMax = 10
  private static let rowHeight = 22
  private static let labelWidth = 170
  private static let barWidthMax = 190
  private static let width = 420
  private static let labelLengthMax = 26

  let title: String
  let values: [TableStatistics.ValueCount]

  private var shown: ArraySlice<TableStatistics.ValueCount> { values.prefix(Self.barCountMax) }

  /// Writes the chart as a figure.
  func write(to html: inout HTMLText) {
    let most = shown.map(\.rowCount).max() ?? 0
    if most == 0 { return }
    let height = shown.count * Self.rowHeight
    let note =
      values.count > shown.count ? " <small>first \(shown.count) of \(values.count)</small>" : ""
    let label = HTMLText.escaped("Rows by \(title): " + spoken, isAttribute: true)
    html.markup(
      """
      <figure><figcaption>\(HTMLText.escaped(title))\(note)</figcaption>
      <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(label)">

      """)
    for (index, value) in shown.enumerated() {
      write(value, top: index * Self.rowHeight, most: most, to: &html)
    }
    html.markup("</svg></figure>\n")
  }

  /// The bars in words, for screen readers.
  private var spoken: String {
    shown.map { "\($0.value) \($0.rowCount)" }.joined(separator: ", ")
  }

  private func write(
    _ value: TableStatistics.ValueCount, top: Int, most: Int, to html: inout HTMLText
  ) {
    let width = max(1, value.rowCount * Self.barWidthMax / most)
    let middle = top + Self.rowHeight / 2
    let label = value.value
    let isCut = label.count > Self.labelLengthMax
    let text = HTMLText.escaped(isCut ? label.prefix(Self.labelLengthMax - 1) + "…" : label)
    let left = Self.labelWidth
    html.markup(
      "<text x=\"\(left - 8)\" y=\"\(middle)\" class=\"label\">\(text)</text>"
        + "<rect x=\"\(left)\" y=\"\(top + 3)\" width=\"\(width)\" "
        + "height=\"\(Self.rowHeight - 6)\" rx=\"2\"/>"
        + "<text x=\"\(left + width + 6)\" y=\"\(middle)\">\(value.rowCount)</text>\n")
  }
}
