package import CatalogSchema

/// A `.mdcatalog.json`, found upwards from a file.
package struct ConfigurationFile: Sendable {
  /// The name looked for.
  package static let name = ".mdcatalog.json"
  /// Bytes beyond which a file is refused.
  package static let byteCountMax = 4 << 20

  /// Where it stands.
  package var path: String
  /// Its bytes.
  package var source: [UInt8]
  /// What it says.
  package var configuration: Configuration
  /// What is wrong in it.
  package var problems: [ConfigurationProblem]

  /// The nearest configuration above an absolute path, nil where there is none.
  package static func above(_ path: String) -> ConfigurationFile? {
    var names = path.split(separator: "/").dropLast().filter { $0 != "." }
    while true {
      let folder = "/" + names.joined(separator: "/")
      let candidate = folder == "/" ? "/" + name : folder + "/" + name
      if FileSystem.kind(of: candidate) != nil { return read(candidate) }
      if names.popLast() == nil { return nil }
    }
  }

  /// Reads a configuration file; one that cannot be read is a problem and changes nothing.
  package static func read(_ path: String) -> ConfigurationFile {
    guard let source = FileSystem.contents(of: path, byteCountMax: byteCountMax) else {
      let problem = ConfigurationProblem(
        message: "The configuration cannot be read, or is larger than 4 MiB", byteRange: 0..<0)
      return ConfigurationFile(
        path: path, source: [], configuration: .standard, problems: [problem])
    }
    let (configuration, problems) = Configuration.read(source)
    return ConfigurationFile(
      path: path, source: source, configuration: configuration, problems: problems)
  }
}
