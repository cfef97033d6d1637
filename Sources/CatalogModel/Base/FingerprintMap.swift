/// A hash table over 64-bit keys that are hashes themselves, or small numbers; 0 is no key.
///
/// Open addressing with linear probing in one flat array: a third of the memory and a fifth of the
/// time of `Dictionary`, which hashes keys again.
struct FingerprintMap<Value: Sendable>: Sendable {
  private struct Slot {
    var key: UInt64
    var value: Value
  }

  private var slots: ContiguousArray<Slot> = []
  private(set) var count = 0
  /// The value of a free slot.
  private let placeholder: Value

  init(placeholder: Value) { self.placeholder = placeholder }

  /// The preferred slot of a key; the table's size may be any number.
  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    let size = UInt64(truncatingIfNeeded: slots.count)
    return Int(truncatingIfNeeded: hash.multipliedFullWidth(by: size).high)
  }

  @inline(__always)
  private func next(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

  /// The distance from one slot to another, around the table's end.
  private func distance(from start: Int, to end: Int) -> Int {
    end >= start ? end - start : end - start + slots.count
  }

  /// The slot of a key, or the free slot for it, at or after a slot; needs a free slot.
  @inline(__always)
  private func slot(_ key: UInt64, from start: Int) -> Int {
    var slot = start
    while slots[slot].key != key, slots[slot].key != 0 { slot = next(slot) }
    return slot
  }

  /// The value of a key.
  ///
  /// - Complexity: O(1)
  subscript(key: UInt64) -> Value? {
    get {
      if slots.isEmpty || key == 0 { return nil }
      let slot = slot(key, from: home(key))
      return slots[slot].key == 0 ? nil : slots[slot].value
    }
    set {
      if key == 0 { return }
      if let newValue { _ = exchange(key) { _ in newValue } } else { remove(key) }
    }
  }

  /// Sets the value of a key and returns the one before.
  @inline(__always)
  mutating func exchange(_ key: UInt64, _ change: (Value?) -> Value) -> Value? {
    if key == 0 { return nil }
    makeRoom(1)
    return exchange(key, from: home(key), change)
  }

  /// The slot where a search for a key starts; stays right while other keys are set.
  @inline(__always)
  func start(_ key: UInt64) -> Int {
    let home = home(key)
    return slots[home].key == 0 || slots[home].key == key ? home : next(home)
  }

  /// Sets the value of a key that is not 0 and returns the one before; needs a free slot.
  @inline(__always)
  mutating func exchange(
    _ key: UInt64, from start: Int, _ change: (Value?) -> Value
  ) -> Value? {
    let slot = slot(key, from: start)
    if slots[slot].key == 0 {
      count += 1
      slots[slot] = Slot(key: key, value: change(nil))
      return nil
    }
    let old = slots[slot].value
    slots[slot].value = change(old)
    return old
  }

  private mutating func remove(_ key: UInt64) {
    if slots.isEmpty { return }
    let slot = slot(key, from: home(key))
    if slots[slot].key != 0 { remove(at: slot) }
  }

  /// Frees a slot and moves up the keys after it that were displaced by it.
  private mutating func remove(at place: Int) {
    var free = place
    var other = next(free)
    while slots[other].key != 0 {
      if distance(from: home(slots[other].key), to: other) >= distance(from: free, to: other) {
        slots[free] = slots[other]
        free = other
      }
      other = next(other)
    }
    slots[free] = Slot(key: 0, value: placeholder)
    count -= 1
  }

  /// Reserves memory for some keys.
  mutating func reserve(_ keyCount: Int) {
    let slotCount = keyCount + keyCount / 5 + 2
    if slotCount > slots.count { resize(slotCount) }
  }

  /// Grows the table if some more keys would fill it.
  @inline(__always)
  mutating func makeRoom(_ keyCount: Int) {
    while (count + keyCount) * 6 > slots.count * 5 {
      resize(max(8, slots.count < 256 ? slots.count * 2 : slots.count + slots.count / 2))
    }
  }

  private mutating func resize(_ slotCount: Int) {
    let old = slots
    slots = ContiguousArray(repeating: Slot(key: 0, value: placeholder), count: slotCount)
    for moved in old where moved.key != 0 { slots[slot(moved.key, from: home(moved.key))] = moved }
  }

  /// Calls `body` with each key and its value, in no order.
  func forEach(_ body: (UInt64, Value) -> Void) {
    for slot in slots where slot.key != 0 { body(slot.key, slot.value) }
  }
}

extension FingerprintMap: Equatable where Value: Equatable {
  /// The same keys with the same values.
  static func == (left: FingerprintMap, right: FingerprintMap) -> Bool {
    if left.count != right.count { return false }
    var isEqual = true
    left.forEach { if right[$0] != $1 { isEqual = false } }
    return isEqual
  }
}
