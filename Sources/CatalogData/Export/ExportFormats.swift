/// The list of export formats: help, completions, manual page and errors derive from it.
package enum ExportFormats {
  /// All formats, in the order of the help.
  package static let all: [ExportFormat] = [
    .json, .ndjson, .csv, .tsv, .dataPackage, .croissant, .html,
  ]
}
