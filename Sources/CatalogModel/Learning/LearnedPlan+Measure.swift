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

  /// Whether a column holds terms: most of its values are repeated, and few are different. A column
  /// that was known to hold terms keeps them for longer.
  package static func speaksForTerms(
    repeatedCount: Int, valueCount: Int, frequentCount: Int, hasBeenTerms: Bool = false
  ) -> Bool {
    repeatedCount * 100 >= valueCount * (hasBeenTerms ? 60 : 75)
      && (1...termCountMax).contains(frequentCount)
  }

  /// The one repeated value that a rare one may be a misspelling of.
  package static func frequentLabel(near value: String, in vocabulary: Vocabulary) -> String? {
    LearnedSpelling(vocabulary).frequentLabel(near: value)
  }
}
