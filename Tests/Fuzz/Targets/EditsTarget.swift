import CatalogModel
import LineStore

/// A text and edits at any place: the catalog equals one that is read from scratch.
enum EditsTarget {
  private static let blockByteTarget = 48

  static func run(_ input: ContiguousArray<UInt8>) {
    var input = input
    let questions = questions(Checks(takenFrom: &input))
    let parts = parts(input)
    let text = LineText(repaired(parts[0]), blockByteTarget: blockByteTarget)
    var catalog = Catalog(text)
    let snapshot = catalog
    let before = Fingerprints(snapshot, questions)
    var bytes = catalog.text.bytes
    for part in parts.dropFirst().prefix(12) {
      guard let edit = edit(part) else { continue }
      bytes = edited(bytes, edit)
      let splice = catalog.applyToText(edit)
      require(catalog.text.bytes == bytes, "an edit does what it says")
      // Some edits are read together with the next.
      if edit.replacement.count % 3 == 1 { continue }
      catalog.catchUp()
      _ = catalog.problems(limit: 5, first: [splice.inserted])
      catalog.indexWords(byteCountMax: 60)
    }
    catalog.catchUp()
    let fresh = Catalog(LineText(bytes, blockByteTarget: blockByteTarget))
    requireEqual(Fingerprints(catalog, questions), Fingerprints(fresh, questions))
    require(catalog.scannerStatesAreRight, "each block starts as a scan from the top finds it")
    require(Fingerprints(snapshot, questions) == before, "a snapshot stays")
  }

  /// The questions to the catalog before and after the edits.
  private static func questions(_ checks: Checks) -> Set<Fingerprints.Question> {
    let all = Fingerprints.Question.allCases
    return Set(all.indices.filter { checks.contains($0, of: all.count) }.map { all[$0] })
  }

  private static func requireEqual(_ edited: Fingerprints, _ fresh: Fingerprints) {
    if edited == fresh { return }
    let members = zip(Mirror(reflecting: edited).children, Mirror(reflecting: fresh).children)
    let differing = members.filter { "\($0.value)" != "\($1.value)" }
    let all = differing.map { "\($0.label ?? ""): \($0.value)\n  not \($1.value)" }
    require(false, "the edited catalog equals a fresh one: \(all.joined(separator: "\n"))")
  }

  /// Line, column, lines and columns to the end; the rest is the new text.
  private static func edit(_ part: ArraySlice<UInt8>) -> TextEdit? {
    guard part.count >= 4 else { return nil }
    let numbers = part.prefix(4).map { number($0) }
    let start = TextPosition(line: numbers[0], byteColumn: numbers[1])
    let end = TextPosition(
      line: numbers[0] &+ (numbers[2] & 0x83), byteColumn: numbers[1] &+ numbers[3])
    return TextEdit(start: start, end: end, replacement: Array(repaired(part.dropFirst(4))))
  }

  /// A byte as a small number, sometimes one far outside.
  private static func number(_ byte: UInt8) -> Int {
    switch byte {
    case 0xFE: .max
    case 0xFD: .min
    case 0xC0...: Int(byte) - 0x100
    default: Int(byte & 0x7F)
    }
  }

  /// The same edit on plain bytes.
  private static func edited(
    _ bytes: ContiguousArray<UInt8>, _ edit: TextEdit
  ) -> ContiguousArray<UInt8> {
    let start = offset(edit.start, in: bytes)
    let end = max(start, offset(edit.end, in: bytes))
    return ContiguousArray(bytes[..<start]) + edit.replacement + bytes[end...]
  }

  private static func offset(_ place: TextPosition, in bytes: ContiguousArray<UInt8>) -> Int {
    if place.line < 0 { return 0 }
    var line = 0
    var start = 0
    var index = 0
    while index < bytes.count {
      let isCRLF = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        if line == place.line { return start + min(max(0, place.byteColumn), index - start) }
        index += isCRLF ? 2 : 1
        line += 1
        start = index
      } else {
        index += 1
      }
    }
    if line < place.line { return bytes.count }
    return start + min(max(0, place.byteColumn), bytes.count - start)
  }
}
