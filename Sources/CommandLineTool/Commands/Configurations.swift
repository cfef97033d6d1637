import CatalogSchema
import LanguageServer

/// A configuration with the file that it comes from, nil for the built-in one.
struct FoundConfiguration {
  var configuration: Configuration
  var file: ConfigurationFile?

  /// Whether the file is broken: then nothing is written by what is left of it.
  var isBroken: Bool { file.map { !$0.problems.isEmpty } ?? false }
}

/// The configuration of each text, each file read once.
struct Configurations {
  private let fixed: FoundConfiguration?
  private var byFolder: [AbsolutePath: FoundConfiguration] = [:]
  private var byPlace: [AbsolutePath: FoundConfiguration] = [:]
  private let currentFolder = AbsolutePath.currentFolder

  /// With a schema file, that alone counts.
  init(schemaFile: String?) throws(UsageError) {
    guard let schemaFile else {
      fixed = nil
      return
    }
    do throws(FileError) {
      let file = try ConfigurationFile.readSchema(schemaFile)
      fixed = FoundConfiguration(configuration: file.configuration, file: file)
    } catch {
      throw UsageError(message: "\(schemaFile): \(error.message)")
    }
  }

  /// The files that were read and are broken.
  var broken: [ConfigurationFile] {
    ([fixed].compactMap { $0 } + byPlace.values).filter(\.isBroken).compactMap(\.file)
  }

  /// The configuration for a file, be it there or not.
  mutating func configuration(ofFile name: String) -> FoundConfiguration {
    if let fixed { return fixed }
    let path = AbsolutePath(name)
    if let known = byFolder[path.folder] { return known }
    let found = ConfigurationFile.place(above: path).map { read($0) }
    let configuration = found ?? FoundConfiguration(configuration: .standard)
    byFolder[path.folder] = configuration
    return configuration
  }

  private mutating func read(_ place: AbsolutePath) -> FoundConfiguration {
    if let known = byPlace[place] { return known }
    var file = ConfigurationFile.read(place.text)
    file.path = shown(place)
    let found = FoundConfiguration(configuration: file.configuration, file: file)
    byPlace[place] = found
    return found
  }

  /// Relative to the current folder where it stands in it.
  private func shown(_ place: AbsolutePath) -> String {
    place.isInside(currentFolder) ? place.relative(to: currentFolder) : place.text
  }
}
