import CatalogModel
import LineStore
import ProtocolTypes

extension ConfigurationStore.InForce {
  private static let noRules = RuleRegistry([])

  /// The catalog of a text.
  fileprivate func catalog(_ text: LineText) -> Catalog {
    Catalog(
      text, configuration: configuration, rules: failure == nil ? .standard : Self.noRules)
  }
}

/// An open catalog.
struct Document: PositionConverting, Sendable {
  /// The URI as the client writes it.
  let uri: String
  /// The version that the client gave the text.
  private(set) var version: Int?
  let encoding: PositionEncoding
  /// The catalog. After an edit only its text may be read before `prepare`.
  private(set) var catalog: Catalog
  /// The configuration in force; the catalog follows in `prepare`.
  private(set) var configuration: ConfigurationStore.InForce
  /// The number of the configuration that the catalog was read by.
  private var readConfigurationNumber: Int
  /// The lines that the last message changed.
  private(set) var editedLines = EditedLines()
  /// Whether diagnostics of this text are still to be published.
  var needsDiagnostics = true
  /// Whether a request named a position in it, so that one about mentions may follow.
  var isAskedAbout = false

  /// A document as it is opened.
  init(
    uri: String, version: Int?, text: ContiguousArray<UInt8>, _ encoding: PositionEncoding,
    configuration: ConfigurationStore.InForce
  ) {
    self.uri = uri
    self.version = version
    self.encoding = encoding
    self.configuration = configuration
    readConfigurationNumber = configuration.number
    catalog = configuration.catalog(LineText(text))
  }

  var text: LineText { catalog.text }

  /// Applies the changes of a message, one after another.
  ///
  /// A whole text of an older version is ignored: some clients send it late. Other changes are
  /// applied in any case, and the version never decreases.
  mutating func apply(_ changes: [ContentChange], version: Int?) {
    if changes.contains(where: \.isWhole), let version, let known = self.version, version < known {
      return
    }
    self.version = version.map { max($0, self.version ?? $0) } ?? self.version
    editedLines = EditedLines()
    for change in changes { apply(change) }
    needsDiagnostics = true
  }

  private mutating func apply(_ change: ContentChange) {
    switch change {
    case .whole(let text):
      guard let edit = catalog.text.edit(to: text) else { return }
      if edit.replacement.count < text.count / 2 { return apply(edit) }
      catalog = configuration.catalog(LineText(text))
      readConfigurationNumber = configuration.number
      editedLines = EditedLines()
    case .part(let range, let text): apply(edit(range, text))
    }
  }

  private mutating func apply(_ edit: TextEdit) {
    let splice = catalog.applyToText(edit)
    editedLines.add(splice.inserted, lineShift: splice.lineShift)
  }

  // MARK: Configuration

  /// Sets another configuration in force.
  mutating func use(_ configuration: ConfigurationStore.InForce) {
    self.configuration = configuration
    needsDiagnostics = true
  }

  /// Updates the catalog to its text and the configuration in force.
  ///
  /// - Complexity: O(bytes) after a change of the configuration, else O(edited lines)
  mutating func prepare() {
    if readConfigurationNumber == configuration.number { return catalog.catchUp() }
    readConfigurationNumber = configuration.number
    catalog = configuration.catalog(catalog.text)
  }

  /// Whether edits may be offered.
  var isEditable: Bool { configuration.failure == nil }

  /// Whether the catalog is older than its text.
  var hasUnreadEdits: Bool { catalog.isBehindText }

  /// Whether the index of words is incomplete and may be needed.
  var hasUnindexedWords: Bool { isAskedAbout && catalog.hasUnindexedWords }

  /// Indexes the words of the next bytes of the text.
  mutating func indexWords(byteCountMax: Int) { catalog.indexWords(byteCountMax: byteCountMax) }
}
