#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `mdcatalog-fuzz TARGET [libFuzzer's options and folders]`.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

let name = CommandLine.arguments.dropFirst().first ?? ""
guard let target = FuzzTarget(rawValue: name) else {
  print("usage: mdcatalog-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) …")
  exit(2)
}
unsafe FuzzTarget.chosen = target
var count = CommandLine.argc - 1
// The target's name takes the place of the program's.
var arguments = unsafe CommandLine.unsafeArgv + 1
let status = unsafe runDriver(&count, &arguments) { bytes, count in
  let input = unsafe ContiguousArray(UnsafeBufferPointer(start: bytes, count: count))
  unsafe FuzzTarget.chosen.run(input)
  return 0
}
exit(status)
