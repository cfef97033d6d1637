package import CatalogSchema

/// When a column is taken to repeat terms: one measure for all that learns from tables.
extension LearnedPlan {
  /// Rows below which nothing is learned.
  package static let rowCountMin = 8
  /// How often a value must occur in a column to count as repeated.
  package static let frequentCountMin = 3
  /// Bytes of a value, at most.
  package static let valueByteCountMax = 48
  /// Different values that a vocabulary has, at most.
  private static let termCountMax = 64

  /// How often a value must occur for a unique one with another letter to be its misspelling.
  package static let substitutedCountMin = 5

  /// Whether a column holds terms: most of its values are repeated, and few are different.
  package static func speaksForTerms(
    repeatedCount: Int, valueCount: Int, frequentCount: Int
  ) -> Bool {
    repeatedCount * 100 >= valueCount * 75 && (1...termCountMax).contains(frequentCount)
  }

  /// The one repeated value that a rare one is written otherwise than, or may be a typo of.
  ///
  /// - Parameters:
  ///   - count: how often the rare value occurs
  ///   - isOften: whether a repeated value occurs at least `substitutedCountMin` times
  /// - Complexity: O(labels × value)
  package static func frequentLabel(
    near line: Span<UInt8>, _ range: Range<Int>, in vocabulary: Vocabulary, count: Int,
    isOften: (TermID) -> Bool
  ) -> String? {
    var match = vocabulary.matchLabel(line, range)
    if match == .unknown {
      match = vocabulary.near(line, range) { count == 1 && isOften($0) }
    }
    return match.meant.map { vocabulary[$0].prefLabel }
  }
}
