import CatalogData
import System

/// A progress bar on stderr, shown on terminals for many files that take time. It is erased before
/// other output.
final class Progress {
  /// The fewest files that get a bar.
  private static let countMin = 20
  /// Nanoseconds between updates, and before the first.
  private static let interval: UInt64 = 100_000_000
  private static let barColumns = 30

  private let count: Int
  private let errors: BufferedOutput
  private var isShown = false
  private var lastTime = MonotonicClock.nanoseconds

  /// A bar for `count` files; nil if it is not needed.
  init?(of count: Int, on console: Console) {
    guard count >= Self.countMin, console.errors.isTerminal else { return nil }
    self.count = count
    errors = console.errors
    for stream in [console.output, console.errors] where stream.isTerminal {
      stream.willSend = { [weak self] in self?.erase() }
    }
  }

  /// Shows how many files are done.
  func advance(to done: Int) {
    let time = MonotonicClock.nanoseconds
    guard time - lastTime >= Self.interval else { return }
    lastTime = time
    let columns = Self.barColumns * min(done, count) / max(1, count)
    let bar = String(repeating: "#", count: columns)
    let rest = String(repeating: ".", count: Self.barColumns - columns)
    errors.writeAtOnce("\r[\(bar)\(rest)] \(done) of \(counted(count, "file"))\u{1B}[K")
    isShown = true
  }

  /// Removes the bar.
  func erase() {
    if !isShown { return }
    isShown = false
    errors.writeAtOnce("\r\u{1B}[K")
  }
}
