import LineStore
import TableSyntax

/// A 64-bit fingerprint of something that rows are compared by; 0 means none.
package enum Fingerprint {
  /// Of a name: case, `-`, `_` and space folded, markup left out.
  static func ofName(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var name = SortName()
    name.read(line, range)
    return ofName(name)
  }

  /// Of a name that is in small letters already, folded in the same way; 0 where nothing is left.
  package static func ofName(_ name: SortName) -> UInt64 {
    var hash = FingerprintHasher()
    for byte in name.bytes where !isFolded(byte) { hash.add(byte) }
    return hash.finish()
  }

  private static func isFolded(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Of a URL: `http` as `https`, scheme and host in small letters, without the path's last slash.
  static func ofURL(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard !range.isEmpty else { return 0 }
    let url = URLParts(line, range)
    let scheme = url.isHTTPS ? url.scheme.dropLast() : url.scheme
    var hash = WordHasher()
    hash.add(line, scheme, isFolded: true)
    hash.add(line, url.host, isFolded: true)
    var path = url.path
    while let last = path.last, line[last] == UInt8(ascii: "/") { path = path.dropLast() }
    // The rest begins with a mark that no path holds.
    hash.add(line, path, isFolded: false)
    if !url.rest.isEmpty { hash.add(line, url.rest, isFolded: false) }
    return hash.finish()
  }

  /// Of bytes as they are.
  static func ofBytes(_ line: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
    var hash = WordHasher(seed: seed)
    hash.add(line, range, isFolded: false)
    return hash.finish()
  }

  /// Of a text as it is.
  static func ofText(_ text: some Sequence<UInt8>) -> UInt64 {
    let bytes = ContiguousArray(text)
    return ofBytes(bytes.span, 0..<bytes.count, seed: 0)
  }
}

/// FNV-1a with a finishing mix, for text that is read byte by byte.
struct FingerprintHasher {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    isEmpty = false
  }

  /// 0 where nothing was added.
  func finish() -> UInt64 {
    if isEmpty { return 0 }
    let mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return max(1, mixed ^ (mixed >> 32))
  }
}

/// A hash over ranges of bytes, the same in every process: eight bytes at a time, each folded in by
/// one wide multiplication.
package struct WordHasher {
  private var state: UInt64

  /// A hash of no bytes.
  package init(seed: UInt64 = 0) { state = seed ^ 0x2D35_8DCC_AA6C_78A5 }

  /// Adds bytes; where `isFolded`, ASCII capitals count as their small letters.
  package mutating func add(_ line: Span<UInt8>, _ range: Range<Int>, isFolded: Bool) {
    let fold: UInt64 = isFolded ? 0x2020_2020_2020_2020 : 0
    let part = line.extracting(range)
    var index = 0
    while index + 8 <= part.count {
      add(part.word(at: index) | fold)
      index += 8
    }
    add(part.lastWord(from: index) | fold)
    add(UInt64(truncatingIfNeeded: part.count))
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low ^ word
  }

  /// The hash, never 0.
  package func finish() -> UInt64 { max(1, state ^ (state >> 29)) }
}
