import CatalogSchema
import ConfigurationFiles
import LineStore
import System

/// `mdcatalog schema validate`: checks a configuration or schema file.
struct SchemaValidation {
  let console: Console

  func run(_ name: String?) throws(UsageError) -> Int32 {
    if let name { return isValid(try read(name)) ? 0 : 2 }
    guard let place = ConfigurationFile.place(above: AbsolutePath("here.md")) else {
      console.complain(
        "no \(ConfigurationFile.name) in this folder or above: the built-in schema is in force")
      return 0
    }
    var file = ConfigurationFile.read(place.text)
    file.path = place.relative(to: AbsolutePath.currentFolder)
    return isValid(file) ? 0 : 2
  }

  private func read(_ name: String) throws(UsageError) -> ConfigurationFile {
    do throws(FileError) {
      return try ConfigurationFile.read(name, as: .either)
    } catch {
      throw UsageError(message: "\(TerminalText.name(name)): \(error.message)")
    }
  }

  private func isValid(_ file: ConfigurationFile) -> Bool {
    let name = TerminalText.shown(file.path)
    var reader = ProblemReader(LineText(ContiguousArray(file.source)))
    for problem in file.problems.map({ reader.read($0) }) {
      let message = TerminalText.shown(problem.message)
      console.print("\(name):\(problem.place.start): \(message)\n")
    }
    if file.problems.isEmpty { console.print("\(name): valid\n") }
    return file.problems.isEmpty
  }
}
