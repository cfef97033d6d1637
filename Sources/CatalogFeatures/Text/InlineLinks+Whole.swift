import TableSyntax

extension InlineLinks {
  /// An autolink with its `<` and `>`.
  static func whole(_ autolink: Range<Int>) -> Range<Int> {
    autolink.lowerBound - 1..<autolink.upperBound + 1
  }
}
