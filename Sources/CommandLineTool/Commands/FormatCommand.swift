import CatalogData
import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import System

/// `mdcatalog format`: formats tables and nothing else, file by file.
struct FormatCommand: Command {
  static let description = CommandDescription(
    name: "format", operands: "[PATH… or -]", summary: "Format tables, and nothing else",
    options: [
      Option(name: "--check", summary: "Write nothing, exit with 1 if a file would change"),
      .diff, .choice("--style", "STYLE", of: TableStyle.allCases),
      Option(name: "--quiet", summary: "Do not print which files change"), .stdinFilename,
    ], operandValues: [.files])

  private enum Purpose { case write, check, diff }

  let invocation: Invocation
  private let purpose: Purpose
  private let style: TableStyle?
  private let isQuiet: Bool
  private var inputs: Inputs
  private var changedCount = 0
  private var unchangedCount = 0
  private var unreadableCount = 0
  private var hasFailed = false

  init(invocation: Invocation) throws(UsageError) {
    self.invocation = invocation
    let arguments = invocation.arguments
    style = try arguments.choice("--style", of: TableStyle.allCases)
    purpose = arguments.has("--diff") ? .diff : arguments.has("--check") ? .check : .write
    isQuiet = arguments.has("--quiet")
    inputs = try Inputs(arguments, try Configurations(schemaFile: nil), invocation.console)
  }

  /// Formats all inputs and returns the exit code.
  mutating func run() throws(UsageError) -> Int32 {
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): format(input)
      case .brokenConfiguration(let file):
        hasFailed = true
        console.complain(file)
      case .unreadable:
        hasFailed = true
        unreadableCount += 1
      }
    }
    if !isQuiet, purpose != .diff, !inputs.isStdin { printSummary() }
    if hasFailed { return 2 }
    return changedCount > 0 && purpose != .write ? 1 : 0
  }

  private mutating func format(_ input: Input) {
    // A broken configuration may name another style than the whole would.
    let isLeftAlone = input.configuration.isBroken
    var isChanged = false
    if !isLeftAlone {
      let configuration = input.configuration.configuration
      let catalog = Catalog(utf8: input.bytes, configuration: configuration.forLayout)
      isChanged = put(catalog, style ?? configuration.style, input)
    } else if inputs.isStdin, purpose == .write {
      console.output.write(input.bytes.span)
    }
    if isChanged { changedCount += 1 } else { unchangedCount += 1 }
  }

  /// Shows, prints or writes the formatted text; returns whether it differs.
  private mutating func put(_ catalog: Catalog, _ style: TableStyle, _ input: Input) -> Bool {
    let output = console.output
    switch purpose {
    case .check:
      let isChanged = Formatting.write(catalog, style: style) { _ in }
      if isChanged { say("would be formatted", input) }
      return isChanged
    case .write where inputs.isStdin:
      return Formatting.write(catalog, style: style) { output.write($0) }
    case .write, .diff:
      var new = ContiguousArray<UInt8>()
      let isChanged = Formatting.write(catalog, style: style) {
        new.append(contentsOf: $0, 0..<$0.count)
      }
      if !isChanged { return false }
      if purpose == .diff {
        UnifiedDiff.write(from: input.bytes, to: new, file: input.name, to: output)
        return true
      }
      return replace(input, with: new)
    }
  }

  /// Writes the file; false if that fails.
  private mutating func replace(_ input: Input, with new: ContiguousArray<UInt8>) -> Bool {
    guard let file = input.file else { return false }
    do throws(FileError) { try FileReplacement.replace(file, with: new) } catch {
      hasFailed = true
      console.complain(error, about: input.name)
      return false
    }
    say("formatted", input)
    return true
  }

  private func say(_ what: String, _ input: Input) {
    if !isQuiet { console.print("\(TerminalText.shown(input.name)): \(what)\n") }
  }

  private func printSummary() {
    let verb = purpose == .check ? "would be formatted" : "formatted"
    var parts: [String] = []
    if changedCount > 0 { parts.append(counted(changedCount, "file") + " " + verb) }
    if unchangedCount > 0 { parts.append(counted(unchangedCount, "file") + " unchanged") }
    if unreadableCount > 0, !parts.isEmpty {
      parts.append(counted(unreadableCount, "file") + " could not be read")
    }
    if !parts.isEmpty { console.print(parts.joined(separator: ", ") + ".\n") }
  }
}
