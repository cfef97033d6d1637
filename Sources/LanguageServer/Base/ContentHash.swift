/// A 64-bit hash of bytes, the same in every process.
enum ContentHash {
  /// The hash.
  ///
  /// - Complexity: O(bytes), 32 at a time in four independent lanes
  static func of(_ content: [UInt8]) -> UInt64 {
    unsafe content.withUnsafeBytes { bytes in
      var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
      var index = 0
      while index + 32 <= bytes.count {
        lanes.0 = mixed(lanes.0, unsafe word(bytes, at: index))
        lanes.1 = mixed(lanes.1, unsafe word(bytes, at: index + 8))
        lanes.2 = mixed(lanes.2, unsafe word(bytes, at: index + 16))
        lanes.3 = mixed(lanes.3, unsafe word(bytes, at: index + 24))
        index += 32
      }
      while index < bytes.count {
        lanes.0 = mixed(lanes.0, UInt64(unsafe bytes[index]))
        index += 1
      }
      let hash = mixed(mixed(lanes.0, lanes.1), mixed(lanes.2, lanes.3))
      return mixed(hash, UInt64(bytes.count))
    }
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word ^ 0x2D35_8DCC_AA6C_78A5)
      .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low ^ word
  }
}
