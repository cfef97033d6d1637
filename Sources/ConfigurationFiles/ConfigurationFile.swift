import CatalogModel
package import CatalogSchema
package import System

/// A configuration file, found upwards from a Markdown file.
package struct ConfigurationFile: Sendable {
  /// The name of configuration files.
  package static let name = ".mdcatalog.json"

  /// The path.
  package var path: String
  /// Its bytes.
  package var source: [UInt8]
  /// The configuration.
  package var configuration: Configuration
  /// The problems in it.
  package var problems: [ConfigurationProblem]

  /// The nearest configuration file above a file; nil without one.
  package static func above(_ path: String) -> ConfigurationFile? {
    place(above: AbsolutePath(path)).map { read($0.text) }
  }

  /// The path of the nearest configuration file above a file; nil without one.
  package static func place(above file: AbsolutePath) -> AbsolutePath? {
    var folder = file.folder
    while true {
      let candidate = folder.appending(name)
      if FileSystem.exists(candidate.text) { return candidate }
      if folder.names.isEmpty { return nil }
      folder = folder.folder
    }
  }

  /// Reads a configuration file; one that cannot be read is the standard configuration with a
  /// problem.
  package static func read(_ path: String) -> ConfigurationFile {
    do throws(FileError) {
      return try read(path, as: .configuration)
    } catch {
      let problem = ConfigurationProblem(
        message: "Cannot read the configuration: \(error.message)", byteRange: 0..<0)
      return ConfigurationFile(
        path: path, source: [], configuration: .standard, problems: [problem])
    }
  }

  /// Reads a file that may be a schema, which is a configuration with that schema alone.
  package static func read(
    _ path: String, as content: Configuration.Content
  ) throws(FileError) -> ConfigurationFile {
    let source = Array(
      try FileSystem.contents(of: path, byteCountMax: SchemaLimits.byteCountMax).bytes)
    let isNamed = path.split(separator: "/").last.map(String.init) == name
    let (configuration, problems) = Configuration.read(
      source, as: content == .either && isNamed ? .configuration : content)
    return ConfigurationFile(
      path: path, source: source, configuration: configuration, problems: problems)
  }
}
