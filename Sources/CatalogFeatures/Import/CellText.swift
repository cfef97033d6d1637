import CatalogModel
import TableSyntax

/// A value as the text of a cell.
enum CellText {
  /// Why a value is no text of a cell.
  enum Obstacle: Error, Equatable {
    /// A row is one line.
    case lineEnd
    /// Name and address make no link.
    case noLink
  }

  /// The cell's text: without blanks at its ends, each pipe behind a backslash (GFM 0.29 §4.10).
  static func cell(_ value: [UInt8]) throws(Obstacle) -> [UInt8] {
    let span = value.span
    let text = RowSplitter.trimmed(0..<value.count, in: span)
    var cell: [UInt8] = []
    cell.reserveCapacity(text.count)
    for index in text {
      let byte = value[index]
      if byte == 0x0A || byte == 0x0D { throw .lineEnd }
      if byte == UInt8(ascii: "|"), cell.last != UInt8(ascii: "\\") {
        cell.append(UInt8(ascii: "\\"))
      }
      cell.append(byte)
    }
    return cell
  }

  /// A name and an address as a link; the name alone where there is no address.
  static func link(_ name: [UInt8], _ address: [UInt8]) throws(Obstacle) -> [UInt8] {
    if address.isEmpty { return name }
    for destination in [address, [UInt8(ascii: "<")] + address + [UInt8(ascii: ">")]] {
      let link = Array("[".utf8) + name + Array("](".utf8) + destination + Array(")".utf8)
      let links = InlineLinks(in: link.span, 0..<link.count).links
      if links.contains(where: { $0.range == 0..<link.count }) { return link }
    }
    throw .noLink
  }

  /// Whether a text holds a pipe that a cell needs a backslash for.
  static func needsEscape(_ value: [UInt8]) -> Bool {
    value.indices.contains { index in
      value[index] == UInt8(ascii: "|")
        && (index == 0 || value[index - 1] != UInt8(ascii: "\\"))
    }
  }
}
