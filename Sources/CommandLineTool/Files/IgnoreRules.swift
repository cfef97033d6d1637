import System

/// The `.gitignore` files that apply to a folder, the outermost first.
struct IgnoreRules {
  /// A `.gitignore` that cannot be read.
  struct Unreadable: Error {
    var path: AbsolutePath
    var reason: String
  }

  /// The most bytes of a file.
  private static let byteCountMax = 1 << 20

  private var levels: [(folder: AbsolutePath, patterns: IgnorePatterns)] = []

  /// Reads the files of the folders above one up to the repository's root, none outside of a
  /// repository.
  mutating func readAbove(_ folder: AbsolutePath) throws(Unreadable) {
    var above: [AbsolutePath] = []
    var root = folder
    while !FileSystem.exists(root.appending(".git").text) {
      if root.names.isEmpty { return }
      root = root.folder
      above.append(root)
    }
    for folder in above.reversed() { try read(in: folder) }
  }

  /// Reads the file of a folder, if it exists.
  mutating func read(in folder: AbsolutePath) throws(Unreadable) {
    let path = folder.appending(".gitignore")
    guard (try? FileStatus(ofPath: path.text))?.kind == .file else { return }
    do throws(FileError) {
      let file = try FileSystem.contents(of: path.text, byteCountMax: Self.byteCountMax)
      levels.append((folder, IgnorePatterns(file.bytes)))
    } catch {
      throw Unreadable(path: path, reason: error.message)
    }
  }

  /// Whether a path or one of its folders is excluded.
  func excludesWithFolders(_ path: AbsolutePath) -> Bool {
    path.names.indices.contains { end in
      excludes(AbsolutePath(names: Array(path.names[...end])), isFolder: true)
    }
  }

  /// Whether a path is excluded, ignoring its folders.
  func excludes(_ path: AbsolutePath, isFolder: Bool) -> Bool {
    var verdict = false
    for level in levels where path.isInside(level.folder) {
      let names = path.names[level.folder.names.count...]
      if names.isEmpty { continue }
      verdict = level.patterns.excludes(names, isFolder: isFolder) ?? verdict
    }
    return verdict
  }
}
