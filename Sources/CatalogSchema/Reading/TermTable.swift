/// Terms as the executable carries them: a line for each, with its labels separated by `|`, the
/// preferred one first, its broader term, its notation and its definition, separated by tabs.
///
/// Every start reads them, and JSON would take several times as long.
enum TermTable {
  /// The terms of a table; a test keeps it equal to the files of `Grammar/`.
  static func terms(_ table: StaticString) -> [Term] {
    // A literal of several lines has no line break at its end.
    let bytes = Array(table.description.utf8) + [UInt8(ascii: "\n")]
    var terms: [Term] = []
    // The pieces of a line, and where those after its labels start.
    var pieces: [String] = []
    var cellStart = 0
    var start = 0
    for index in bytes.indices where isEnd(bytes[index]) {
      pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
      start = index + 1
      if bytes[index] == UInt8(ascii: "\t"), cellStart == 0 { cellStart = pieces.count }
      if bytes[index] != UInt8(ascii: "\n") { continue }
      terms.append(term(pieces[..<cellStart], pieces[cellStart...]))
      pieces.removeAll(keepingCapacity: true)
      cellStart = 0
    }
    return terms
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: "\n") || byte == UInt8(ascii: "|")
  }

  private static func term(_ labels: ArraySlice<String>, _ cells: ArraySlice<String>) -> Term {
    let (broader, notation) = (cells[labels.endIndex], cells[labels.endIndex + 1])
    return Term(
      prefLabel: labels[0], altLabels: Array(labels[1...]), definition: cells.last,
      broader: broader.isEmpty ? nil : broader, notation: notation.isEmpty ? nil : notation)
  }
}
