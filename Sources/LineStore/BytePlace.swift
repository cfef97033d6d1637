#if canImport(Darwin)
  import func Darwin.memchr
#else
  import func Glibc.memchr
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
}
