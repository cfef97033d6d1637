/// An open paragraph: what the next line must know of its text.
struct Paragraph: Equatable, Sendable {
  /// Its last line as a header row.
  private(set) var header = HeaderRow()
  /// Whether it holds a delimiter row that did not fit the line above: cmark-gfm finds no table in
  /// it any more.
  private(set) var isRefused = false
  /// Whether it has a line.
  private var isBegun = false
  /// Whether a line has more cells than a row may have: no line below can be a header row.
  private var isOversized = false
  /// Its text so far as link reference definitions.
  private(set) var definitions = LinkDefinitions()
  /// Whether it is the one child of a list item, which has none any more where the paragraph turns
  /// out to be definitions alone.
  let isOnlyChild: Bool

  init(isOnlyChild: Bool) { self.isOnlyChild = isOnlyChild }

  /// Takes a line, whose text starts at a byte offset: at a tab whose last `tabColumns` columns are
  /// text, where there are any.
  ///
  /// - Complexity: O(line)
  mutating func append(_ line: Span<UInt8>, from start: Int, tabColumns: Int) {
    definitions.read(line, from: start + (tabColumns > 0 ? 1 : 0), columnsBefore: tabColumns)
    readHeader(line, from: start)
    isBegun = true
  }

  /// Takes a line of `=` or `-` in the place of the definitions that all its text was.
  ///
  /// The line is text; a pipe before it would make it and the definitions one paragraph's text.
  mutating func replaceDefinitions(by line: Span<UInt8>, from start: Int) {
    definitions = .none
    isOversized = false
    readHeader(line, from: start)
    keepHeader()
  }

  /// A pipe before its last line would change what the line means.
  mutating func keepHeader() { header.mustStay = !isRefused }

  /// Looks for no table any more.
  mutating func refuse() {
    isRefused = true
    isOversized = false
    header = HeaderRow()
  }

  private mutating func readHeader(_ line: Span<UInt8>, from start: Int) {
    if isRefused { return }
    let cellCount = RowSplitter.cellCount(line, from: start)
    isOversized = isOversized || cellCount > CmarkLimits.cellCountMax
    header = HeaderRow(
      contentOffset: start, cellCount: isOversized ? 0 : cellCount,
      mustStay: RowSplitter.startsWithBlank(line, from: start), continuesParagraph: isBegun)
  }
}
