import CatalogModel
import CatalogSchema

/// A row of empty cells, or of LSP's placeholders (LSP 3.17 *Snippet syntax*).
struct RowText {
  /// The row, without a line ending.
  private(set) var text = ""
  private var stopCount = 0
  private let withSnippets: Bool

  /// The row of a table with some padding and outer pipes.
  init(
    _ plan: TablePlan, _ padding: RowLayout.Padding, _ outerPipes: OuterPipes, withSnippets: Bool
  ) {
    self.withSnippets = withSnippets
    var cells: [String] = []
    for planned in plan.columns {
      let isLink = planned.column?.isLinked == true
      let header = CellText.escaped(
        ShownText.cut(planned.header, to: DisplayLimits.nameLengthMax))
      cells.append(isLink ? "[\(stop("Name"))](\(stop("https://")))" : stop(header))
    }
    let space = padding == .tight ? "" : " "
    // A row of blank cells has both outer pipes.
    let pipes = withSnippets ? outerPipes : .both
    text =
      (pipes.leading ? "|" + space : "") + cells.joined(separator: space + "|" + space)
      + (pipes.trailing ? space + "|" : "")
  }

  private mutating func stop(_ placeholder: String) -> String {
    guard withSnippets else { return "" }
    stopCount += 1
    return "${\(stopCount):\(Self.literal(placeholder))}"
  }

  /// A text that a snippet shows as it is.
  static func literal(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\$}".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
