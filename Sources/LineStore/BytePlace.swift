#if canImport(Darwin)
  import func Darwin.memchr
  import func Darwin.memcmp
#else
  import func Glibc.memchr
  import func Glibc.memcmp
#endif

extension Span where Element == UInt8 {
  /// The first place of a byte in a range, which must exist.
  ///
  /// The C library's search takes half the time of one by eight bytes at once.
  func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe extracting(range).withUnsafeBytes { part in
      guard let start = part.baseAddress,
        let found = unsafe memchr(start, Int32(clamping: byte), part.count)
      else { return nil }
      return unsafe range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// Whether another run has the same bytes.
  func isEqual(_ other: Span<UInt8>) -> Bool {
    unsafe withUnsafeBytes { own in
      unsafe other.withUnsafeBytes { other in
        guard own.count == other.count, let start = own.baseAddress, let others = other.baseAddress
        else { return own.count == other.count }
        return unsafe memcmp(start, others, own.count) == 0
      }
    }
  }
}
