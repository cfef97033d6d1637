import TableSyntax

/// Writes the part of an inline link in parentheses (GFM 0.29 §6.6).
enum LinkTargetText {
  /// A URL between parentheses, and between `<` and `>` where it is no destination without.
  static func text(of url: [UInt8]) -> [UInt8] {
    let plain = Array("[](".utf8) + url + Array(")".utf8)
    let link = InlineLinks(in: plain.span, 0..<plain.count).links.first
    let isPlain = link?.range == 0..<plain.count && link?.destination.count == url.count
    return isPlain ? Array(plain.dropFirst(2)) : Array("(<".utf8) + url + Array(">)".utf8)
  }
}
