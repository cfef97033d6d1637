/// How a line ends: LF, CRLF or CR (GFM 0.29 §2.1, LSP 3.17 *Position*), or with the text itself.
///
/// VT, FF, U+0085, U+2028 and U+2029 are ordinary characters in both specifications.
public enum LineEnding: Int, Sendable {
  case none = 0
  case lf, cr, crlf

  /// Length in UTF-8 bytes.
  public var byteCount: Int {
    switch self {
    case .none: 0
    case .lf, .cr: 1
    case .crlf: 2
    }
  }

  /// The ending of a line's bytes.
  init(endOf line: Span<UInt8>) {
    guard let last = line.indices.last else {
      self = .none
      return
    }
    switch line[last] {
    case UInt8(ascii: "\r"): self = .cr
    case UInt8(ascii: "\n"):
      self = last > 0 && line[last - 1] == UInt8(ascii: "\r") ? .crlf : .lf
    default: self = .none
    }
  }

  /// The ending itself.
  public var text: [UInt8] {
    switch self {
    case .none: []
    case .lf: [UInt8(ascii: "\n")]
    case .cr: [UInt8(ascii: "\r")]
    case .crlf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
  }
}
