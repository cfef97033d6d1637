import LanguageServer

/// Finds the Markdown files of paths: files as given, folders walked.
struct FileFinder {
  /// Paths in the order given, a folder's files in the order of their bytes.
  private(set) var paths: [String] = []
  /// Paths that are neither file nor folder.
  private(set) var missing: [String] = []

  private struct Level {
    var folder: [String]
    var patterns: IgnorePatterns
  }

  init(_ operands: [String]) {
    for operand in operands {
      switch FileSystem.kind(of: operand) {
      case nil: missing.append(operand)
      case .folder?: walk(operand)
      case .file?, .other?: paths.append(operand)
      }
    }
  }

  private mutating func walk(_ root: String) {
    let absolute = root.hasPrefix("/") ? root : FileSystem.currentFolder + "/" + root
    let above = Self.names(absolute)
    walk(root, above, Self.levels(above: above), depth: 0)
  }

  /// The ignore files of the folders above, up to the repository's root.
  private static func levels(above names: [String]) -> [Level] {
    var levels: [Level] = []
    var folder = names
    while !folder.isEmpty {
      let path = "/" + folder.joined(separator: "/")
      if folder.count < names.count, let level = level(path, folder) { levels.insert(level, at: 0) }
      if FileSystem.kind(of: path + "/.git") != nil { return levels }
      folder.removeLast()
    }
    return []
  }

  private static func level(_ path: String, _ folder: [String]) -> Level? {
    guard let file = try? SourceFile(path: path + "/.gitignore") else { return nil }
    return Level(
      folder: folder, patterns: IgnorePatterns(String(decoding: file.bytes, as: UTF8.self)))
  }

  /// The names of an absolute path, without `.` and `..`.
  private static func names(_ path: String) -> [String] {
    var names: [String] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = names.popLast() } else { names.append(String(part)) }
    }
    return names
  }

  private mutating func walk(_ path: String, _ names: [String], _ levels: [Level], depth: Int) {
    guard depth < 256 else { return }
    let levels = levels + [Self.level(path, names)].compactMap { $0 }
    for entry in FileSystem.names(inFolder: path) {
      let child = path == "." ? entry : path.hasSuffix("/") ? path + entry : path + "/" + entry
      guard !entry.hasPrefix("."), let kind = FileSystem.kind(of: child) else { continue }
      let isFolder = kind == .folder
      if Self.isExcluded(names + [entry], isFolder, levels) { continue }
      if isFolder {
        // A linked folder may lead back up.
        if !FileSystem.isLink(child) { walk(child, names + [entry], levels, depth: depth + 1) }
      } else if Self.isMarkdown(entry) {
        paths.append(child)
      }
    }
  }

  private static func isMarkdown(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown")
  }

  private static func isExcluded(
    _ names: [String], _ isFolder: Bool, _ levels: [Level]
  ) -> Bool {
    var verdict = false
    for level in levels where names.starts(with: level.folder) {
      let relative = Array(names.dropFirst(level.folder.count))
      if let excluded = level.patterns.excludes(relative, isFolder: isFolder) {
        verdict = excluded
      }
    }
    return verdict
  }
}
