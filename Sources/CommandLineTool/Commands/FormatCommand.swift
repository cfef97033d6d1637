import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore

/// `mdcatalog format`: formats tables, and nothing else.
struct FormatCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    var style: TableStyle?
    if let name = arguments["--style"] {
      style = TableStyle(rawValue: name)
      if style == nil {
        throw UsageError(message: "unknown style \(name); styles are auto, aligned, compact")
      }
    }
    let inputs = try Inputs(arguments, console)
    var configurations = try Configurations(schemaFile: nil)
    var hasFailed = inputs.hasFailed
    var changedCount = 0
    for input in inputs.all {
      let configuration = configurations.configuration(of: input)
      let new = Self.formatted(input.bytes, configuration, style)
      if new != input.bytes { changedCount += 1 }
      if !put(new, input, isStdin: inputs.isStdin) { hasFailed = true }
    }
    for problem in configurations.problems {
      hasFailed = true
      console.complain("\(problem.file):\(problem.line):\(problem.column): \(problem.message)")
    }
    if hasFailed { return 2 }
    return changedCount > 0 && (arguments.has("--check") || arguments.has("--diff")) ? 1 : 0
  }

  /// A text with its tables formatted.
  static func formatted(
    _ bytes: [UInt8], _ configuration: Configuration, _ style: TableStyle?
  ) -> [UInt8] {
    let catalog = Catalog(utf8: ContiguousArray(bytes), configuration: configuration)
    let edits = Formatting.edits(in: catalog, style: style ?? configuration.style)
    return edits.isEmpty ? bytes : EditedText.applying(edits, to: catalog.text)
  }

  /// Shows, prints or writes; false where it failed.
  private func put(_ new: [UInt8], _ input: Input, isStdin: Bool) -> Bool {
    let isChanged = new != input.bytes
    if arguments.has("--diff") {
      console.write(UnifiedDiff.between(input.bytes, new, file: input.name))
      return true
    }
    if arguments.has("--check") {
      if isChanged, !arguments.has("--quiet") {
        console.print("\(input.name): would be formatted\n")
      }
      return true
    }
    if isStdin {
      console.write(new)
      return true
    }
    guard isChanged, let file = input.file else { return true }
    do { try file.replace(with: new) } catch {
      console.complain("\(input.name): \(error.message)")
      return false
    }
    if !arguments.has("--quiet") { console.complain("\(input.name): formatted") }
    return true
  }
}

/// A text with edits applied in one pass.
enum EditedText {
  /// - Complexity: O(bytes); the edits are in order and in single lines
  static func applying(_ edits: [TextEdit], to text: LineText) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.byteCount + text.byteCount / 8)
    var next = 0
    text.forEachLine(in: 0..<text.lineCount) { line, bytes, ending in
      var start = 0
      while next < edits.count, edits[next].start.line == line {
        for index in start..<edits[next].start.byteColumn { out.append(bytes[index]) }
        out += edits[next].replacement
        start = edits[next].end.byteColumn
        next += 1
      }
      for index in start..<bytes.count { out.append(bytes[index]) }
      out += ending.text
      return true
    }
    return out
  }
}
