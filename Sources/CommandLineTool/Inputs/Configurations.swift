import CatalogSchema
import ConfigurationFiles
import System

/// A configuration and the state of its files.
struct FoundConfiguration {
  var configuration: Configuration
  /// The configuration file, for people; nil without one.
  var path: String?
  /// Whether a file is broken: then nothing is written.
  var isBroken: Bool
}

/// Finds the configuration of each text and reads each file once.
struct Configurations {
  /// The schema file that replaces all schemas, if one was named.
  private let schemaFile: ConfigurationFile?
  private var byFolder: [AbsolutePath: FoundConfiguration] = [:]
  private var files: [AbsolutePath: ConfigurationFile] = [:]
  private let currentFolder = AbsolutePath.currentFolder

  /// A schema file replaces the schemas of the configurations, not their rules and style.
  init(schemaFile path: String?) throws(UsageError) {
    guard let path else {
      schemaFile = nil
      return
    }
    do throws(FileError) { schemaFile = try ConfigurationFile.read(path, as: .schema) } catch {
      throw UsageError(message: "\(TerminalText.name(path)): \(error.message)")
    }
  }

  /// The broken files that were read.
  var broken: [ConfigurationFile] {
    ([schemaFile].compactMap { $0 } + files.values).filter { !$0.problems.isEmpty }
  }

  /// The configuration for a file that need not exist.
  mutating func configuration(ofFile name: String) -> FoundConfiguration {
    let path = AbsolutePath(name)
    if let known = byFolder[path.folder] { return known }
    let place = ConfigurationFile.place(above: path)
    let file = place.map { read($0) }
    var found = FoundConfiguration(
      configuration: file?.configuration ?? .standard, path: file?.path,
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

  /// Relative to the current folder if inside it.
  private func shown(_ place: AbsolutePath) -> String {
    place.isInside(currentFolder) ? place.relative(to: currentFolder) : place.text
  }
}
