/// The lines of a source file without comments and without string contents.
enum CodeLines {
  static func of(_ text: String) -> [String] {
    var isInText = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // Lines with the quotes of a multi-line string are skipped whole.
      let markCount = line.ranges(of: "\"\"\"").count
      if markCount > 0 || isInText {
        if markCount % 2 == 1 { isInText.toggle() }
        return ""
      }
      return code(line)
    }
  }

  private static func code(_ line: Substring) -> String {
    var code = ""
    var isInText = false
    var previous: Character?
    for character in line {
      if !isInText, character == "/", previous == "/" {
        return String(code.dropLast())
      }
      if character == "\"", previous != "\\" { isInText.toggle() }
      if !isInText || character == "\"" && previous != "\\" { code.append(character) }
      previous = previous == "\\" && character == "\\" ? nil : character
    }
    return code
  }
}
