import CatalogSchema

/// The texts about a term.
enum TermText {
  /// Definition, code and number of rows.
  static func lines(_ term: Term, rowCount: Int) -> [CardLine] {
    var lines: [CardLine] = []
    if let definition = term.definition { lines.append(.text(definition)) }
    if let notation = term.notation { lines.append(.text("DICOM modality: \(notation)")) }
    lines.append(uses(rowCount))
    return lines
  }

  /// The whole card.
  static func card(_ vocabulary: Vocabulary, _ id: TermID, rowCount: Int) -> [CardLine] {
    let term = vocabulary[id]
    var lines: [CardLine] = [.title(term.prefLabel, link: nil)]
    if let definition = term.definition { lines.append(.text(definition)) }
    if let notation = term.notation { lines.append(.field("DICOM modality", [notation])) }
    if !term.otherLabels.isEmpty { lines.append(.field("Also", term.otherLabels)) }
    if let broader = term.broader { lines.append(.field("Broader", [broader])) }
    let narrower = vocabulary.narrower(than: id).map { vocabulary[$0].prefLabel }
    if !narrower.isEmpty { lines.append(.field("Narrower", narrower)) }
    lines.append(uses(rowCount))
    return lines
  }

  private static func uses(_ count: Int) -> CardLine {
    .text(count == 1 ? "1 row uses it" : "\(count) rows use it")
  }

  /// A number of rows.
  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
