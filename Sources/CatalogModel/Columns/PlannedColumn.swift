package import CatalogSchema

/// A column of a table: its header, and what the table's schema says of it.
///
/// A class, since it is handed around for each cell.
package final class PlannedColumn: Sendable {
  /// The header as the table has it, without markup.
  package let header: String
  /// The schema's column, nil for free text.
  package let column: Column?
  /// The column's terms, nil for a column without a vocabulary.
  package let vocabulary: Vocabulary?
  /// What every cell is checked against.
  let requirements: ColumnRequirements
  /// The traits that all cells of the column have.
  let traits: CellTraits
  /// The texts that are no value.
  package let missingValues: MissingValues
  /// Bytes of the longest of them; longer values are not compared.
  private let placeholderByteCountMax: Int
  /// What the column's values were found to be.
  let memo = ValueMemo()

  /// A column from its parts.
  package init(
    header: String, column: Column?, vocabulary: Vocabulary?,
    missingValues: MissingValues = .standard
  ) {
    self.header = header
    self.column = column
    self.vocabulary = vocabulary
    requirements = ColumnRequirements(column)
    self.missingValues = column?.missingValues ?? missingValues
    placeholderByteCountMax = self.missingValues.byteCountMax
    traits = CellTraits(requirements, hasVocabulary: vocabulary != nil)
  }

  /// Whether a value is a placeholder for one; a term is a value.
  package func isPlaceholder(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.count <= placeholderByteCountMax && missingValues.contains(line, value)
      && vocabulary?.matchLabel(line, value).known == nil
  }
}
