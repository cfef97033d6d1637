import CatalogModel
import CatalogSchema
import LineStore
import ProtocolTypes

/// A configuration file that is open: its text is what the editor shows, not what is in force.
struct ConfigurationText: Sendable {
  let uri: String
  private(set) var version: Int?
  private(set) var text: LineText
  /// Whether what is wrong in it is still to be told.
  var needsDiagnostics = true

  /// A file as it is opened.
  init(uri: String, version: Int?, text: ContiguousArray<UInt8>) {
    self.uri = uri
    self.version = version
    self.text = LineText(text)
  }

  /// Whether a document is one, by its name.
  static func isNamed(_ uri: String) -> Bool {
    FileURI.path(uri)?.split(separator: "/").last.map(String.init) == ConfigurationFile.name
  }

  /// Applies the changes of a message.
  mutating func apply(_ changes: [ContentChange], version: Int?, _ converter: PositionConverter) {
    for change in changes {
      switch change {
      case .whole(let bytes): text = LineText(bytes)
      case .part(let range, let bytes):
        let place = converter.range(range, in: text)
        text.apply(
          TextEdit(start: place.lowerBound, end: place.upperBound, replacement: Array(bytes)))
      }
    }
    self.version = version ?? self.version
    needsDiagnostics = true
  }

  /// What is wrong in the text.
  var problems: [ConfigurationProblem] { Configuration.read(Array(text.bytes)).problems }
}
