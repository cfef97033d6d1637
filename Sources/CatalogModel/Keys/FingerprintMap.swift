/// A hash table over 64-bit keys that are hashes themselves, or small numbers; 0 is no key.
///
/// Open addressing with linear probing in two flat arrays: a third of the memory and a fifth of the
/// time of `Dictionary`, which hashes keys again.
struct FingerprintMap<Value: Sendable>: Sendable {
  private var keys: ContiguousArray<UInt64> = []
  private var values: ContiguousArray<Value> = []
  private(set) var count = 0
  /// Stands where there is no key.
  private let placeholder: Value

  init(placeholder: Value) { self.placeholder = placeholder }

  private var mask: Int { keys.count - 1 }

  /// Where a key would stand if no other stood there.
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// Where a key stands, or the free place for it; only where there is room.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = home(key)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// The value of a key.
  ///
  /// - Complexity: O(1)
  subscript(key: UInt64) -> Value? {
    get {
      if keys.isEmpty || key == 0 { return nil }
      let slot = slot(key)
      return keys[slot] == 0 ? nil : values[slot]
    }
    set {
      if key == 0 { return }
      guard let newValue else { return remove(key) }
      if (count + 1) * 8 > keys.count * 7 { grow() }
      let slot = slot(key)
      if keys[slot] == 0 {
        count += 1
        keys[slot] = key
      }
      values[slot] = newValue
    }
  }

  /// Sets the value of a key and returns the one before.
  mutating func exchange(_ key: UInt64, _ change: (Value?) -> Value) -> Value? {
    if key == 0 { return nil }
    if (count + 1) * 8 > keys.count * 7 { grow() }
    let slot = slot(key)
    let old = keys[slot] == 0 ? nil : values[slot]
    if old == nil {
      count += 1
      keys[slot] = key
    }
    values[slot] = change(old)
    return old
  }

  private mutating func remove(_ key: UInt64) {
    if keys.isEmpty { return }
    let slot = slot(key)
    if keys[slot] != 0 { remove(at: slot) }
  }

  /// Frees a place and moves up what stood behind it only because the place was taken.
  private mutating func remove(at place: Int) {
    var free = place
    var next = (free + 1) & mask
    while keys[next] != 0 {
      let distance = (next - home(keys[next])) & mask
      if distance >= (next - free) & mask {
        keys[free] = keys[next]
        values[free] = values[next]
        free = next
      }
      next = (next + 1) & mask
    }
    keys[free] = 0
    values[free] = placeholder
    count -= 1
  }

  private mutating func grow() {
    let old = (keys, values)
    let capacity = max(8, keys.count * 2)
    keys = ContiguousArray(repeating: 0, count: capacity)
    values = ContiguousArray(repeating: placeholder, count: capacity)
    for (index, key) in old.0.enumerated() where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      values[slot] = old.1[index]
    }
  }

  /// Calls `body` with each key and its value, in no order.
  func forEach(_ body: (UInt64, Value) -> Void) {
    for (slot, key) in keys.enumerated() where key != 0 { body(key, values[slot]) }
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
