import Testing

@testable import CommandLineTool

/// Arguments are read by the description of their command.
@Suite struct ArgumentsTests {
  private static let command = CommandDescription(
    name: "test", operands: "",
    summary: "", options: [.diff, .table, .choice("--shell", "SHELL", of: Shells.all)])

  private func read(_ words: String...) throws(UsageError) -> Arguments {
    try Arguments(words, of: Self.command)
  }

  private func message(_ words: String...) -> String? {
    do throws(UsageError) { _ = try Arguments(words, of: Self.command) } catch {
      return error.message
    }
    return nil
  }

  @Test func optionsMayStandAnywhere() throws {
    let arguments = try read("a.md", "--table", "2", "--diff", "-", "--table=3")
    #expect(arguments.operands == ["a.md", "-"])
    #expect(arguments.has("--diff") && arguments["--table"] == "3")
    #expect(try arguments.number("--table") == 3)
  }

  @Test func operandsFollowTwoDashes() throws {
    #expect(try read("--diff", "--", "--table", "-x").operands == ["--table", "-x"])
  }

  @Test func itemsOfListsAddUp() throws {
    #expect(try read("--table", "a, b", "--table=,c").list("--table") == ["a", "b", "c"])
  }

  @Test func wrongUsageIsExplained() {
    #expect(message("--no") == "unknown option --no: see “mdcatalog test --help”")
    #expect(message("--table") == "--table needs a value: N")
    #expect(message("--table", "--diff") == "--table needs a value: N")
    #expect(message("--diff=1") == "--diff takes no value")
  }

  @Test func choicesAreNamedInErrors() throws {
    let arguments = try read("--shell", "tcsh")
    #expect(
      throws: UsageError(message: "unknown value tcsh for --shell: use bash, zsh, fish")
    ) { try arguments.choice("--shell", of: Shells.all) }
    #expect(throws: UsageError(message: "--shell is missing: use bash, zsh, fish")) {
      try read().requiredChoice("--shell", of: Shells.all)
    }
  }
}
