/// A random number generator; equal seeds give equal numbers on every platform.
///
/// Source: Steele, Lea, Flood, “Fast splittable pseudorandom number generators” (2014).
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that starts from a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A random text of a list; empty if the list is empty.
  package mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &self) ?? ""
  }
}
