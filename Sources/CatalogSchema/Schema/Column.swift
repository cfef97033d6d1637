/// A column as a schema describes it (Table Schema v2 *field*).
package struct Column: Sendable {
  /// What the cells hold.
  package enum Kind: Sendable {
    /// Anything.
    case text
    /// Terms of the vocabulary of this name.
    case terms(vocabulary: String)
    /// Values that the field itself lists.
    case values(Vocabulary)

    /// Whether the column has no vocabulary.
    var isText: Bool { if case .text = self { true } else { false } }
  }

  /// The field's name, for machines.
  package let name: String
  /// The header to write, for people.
  package let title: String
  /// What the column holds, in one sentence.
  package var description = ""
  /// What the cells hold.
  package var kind = Kind.text
  /// Whether the column holds the rows' names.
  package var isKey = false
  /// Whether a value must be a link.
  package var isLinked = false
  /// Whether a value must be a URL, which a link has too.
  package var isURL = false
  /// Whether rows are ordered by this column.
  package var isSorted = false
  /// Whether a cell must have a value.
  package var isRequired = false
  /// Whether values must differ from row to row.
  package var isUnique = false
  /// Whether the field says that values need not differ, which a key's must otherwise.
  var mayRepeat = false
  /// Whether values outside the vocabulary are mistakes.
  package var isClosed = true
  /// Whether a configuration defines the column: its requirements hold whatever the rows have.
  package var isConfigured = false
  /// What is written between the items of a list.
  package var delimiter = ", "
  /// Whether a cell holds one value and no list.
  package var isSingle = false
  /// Whether all terms are code spans.
  package var isCode = false
  /// The texts that are no value, nil for those of the schema.
  package var missingValues: MissingValues?
  /// The constraints on values, nil for no constraint.
  package var constraints: ValueConstraints?
  /// Other headers that name the column.
  package let headerAliases: [String]
  /// The headers that name the column, folded.
  let foldedNames: [String]

  /// A text column.
  package init(name: String, title: String, headerAliases: [String] = []) {
    self.name = name
    self.title = title
    self.headerAliases = headerAliases
    foldedNames = ((name == title ? [name] : [name, title]) + headerAliases).map(
      FoldedText.ofHeader)
  }

  /// Where a list is split: the delimiter without spaces at its ends, other than those next to a
  /// letter or a digit, which keep it from matching inside words. A column of single values has a
  /// separator that no line holds.
  package var separator: [UInt8] {
    if isSingle { return [0x0A] }
    var bytes = Array(delimiter.utf8)[...]
    while let first = bytes.first, first.isBlank, bytes.count > 1,
      !Self.isPartOfWord(bytes[bytes.startIndex + 1])
    {
      bytes.removeFirst()
    }
    while let last = bytes.last, last.isBlank, bytes.count > 1,
      !Self.isPartOfWord(bytes[bytes.endIndex - 2])
    {
      bytes.removeLast()
    }
    return bytes.allSatisfy(\.isBlank) ? [UInt8(ascii: ",")] : Array(bytes)
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isLetter
  }

  /// Whether a header names this column.
  package func isNamed(_ header: String) -> Bool {
    foldedNames.contains(FoldedText.ofHeader(header))
  }
}
