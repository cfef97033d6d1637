/// Which styles a row follows, and what it says of its table's style.
struct RowForms: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// The outer pipes that header and delimiter row agree in.
  static let tablePipes = RowForms(rawValue: 1 << 0)
  /// Both outer pipes.
  static let bothPipes = RowForms(rawValue: 1 << 1)
  /// One space on each side of a text that a pipe is on.
  static let compact = RowForms(rawValue: 1 << 2)
  /// None there.
  static let tight = RowForms(rawValue: 1 << 3)
  /// Each cell has its column's display width in the header, or one that is too long is compact.
  static let alignedByWidth = RowForms(rawValue: 1 << 4)
  /// The same in characters.
  static let alignedByCharacters = RowForms(rawValue: 1 << 5)
  /// The row is padded to the delimiter row's widths.
  static let markerWidths = RowForms(rawValue: 1 << 6)

  /// The row stays as it is in its table's own style, but not in a named one.
  static let isKeptInOwnStyle = RowForms(rawValue: 1 << 7)
  /// The row's pipes are in the columns of the header's, by display width.
  static let inPlaceByWidth = RowForms(rawValue: 1 << 8)
  /// The same in characters.
  static let inPlaceByCharacters = RowForms(rawValue: 1 << 9)
  /// Some cell is padded by more than one space.
  static let padded = RowForms(rawValue: 1 << 10)
  /// Two thirds of the texts touch their pipes.
  static let mostlyTight = RowForms(rawValue: 1 << 11)
  /// The row is its own compact form.
  static let exactlyCompact = RowForms(rawValue: 1 << 12)
  /// The row is its own tight form.
  static let exactlyTight = RowForms(rawValue: 1 << 13)
  /// Texts in centred or right-aligned columns are at the left.
  static let leftOfAlignment = RowForms(rawValue: 1 << 14)
  /// They are where their column's alignment puts them.
  static let atAlignment = RowForms(rawValue: 1 << 15)

  /// The forms of a row that stays as it is: it follows every style.
  static let kept: RowForms = [RowForms(rawValue: 0x7F), .exactlyCompact, .exactlyTight]

  /// The forms of a row that stays as it is in its table's own style.
  static let keptInOwnStyle: RowForms = [
    .tablePipes, .compact, .tight, .alignedByWidth, .alignedByCharacters, .isKeptInOwnStyle,
  ]
  /// The forms by which rows follow named styles.
  static let ofNamedStyles: RowForms = [.bothPipes, .markerWidths, .exactlyCompact, .exactlyTight]

  /// Those of a row of a table that is aligned by a measure.
  static func aligned(by measure: TextMeasure) -> RowForms {
    measure == .width ? .alignedByWidth : .alignedByCharacters
  }

  /// Those of a row whose pipes are below the header's by a measure.
  static func inPlace(by measure: TextMeasure) -> RowForms {
    measure == .width ? .inPlaceByWidth : .inPlaceByCharacters
  }

  /// Whether lines store all of these forms: the first six.
  var areStored: Bool { rawValue & 0x3F == rawValue }
}

/// How many rows have each combination of forms.
struct RowFormCounts: Sendable, Equatable {
  /// In the order of the forms' numbers; most tables have few.
  private var counts: ContiguousArray<(forms: RowForms, count: Int)> = []

  /// Adds or takes away rows with the same forms.
  mutating func add(_ count: Int, _ forms: RowForms) {
    var index = 0
    while index < counts.count, counts[index].forms.rawValue < forms.rawValue { index += 1 }
    if index < counts.count, counts[index].forms == forms {
      counts[index].count += count
      if counts[index].count == 0 { counts.remove(at: index) }
    } else {
      counts.insert((forms, count), at: index)
    }
  }

  /// Adds the rows of another.
  mutating func add(_ other: RowFormCounts) {
    for entry in other.counts { add(entry.count, entry.forms) }
  }

  /// Number of rows that have all of some forms.
  func count(of forms: RowForms) -> Int {
    counts.reduce(0) { $0 + ($1.forms.isSuperset(of: forms) ? $1.count : 0) }
  }

  static func == (left: RowFormCounts, right: RowFormCounts) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }
}
