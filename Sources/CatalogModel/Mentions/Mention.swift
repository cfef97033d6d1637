import LineStore
import Synchronization
import TableSyntax

/// A dataset's name in another row's text.
package struct Mention: Sendable {
  /// The row it stands in.
  package var line: Int
  /// Its place in the line, in bytes.
  package var range: Range<Int>
  /// The row of the dataset meant.
  package var target: Int
  /// Whether the words before it say that images are shared.
  package var sharesImages: Bool
}

extension Catalog {
  /// The mentions of other rows in a row.
  package func mentions(inLine line: Int, of table: CatalogTable) -> [Mention] {
    MentionReader(catalog: self).mentions(inLine: line, of: table)
  }

  /// The rows that mention a row, in order.
  ///
  /// - Complexity: O(blocks + bytes of the blocks that may hold the name); the first time O(bytes)
  package func mentions(of target: Int, named name: [UInt8]) -> [Mention] {
    guard let firstByte = name.first else { return [] }
    let reader = MentionReader(catalog: self)
    let words = WordFilter.words(name)
    var found: [Mention] = []
    var first = 0
    for block in facts.indices {
      let count = facts[block].lines.count
      if wordFilter(ofBlock: block).mayHold(words) {
        text.forEachLine(in: first..<first + count) { line, bytes, _ in
          if line != target, Self.contains(bytes, name, firstByte),
            let index = tableIndex(atLine: line), tables[index].bodyLines.contains(line)
          {
            let mentions = reader.mentions(inLine: line, of: tables[index])
            if let mention = mentions.first(where: { $0.target == target }) {
              found.append(mention)
            }
          }
          return true
        }
      }
      first += count
    }
    return found
  }

  private func wordFilter(ofBlock block: Int) -> WordFilter {
    if let known = facts[block].words.withLock({ $0 }) { return known }
    var filter = WordFilter()
    text.forEachLine(ofBlock: block) { _, bytes, _ in filter.add(bytes) }
    facts[block].words.withLock { $0 = filter }
    return filter
  }

  private static func contains(_ bytes: Span<UInt8>, _ name: [UInt8], _ first: UInt8) -> Bool {
    var index = 0
    while index + name.count <= bytes.count {
      if bytes[index] == first {
        var length = 1
        while length < name.count, bytes[index + length] == name[length] { length += 1 }
        if length == name.count { return true }
      }
      index += 1
    }
    return false
  }
}
