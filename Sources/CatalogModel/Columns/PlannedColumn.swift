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
  let memo: ValueMemo
  /// The labels that the table's rows use; nil for the preferred ones.
  let labels: LabelsInUse?

  /// A column from its parts.
  package convenience init(
    header: String, column: Column?, vocabulary: Vocabulary?,
    missingValues: MissingValues = .standard
  ) {
    self.init(
      header: header, column: column, vocabulary: vocabulary, ColumnRequirements(column),
      column?.missingValues ?? missingValues, labels: nil, ValueMemo())
  }

  private init(
    header: String, column: Column?, vocabulary: Vocabulary?, _ requirements: ColumnRequirements,
    _ missingValues: MissingValues, labels: LabelsInUse?, _ memo: ValueMemo
  ) {
    self.header = header
    self.column = column
    self.vocabulary = vocabulary
    self.requirements = requirements
    self.missingValues = missingValues
    placeholderByteCountMax = missingValues.byteCountMax
    self.labels = labels
    self.memo = memo
    traits = CellTraits(requirements, hasVocabulary: vocabulary != nil)
  }

  /// Whether a value is a placeholder for one; a term is a value.
  package func isPlaceholder(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.count <= placeholderByteCountMax && missingValues.contains(line, value)
      && vocabulary?.matchLabel(line, value).known == nil
  }

  /// Whether a configuration says which values are right.
  var isConfigured: Bool {
    column?.isConfigured == true || vocabulary?.isConfigured == true
  }

  /// Whether the column of a schema is judged by what rows have in it.
  var needsEvidence: Bool {
    column?.isConfigured == false || vocabulary?.isConfigured == false
  }

  /// The same column as its rows show it; one of the list's own has no vocabulary.
  func judged(
    _ requirements: ColumnRequirements, isOwn: Bool, labels: LabelsInUse?
  ) -> PlannedColumn {
    PlannedColumn(
      header: header, column: column, vocabulary: isOwn ? nil : vocabulary, requirements,
      missingValues, labels: labels, isOwn ? ValueMemo() : memo)
  }
}
