import CatalogModel
import CatalogSchema
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
      let input = Input(name: "here.md", bytes: [], file: nil)
      for schema in configurations.configuration(of: input).schemas { show(schema) }
      return finish(configurations)
    }
    let file: SourceFile
    do { file = try SourceFile(path: arguments.operands[1]) } catch {
      throw UsageError(message: "\(arguments.operands[1]): \(error.message)")
    }
    let input = Input(name: file.path, bytes: file.bytes, file: file)
    let catalog = Catalog(
      utf8: ContiguousArray(file.bytes), configuration: configurations.configuration(of: input))
    for table in catalog.tables { show(table, file.path) }
    return finish(configurations)
  }

  private func finish(_ configurations: Configurations) -> Int32 {
    for problem in configurations.problems {
      console.complain("\(problem.file):\(problem.line):\(problem.column): \(problem.message)")
    }
    return configurations.problems.isEmpty ? 0 : 2
  }

  private func show(_ table: CatalogTable, _ path: String) {
    let name = table.plan.schema.map { "schema “\($0.name)”" } ?? "no schema: structure rules only"
    console.print("\(path):\(table.headerLine + 1): \(name), \(table.rowCount) rows\n")
    for planned in table.plan.columns {
      console.print("  \(planned.header): \(describe(planned))\n")
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
