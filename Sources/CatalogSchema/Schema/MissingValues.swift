/// The texts that mean that a cell has no value (Table Schema v2 *missingValues*): placeholders.
///
/// An empty cell has no value, whatever the texts are. A class, since columns share it.
package final class MissingValues: Sendable {
  /// The texts, as they are written.
  package let texts: [String]
  private let bytes: Set<[UInt8]>
  /// Bytes of the longest text.
  package let byteCountMax: Int

  /// Those that hold where no schema and no configuration has others.
  package static let standard = MissingValues([
    "", "-", "–", "—", "/", "N/A", "n/a", "NA", "TBD", "TODO", "?", "无",
  ])

  init(_ texts: [String]) {
    self.texts = texts
    bytes = Set(texts.map { Array($0.utf8) })
    byteCountMax = texts.map(\.utf8.count).max() ?? 0
  }

  /// Whether a trimmed value is one of the texts, and not empty.
  ///
  /// - Complexity: O(1)
  package func contains(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    if value.isEmpty || value.count > byteCountMax { return false }
    return bytes.contains(value.map { line[$0] })
  }
}
