import System

/// Finds the Markdown files of paths: files as given, folders searched.
struct FileFinder {
  /// Each file once, in the order of the names' bytes: named as given, or relative to the current
  /// folder if found in a folder.
  private(set) var files: [(name: String, identity: Identity)] = []
  /// Paths that cannot be read, and why.
  private(set) var failures: [(name: String, reason: String)] = []
  /// Named folders that a `.gitignore` excludes.
  private(set) var excludedFolders: [String] = []

  /// Several paths of one file are one file. Hard links are distinct files, as replacing one keeps
  /// the others.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
    var path: AbsolutePath?

    init(_ status: FileStatus, _ path: @autoclosure () -> AbsolutePath) {
      device = status.device
      inode = status.inode
      self.path = status.linkCount > 1 ? path() : nil
    }
  }

  private let currentFolder = AbsolutePath.currentFolder

  init(_ operands: [String]) {
    for operand in operands { add(operand) }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var known: Set<Identity> = []
    files.removeAll { !known.insert($0.identity).inserted }
  }

  private mutating func add(_ operand: String) {
    do throws(FileError) {
      let status = try FileStatus(ofPath: operand)
      if status.kind == .folder {
        walk(operand)
      } else {
        files.append((operand, Identity(status, AbsolutePath(operand))))
      }
    } catch {
      failures.append((operand, error.message))
    }
  }

  // MARK: Walk

  private mutating func walk(_ operand: String) {
    let root = AbsolutePath(operand)
    var rules = IgnoreRules()
    do throws(IgnoreRules.Unreadable) {
      try rules.readAbove(root)
    } catch {
      return fail(error.path, error.reason)
    }
    if rules.excludesWithFolders(root) {
      excludedFolders.append(operand)
    } else {
      walk(root, rules)
    }
  }

  private mutating func walk(_ folder: AbsolutePath, _ rules: IgnoreRules) {
    var rules = rules
    do throws(IgnoreRules.Unreadable) {
      try rules.read(in: folder)
    } catch {
      // Excluded files are unknown, and fixes must not write them.
      return fail(error.path, error.reason)
    }
    do throws(FileError) {
      for entry in try FileSystem.entries(inFolder: folder.text) {
        visit(entry, folder.appending(entry.name), rules)
      }
    } catch {
      fail(folder, error.message)
    }
  }

  private mutating func visit(
    _ entry: FileSystem.FolderEntry, _ path: AbsolutePath, _ rules: IgnoreRules
  ) {
    let isHidden = entry.name.utf8.first == UInt8(ascii: ".")
    if isHidden, !Self.isMarkdown(entry.name) { return }
    let isWanted = entry.isFolder || Self.isMarkdown(entry.name)
    guard entry.isUTF8 else {
      if isWanted { fail(path, "its name is not UTF-8") }
      return
    }
    let status: FileStatus
    do throws(FileError) { status = try FileStatus(ofPath: path.text) } catch {
      // Editors leave broken links as locks.
      if isWanted, !FileSystem.isLink(path.text) { fail(path, error.message) }
      return
    }
    switch status.kind {
    case .folder:
      // A linked folder may lead to a cycle.
      if isHidden || FileSystem.isLink(path.text) { return }
      if !rules.excludes(path, isFolder: true) { walk(path, rules) }
    case .file:
      guard Self.isMarkdown(entry.name), !rules.excludes(path, isFolder: false) else { return }
      files.append((shown(path), Identity(status, path)))
    case .other: return
    }
  }

  private mutating func fail(_ path: AbsolutePath, _ reason: String) {
    failures.append((shown(path), reason))
  }

  private func shown(_ path: AbsolutePath) -> String { path.relative(to: currentFolder) }

  private static func isMarkdown(_ name: String) -> Bool {
    let name = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return name.reversed().starts(with: ".md".utf8.reversed())
      || name.reversed().starts(with: ".markdown".utf8.reversed())
  }
}
