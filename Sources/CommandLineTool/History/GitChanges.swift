import System

/// The changes since a commit in the current folder's repository and in its submodules, by git.
///
/// Compares the current files with the merge base, so later changes of the other branch are left
/// out; the files of a submodule are compared with the submodule's commit there.
struct GitChanges {
  private let reference: String
  private let current: GitRepository
  /// The other repositories by their root.
  private var others: [AbsolutePath: GitRepository] = [:]

  /// Runs git to find the changes.
  init(since reference: String) throws(UsageError) {
    self.reference = reference
    do throws(FileError) {
      current = try GitRepository(root: Self.root(), since: reference, GitProcess.Place.current)
    } catch {
      throw UsageError(message: "--changed-since \(reference): \(error.message)")
    }
  }

  /// The top folder of the work tree.
  private static func root() throws(FileError) -> AbsolutePath {
    let prefix = try GitProcess(["rev-parse", "--show-prefix"]).lines.first ?? ""
    let depth = prefix.utf8.count { $0 == UInt8(ascii: "/") }
    return AbsolutePath(names: Array(AbsolutePath.currentFolder.names.dropLast(depth)))
  }

  /// The former text; nil for a new file.
  mutating func former(of input: Input) throws(FileError) -> ContiguousArray<UInt8>? {
    let path = AbsolutePath(input.name).withoutLinks
    return try repository(ofFile: path)?.former(of: input, at: path)
  }

  // MARK: Repositories

  /// The repository of a file; nil for one that is new with all its files.
  private mutating func repository(ofFile path: AbsolutePath) throws(FileError) -> GitRepository? {
    let root = Self.root(above: path)
    if path.isInside(current.root) {
      guard let root, root != current.root, root.isInside(current.root) else { return current }
      return try submodule(at: root)
    }
    guard let root else {
      throw FileError("is outside the repository \(TerminalText.name(current.root.text))")
    }
    if let known = others[root] { return known }
    let other = try GitRepository(root: root, since: reference, .folder(root))
    others[root] = other
    return other
  }

  /// The submodule with a root; nil for one that the commit does not have.
  private mutating func submodule(at root: AbsolutePath) throws(FileError) -> GitRepository? {
    if let known = others[root] { return known }
    let parent = Self.root(above: root)
    var outer: GitRepository? = current
    if let parent, parent != current.root, parent.isInside(current.root) {
      outer = try submodule(at: parent)
    }
    guard let outer, let commit = outer.submodules[root.relative(to: outer.root)] else {
      return nil
    }
    let found = try GitRepository(root: root, at: commit, .folder(root))
    others[root] = found
    return found
  }

  /// The nearest folder above a path that has a repository.
  private static func root(above path: AbsolutePath) -> AbsolutePath? {
    var folder = path.folder
    while true {
      if FileSystem.exists(folder.appending(".git").text) { return folder }
      if folder.names.isEmpty { return nil }
      folder = folder.folder
    }
  }
}
