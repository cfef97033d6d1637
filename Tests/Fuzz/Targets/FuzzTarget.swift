#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The fuzz targets; each takes any bytes and states what must hold.
enum FuzzTarget: String, CaseIterable {
  case text, edits, messages, configuration, features, fixes

  /// The target of this process.
  nonisolated(unsafe) static var chosen = FuzzTarget.text

  /// Runs the target once.
  func run(_ input: ContiguousArray<UInt8>) {
    switch self {
    case .text: TextTarget.run(input)
    case .edits: EditsTarget.run(input)
    case .messages: MessagesTarget.run(input)
    case .configuration: ConfigurationTarget.run(input)
    case .features: FeaturesTarget.run(input)
    case .fixes: FixesTarget.run(input)
    }
  }
}

/// Ends the process if a condition is false, so that libFuzzer keeps the input.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if condition { return }
  let text = Array("does not hold: \(message())\n".utf8)
  _ = unsafe text.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  abort()
}

/// The parts of an input, separated by a byte that does not occur in UTF-8.
func parts(_ input: ContiguousArray<UInt8>) -> [ContiguousArray<UInt8>.SubSequence] {
  input.split(separator: 0xFF, omittingEmptySubsequences: false)
}

/// The checks that an execution makes: one of its target (fast), or all.
struct Checks {
  /// Whether each execution of this process makes all checks.
  nonisolated(unsafe) static var areAllMade = false

  private let choice: Int

  /// Chooses by the last part of the input if that is one byte, which is removed; else by all.
  init(takenFrom input: inout ContiguousArray<UInt8>) {
    if let byte = input.last, byte != 0xFF, input.dropLast().last == 0xFF {
      input.removeLast(2)
      choice = Int(byte)
    } else {
      choice = input.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    }
  }

  /// Whether check `number` of `count` checks is made.
  func contains(_ number: Int, of count: Int) -> Bool {
    unsafe Self.areAllMade || choice % count == number
  }
}

/// Bytes with invalid UTF-8 repaired like in the JSON reader.
func repaired(_ bytes: some Collection<UInt8>) -> ContiguousArray<UInt8> {
  ContiguousArray(String(decoding: bytes, as: UTF8.self).utf8)
}
