import ConfigurationFiles
import LineStore

extension Console {
  /// Writes the problems of a configuration file to stderr.
  func complain(_ file: ConfigurationFile) {
    var reader = ProblemReader(LineText(ContiguousArray(file.source)))
    complain(file.problems.map { reader.read($0) }, file: file.path)
  }

  /// Writes problems of a configuration file to stderr.
  func complain(_ problems: [ReportedProblem], file: String) {
    for problem in problems {
      complain("\(file):\(problem.place.start): \(problem.message)")
    }
  }
}
