import CatalogModel
import CatalogSchema
import ConfigurationFiles

/// The manual page, in the macros of man(7).
enum ManualPage {
  static var text: String {
    var lines = [
      ".TH MDCATALOG 1 \"\" \(quoted("mdcatalog \(Version.current)")) \"User Commands\"",
      // A command that is copied must have no hyphens of a line's end.
      ".nh", ".SH NAME", escaped("mdcatalog") + " \\- " + escaped(CommandDescription.purpose),
      ".SH SYNOPSIS",
    ]
    for command in CommandDescription.all {
      if lines.last != ".SH SYNOPSIS" { lines.append(".br") }
      lines += [".B mdcatalog \(escaped(command.name))"]
      if !command.operands.isEmpty { lines.append(escaped("[options] \(command.operands)")) }
    }
    lines += [".SH DESCRIPTION"] + paragraphs(CommandDescription.about)
    lines.append(".SH COMMANDS")
    for command in CommandDescription.all { lines += section(command) }
    lines.append(".SH RULES")
    for rule in RuleCode.allCases {
      let severity = rule.defaultSeverity.name
      lines += term("\(rule.rawValue) (\(severity))", RuleText.of(rule).summary)
    }
    lines += [".SH EXIT STATUS", escaped(CommandDescription.exitCodes + ".")]
    lines.append(".SH ENVIRONMENT")
    lines += term("NO_COLOR", "Where it is set and not empty, nothing is coloured.")
    lines.append(".SH FILES")
    lines += term(
      ConfigurationFile.name, "The configuration, looked for from a file's folder upwards.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ command: CommandDescription) -> [String] {
    var lines = [".SS \(quoted("mdcatalog \(command.name)"))", escaped(command.summary + ".")]
    for option in command.options + CommandDescription.everywhere {
      let names = [option.shortName, option.name].compactMap { $0 }.joined(separator: ", ")
      let value = option.valueName.map { " \($0)" } ?? ""
      lines += term(names + value, option.summary + ".")
    }
    if !command.notes.isEmpty { lines += [".PP"] + paragraphs(command.notes) }
    return lines
  }

  private static func term(_ name: String, _ text: String) -> [String] {
    [".TP", ".B \(escaped(name))", escaped(text)]
  }

  /// Lines of text, an empty one between paragraphs.
  private static func paragraphs(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? ".PP" : escaped($0) }
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Text that groff and mandoc show as it is: dashes that can be copied, no line taken for a
  /// request, other characters than ASCII by their numbers.
  private static func escaped(_ text: String) -> String {
    var out = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "\"": out += "\\(dq"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "\0"..."\u{7F}": out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return out
  }
}
