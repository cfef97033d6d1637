import System

/// The changes in the current folder's repository since a commit, by git.
///
/// Compares the current files with the merge base, so later changes of the other branch are left
/// out.
struct GitChanges {
  private let root: AbsolutePath
  /// The commit compared with; nil before the first commit, when everything is new.
  private let commit: String?
  /// The files of the commit, relative to the root.
  private let committed: Set<String>
  /// Changed files with their names in the commit.
  private let changed: [String: String]

  /// Runs git to find the changes.
  init(since reference: String) throws(UsageError) {
    do throws(FileError) {
      root = try Self.root()
      commit = try Self.start(reference)
      guard let commit else {
        (committed, changed) = ([], [:])
        return
      }
      let tree = try GitProcess(["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit])
      committed = Set(tree.fields)
      let difference = try GitProcess([
        "diff", "--name-status", "-z", "-M", "--no-relative", "--no-ext-diff", commit, "--",
      ])
      changed = Self.formerNames(difference.fields)
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

  /// The merge base of a commit and HEAD, or that commit without one; nil for the HEAD of a branch
  /// without commits.
  private static func start(_ reference: String) throws(FileError) -> String? {
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options"]
    guard let commit = try? GitProcess(arguments + [reference + "^{commit}"]).lines.first else {
      if reference == "HEAD" { return nil }
      throw FileError("git knows no such commit: in a shallow clone, fetch it first")
    }
    let base = try? GitProcess(["merge-base", commit, "HEAD"]).lines.first
    return base ?? commit
  }

  /// Reads records of `git diff --name-status -z`: a letter and a name, or two names for a rename.
  private static func formerNames(_ fields: [String]) -> [String: String] {
    var names: [String: String] = [:]
    var rest = fields[...]
    while let status = rest.popFirst(), let name = rest.popFirst() {
      let isRenamed = status.hasPrefix("R") || status.hasPrefix("C")
      names[isRenamed ? rest.popFirst() ?? name : name] = name
    }
    return names
  }

  /// The former text; nil for a new file.
  func former(of input: Input) throws(FileError) -> ContiguousArray<UInt8>? {
    let path = AbsolutePath(input.name).withoutLinks
    guard path.isInside(root) else {
      throw FileError("is outside the repository \(TerminalText.name(root.text))")
    }
    let current = path.relative(to: root)
    let former = changed[current] ?? current
    guard let commit, committed.contains(former) else { return nil }
    // stdin may differ from the file in the work tree.
    if input.file != nil, changed[current] == nil { return input.bytes }
    return try GitProcess(["cat-file", "blob", "\(commit):\(former)"]).output
  }
}
