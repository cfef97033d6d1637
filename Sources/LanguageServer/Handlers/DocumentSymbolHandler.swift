import CatalogFeatures
import CatalogModel
import ProtocolTypes

/// LSP 3.17 *textDocument/documentSymbol*: headings, their tables, and the rows of these.
enum DocumentSymbolHandler: RequestHandler {
  typealias Message = DocumentSymbolRequest

  static func answer(_ params: Params, _ session: inout Session) throws(Failure) -> Reply {
    let document = try session.snapshot(params.uri)
    let isTree = session.client.hasHierarchicalSymbols
    return .items(byteCount: document.byteCount) { symbols throws(Interrupted) in
      try symbols.append(OutlineSection(of: document.catalog), document, isTree: isTree)
    }
  }
}

extension ItemWriter<Symbol> {
  /// Appends the tables and sections of a section: as children, or after it.
  fileprivate mutating func append(
    _ section: OutlineSection, _ document: DocumentSnapshot, isTree: Bool,
    in container: String? = nil
  ) throws(Interrupted) {
    for table in section.tables {
      try append(table, document, isTree: isTree, in: container)
    }
    for section in section.sections {
      guard let heading = section.heading else { continue }
      if isTree {
        try append(document.symbol(heading, .string)) { children throws(Interrupted) in
          try children.append(section, document, isTree: true)
        }
      } else {
        try append(document.flatSymbol(heading, .string, in: container))
        try append(
          section, document, isTree: false, in: DocumentSnapshot.shown(heading.name))
      }
    }
  }

  private mutating func append(
    _ table: CatalogTable, _ document: DocumentSnapshot, isTree: Bool, in container: String?
  ) throws(Interrupted) {
    let entry = Outline.entry(of: table, in: document.catalog)
    let rows = table.bodyLines.lazy.map {
      Outline.entry(ofRow: $0, in: table, of: document.catalog)
    }
    if isTree {
      try append(document.symbol(entry, .array)) { children throws(Interrupted) in
        for row in rows { try children.append(document.symbol(row, .object)) }
      }
    } else {
      let name = DocumentSnapshot.shown(entry.name)
      try append(document.flatSymbol(entry, .array, in: container))
      for row in rows { try append(document.flatSymbol(row, .object, in: name)) }
    }
  }
}
