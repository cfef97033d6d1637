import CatalogSchema

/// What a column asks of its cells, beside the column itself: whoever asks a column for one of its
/// parts may copy it whole, which took a tenth of the time of reading a damaged row.
struct CellDemands: Sendable {
  /// Whether rows are known by the column.
  let isKey: Bool
  /// Whether a value must be a link.
  let isLinked: Bool
  /// Whether a cell must have a value.
  let isRequired: Bool
  /// Whether values outside the vocabulary are mistakes.
  let isClosed: Bool
  /// Whether a cell takes one value and no list of them.
  let isSingle: Bool
  /// What parts the items of a list when written.
  let delimiter: [UInt8]
  /// Where a list is split.
  let separator: [UInt8]
  /// What else is asked of a value, nil for nothing.
  let constraints: ValueConstraints?

  /// What a column asks, and free text where there is none.
  init(_ column: Column?) {
    isKey = column?.isKey == true
    isLinked = column?.isLinked == true
    isRequired = column?.isRequired == true
    isClosed = column?.isClosed == true
    isSingle = column?.isSingle == true
    delimiter = Array((column?.delimiter ?? ", ").utf8)
    separator = column?.separator ?? [UInt8(ascii: ",")]
    constraints = column?.constraints
  }
}
