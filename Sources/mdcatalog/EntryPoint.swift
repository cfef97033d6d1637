import CommandLineTool

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Hands the words of the command line over and ends with the exit code.
@main enum EntryPoint {
  static func main() {
    exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst()), Console()))
  }
}
