import CatalogData
import CatalogModel
import CatalogSchema

/// `mdcatalog schema`: shows the schema in force or that of each table, infers one, or checks one.
struct SchemaCommand: Command {
  static let description = CommandDescription(
    name: "schema", operands: "show [FILE] | init FILE or - | validate [FILE]",
    summary: "Show the schema in force, infer one from tables, or check one",
    options: [.schema], operandValues: [.words(["show", "init", "validate"]), .files])

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    let operands = Array(arguments.operands.dropFirst())
    switch arguments.operands.first {
    case "show"? where operands.count <= 1: return try show(operands.first)
    case "init"? where operands.count == 1:
      return SchemaInit(console: console).run(try inputs(operands[0]))
    case "validate"? where operands.count <= 1:
      return try SchemaValidation(console: console).run(operands.first)
    default:
      throw UsageError(message: "schema takes: show [FILE], init FILE or -, validate [FILE]")
    }
  }

  private func inputs(_ name: String) throws(UsageError) -> Inputs {
    try SingleInput.checkIsNoFolder(name, of: "schema \(arguments.operands[0])")
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    return try Inputs([name], stdinName: nil, configurations, console)
  }

  private func show(_ name: String?) throws(UsageError) -> Int32 {
    if let name { return showTables(try inputs(name)) }
    var configurations = try Configurations(schemaFile: arguments["--schema"])
    let found = configurations.configuration(ofFile: "here.md")
    for schema in found.configuration.schemas { show(schema) }
    for file in configurations.broken { console.complain(file) }
    return found.isBroken ? 2 : 0
  }

  private func showTables(_ inputs: Inputs) -> Int32 {
    inputs.readAll(show) ? 0 : 2
  }

  private func show(_ input: Input) {
    let catalog = Catalog(
      utf8: input.bytes, configuration: input.configuration.configuration)
    for table in catalog.tables { show(table, catalog, TerminalText.shown(input.name)) }
    if catalog.tables.isEmpty {
      console.complain("\(TerminalText.name(input.name)): no tables")
    }
  }

  private func show(_ table: CatalogTable, _ catalog: Catalog, _ path: String) {
    let name = table.plan.schema.map { "schema “\($0.name)”" } ?? "no schema: structure rules only"
    console.print(
      "\(path):\(table.headerLine + 1): \(name), \(counted(table.rowCount, "row"))\n")
    for reason in reasons(catalog.schemaChoice(of: table)) { console.print("  (\(reason))\n") }
    for (planned, reasons) in zip(table.plan.columns, catalog.columnReasons(of: table)) {
      console.print("  \(TerminalText.shown(planned.header)): \(describe(planned))\n")
      for reason in reasons.map(ReasonsText.lines) ?? [] { console.print("    \(reason)\n") }
    }
  }

  private func reasons(_ choice: SchemaChoice) -> [String] {
    switch choice {
    case .fits: return ["its headers fit"]
    case .assigned: return ["the configuration assigns it to this file"]
    case .noHeaders(let schemas):
      return schemas.map { schema, lack in
        let key = schema.columns.first(where: \.isKey)?.title ?? "key"
        return switch lack {
        case .key: "“\(schema.name)” does not fit: no header names its key “\(key)”"
        case .termColumns: "“\(schema.name)” does not fit: no header names a vocabulary column"
        case .mostColumns:
          "“\(schema.name)” does not fit: the headers do not name most of its columns"
        }
      }
    }
  }

  private func describe(_ planned: PlannedColumn) -> String {
    guard let column = planned.column else { return "free text" }
    var words = [column.name]
    if let vocabulary = planned.vocabulary {
      words.append("terms of “\(vocabulary.name)” (\(vocabulary.terms.count))")
    }
    if column.isKey { words.append("key") }
    if column.isLinked { words.append("link") }
    if column.isSorted { words.append("sorted") }
    if column.isRequired { words.append("required") }
    return words.joined(separator: ", ")
  }

  private func show(_ schema: Schema) {
    console.print("Schema “\(schema.name)”: \(schema.title)\n")
    for column in schema.columns {
      let planned = PlannedColumn(
        header: column.title, column: column, vocabulary: schema.vocabulary(of: column))
      console.print("  \(column.title): \(describe(planned))\n")
    }
    for (name, vocabulary) in schema.vocabularies.sorted(by: { $0.key < $1.key }) {
      console.print("\nVocabulary “\(name)”:\n")
      for term in vocabulary.terms {
        let labels = term.otherLabels
        let others = labels.isEmpty ? "" : " (\(labels.joined(separator: ", ")))"
        console.print("  \(term.prefLabel)\(others)\n")
      }
    }
  }
}
