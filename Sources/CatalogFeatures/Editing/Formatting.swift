package import CatalogModel
package import CatalogSchema
package import LineStore

/// Formatting of tables (contract: tables only, no cell added, dropped or moved).
package enum Formatting {
  /// The edits that give all tables their layout: one for each changed line, in order.
  ///
  /// - Complexity: O(lines of the range); reads only the text of rows that change
  package static func edits(
    in catalog: Catalog, style: TableStyle, lines: Range<Int>? = nil
  ) -> [TextEdit] {
    (try? edits(in: catalog, style: style, lines: lines, .never)) ?? []
  }

  /// The same, unless interrupted.
  package static func edits(
    in catalog: Catalog, style: TableStyle, lines: Range<Int>? = nil, _ interruption: Interruption
  ) throws(Interrupted) -> [TextEdit] {
    var edits: [TextEdit] = []
    var scratch = ContiguousArray<UInt8>()
    try forEachTable(in: catalog, style) { table, layout throws(Interrupted) in
      try interruption.check()
      var writer = LineWriter(table: table, layout: layout)
      catalog.forEachLineToFormat(of: table, as: layout, in: lines ?? table.lines) {
        line, bytes, _, offset in
        scratch.removeAll(keepingCapacity: true)
        writer.write(line, bytes, from: offset, to: &scratch)
        if let edit = TextEdit(line: line, from: bytes, to: scratch.span) { edits.append(edit) }
        return !interruption.isDue
      }
    }
    try interruption.check()
    return edits
  }

  /// Sends the text with its tables formatted, in pieces; returns whether anything changed.
  ///
  /// - Complexity: O(bytes); copies runs of lines that do not change
  package static func write(
    _ catalog: Catalog, style: TableStyle, to send: (Span<UInt8>) -> Void
  ) -> Bool {
    var output = PieceOutput()
    var isChanged = false
    var next = 0
    forEachTable(in: catalog, style) { table, layout in
      var writer = LineWriter(table: table, layout: layout)
      catalog.forEachLineToFormat(of: table, as: layout, in: table.lines) {
        line, bytes, ending, offset in
        output.copy(lines: next..<line, of: catalog.text, send)
        next = line + 1
        let start = output.bytes.count
        writer.write(line, bytes, from: offset, to: &output.bytes)
        if !isChanged, output.differs(from: bytes, since: start) { isChanged = true }
        output.end(ending, send)
        return true
      }
    }
    output.copy(lines: next..<catalog.text.lineCount, of: catalog.text, send)
    output.flush(send)
    return isChanged
  }

  /// Calls `body` with each unformatted table and its layout.
  private static func forEachTable<Failure: Error>(
    in catalog: Catalog, _ style: TableStyle,
    _ body: (CatalogTable, RowLayout) throws(Failure) -> Void
  ) throws(Failure) {
    for table in catalog.tables {
      if catalog.isFormatted(table, style: style) || catalog.isUnformattable(table) { continue }
      try body(table, catalog.layout(of: table, style: style))
    }
  }
}

/// Writes lines of a table in its layout; reuses one row buffer.
private struct LineWriter {
  let table: CatalogTable
  let layout: RowLayout
  private var row = Row()

  init(table: CatalogTable, layout: RowLayout) {
    self.table = table
    self.layout = layout
  }

  mutating func write(
    _ line: Int, _ bytes: Span<UInt8>, from offset: Int, to out: inout ContiguousArray<UInt8>
  ) {
    if line == table.delimiterLine {
      layout.writeDelimiterRow(bytes, from: offset, to: &out)
    } else {
      row.read(bytes, from: offset)
      layout.write(row, bytes, to: &out)
    }
  }
}

extension TextEdit {
  /// Replaces a line from its first to its last difference; nil for equal lines.
  fileprivate init?(line: Int, from old: Span<UInt8>, to new: Span<UInt8>) {
    let shorter = min(old.count, new.count)
    var start = 0
    while start < shorter, old[start] == new[start] { start += 1 }
    if start == old.count, start == new.count { return nil }
    var rest = 0
    while rest < shorter - start, old[old.count - 1 - rest] == new[new.count - 1 - rest] {
      rest += 1
    }
    // A character is never split.
    while start > 0, old.isInCharacter(start) || new.isInCharacter(start) { start -= 1 }
    while rest > 0, old.isInCharacter(old.count - rest) { rest -= 1 }
    let replacement = new.extracting(start..<new.count - rest)
    self.init(
      line: line, byteColumns: start..<old.count - rest,
      replacement: unsafe replacement.withUnsafeBufferPointer { unsafe Array($0) })
  }
}

extension Span where Element == UInt8 {
  /// Whether a byte belongs to the character before it.
  fileprivate func isInCharacter(_ index: Int) -> Bool {
    index < count && self[index] & 0xC0 == 0x80
  }
}

/// Output buffer that sends large pieces.
private struct PieceOutput {
  private static let byteCountMax = 1 << 18

  var bytes = ContiguousArray<UInt8>()

  mutating func copy(lines: Range<Int>, of text: LineText, _ send: (Span<UInt8>) -> Void) {
    if lines.isEmpty { return }
    text.forEachPiece(ofLines: lines) { piece in
      unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      if bytes.count >= Self.byteCountMax { flush(send) }
    }
  }

  /// Whether the bytes written since an offset differ from others.
  func differs(from old: Span<UInt8>, since start: Int) -> Bool {
    !old.equals(bytes.span.extracting(start..<bytes.count))
  }

  /// Ends a line.
  mutating func end(_ ending: LineEnding, _ send: (Span<UInt8>) -> Void) {
    switch ending {
    case .lf: bytes.append(UInt8(ascii: "\n"))
    default: bytes.append(contentsOf: ending.text)
    }
    if bytes.count >= Self.byteCountMax { flush(send) }
  }

  mutating func flush(_ send: (Span<UInt8>) -> Void) {
    if bytes.isEmpty { return }
    send(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }
}
