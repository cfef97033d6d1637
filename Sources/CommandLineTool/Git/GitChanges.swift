import System

/// What has changed in the current folder's repository since a commit, as git tells.
///
/// Compared is the file as it stands with where its branch left the commit's: what others did there
/// meanwhile is no change of this one.
struct GitChanges {
  private let root: AbsolutePath
  /// nil before the first commit: everything is new.
  private let commit: String?
  /// The files of the commit, as seen from the root.
  private let committed: Set<String>
  /// Files that are others than in the commit, with the names that they had there.
  private let changed: [String: String]

  /// Asks git.
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

  /// The top of the work tree: the current folder without its part inside.
  private static func root() throws(FileError) -> AbsolutePath {
    let prefix = try GitProcess(["rev-parse", "--show-prefix"]).lines.first ?? ""
    let depth = prefix.utf8.count { $0 == UInt8(ascii: "/") }
    return AbsolutePath(names: Array(AbsolutePath.currentFolder.names.dropLast(depth)))
  }

  /// The commit where the work tree's branch left a commit's, or that commit where they have none
  /// in common; nil for the head of a branch without commits.
  private static func start(_ reference: String) throws(FileError) -> String? {
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options"]
    guard let commit = try? GitProcess(arguments + [reference + "^{commit}"]).lines.first else {
      if reference == "HEAD" { return nil }
      throw FileError("git knows no such commit (in a shallow clone, fetch it first)")
    }
    let base = try? GitProcess(["merge-base", commit, "HEAD"]).lines.first
    return base ?? commit
  }

  /// From records of `git diff --name-status -z`: a letter, one name, or two where it was renamed.
  private static func formerNames(_ fields: [String]) -> [String: String] {
    var names: [String: String] = [:]
    var rest = fields[...]
    while let status = rest.popFirst(), let name = rest.popFirst() {
      let isRenamed = status.hasPrefix("R") || status.hasPrefix("C")
      names[isRenamed ? rest.popFirst() ?? name : name] = name
    }
    return names
  }

  /// A text as it was; nil for a file that is new.
  func former(of input: Input) throws(FileError) -> ContiguousArray<UInt8>? {
    let path = AbsolutePath(input.name).withoutLinks
    guard path.isInside(root) else {
      throw FileError("is outside the repository \(TerminalText.name(root.text))")
    }
    let current = path.relative(to: root)
    let former = changed[current] ?? current
    guard let commit, committed.contains(former) else { return nil }
    // What comes from stdin need not be what stands in the work tree.
    if input.file != nil, changed[current] == nil { return input.bytes }
    return try GitProcess(["cat-file", "blob", "\(commit):\(former)"]).output
  }
}
