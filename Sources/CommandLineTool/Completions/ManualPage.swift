import CatalogModel
import CatalogSchema
import ConfigurationFiles

/// The manual page in the macros of man(7).
struct ManualPage {
  let commands: [CommandDescription]

  var text: String {
    var lines = [
      ".TH MDCATALOG 1 \"\" \(Self.quoted("mdcatalog \(Version.current)")) \"User Commands\"",
      // No hyphenation, so that commands can be copied.
      ".nh", ".SH NAME", "mdcatalog \\- " + Self.escaped(HelpText.purpose),
      ".SH SYNOPSIS",
    ]
    for command in commands {
      if lines.last != ".SH SYNOPSIS" { lines.append(".br") }
      lines += [".B mdcatalog \(Self.escaped(command.name))"]
      if !command.operands.isEmpty { lines.append(Self.escaped("[options] \(command.operands)")) }
    }
    lines += [".SH DESCRIPTION"] + Self.paragraphs(HelpText.about)
    lines.append(".SH COMMANDS")
    for command in commands { lines += Self.section(command) }
    lines.append(".SH RULES")
    for rule in RuleRegistry.standard.rules {
      let name = "\(rule.code.rawValue) (\(rule.severity.name))"
      lines += Self.term(name, RuleText.of(rule.code).summary)
    }
    lines += [".SH EXIT STATUS", Self.escaped(HelpText.exitCodes + ".")]
    lines.append(".SH ENVIRONMENT")
    lines += Self.term("NO_COLOR", "If it is set and not empty, output is not colored.")
    lines.append(".SH FILES")
    lines += Self.term(
      ConfigurationFile.name, "The configuration, searched from a file's folder upwards.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ command: CommandDescription) -> [String] {
    var lines = [".SS \(quoted("mdcatalog \(command.name)"))", escaped(command.summary + ".")]
    for option in command.allOptions { lines += term(option.usage, option.summary + ".") }
    if !command.notes.isEmpty { lines += [".PP"] + paragraphs(command.notes) }
    return lines
  }

  private static func term(_ name: String, _ text: String) -> [String] {
    [".TP", ".B \(escaped(name))", escaped(text)]
  }

  /// Lines of text; an empty line separates paragraphs.
  private static func paragraphs(_ lines: [String]) -> [String] {
    lines.map { $0.isEmpty ? ".PP" : escaped($0) }
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Text escaped for groff and mandoc: dashes that can be copied, no requests, characters outside
  /// ASCII by number.
  private static func escaped(_ text: String) -> String {
    let start = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    return start
      + text.escaped { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return switch scalar {
        case "\\": "\\e"
        case "-": "\\-"
        case "\"": "\\(dq"
        case "'": "\\(aq"
        case "`": "\\(ga"
        case "^": "\\(ha"
        case "~": "\\(ti"
        case "\0"..."\u{7F}": nil
        default: "\\[u\(digits.rightAligned(to: 4, by: "0"))]"
        }
      }
  }
}
