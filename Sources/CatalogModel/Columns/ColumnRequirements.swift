import CatalogSchema

/// The requirements of a column on its cells.
///
/// A copy of a `Column`'s few fields that every cell is checked against: reading one field of a
/// `Column` may copy all of it, which took a tenth of the time of a damaged row.
struct ColumnRequirements: Sendable {
  /// Whether the column holds the rows' names.
  let isKey: Bool
  /// Whether a value must be a link.
  private(set) var isLinked: Bool
  /// Whether a value must be a URL.
  let isURL: Bool
  /// Whether a cell must have a value.
  private(set) var isRequired: Bool
  /// Whether a value outside the vocabulary is a mistake.
  private(set) var isClosed: Bool
  /// Whether other separators than the delimiter are mistakes.
  private(set) var usesDelimiter = true
  /// Whether a cell takes one value instead of a list.
  let isSingle: Bool
  /// The text between two items of a list, as it is written.
  let delimiter: [UInt8]
  /// The text that a list is split at: the delimiter without spaces at its ends.
  let separator: [UInt8]
  /// Further constraints on a value, nil for none.
  let constraints: ValueConstraints?

  /// The requirements of a column; nil means free text.
  init(_ column: Column?) {
    isKey = column?.isKey == true
    isLinked = column?.isLinked == true
    isURL = column?.isURL == true
    isRequired = column?.isRequired == true
    isClosed = column?.isClosed == true
    isSingle = column?.isSingle == true
    delimiter = Array((column?.delimiter ?? ", ").utf8)
    separator = column?.separator ?? [UInt8(ascii: ",")]
    constraints = column?.constraints
  }

  /// The same requirements as far as the rows show that the list meets them.
  func judged(
    isClosed: Bool, isRequired: Bool, isLinked: Bool, usesDelimiter: Bool
  ) -> ColumnRequirements {
    var judged = self
    judged.isClosed = isClosed
    judged.isRequired = isRequired
    judged.isLinked = isLinked
    judged.usesDelimiter = usesDelimiter
    return judged
  }

  /// Whether the value is a name or a link, whose text is what the column's terms and constraints
  /// are about.
  var isName: Bool { isKey || isLinked }
}
