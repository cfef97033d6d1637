import CatalogSchema
import LanguageServer
import LineStore

/// One text to work on: a file or stdin.
struct Input {
  /// The name to show.
  var name: String
  var bytes: [UInt8]
  /// nil for stdin.
  var file: SourceFile?
}

/// Finds and reads what a command works on; what cannot be read is said on stderr.
struct Inputs {
  private(set) var all: [Input] = []
  /// Whether something could not be read.
  private(set) var hasFailed = false
  /// Whether the one input is stdin.
  let isStdin: Bool

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    isStdin = arguments.operands.contains("-")
    if isStdin {
      guard arguments.operands.count == 1 else {
        throw UsageError(message: "“-” stands alone: stdin is the one input")
      }
      let name = arguments["--stdin-filename"] ?? "<stdin>"
      add(Input(name: name, bytes: console.readInput(), file: nil), console)
      return
    }
    let finder = FileFinder(arguments.operands.isEmpty ? ["."] : arguments.operands)
    for path in finder.missing { fail("\(path): no such file or folder", console) }
    for path in finder.paths {
      do {
        let file = try SourceFile(path: path)
        add(Input(name: path, bytes: file.bytes, file: file), console)
      } catch {
        fail("\(path): \(error.message)", console)
      }
    }
    all.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    if all.isEmpty, !hasFailed { console.complain("nothing to check: no Markdown files found") }
  }

  private mutating func add(_ input: Input, _ console: Console) {
    if let offset = UTF8Check.firstBrokenByte(input.bytes) {
      fail("\(input.name): not UTF-8 at byte offset \(offset); nothing was changed", console)
    } else {
      all.append(input)
    }
  }

  private mutating func fail(_ message: String, _ console: Console) {
    hasFailed = true
    console.complain(message)
  }
}

/// The configuration of each input, and what is wrong in the files it comes from.
struct Configurations {
  private var byFolder: [String: ConfigurationFile?] = [:]
  private let fixed: Configuration?
  /// Problems of configuration files, each file once.
  private(set) var problems: [ReportedProblem] = []

  /// With a schema file, that alone counts.
  init(schemaFile: String?) throws(UsageError) {
    guard let schemaFile else {
      fixed = nil
      return
    }
    let file: SourceFile
    do { file = try SourceFile(path: schemaFile) } catch {
      throw UsageError(message: "\(schemaFile): \(error.message)")
    }
    let (configuration, problems) = Configuration.readSchema(file.bytes)
    fixed = configuration
    self.problems = problems.map { ReportedProblem($0, in: file.bytes, file: schemaFile) }
  }

  mutating func configuration(of input: Input) -> Configuration {
    if let fixed { return fixed }
    let here = FileSystem.currentFolder
    let path = input.name.hasPrefix("/") ? input.name : here + "/" + input.name
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    if let known = byFolder[folder] { return known?.configuration ?? .standard }
    let file = ConfigurationFile.above(path)
    byFolder[folder] = .some(file)
    if let file, !problems.contains(where: { $0.file == file.path }) {
      problems += file.problems.map { ReportedProblem($0, in: file.source, file: file.path) }
    }
    return file?.configuration ?? .standard
  }
}
