import CatalogModel
import CatalogSchema
import Testing

@testable import CommandLineTool

/// Options of `check` that contradict each other are usage errors.
@Suite struct CheckOptionsTests {
  private func options(_ words: [String]) throws(UsageError) -> CheckOptions {
    try CheckOptions(try Arguments(words, of: CheckCommand.description))
  }

  private func message(_ words: String...) -> String? {
    do throws(UsageError) { _ = try options(words) } catch { return error.message }
    return nil
  }

  @Test func rulesAreSelectedAndIgnored() throws {
    let rules = try options(["--select", "missing-cell,empty-cell", "--ignore", "empty-cell"]).rules
    #expect(rules == ["missing-cell"])
  }

  @Test func anEmptySelectionIsAnError() {
    #expect(
      message("--select", "missing-cell", "--ignore", "missing-cell")
        == "--ignore names all that --select does (missing-cell): nothing is left to check")
    let codes = RuleRegistry.standard.codes.joined(separator: ",")
    #expect(message("--ignore", codes) == "--ignore names every rule: nothing is left to check")
    #expect(message("--select", " , ") == "--select needs at least one rule code")
    #expect(message("--select", "x") == "unknown rule x: “mdcatalog rule” lists the rules")
  }

  @Test func aBaselineHoldsAllProblems() {
    #expect(
      message("--write-baseline", "--baseline", "b", "--select", "empty-cell")
        == "--write-baseline cannot be used with --select")
    #expect(message("--jobs", "0") == "--jobs takes a number from 1, not 0")
  }
}
