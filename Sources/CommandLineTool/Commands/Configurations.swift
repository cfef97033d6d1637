import CatalogSchema
import ConfigurationFiles
import System

/// A configuration with what is known of the files that it comes from.
struct FoundConfiguration {
  var configuration: Configuration
  /// Whether a file is broken: then nothing is written by what is left of it.
  var isBroken: Bool
}

/// The configuration of each text, each file read once.
struct Configurations {
  /// The schema file that takes the place of all schemas, where one was named.
  private let schemaFile: ConfigurationFile?
  private var byFolder: [AbsolutePath: FoundConfiguration] = [:]
  private var files: [AbsolutePath: ConfigurationFile] = [:]
  private let currentFolder = AbsolutePath.currentFolder

  /// With a schema file, its schema alone counts; rules and style are those of the configurations.
  init(schemaFile path: String?) throws(UsageError) {
    guard let path else {
      schemaFile = nil
      return
    }
    do throws(FileError) { schemaFile = try ConfigurationFile.readSchema(path) } catch {
      throw UsageError(message: "\(TerminalText.name(path)): \(error.message)")
    }
  }

  /// The files that were read and are broken.
  var broken: [ConfigurationFile] {
    ([schemaFile].compactMap { $0 } + files.values).filter { !$0.problems.isEmpty }
  }

  /// The configuration for a file, be it there or not.
  mutating func configuration(ofFile name: String) -> FoundConfiguration {
    let path = AbsolutePath(name)
    if let known = byFolder[path.folder] { return known }
    let place = ConfigurationFile.place(above: path)
    let file = place.map { read($0) }
    var found = FoundConfiguration(
      configuration: file?.configuration ?? .standard,
      isBroken: file.map { !$0.problems.isEmpty } ?? false)
    if let schemaFile {
      found.configuration = found.configuration.with(schemasOf: schemaFile.configuration)
      found.isBroken = found.isBroken || !schemaFile.problems.isEmpty
    }
    if let place, found.configuration.hasSchemasOfFiles {
      found.configuration = found.configuration.forFile(path.names(inFolderOf: place))
    } else {
      byFolder[path.folder] = found
    }
    return found
  }

  private mutating func read(_ place: AbsolutePath) -> ConfigurationFile {
    if let known = files[place] { return known }
    var file = ConfigurationFile.read(place.text)
    file.path = shown(place)
    files[place] = file
    return file
  }

  /// Relative to the current folder where it stands in it.
  private func shown(_ place: AbsolutePath) -> String {
    place.isInside(currentFolder) ? place.relative(to: currentFolder) : place.text
  }
}
