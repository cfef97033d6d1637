import CatalogData
import CatalogModel
import CatalogSchema
import Testing

@testable import CommandLineTool

/// Whatever is in a list is found in help, completions, manual page and usage errors.
@Suite struct RegistryTests {
  private static let commands = Commands.descriptions

  /// Help of all commands, completions and manual page.
  private static var texts: [(name: String, text: String)] {
    [
      ("help", HelpText.tool(commands) + commands.map(\.help).joined()),
      ("man", ManualPage(commands: commands).text.replacing("\\-", with: "-")),
    ] + Shells.all.map { ($0.name, $0.script(commands)) }
  }

  private func expectEverywhere(_ names: [String]) {
    for (place, text) in Self.texts {
      for name in names { #expect(text.contains(name), "\(name) in \(place)") }
    }
  }

  @Test func commandsAndOptionsAreFoundEverywhere() {
    expectEverywhere(Self.commands.map(\.name))
    for (place, text) in Self.texts where place != "fish" {
      for option in Self.commands.flatMap(\.allOptions) {
        #expect(text.contains(option.name), "\(option.name) in \(place)")
      }
    }
    #expect(Set(Self.commands.map(\.name)).count == Commands.all.count)
  }

  @Test func choicesAreFoundEverywhere() {
    expectEverywhere(ExportFormats.all.names + ImportFormats.all.names + ReportFormats.all.names)
    expectEverywhere(TableStyle.allCases.names)
  }

  @Test(arguments: ["--to", "--from", "--output-format", "--style"])
  func wrongChoicesNameTheRightOnes(option: String) {
    let lists = [
      "--to": ("export", ExportFormats.all.names), "--from": ("import", ImportFormats.all.names),
      "--output-format": ("check", ReportFormats.all.names),
      "--style": ("format", TableStyle.allCases.names),
    ]
    guard let (name, choices) = lists[option] else { return }
    #expect(
      throws: UsageError(
        message: "unknown value x for \(option): use \(choices.joined(separator: ", "))")
    ) {
      let type = try Commands.named(name)
      let arguments = try Arguments([option, "x", "a.md"], of: type.description)
      _ = try type.init(
        invocation: Invocation(
          arguments: arguments, console: Console(), commands: Self.commands))
    }
  }

  @Test func rulesAreFoundInManualAndCompletions() {
    let codes = RuleRegistry.standard.codes
    for (place, text) in Self.texts where place != "help" {
      for code in codes { #expect(text.contains(code), "\(code) in \(place)") }
    }
  }
}
