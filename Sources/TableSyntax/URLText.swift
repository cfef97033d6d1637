import LineStore

/// Where a URL in a text ends for its writer; `BareAutolink` says what renders as a link.
public enum URLText {
  /// Bytes of a URL, at most.
  private static let byteCountMax = 1_000

  /// One past the URL that is under way at a place: up to a space, quotation mark, `<`, `>`,
  /// backtick or pipe, or a closing parenthesis, bracket or brace that it does not open.
  public static func end(_ line: Span<UInt8>, from start: Int, before end: Int) -> Int {
    let limit = min(end, line.count, start + byteCountMax)
    var openCounts = (round: 0, square: 0, curly: 0)
    var index = start
    while index < limit {
      switch line[index] {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "`"), UInt8(ascii: "|"):
        return index
      case UInt8(ascii: "("): openCounts.round += 1
      case UInt8(ascii: "["): openCounts.square += 1
      case UInt8(ascii: "{"): openCounts.curly += 1
      case UInt8(ascii: ")"): openCounts.round -= 1
      case UInt8(ascii: "]"): openCounts.square -= 1
      case UInt8(ascii: "}"): openCounts.curly -= 1
      default: break
      }
      if min(openCounts.round, openCounts.square, openCounts.curly) < 0 { return index }
      index += 1
    }
    return max(start, limit)
  }
}
