import CatalogModel
import CatalogSchema
import LineStore
import ProtocolTypes

/// An open catalog.
struct Document: Sendable {
  /// As the client writes it.
  let uri: String
  /// The client's number for the text.
  private(set) var version: Int?
  /// The text and what is known of it; nothing but the text may be asked for before `prepare`.
  private(set) var catalog: Catalog
  /// What it is to be read by, once somebody asks.
  private(set) var configuration: ConfigurationStore.InForce
  /// What the catalog was read by.
  private var readConfigurationNumber: Int
  /// The lines that the last message changed.
  private(set) var changedLines = ChangedLines()
  /// Whether diagnostics of this text are still to be sent.
  var needsDiagnostics = true
  /// Whether a place of it was asked about, so that mentions may be.
  var isAskedAbout = false

  /// A document as it is opened.
  init(
    uri: String, version: Int?, text: ContiguousArray<UInt8>,
    configuration: ConfigurationStore.InForce
  ) {
    self.uri = uri
    self.version = version
    self.configuration = configuration
    readConfigurationNumber = configuration.number
    catalog = Catalog(utf8: text, configuration: configuration.configuration)
  }

  /// Applies the changes of a message, one after another.
  ///
  /// A whole text of an older version is left aside: some clients send it late, and it is stale.
  /// Parts are applied as they come; the version stays the highest, as the client counts.
  mutating func apply(_ changes: [ContentChange], version: Int?, _ converter: PositionConverter) {
    if changes.contains(where: \.isWhole), let version, let known = self.version, version < known {
      return
    }
    self.version = version.map { max($0, self.version ?? $0) } ?? self.version
    changedLines = ChangedLines()
    for change in changes { apply(change, converter) }
    needsDiagnostics = true
  }

  private mutating func apply(_ change: ContentChange, _ converter: PositionConverter) {
    switch change {
    case .whole(let text):
      guard let edit = catalog.text.edit(to: text) else { return }
      if edit.replacement.count < text.count / 2 { return apply(edit) }
      catalog = Catalog(utf8: text, configuration: catalog.configuration)
      changedLines = ChangedLines()
    case .part(let range, let text):
      let place = converter.range(range, in: catalog.text)
      apply(
        TextEdit(start: place.lowerBound, end: place.upperBound, replacement: Array(text)))
    }
  }

  private mutating func apply(_ edit: TextEdit) {
    let splice = catalog.applyToText(edit)
    changedLines.add(splice.inserted, lineShift: splice.lineShift)
  }

  // MARK: Configuration

  /// Has the text read by another configuration, once somebody asks.
  mutating func use(_ configuration: ConfigurationStore.InForce) {
    self.configuration = configuration
    needsDiagnostics = true
  }

  /// Reads what changed, by the configuration in force.
  ///
  /// - Complexity: O(bytes) after a change of the configuration, else what the edits touch
  mutating func prepare() {
    if readConfigurationNumber == configuration.number { return catalog.catchUp() }
    readConfigurationNumber = configuration.number
    catalog = Catalog(catalog.text, configuration: configuration.configuration)
  }

  /// Whether edits were made that nobody has read yet.
  var hasUnreadEdits: Bool { catalog.isBehindText }

  /// Whether words wait to be indexed: nobody needs them where no place is asked about.
  var hasUnindexedWords: Bool { isAskedAbout && catalog.hasUnindexedWords }

  /// Indexes the words of some more of the text.
  mutating func indexWords(byteCountMax: Int) { catalog.indexWords(byteCountMax: byteCountMax) }
}
