/// The patterns of one `.gitignore` file (gitignore(5)).
struct IgnorePatterns: Sendable {
  private struct Pattern: Sendable {
    var parts: [[Character]]
    var isNegated: Bool
    var isForFolders: Bool
    var isAnchored: Bool
  }

  private var patterns: [Pattern] = []

  /// Reads the file's text.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      if let pattern = Self.pattern(String(line)) { patterns.append(pattern) }
    }
  }

  private static func pattern(_ line: String) -> Pattern? {
    var text = Substring(line)
    while text.hasSuffix(" "), !text.hasSuffix("\\ ") { text.removeLast() }
    if text.isEmpty || text.hasPrefix("#") { return nil }
    let isNegated = text.hasPrefix("!")
    if isNegated { text.removeFirst() }
    let isForFolders = text.hasSuffix("/")
    if isForFolders { text.removeLast() }
    let isAnchored = text.dropLast().contains("/")
    if text.hasPrefix("/") { text.removeFirst() }
    let parts = text.split(separator: "/").map { Array($0) }
    if parts.isEmpty { return nil }
    return Pattern(
      parts: parts, isNegated: isNegated, isForFolders: isForFolders,
      isAnchored: isAnchored || line.hasPrefix("/"))
  }

  /// Whether a path, relative to the file's folder, is excluded; nil where no pattern speaks.
  func excludes(_ path: [String], isFolder: Bool) -> Bool? {
    var verdict: Bool?
    for pattern in patterns where isFolder || !pattern.isForFolders {
      let names = path.map { Array($0) }
      let matches =
        pattern.isAnchored
        ? Self.matches(pattern.parts[...], names[...])
        : Self.matches(pattern.parts[...], names.suffix(1))
      if matches { verdict = !pattern.isNegated }
    }
    return verdict
  }

  private static func matches(
    _ parts: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>
  ) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == ["*", "*"] {
      if parts.count == 1 { return !names.isEmpty }
      return (names.startIndex...names.endIndex).contains {
        matches(parts.dropFirst(), names[$0...])
      }
    }
    guard let name = names.first else { return false }
    return matchesName(part[...], name[...]) && matches(parts.dropFirst(), names.dropFirst())
  }

  /// Wildcards inside one name, without going back further than the last `*`.
  private static func matchesName(
    _ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>
  ) -> Bool {
    var pattern = pattern
    var name = name
    var retry: (pattern: ArraySlice<Character>, name: ArraySlice<Character>)?
    while true {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (pattern, name)
        continue
      }
      if name.isEmpty { return pattern.isEmpty }
      if let rest = afterMatch(pattern, name.first ?? " ") {
        pattern = rest
        name = name.dropFirst()
      } else if let last = retry, !last.name.isEmpty {
        retry = (last.pattern, last.name.dropFirst())
        pattern = last.pattern
        name = last.name.dropFirst()
      } else {
        return false
      }
    }
  }

  /// The pattern behind what matches one character.
  private static func afterMatch(
    _ pattern: ArraySlice<Character>, _ character: Character
  ) -> ArraySlice<Character>? {
    guard let first = pattern.first else { return nil }
    let rest = pattern.dropFirst()
    switch first {
    case "?": return rest
    case "\\": return rest.first == character ? rest.dropFirst() : nil
    case "[":
      guard let end = rest.dropFirst().firstIndex(of: "]") else {
        return character == "[" ? rest : nil
      }
      return isInSet(rest[..<end], character) ? rest[(end + 1)...] : nil
    default: return first == character ? rest : nil
    }
  }

  private static func isInSet(_ set: ArraySlice<Character>, _ character: Character) -> Bool {
    var members = set
    let isNegated = members.first == "!" || members.first == "^"
    if isNegated { members = members.dropFirst() }
    var isMember = false
    while let low = members.first {
      members = members.dropFirst()
      if members.first == "-", let high = members.dropFirst().first {
        if low <= character, character <= high { isMember = true }
        members = members.dropFirst(2)
      } else if low == character {
        isMember = true
      }
    }
    return isMember != isNegated
  }
}
