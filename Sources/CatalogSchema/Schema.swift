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
  }

  /// The field's name, for machines.
  package var name: String { didSet { foldNames() } }
  /// The header to write, for people.
  package var title: String { didSet { foldNames() } }
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
  /// Whether a cell takes one value and no list of them.
  package var isSingle = false
  /// Whether all terms are written as code spans.
  package var isCode = false
  /// What else is asked of a value, nil for nothing.
  package var constraints: ValueConstraints?
  /// Other headers by which the column is known.
  package var headerAliases: [String] = [] { didSet { foldNames() } }
  /// The headers that name this column, folded: asked for by every new table.
  private(set) var foldedNames: [String] = []

  /// A text column.
  package init(name: String, title: String) {
    self.name = name
    self.title = title
    foldNames()
  }

  private mutating func foldNames() {
    foldedNames = ([name, title] + headerAliases).map(FoldedText.ofHeader)
  }

  /// Where a list is split: the delimiter without blanks at its ends, but for those beside a letter
  /// or a digit, without which it would be found inside words; what no line holds where there is no
  /// list.
  package var separator: [UInt8] {
    if isSingle { return [0x0A] }
    var bytes = Array(delimiter.utf8)[...]
    while let first = bytes.first, Self.isBlank(first), bytes.count > 1,
      !Self.isPartOfWord(bytes[bytes.startIndex + 1])
    {
      bytes.removeFirst()
    }
    while let last = bytes.last, Self.isBlank(last), bytes.count > 1,
      !Self.isPartOfWord(bytes[bytes.endIndex - 2])
    {
      bytes.removeLast()
    }
    return bytes.allSatisfy(Self.isBlank) ? [UInt8(ascii: ",")] : Array(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

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
  /// The names of the columns that tell rows apart together, where one alone does not.
  package var compositeKey: [String] = []
  /// Rows that a table has at least.
  package var rowCountMin = 0
  /// The files that the schema is for, by their paths as seen from the configuration's folder;
  /// nil for all.
  package var paths: [PathPattern]?

  /// Whether the schema is for certain files; there headers alone count.
  package var isAssigned: Bool { paths != nil }

  /// The vocabulary of a column, where it has one.
  package func vocabulary(of column: Column) -> Vocabulary? {
    switch column.kind {
    case .text: nil
    case .terms(let name): column.isCode ? vocabularies[name]?.inCode : vocabularies[name]
    case .values(let values): values
    }
  }

  /// For each header the index of its column, nil for free text; nil where the headers do not name
  /// the schema: they lack the key column, or name no vocabulary column of those that it has. Of
  /// a schema without vocabularies they must name most columns, unless it is for this very file.
  package func match(headers: [String]) -> [Int?]? {
    let (matches, taken) = columns(named: headers)
    return lack(of: taken) == nil ? matches : nil
  }

  /// What headers lack to name a schema.
  package enum Lack: Sendable { case key, termColumns, mostColumns }

  /// What headers lack to name the schema, nil where they name it.
  package func lack(headers: [String]) -> Lack? { lack(of: columns(named: headers).taken) }

  private func columns(named headers: [String]) -> (matches: [Int?], taken: Set<Int>) {
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
    return (matches, taken)
  }

  private func lack(of taken: Set<Int>) -> Lack? {
    guard taken.contains(where: { columns[$0].isKey }) else { return .key }
    if isAssigned { return nil }
    let termColumns = columns.indices.filter { vocabulary(of: columns[$0]) != nil }
    if termColumns.isEmpty { return taken.count * 2 > columns.count ? nil : .mostColumns }
    return termColumns.contains { taken.contains($0) } ? nil : .termColumns
  }
}
