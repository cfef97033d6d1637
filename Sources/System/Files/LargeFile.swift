import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a large file on all cores: most of the time goes into getting memory for it.
enum LargeFile {
  /// Bytes that one core reads at a time.
  private static let byteCountOfPiece = 4 << 20

  /// The bytes of a file; nil where its length is not `byteCount`, and where it is so short that
  /// one core is enough.
  static func contents(of descriptor: Int32, byteCount: Int) -> ContiguousArray<UInt8>? {
    if byteCount <= byteCountOfPiece { return nil }
    let starts = Array(stride(from: 0, to: byteCount, by: byteCountOfPiece))
    let bytes = unsafe ContiguousArray<UInt8>(unsafeUninitializedCapacity: byteCount) {
      buffer, count in
      nonisolated(unsafe) let memory = UnsafeMutableRawBufferPointer(buffer)
      let hasFailed = Atomic(false)
      DispatchQueue.concurrentPerform(iterations: starts.count) { index in
        let piece = starts[index]..<min(starts[index] + byteCountOfPiece, byteCount)
        let target = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[piece])
        if unsafe !fill(target, from: descriptor, piece) {
          hasFailed.store(true, ordering: .relaxed)
        }
      }
      count = hasFailed.load(ordering: .relaxed) ? 0 : byteCount
    }
    return bytes.isEmpty || isLonger(descriptor, than: byteCount) ? nil : bytes
  }

  /// Fills memory with a range of a file; false where that fails.
  private static func fill(
    _ memory: UnsafeMutableRawBufferPointer, from descriptor: Int32, _ range: Range<Int>
  ) -> Bool {
    var done = 0
    while done < range.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[done...])
      let count = unsafe pread(
        descriptor, rest.baseAddress, rest.count, off_t(clamping: range.lowerBound + done))
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }

  private static func isLonger(_ descriptor: Int32, than byteCount: Int) -> Bool {
    var next: UInt8 = 0
    return unsafe pread(descriptor, &next, 1, off_t(clamping: byteCount)) != 0
  }
}
