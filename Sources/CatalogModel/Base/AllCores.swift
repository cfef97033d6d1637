import Dispatch
import Synchronization

/// Parallel passes over a whole text or over many.
package enum AllCores {
  /// Blocks below which a pass is not worth a second thread: 256 KiB.
  static let blockCountMin = 16
  /// Blocks below which a piece of a pass is not worth its sums.
  private static let blockCountOfPieceMin = 4
  /// Pieces that a pass is cut into, at most: enough for many cores, and for one that ends late.
  private static let pieceCountMax = 64

  /// Ranges of blocks to be worked on at once, in order.
  static func pieces(of blocks: Range<Int>) -> [Range<Int>] {
    let share = (blocks.count + pieceCountMax - 1) / pieceCountMax
    let isLarge = blocks.count >= blockCountMin
    return pieces(of: blocks, size: isLarge ? max(blockCountOfPieceMin, share) : blockCountMin)
  }

  /// Ranges of at most `size`, in order.
  package static func pieces(of whole: Range<Int>, size: Int) -> [Range<Int>] {
    stride(from: whole.lowerBound, to: whole.upperBound, by: size).map {
      $0..<min($0 + size, whole.upperBound)
    }
  }

  /// What `work` makes of each item, in the items' order.
  ///
  /// - Parameter countMax: how many items are worked on at once, at most
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], atOnce countMax: Int = .max, _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    map(items, atOnce: countMax, with: { () }, { item, _ in work(item) })
  }

  /// What `work` makes of each item, in the items' order.
  ///
  /// - Parameters:
  ///   - countMax: how many items are worked on at once, at most
  ///   - makeMemory: makes what one item's work leaves to the next on the same core
  static func map<Item: Sendable, Memory, Result: Sendable>(
    _ items: [Item], atOnce countMax: Int = .max, with makeMemory: @Sendable () -> Memory,
    _ work: @Sendable (Item, inout Memory) -> Result
  ) -> [Result] {
    if min(items.count, countMax) < 2 {
      var memory = makeMemory()
      return items.map { work($0, &memory) }
    }
    let results = Mutex<[Int: Result]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(items.count, countMax)) { _ in
      var memory = makeMemory()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= items.count { return }
        let result = work(items[index], &memory)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { results in items.indices.compactMap { results[$0] } }
  }

  /// Calls `body` with each item and what `work` makes of it, in the items' order, on this thread;
  /// the next items are worked on meanwhile.
  ///
  /// - Parameter countAhead: how many items are worked on before they are needed
  static func forEach<Item: Sendable, Result: Sendable, Failure: Error>(
    _ items: [Item], ahead countAhead: Int, _ work: @escaping @Sendable (Item) -> Result,
    _ body: (Item, Result) throws(Failure) -> Void
  ) throws(Failure) {
    let batches = stride(from: 0, to: items.count, by: countAhead).map {
      Array(items[$0..<min($0 + countAhead, items.count)])
    }
    var ahead: Pending<[Result]>?
    for (index, batch) in batches.enumerated() {
      let results = ahead?.wait() ?? map(batch, work)
      if index + 1 < batches.count {
        ahead = Pending { [next = batches[index + 1]] in map(next, work) }
      }
      for (item, result) in zip(batch, results) { try body(item, result) }
    }
  }
}

/// Something that another thread is making.
private final class Pending<Value: Sendable>: Sendable {
  private let isDone = DispatchSemaphore(value: 0)
  private let value = Mutex<Value?>(nil)

  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async { [self] in
      let made = make()
      value.withLock { $0 = made }
      isDone.signal()
    }
  }

  /// The value, once; nil a second time.
  func wait() -> Value? {
    isDone.wait()
    return value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
