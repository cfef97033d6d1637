#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A bar on stderr that shows how many files are done: on a terminal only, where there are many and
/// it takes time. It is wiped off before anything else is written.
final class Progress {
  /// Files below which no bar is worth it.
  private static let countMin = 20
  /// Milliseconds between two looks of the bar, and before the first.
  private static let interval = 100
  private static let barColumns = 30

  private let count: Int
  private let errors: BufferedOutput
  private var isShown = false
  private var lastTime = Progress.milliseconds()

  /// A bar for so many files, where one is wanted.
  init?(of count: Int, on console: Console) {
    guard count >= Self.countMin, console.errors.isTerminal else { return nil }
    self.count = count
    errors = console.errors
    for stream in [console.output, console.errors] where stream.isTerminal {
      stream.willSend = { [weak self] in self?.wipe() }
    }
  }

  /// Shows how many files are done.
  func advance(to done: Int) {
    let time = Self.milliseconds()
    guard time - lastTime >= Self.interval else { return }
    lastTime = time
    let columns = Self.barColumns * min(done, count) / max(1, count)
    let bar = String(repeating: "#", count: columns)
    let rest = String(repeating: ".", count: Self.barColumns - columns)
    errors.writeAtOnce("\r[\(bar)\(rest)] \(done) of \(counted(count, "file"))\u{1B}[K")
    isShown = true
  }

  /// Takes the bar away.
  func end() { wipe() }

  private func wipe() {
    if !isShown { return }
    isShown = false
    errors.writeAtOnce("\r\u{1B}[K")
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
