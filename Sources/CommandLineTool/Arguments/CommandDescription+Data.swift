/// The commands that take data out of catalogs and into them.
extension CommandDescription {
  private static let table = Option(
    name: "--table", valueName: "N", summary: "The table with this number, from 1")
  private static let raw = Option(
    name: "--raw", summary: "CSV and TSV without the guard against formulas")
  private static let cellNotes = [
    "A cell is its Markdown source without blanks at its ends: links, escapes and \\| stay.",
    "Formula guard: in CSV and TSV a cell that begins with = + - @ gets an apostrophe before",
    "it, and so does one that has apostrophes before such a beginning; numbers and dashes",
    "stay. One apostrophe less gives the cell back, which import does.",
  ]

  static let export = CommandDescription(
    name: "export", operands: "--to FORMAT FILE or -", summary: "Print the tables as data",
    options: [
      choice("--to", "FORMAT", of: ExportCommand.Format.self),
      table,
      Option(
        name: "--split-links", summary: "Names and addresses in two columns, “X” and “X URL”"),
      raw,
      Option(
        name: "--output", valueName: "FOLDER",
        summary: "Data Package: a folder with CSV files, not one file", values: .files),
      schemaFile, stdinFilename,
    ],
    notes: [
      "json has all tables, each row with the cells that it has. The other formats have",
      "records: a row has a field for each column, what it lacks is empty. ndjson, csv, tsv and",
      "html are of one table; a Data Package and a Croissant dataset hold all.", "",
    ] + cellNotes, operandValues: [.files])

  static let importing = CommandDescription(
    name: "import", operands: "--from FORMAT --into CATALOG FILE or -",
    summary: "Add data to a catalog, or update its rows",
    options: [
      choice("--from", "FORMAT", of: ImportCommand.Format.self),
      Option(
        name: "--into", valueName: "CATALOG",
        summary: "The file with the table; made where there is none",
        values: .files),
      table,
      Option(
        name: "--key", valueName: "COLUMN",
        summary: "What tells rows apart; else the schema's key, or the first column"),
      Option(name: "--diff", summary: "Show what would change; write nothing"),
      raw, Option(name: "--quiet", summary: "Print no summary"), schemaFile,
    ],
    notes: [
      "Columns are matched by header, rows by the name in the key column (case, -, _ and blanks",
      "do not count). A row that is there gets the values that differ; a name without a link",
      "leaves the link. Others become rows at their sorted places, in the order of the data where",
      "the table has no rows or no order. Several records of one name are for as many rows of that",
      "name, in order, or all new. A line's end becomes <br>, a pipe \\|. All else stays, byte for",
      "byte. Nothing is written where anything is wrong.",
      "",
    ] + cellNotes, operandValues: [.files])

  static let stats = CommandDescription(
    name: "stats", operands: "FILE or -", summary: "Count rows, values, and what goes together",
    options: [
      choice("--output-format", "FORMAT", of: StatsCommand.Format.self), table, schemaFile,
      stdinFilename,
    ], operandValues: [.files])
}
