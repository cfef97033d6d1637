import LineStore
import TableSyntax

/// Why the text in a link's parentheses is no destination.
struct TargetText {
  private(set) var problem = ""
  private(set) var title = ""
  private(set) var edits: [RowEdit] = []

  init(_ line: Span<UInt8>, _ target: Range<Int>, isClosed: Bool, endsWithBracket: Bool) {
    guard let first = target.first else {
      problem = "the “)” is missing"
      return
    }
    if line[first] == UInt8(ascii: "<") {
      problem = "a destination after “<” must end with “>”"
      return
    }
    let space = target.first { line[$0].isSpace }
    let isURL = line.hasPrefix("http", at: first) || line.hasPrefix("www.", at: first)
    guard let space else {
      readParentheses(line, target, isClosed: isClosed, endsWithBracket, isURL: isURL)
      return
    }
    let next = line.skip(while: \.isSpace, from: space)
    let rest = min(next, target.upperBound)..<target.upperBound
    if line.hasPrefix("\"", at: next) || line.hasPrefix("'", at: next) {
      problem = "its title must end before “)”"
    } else if isURL, rest.contains(where: { line.hasPrefix("http", at: $0) }) {
      problem = "it has two URLs: write a link for each"
    } else if isURL || Self.isPath(line, first..<space) || Self.isFile(line, target) {
      readSpaces(line, target, rest, isURL: isURL)
    } else {
      problem = "the parentheses must hold a URL, not text"
    }
  }

  /// A destination whose parentheses do not pair with its own.
  private mutating func readParentheses(
    _ line: Span<UInt8>, _ target: Range<Int>, isClosed: Bool, _ endsWithBracket: Bool, isURL: Bool
  ) {
    let end = target.upperBound
    if isClosed, line[target.lowerBound] == UInt8(ascii: "("),
      LinkTargets.isTarget(line, target.dropFirst())
    {
      problem = "it has two “(”"
      title = "Remove the second “(”"
      edits = [RowEdit(range: target.lowerBound..<target.lowerBound + 1, replacement: [])]
      return
    }
    let openCount = target.count { line[$0] == UInt8(ascii: "(") }
    let closeCount = target.count { line[$0] == UInt8(ascii: ")") }
    problem =
      isClosed
      ? "parentheses in a destination must be paired" : "there is no “)” after its destination"
    guard isURL, openCount == closeCount + (isClosed ? 1 : 0),
      target.allSatisfy({ line[$0] > 0x20 && line[$0] != 0x7F })
    else { return }
    title = "Insert “)”"
    var place = end
    // A comma separates the link from the next.
    if !isClosed, !endsWithBracket, end > target.lowerBound, ",;".utf8.contains(line[end - 1]) {
      place -= 1
    }
    edits = [RowEdit(range: place..<(endsWithBracket ? end + 1 : place), replacement: [0x29])]
  }

  /// A URL or path with a space in it, or with text after it.
  private mutating func readSpaces(
    _ line: Span<UInt8>, _ target: Range<Int>, _ rest: Range<Int>, isURL: Bool
  ) {
    let isPart =
      rest.allSatisfy {
        line[$0] > 0x20 && line[$0] < 0x80 || line[$0] == 0x20
      } && rest.contains { "/.?=&%#".utf8.contains(line[$0]) }
    guard isPart || !isURL else {
      problem = "text after the URL must be a title in quotes, or be after “)”"
      return
    }
    problem = "a destination must not contain spaces: remove them or write “%20”"
    let spaces = target.filter { line[$0] == 0x20 }
    let host = target.lowerBound + 8..<max(target.lowerBound + 8, rest.lowerBound - 1)
    let isInHost = isURL && !host.contains { line[$0] == UInt8(ascii: "/") }
    if isInHost || isURL && spaces.allSatisfy({ isStray(line, $0) }) {
      title = "Remove the spaces"
      edits = spaces.map { RowEdit(range: $0..<$0 + 1, replacement: []) }
    } else {
      title = "Write “%20” for the spaces"
      edits = spaces.map { RowEdit(range: $0..<$0 + 1, replacement: Array("%20".utf8)) }
    }
  }

  /// Whether a space of a URL is next to another one or to a mark between its parts.
  private func isStray(_ line: Span<UInt8>, _ space: Int) -> Bool {
    [line[space - 1], line[space + 1]].contains { " /.?=&#".utf8.contains($0) }
  }

  /// Whether a text ends as a file's name does.
  private static func isFile(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    guard let dot = text.last(where: { line[$0] == UInt8(ascii: ".") }) else { return false }
    let ending = dot + 1..<text.upperBound
    let isShort = text.count { line[$0] == 0x20 } < 8
    return isShort && !text.contains { "@()".utf8.contains(line[$0]) }
      && (2...4).contains(ending.count) && ending.allSatisfy { line[$0].isLetter }
  }

  private static func isPath(_ line: Span<UInt8>, _ word: Range<Int>) -> Bool {
    word.contains { line[$0] == UInt8(ascii: "/") } || line[word.lowerBound] == UInt8(ascii: "#")
  }
}
