import CatalogSchema

/// The patterns of one `.gitignore` file (gitignore(5)).
struct IgnorePatterns: Sendable {
  private struct Pattern: Sendable {
    var path: PathPattern
    var isNegated: Bool
    var isForFolders: Bool
    var isAnchored: Bool
  }

  private var patterns: [Pattern] = []

  /// Reads the file's bytes.
  init(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
    for line in rest.split(separator: UInt8(ascii: "\n")) {
      if let pattern = Self.pattern(line) { patterns.append(pattern) }
    }
  }

  private static func pattern(_ line: ArraySlice<UInt8>) -> Pattern? {
    var text = withoutEnd(line)
    if text.isEmpty || text.first == UInt8(ascii: "#") { return nil }
    let isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    let isForFolders = text.last == slash
    if isForFolders { text.removeLast() }
    let isAnchored = text.contains(slash)
    if text.first == slash { text.removeFirst() }
    return PathPattern(text).map { path in
      Pattern(path: path, isNegated: isNegated, isForFolders: isForFolders, isAnchored: isAnchored)
    }
  }

  private static let slash = UInt8(ascii: "/")

  /// A line without CR and trailing spaces, except an escaped space.
  private static func withoutEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = line
    if text.last == 0x0D { text.removeLast() }
    let whole = text
    while text.last == 0x20 { text.removeLast() }
    let backslashCount = text.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return backslashCount % 2 == 1 ? whole.prefix(text.count + 1) : text
  }

  /// Whether a path relative to the file's folder is excluded; nil if no pattern matches.
  func excludes(_ path: ArraySlice<String>, isFolder: Bool) -> Bool? {
    let names = path.map { Array($0.utf8) }[...]
    let verdict = patterns.last { pattern in
      (isFolder || !pattern.isForFolders)
        && pattern.path.matches(pattern.isAnchored ? names : names.suffix(1))
    }
    return verdict.map { !$0.isNegated }
  }
}
