import CatalogModel
package import CatalogSchema

/// A `.mdcatalog.json`, found upwards from a file.
package struct ConfigurationFile: Sendable {
  /// The name looked for.
  package static let name = ".mdcatalog.json"
  /// Bytes beyond which a file is refused.
  package static let byteCountMax = SchemaLimits.byteCountMax

  /// Where it stands.
  package var path: String
  /// Its bytes.
  package var source: [UInt8]
  /// What it says.
  package var configuration: Configuration
  /// What is wrong in it.
  package var problems: [ConfigurationProblem]

  /// The nearest configuration above a file, nil where there is none.
  package static func above(_ path: String) -> ConfigurationFile? {
    place(above: AbsolutePath(path)).map { read($0.text) }
  }

  /// Where the nearest configuration above a file stands, nil where there is none.
  package static func place(above file: AbsolutePath) -> AbsolutePath? {
    var folder = file.folder
    while true {
      let candidate = folder.appending(name)
      if FileSystem.exists(candidate.text) { return candidate }
      if folder.names.isEmpty { return nil }
      folder = folder.folder
    }
  }

  /// Reads a configuration file; one that cannot be read is a problem and changes nothing.
  package static func read(_ path: String) -> ConfigurationFile {
    do throws(FileError) {
      return try read(path, by: Configuration.read)
    } catch {
      let problem = ConfigurationProblem(
        message: "The configuration cannot be read: \(error.message)", byteRange: 0..<0)
      return ConfigurationFile(
        path: path, source: [], configuration: .standard, problems: [problem])
    }
  }

  /// Reads a schema file, which stands for a configuration with that schema alone.
  package static func readSchema(_ path: String) throws(FileError) -> ConfigurationFile {
    try read(path, by: Configuration.readSchema)
  }

  private static func read(
    _ path: String,
    by reader: ([UInt8]) -> (configuration: Configuration, problems: [ConfigurationProblem])
  ) throws(FileError) -> ConfigurationFile {
    let source = Array(try FileSystem.contents(of: path, byteCountMax: byteCountMax).bytes)
    let (configuration, problems) = reader(source)
    return ConfigurationFile(
      path: path, source: source, configuration: configuration, problems: problems)
  }
}
