/// What one Swift file declares and which words its code uses, without comments and texts.
struct SourceScanner {
  /// Types declared at the top level, but not private ones.
  private(set) var types: Set<String> = []
  /// Functions, variables and constants declared anywhere.
  private(set) var members: Set<String> = []
  /// All identifiers and keywords of the code, but not of import lines.
  private(set) var words: Set<String> = []

  private var depth = 0
  /// The words of the line up to here.
  private var line: [String] = []

  init(_ text: String) {
    let bytes = Array(Self.code(of: Array(text.utf8)))
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
      if index > start {
        add(String(decoding: bytes[start..<index], as: UTF8.self))
      } else {
        switch bytes[index] {
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        default: break
        }
        index += 1
      }
    }
    endLine()
  }

  private static let typeKeywords: Set<String> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]
  private static let memberKeywords: Set<String> = ["func", "var", "let"]

  private mutating func add(_ word: String) {
    if let keyword = line.last {
      let isPrivate = line[0] == "private" || line[0] == "fileprivate"
      if depth == 0, !isPrivate, Self.typeKeywords.contains(keyword),
        word.first?.isUppercase == true
      {
        types.insert(word)
      }
      if Self.memberKeywords.contains(keyword) { members.insert(word) }
    }
    line.append(word)
  }

  private mutating func endLine() {
    if !line.prefix(2).contains("import") { words.formUnion(line) }
    line.removeAll(keepingCapacity: true)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text without comments and texts; the code of interpolations stays.
  private static func code(of bytes: [UInt8]) -> [UInt8] {
    var code: [UInt8] = []
    /// Closing marks of the texts around this place, each with the open parentheses of the
    /// interpolation in it.
    var texts: [(mark: [UInt8], parentheses: Int)] = []
    var index = 0
    func has(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }
    while index < bytes.count {
      let byte = bytes[index]
      if let text = texts.last, text.parentheses == 0 {
        let hashes = text.mark.drop { $0 == UInt8(ascii: "\"") }
        if bytes[index...].starts(with: text.mark) {
          texts.removeLast()
          index += text.mark.count
        } else if has("\\"), bytes[(index + 1)...].starts(with: hashes + [UInt8(ascii: "(")]) {
          texts[texts.count - 1].parentheses = 1
          code.append(UInt8(ascii: " "))
          index += 2 + hashes.count
        } else {
          if byte == UInt8(ascii: "\n") { code.append(byte) }
          index += has("\\") && hashes.isEmpty ? 2 : 1
        }
      } else if has("//") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else if byte == UInt8(ascii: "\"") || has("#\"") || has("##\"") {
        let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }
        index += hashes.count
        let quotes = has("\"\"\"") ? 3 : 1
        texts.append((Array(repeating: UInt8(ascii: "\""), count: quotes) + hashes, 0))
        index += quotes
      } else {
        if let last = texts.indices.last {
          if byte == UInt8(ascii: "(") { texts[last].parentheses += 1 }
          if byte == UInt8(ascii: ")") { texts[last].parentheses -= 1 }
        }
        code.append(byte)
        index += 1
      }
    }
    return code
  }
}
