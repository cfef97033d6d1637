package import CatalogSchema
package import LineStore

/// Reading a text, and bringing a catalog up to date with edits.
extension Catalog {
  /// Reads a text.
  ///
  /// - Complexity: O(bytes)
  package init(
    _ text: LineText, configuration: Configuration = .standard, rules: RuleRegistry = .standard
  ) {
    self.init(unread: text, configuration: configuration, rules: rules)
    CatalogUpdate.run(LineSplice(of: text), on: &self)
  }

  /// Reads UTF-8 bytes.
  package init(
    utf8: ContiguousArray<UInt8>, configuration: Configuration = .standard,
    rules: RuleRegistry = .standard
  ) {
    self.init(LineText(utf8), configuration: configuration, rules: rules)
  }

  /// Applies one edit; a place outside the text is clamped.
  ///
  /// - Complexity: O(block + rows touched); where an edit changes what the lines after it mean,
  ///   those lines too
  package mutating func apply(_ edit: TextEdit) {
    applyToText(edit)
    catchUp()
  }

  /// Applies one edit to the text; nothing else may be asked for until the catalog catches up.
  /// Edits near each other are then read as one.
  ///
  /// - Complexity: O(block), and what it takes to catch up if the edit before was elsewhere
  @discardableResult
  package mutating func applyToText(_ edit: TextEdit) -> LineSplice {
    if let textChange, !textChange.isNear(edit, in: text) { catchUp() }
    let splice = text.apply(edit)
    textChange = textChange?.followed(by: splice) ?? splice
    return splice
  }

  /// Whether the text changed since all else was brought up to date.
  package var isBehindText: Bool { textChange != nil }

  /// Brings what is known up to date with the text.
  ///
  /// - Complexity: as `apply`
  package mutating func catchUp() {
    guard let textChange else { return }
    self.textChange = nil
    CatalogUpdate.run(textChange, on: &self)
  }

  /// Applies edits that all refer to the current text and do not overlap.
  package mutating func apply(together edits: [TextEdit]) {
    for edit in edits.sorted(by: { $0.start > $1.start }) { applyToText(edit) }
    catchUp()
  }
}
