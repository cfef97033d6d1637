import CatalogData
import CatalogModel
import LineStore
import System

/// `mdcatalog import`: adds data to a table of a catalog, or updates its rows.
struct ImportCommand: Command {
  static let description = CommandDescription(
    name: "import", operands: "--from FORMAT --into CATALOG FILE or -",
    summary: "Add data to a catalog, or update its rows",
    options: [
      .choice("--from", "FORMAT", of: ImportFormats.all),
      Option(
        name: "--into", valueName: "CATALOG",
        summary: "The file with the table, created if it does not exist", values: .files),
      .table,
      Option(
        name: "--key", valueName: "COLUMN",
        summary: "The column that identifies rows (default: the schema's key, or the first)"),
      Option(
        name: "--delimiter", valueName: "CHAR",
        summary: "The character between fields of csv or tsv (default: found by the first line)"),
      .diff, .raw, Option(name: "--quiet", summary: "Print no summary"), .schema,
    ],
    notes: [
      "Columns are matched by header, rows by the name in the key column (ignoring case, -, _ and",
      "spaces). A matched row gets the values that differ; a name without a link keeps the row's",
      "link. Other records become rows at their sorted places, or in the order of the data if the",
      "table has no rows or is unsorted. N records of one name match N rows of that name in order,",
      "or are all new. Line endings become <br>, pipes \\|. All else stays byte for byte. Nothing",
      "is written if anything is wrong.",
      "",
    ] + FormulaGuardNotes.lines, operandValues: [.files])

  /// The most problems and notes listed.
  private static let messageCountMax = 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let invocation: Invocation
  private let format: ImportFormat
  private let source: String
  private let target: String
  private let delimiter: UInt8?

  init(invocation: Invocation) throws(UsageError) {
    self.invocation = invocation
    let arguments = invocation.arguments
    format = try arguments.requiredChoice("--from", of: ImportFormats.all)
    guard arguments.operands.count == 1, let source = arguments.operands.first else {
      throw UsageError(message: "import takes one data file")
    }
    guard let target = arguments["--into"] else {
      throw UsageError(message: "import needs a catalog: --into CATALOG")
    }
    if target == "-" { throw UsageError(message: "--into takes a file, not stdin") }
    for option in ["--raw", "--delimiter"] where arguments.has(option) && !format.isDelimited {
      let names = ImportFormats.all.filter(\.isDelimited).names.joined(separator: ", ")
      throw UsageError(message: "\(option) is for --from \(names), not for \(format.name)")
    }
    delimiter = try arguments["--delimiter"].map(Self.delimiter)
    self.source = source
    self.target = target
  }

  /// The byte of a delimiter, which may be written as `\t` or `tab`.
  private static func delimiter(_ text: String) throws(UsageError) -> UInt8 {
    if text == "\\t" || text == "tab" { return UInt8(ascii: "\t") }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != 0x0A,
      byte != 0x0D, byte != UInt8(ascii: "\""),
      !Character(Unicode.Scalar(byte)).isLetter, !Character(Unicode.Scalar(byte)).isNumber
    else {
      throw UsageError(
        message: "--delimiter takes one character such as ; or \\t, no letter, digit or quote")
    }
    return byte
  }

  func run() throws(UsageError) -> Int32 {
    guard let bytes = readSource(), let input = try readTarget() else { return 2 }
    let number = try arguments.number("--table")
    let outcome: CatalogImport.Outcome
    do throws(ImportFailure) {
      let data = try format.read(
        bytes, ImportFormat.Options(isGuarded: !arguments.has("--raw"), delimiter: delimiter))
      var catalog = Catalog(
        utf8: input.bytes, configuration: input.configuration.configuration)
      if let line = catalog.firstConflictLine {
        throw ImportFailure(
          "\(TerminalText.name(target)) has a merge conflict on line \(line + 1): "
            + "choose a side and remove the markers")
      }
      if catalog.tables.isEmpty, number == nil {
        catalog = try NewTable.adding(data, to: catalog)
      }
      let table = try table(for: data, in: catalog, number: number)
      outcome = try CatalogImport.run(data, into: table, of: catalog, key: arguments["--key"])
    } catch {
      say(error.problems)
      console.complain("nothing was written")
      return 2
    }
    say(outcome.notes)
    return put(outcome, input)
  }

  // MARK: Reading

  private func readSource() -> ContiguousArray<UInt8>? {
    do throws(FileError) {
      let bytes = try console.readText(source == "-" ? nil : source).bytes
      return bytes.starts(with: Self.byteOrderMark) ? ContiguousArray(bytes.dropFirst(3)) : bytes
    } catch {
      console.complain("\(sourceName): \(error.message)")
      return nil
    }
  }

  /// The catalog; empty if the file does not exist.
  private func readTarget() throws(UsageError) -> Input? {
    var configurations = try Configurations(schemaFile: arguments["--schema"])
    if FileSystem.exists(target) {
      try SingleInput.checkIsNoFolder(target, of: "--into")
      let inputs = try Inputs([target], stdinName: nil, configurations, console)
      return SingleInput.read(inputs)
    }
    let configuration = configurations.configuration(ofFile: target)
    for file in configurations.broken { console.complain(file) }
    return configuration.isBroken
      ? nil : Input(name: target, bytes: [], configuration: configuration, file: nil)
  }

  /// The table of `--table`, the only table, or the only one with the data's columns.
  private func table(
    for data: ImportData, in catalog: Catalog, number: Int?
  ) throws(ImportFailure) -> CatalogTable {
    let all = catalog.tables
    if let number {
      if number <= all.count { return all[number - 1] }
      throw ImportFailure(catalog.noTable(number, file: target))
    }
    if all.count == 1 { return all[0] }
    let fitting = all.filter { CatalogImport.fits(data, $0, of: catalog) }
    guard fitting.count == 1 else {
      let what = fitting.isEmpty ? "none with the data's columns" : "several with its columns"
      throw ImportFailure(
        "\(TerminalText.name(target)) has \(all.count) tables, \(what): "
          + "choose one with --table:\n" + catalog.tableListing)
    }
    return fitting[0]
  }

  // MARK: Writing

  private func put(_ outcome: CatalogImport.Outcome, _ input: Input) -> Int32 {
    let isChanged = outcome.bytes != input.bytes
    if arguments.has("--diff") {
      UnifiedDiff.write(
        from: input.bytes, to: outcome.bytes, file: input.name, to: console.output)
      return isChanged ? 1 : 0
    }
    do throws(FileError) {
      if let file = input.file {
        if isChanged { try FileReplacement.replace(file, with: outcome.bytes) }
      } else {
        try FileCreation.create(target, with: outcome.bytes)
      }
    } catch {
      console.complain(error, about: target)
      return 2
    }
    if !arguments.has("--quiet") {
      console.print(
        "\(TerminalText.shown(input.name)): \(counted(outcome.addedRowCount, "row")) added, "
          + "\(outcome.changedRowCount) changed, \(outcome.unchangedRowCount) unchanged\n")
    }
    return 0
  }

  private var sourceName: String { source == "-" ? "<stdin>" : TerminalText.name(source) }

  /// The place after the file's name.
  private static func suffix(_ place: ImportPlace?) -> String {
    switch place {
    case .line(let number): ":\(number)"
    case .column(let line, let column): ":\(line):\(column)"
    case .record(let number): ": record \(number)"
    case nil: ""
    }
  }

  private func say(_ problems: [ImportProblem]) {
    for problem in problems.prefix(Self.messageCountMax) {
      console.complain("\(sourceName)\(Self.suffix(problem.place)): \(problem.message)")
    }
    let rest = problems.count - Self.messageCountMax
    if rest > 0 { console.complain("… and \(rest) more") }
  }
}
