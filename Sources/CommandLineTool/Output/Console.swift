import System

/// The streams of a command. stdout has one owner: the report or the text.
package final class Console {
  /// stdout.
  let output: BufferedOutput
  /// stderr.
  let errors: BufferedOutput

  /// The streams of the process.
  package init() {
    StandardStreams.prepare()
    StandardStreams.makeBrokenPipesErrors()
    output = BufferedOutput(StandardStreams.output)
    errors = BufferedOutput(StandardStreams.errors)
  }

  /// Reads stdin to its end.
  func readInput() throws(FileError) -> ContiguousArray<UInt8> {
    try StandardStreams.readInput(byteCountMax: SourceFile.byteCountMax)
  }

  /// Adds a text to stdout.
  func print(_ text: String) { output.write(text) }

  /// Writes a message to stderr, after all that was printed.
  func complain(_ text: String) {
    output.flush()
    errors.write("mdcatalog: \(TerminalText.shown(text, keepsNewlines: true))\n")
    errors.flush()
  }

  /// Writes a message about a file to stderr.
  func complain(_ error: FileError, about name: String) {
    complain("\(TerminalText.name(name)): \(error.message)")
  }

  /// Sends all output; false if some of stdout was lost.
  package func finish() -> Bool {
    output.flush()
    errors.flush()
    guard let failure = output.failure else { return true }
    errors.write("mdcatalog: stdout: \(failure.message)\n")
    errors.flush()
    return false
  }
}
