/// The notes of `export` and `import` on cells.
enum FormulaGuardNotes {
  static let lines = [
    "A cell is its trimmed Markdown source: links, escapes and \\| stay as they are.",
    "Formula guard: in CSV and TSV a cell that begins with = + - @ gets a leading apostrophe,",
    "and so does such a cell with leading apostrophes; numbers and dashes stay. Import removes",
    "one apostrophe again.",
  ]
}
