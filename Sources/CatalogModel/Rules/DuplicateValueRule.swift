import CatalogSchema

/// The same term twice in one cell, under whatever label.
///
/// It says nothing new and counts double in statistics.
///
/// Fix: safe in a closed column
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation, Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum DuplicateValueRule {
  static let rule = Rule("duplicate-value", .warning, .cells(.terms, check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard let column = cell.column, !cell.isSwapped else { return }
    let isClosed = context.plan.columns[column].requirements.isClosed
    for (index, item) in cell.items.enumerated() {
      guard let earlier = item.earlier else { continue }
      sink.report(item.range) {
        let removal = cell.removalRange(ofItem: index)
        return Explanation(
          message: "\(line.quoted(item.range)) is already in this cell",
          related: [(earlier, "first occurrence")],
          fix: RowFix(
            title: "Remove the repeated value", isSafe: isClosed,
            edits: [context.edit(removal, [], line)]),
          severity: isClosed ? nil : .hint)
      }
    }
  }
}

extension CellView {
  /// An item with the separator before it; the first item with the one after it.
  func removalRange(ofItem index: Int) -> Range<Int> {
    let range = items[index].range
    if index > 0 { return items[index - 1].range.upperBound..<range.upperBound }
    guard items.count > 1 else { return range }
    return range.lowerBound..<max(range.lowerBound, items[1].range.lowerBound)
  }
}
