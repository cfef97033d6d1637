/// A format that tables are exported to. Each is declared in a file of its own and listed in
/// `ExportFormats`.
package struct ExportFormat: Sendable {
  /// An option that only some formats take.
  package enum Option: String, Sendable {
    case splitLinks = "--split-links"
    case raw = "--raw"
    case output = "--output"
  }

  /// Tables ready to be written.
  package struct Document {
    /// What the format cannot express, for people, with the 0-based line of a table's header.
    package var notes: [(line: Int?, message: String)] = []
    /// Writes the document.
    package var write: (ByteSink) -> Void = { _ in }
    /// The files of the document as a folder.
    package var files: () -> [(name: String, bytes: ContiguousArray<UInt8>)] = { [] }
  }

  /// The value of `--to`.
  package let name: String
  /// The options it takes.
  package var options: Set<Option> = []
  /// Whether it holds exactly one table.
  package var isOfOneTable = true
  /// Whether it can be written without any table.
  package var takesNoTable = false
  /// Whether it depends on the schema, not only on the cells' texts.
  package var needsSchema = false
  /// Whether cells after the last column are left out.
  package var leavesOutExtraCells = true
  /// Prepares a document.
  package let document: @Sendable (ExportSource) -> Document
}
