#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `mdcatalog-fuzz --target=TARGET [--all] [libFuzzer's options and folders]`.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

// libFuzzer starts the program again with its options, except those that begin with two dashes.
let option = "--target="
let name = CommandLine.arguments.first { $0.hasPrefix(option) }?.dropFirst(option.count) ?? ""
guard let target = FuzzTarget(rawValue: String(name)) else {
  let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")
  print("usage: mdcatalog-fuzz --target=\(names) …")
  exit(2)
}
unsafe FuzzTarget.chosen = target
unsafe Checks.areAllMade = CommandLine.arguments.contains("--all")
var count = CommandLine.argc
var arguments = unsafe CommandLine.unsafeArgv
let status = unsafe runDriver(&count, &arguments) { bytes, count in
  let input = unsafe ContiguousArray(UnsafeBufferPointer(start: bytes, count: count))
  unsafe FuzzTarget.chosen.run(input)
  return 0
}
exit(status)
