/// A column as a schema describes it (Table Schema v2 *field*).
package struct Column: Sendable {
  /// What the cells hold.
  package enum Kind: Sendable, Equatable {
    /// Anything.
    case text
    /// Terms of the vocabulary of this name, as a list.
    case terms(vocabulary: String)
  }

  /// The field's name, for machines.
  package var name: String
  /// The header to write, for people.
  package var title: String
  /// What the column holds, in a sentence.
  package var description = ""
  /// What the cells hold.
  package var kind = Kind.text
  /// Whether rows are known by this column.
  package var isKey = false
  /// Whether a value must be a link.
  package var isLinked = false
  /// Whether rows are ordered by this column.
  package var isSorted = false
  /// Whether a cell must have a value.
  package var isRequired = false
  /// Whether two rows may not have the same value.
  package var isUnique = false
  /// Whether values outside the vocabulary are mistakes.
  package var isClosed = true
  /// What parts the items of a list when written.
  package var delimiter = ", "
  /// Other headers by which the column is known.
  package var headerAliases: [String] = []

  /// A text column.
  package init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  /// The byte at which a list is split.
  package var delimiterByte: UInt8 {
    delimiter.utf8.first { $0 != 0x20 && $0 != 0x09 } ?? UInt8(ascii: ",")
  }

  /// The headers that name this column, folded.
  var foldedNames: [String] { ([name, title] + headerAliases).map(FoldedText.ofHeader) }

  /// Whether a header names this column.
  package func isNamed(_ header: String) -> Bool {
    foldedNames.contains(FoldedText.ofHeader(header))
  }
}

/// A kind of table: its columns and their vocabularies.
package struct Schema: Sendable {
  /// The schema's name.
  package var name: String
  /// What tables of this schema hold.
  package var title = ""
  /// The columns, in the order to write them.
  package var columns: [Column]
  /// The vocabularies by name.
  package var vocabularies: [String: Vocabulary]

  /// The vocabulary of a column, where it has one.
  package func vocabulary(of column: Column) -> Vocabulary? {
    if case .terms(let name) = column.kind { vocabularies[name] } else { nil }
  }

  /// For each header the index of its column, nil for free text; nil where the headers lack the
  /// key column or name no vocabulary column.
  package func match(headers: [String]) -> [Int?]? {
    let names = columns.map(\.foldedNames)
    var taken: Set<Int> = []
    let matches = headers.map { header -> Int? in
      if taken.count == columns.count { return nil }
      let name = FoldedText.ofHeader(header)
      if name.isEmpty { return nil }
      let index = columns.indices.first { !taken.contains($0) && names[$0].contains(name) }
      if let index { taken.insert(index) }
      return index
    }
    let hasKey = taken.contains { columns[$0].isKey }
    let hasTerms = taken.contains { vocabulary(of: columns[$0]) != nil }
    return hasKey && hasTerms ? matches : nil
  }
}
