import CatalogFeatures
import CatalogModel
import LineStore
import System

/// `mdcatalog import`: brings data into a table of a catalog.
struct ImportCommand {
  /// What the data may be.
  enum Format: String, CaseIterable { case csv, tsv, json, ndjson }

  /// Problems and notes that are said one by one, at most.
  private static let messageCountMax = 20

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let arguments: Arguments
  private let console: Console
  private let format: Format
  private let source: String
  private let target: String

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    format = try arguments.requiredFormat("--from")
    guard arguments.operands.count == 1, let source = arguments.operands.first else {
      throw UsageError(message: "import takes one file of data")
    }
    guard let target = arguments["--into"] else {
      throw UsageError(message: "import needs a catalog: --into CATALOG")
    }
    if arguments.has("--raw"), format != .csv, format != .tsv {
      throw UsageError(message: "--raw is for CSV and TSV, not for --from \(format.rawValue)")
    }
    self.source = source
    self.target = target
  }

  func run() throws(UsageError) -> Int32 {
    guard let bytes = readSource(), let input = try readTarget() else { return 2 }
    let outcome: CatalogImport.Outcome
    do throws(ImportFailure) {
      let data = try parse(bytes)
      var catalog = Catalog(
        utf8: input.bytes, configuration: input.configuration.configuration)
      if catalog.tables.isEmpty, !arguments.has("--table") {
        catalog = try NewTable.adding(data, to: catalog)
      }
      let table = try table(for: data, in: catalog)
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
      let bytes = source == "-" ? try console.readInput() : try SourceFile(path: source).bytes
      if let offset = UTF8Check.firstBrokenByte(bytes) {
        throw FileError("not UTF-8 at byte offset \(offset)")
      }
      return bytes.starts(with: Self.byteOrderMark) ? ContiguousArray(bytes.dropFirst(3)) : bytes
    } catch {
      console.complain("\(sourceName): \(error.message)")
      return nil
    }
  }

  /// The catalog; an empty one where there is no such file yet.
  private func readTarget() throws(UsageError) -> Input? {
    if target == "-" { throw UsageError(message: "--into takes a file") }
    var configurations = try Configurations(schemaFile: arguments["--schema"])
    if FileSystem.exists(target) {
      guard (try? FileStatus(ofPath: target))?.kind != .folder else {
        throw UsageError(message: "--into takes a file; \(TerminalText.name(target)) is a folder")
      }
      var found: Input?
      var isBroken = false
      var inputs = try Inputs([target], stdinName: nil, configurations, console)
      while let step = inputs.nextStep() {
        switch step {
        case .text(let input): found = input
        case .brokenConfiguration(let file):
          isBroken = true
          console.complain(file)
        case .unreadable: isBroken = true
        }
      }
      return isBroken ? nil : found
    }
    let configuration = configurations.configuration(ofFile: target)
    for file in configurations.broken { console.complain(file) }
    return configuration.isBroken
      ? nil : Input(name: target, bytes: [], configuration: configuration, file: nil)
  }

  private func parse(_ bytes: ContiguousArray<UInt8>) throws(ImportFailure) -> ImportData {
    let isGuarded = !arguments.has("--raw")
    return switch format {
    case .csv: try DelimitedReader.read(bytes, .comma, isGuarded: isGuarded)
    case .tsv: try DelimitedReader.read(bytes, .tab, isGuarded: isGuarded)
    case .json: try JSONRecords.read(bytes)
    case .ndjson: try JSONRecords.read(lines: bytes)
    }
  }

  /// The table that is named, the only one, or the only one with the data's columns.
  private func table(
    for data: ImportData, in catalog: Catalog
  ) throws(ImportFailure) -> CatalogTable {
    let all = catalog.tables.enumerated().map { NumberedTable(number: $0 + 1, table: $1) }
    if let text = arguments["--table"] {
      guard let number = Int(text), let found = all.first(where: { $0.number == number }) else {
        throw ImportFailure(
          "there is no table \(text): \(TerminalText.name(target)) has "
            + counted(all.count, "table"))
      }
      return found.table
    }
    if all.count == 1 { return all[0].table }
    let fitting = all.filter { CatalogImport.fits(data, $0.table, of: catalog) }
    guard fitting.count == 1 else {
      let what = fitting.isEmpty ? "none has the data's columns" : "several have its columns"
      throw ImportFailure(
        "\(TerminalText.name(target)) has \(all.count) tables, and \(what); "
          + "choose one with --table:\n" + all.listing)
    }
    return fitting[0].table
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
        try FileReplacement.create(target, with: outcome.bytes)
      }
    } catch {
      console.complain("\(TerminalText.name(target)): \(error.message)")
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

  /// What stands behind the file's name.
  private static func suffix(_ place: ImportPlace?) -> String {
    switch place {
    case .line(let number): ":\(number)"
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
