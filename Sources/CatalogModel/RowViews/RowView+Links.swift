import TableSyntax

extension RowView {
  /// The inline links outside the name cell, whose text may be the name of another row.
  var linksWithNames: [InlineLink] {
    let name = nameCell?.index
    return cells.flatMap { $0.index == name ? [] : $0.linksWithNames }
  }
}
