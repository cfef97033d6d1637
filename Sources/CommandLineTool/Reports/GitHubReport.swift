import CatalogSchema
import LineStore
import System

extension ReportFormat {
  /// Workflow commands of GitHub Actions.
  static let github = ReportFormat(name: "github") { out, _ in GitHubReport(out: out) }
}

/// Workflow commands of GitHub Actions, one per line.
private struct GitHubReport: Report {
  let out: BufferedOutput
  var file = ""

  mutating func begin(file: String) { self.file = Self.escaped(file, isProperty: true) }

  mutating func add(_ problem: ReportedProblem, in text: LineText) {
    let place = problem.place
    let level = problem.severity <= .warning ? problem.severity.name : "notice"
    out.write(
      "::\(level) file=\(file),line=\(place.line),endLine=\(place.endLine)"
        + ",col=\(place.column),endColumn=\(place.endColumn),title=\(problem.rule.rawValue)::")
    out.write(Self.escaped(problem.message, isProperty: false))
    out.write("\n")
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    text.escaped { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":" where isProperty: "%3A"
      case "," where isProperty: "%2C"
      default: nil
      }
    }
  }
}
