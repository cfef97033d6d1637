/// A queue that pops its first item in constant time.
struct WaitingItems<Item> {
  /// Popped items leave nil, until there are many.
  private var items: [Item?] = []
  private var next = 0

  var isEmpty: Bool { next == items.count }

  mutating func append(_ item: Item) { items.append(item) }

  mutating func popFirst() -> Item? {
    guard next < items.count else { return nil }
    let item = items[next]
    items[next] = nil
    next += 1
    if next == items.count || next > 4096 && next * 2 > items.count {
      items.removeSubrange(..<next)
      next = 0
    }
    return item
  }

  /// Removes the first item that satisfies a condition.
  ///
  /// - Complexity: O(items)
  mutating func remove(where isWanted: (Item) -> Bool) -> Item? {
    let found = items[next...].firstIndex { $0.map(isWanted) ?? false }
    return found.flatMap { items.remove(at: $0) }
  }

  mutating func removeAll() { self = WaitingItems() }
}
