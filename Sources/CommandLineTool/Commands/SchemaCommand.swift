import CatalogModel
import CatalogSchema
import LanguageServer
import LineStore

/// `mdcatalog schema show`: the schema in force, or the one each table of a file got.
struct SchemaCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.first == "show", arguments.operands.count <= 2 else {
      throw UsageError(message: "schema takes: show [FILE]")
    }
    var configurations = try Configurations(schemaFile: arguments["--schema"])
    guard arguments.operands.count == 2 else {
      let found = configurations.configuration(ofFile: "here.md")
      for schema in found.configuration.schemas { show(schema) }
      for file in configurations.broken { console.complain(file) }
      return found.isBroken ? 2 : 0
    }
    let operands = Array(arguments.operands.dropFirst())
    if (try? FileStatus(ofPath: operands[0]))?.kind == .folder {
      throw UsageError(
        message: "\(TerminalText.name(operands[0])) is a folder; schema show takes one file")
    }
    return try showTables(Inputs(operands, stdinName: nil, configurations, console))
  }

  private func showTables(_ inputs: Inputs) -> Int32 {
    var inputs = inputs
    var code: Int32 = 0
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): show(input)
      case .brokenConfiguration(let file):
        console.complain(file)
        code = 2
      case .unreadable: code = 2
      }
    }
    return code
  }

  private func show(_ input: Input) {
    let catalog = Catalog(
      utf8: input.bytes, configuration: input.configuration.configuration)
    for table in catalog.tables { show(table, TerminalText.shown(input.name)) }
    if catalog.tables.isEmpty {
      console.complain("\(TerminalText.name(input.name)): no tables")
    }
  }

  private func show(_ table: CatalogTable, _ path: String) {
    let name = table.plan.schema.map { "schema “\($0.name)”" } ?? "no schema: structure rules only"
    console.print(
      "\(path):\(table.headerLine + 1): \(name), \(counted(table.rowCount, "row"))\n")
    for planned in table.plan.columns {
      console.print("  \(TerminalText.shown(planned.header)): \(describe(planned))\n")
    }
  }

  private func describe(_ planned: TablePlan.PlannedColumn) -> String {
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
      let planned = TablePlan.PlannedColumn(
        header: column.title, column: column, vocabulary: schema.vocabulary(of: column))
      console.print("  \(column.title): \(describe(planned))\n")
    }
    for (name, vocabulary) in schema.vocabularies.sorted(by: { $0.key < $1.key }) {
      console.print("\nVocabulary “\(name)”:\n")
      for term in vocabulary.terms {
        let others = term.altLabels.isEmpty ? "" : " (\(term.altLabels.joined(separator: ", ")))"
        console.print("  \(term.prefLabel)\(others)\n")
      }
    }
  }
}
