/// A source file's lines without comments and without what stands in texts.
enum CodeLines {
  static func of(_ text: String) -> [String] {
    var isInText = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      // Where a text of several lines begins or ends, nothing of the line is of interest.
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
