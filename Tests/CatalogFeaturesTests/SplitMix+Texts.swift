import TestSupport

/// Random texts; equal seeds give equal texts.
extension SplitMix {
  /// A document with tables and other lines, with random padding and missing cells.
  mutating func tables() -> ContiguousArray<UInt8> {
    let cells = ["", " a ", "b", "  é手 ", " \\| ", "x <!-- y -->", "\tc", " `d` ", "🧠", "--", " "]
    let lines = ["text\n", "\n", "> ", "- ", "<!-- mdcatalog-ignore-start -->\n", "# h\n"]
    var text = pick(["", "\u{FEFF}"])
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      text += pick(lines) + pick(["|a|b|\n|-|:-:|\n", "| a | b |\n| --- | --: |\n", "a|b\n-|-\n"])
      for _ in 0..<Int.random(in: 0...6, using: &self) {
        let row = (0..<Int.random(in: 1...3, using: &self)).map { _ in pick(cells) }
        text +=
          pick(["|", ""]) + row.joined(separator: "|") + pick(["|", "", "|  "])
          + pick(["\n", "\r\n"])
      }
    }
    return ContiguousArray(text.utf8)
  }

  /// Lines with a few of them removed, inserted, moved or changed.
  mutating func changed(_ lines: [String]) -> [String] {
    var lines = lines
    for _ in 0..<Int.random(in: 0...5, using: &self) {
      let place = Int.random(in: 0...lines.count, using: &self)
      if place == lines.count || Bool.random(using: &self) {
        lines.insert(pick(["new é\n", "\n", "a\r", "same\n"]), at: place)
      } else if Bool.random(using: &self) {
        let line = lines.remove(at: place)
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &self))
      } else {
        lines[place] = pick(["é", ""]) + lines[place]
      }
    }
    return lines
  }
}
