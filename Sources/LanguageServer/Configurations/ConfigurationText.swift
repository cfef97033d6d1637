import CatalogModel
import CatalogSchema
import ConfigurationFiles
import LineStore
import ProtocolTypes
import System

/// An open configuration file. What is in force is the file on disk, not this text.
struct ConfigurationText: PositionConverting, Sendable {
  let uri: String
  private(set) var version: Int?
  let encoding: PositionEncoding
  private(set) var text: LineText
  /// Whether its diagnostics are still to be published.
  var needsDiagnostics = true

  /// A file that is opened.
  init(
    uri: String, version: Int?, text: ContiguousArray<UInt8>, _ encoding: PositionEncoding
  ) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    self.text = LineText(text)
  }

  /// Whether a URI names a configuration file.
  static func isNamed(_ uri: String) -> Bool {
    FileURI.path(uri)?.split(separator: "/").last.map(String.init) == ConfigurationFile.name
  }

  /// Applies the changes of a message.
  mutating func apply(_ changes: [ContentChange], version: Int?) {
    for change in changes {
      switch change {
      case .whole(let bytes): text = LineText(bytes)
      case .part(let range, let bytes): text.apply(edit(range, bytes))
      }
    }
    self.version = version ?? self.version
    needsDiagnostics = true
  }

  /// The problems of the text.
  var problems: [ConfigurationProblem] { Configuration.read(Array(text.bytes)).problems }
}
