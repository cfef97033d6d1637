#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is fuzzed; each takes any bytes and says what must hold for them.
enum FuzzTarget: String, CaseIterable {
  case text, edits, messages, configuration, features

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
    }
  }
}

/// Ends the process, so that libFuzzer keeps the input, where something does not hold.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if condition { return }
  let text = Array("does not hold: \(message())\n".utf8)
  _ = unsafe text.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  abort()
}

/// Parts of an input: a byte that no UTF-8 has stands between them.
func parts(_ input: ContiguousArray<UInt8>) -> [ContiguousArray<UInt8>.SubSequence] {
  input.split(separator: 0xFF, omittingEmptySubsequences: false)
}

/// Which of a target's checks an execution makes: one, so that there can be many executions, or all.
struct Checks {
  /// Whether each execution of this process makes all checks.
  nonisolated(unsafe) static var areAllMade = false

  private let choice: Int

  /// Takes the last part off an input where that is one byte, and lets it choose; else all bytes do.
  init(takenFrom input: inout ContiguousArray<UInt8>) {
    if let byte = input.last, byte != 0xFF, input.dropLast().last == 0xFF {
      input.removeLast(2)
      choice = Int(byte)
    } else {
      choice = input.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
    }
  }

  /// Whether the check of a number is made, where there are so many.
  func contains(_ number: Int, of count: Int) -> Bool {
    unsafe Self.areAllMade || choice % count == number
  }
}

/// Bytes as UTF-8, as the reader of JSON would repair them.
func repaired(_ bytes: some Collection<UInt8>) -> ContiguousArray<UInt8> {
  ContiguousArray(String(decoding: bytes, as: UTF8.self).utf8)
}
