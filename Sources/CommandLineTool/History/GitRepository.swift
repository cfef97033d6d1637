import System

/// The changes in a work tree since a commit.
struct GitRepository {
  /// The top folder of the work tree.
  let root: AbsolutePath
  /// The commits of the submodules at the commit, by their paths relative to the root.
  private(set) var submodules: [String: String] = [:]
  /// The commit compared with; nil before the first commit, when everything is new.
  private let commit: String?
  private let place: GitProcess.Place
  /// The files of the commit, relative to the root.
  private var committed: Set<String> = []
  /// Changed files with their names in the commit.
  private var changed: [String: String] = [:]

  /// The changes since the merge base of a commit and HEAD.
  init(
    root: AbsolutePath, since reference: String, _ place: GitProcess.Place
  ) throws(FileError) {
    try self.init(root: root, at: Self.start(reference, place), place)
  }

  /// The changes since a commit.
  init(root: AbsolutePath, at commit: String?, _ place: GitProcess.Place) throws(FileError) {
    self.root = root
    self.commit = commit
    self.place = place
    guard let commit else { return }
    let tree = try GitProcess(["ls-tree", "-r", "-z", "--full-tree", commit], place)
    for entry in tree.fields { add(entry) }
    let difference = try GitProcess(
      [
        "diff", "--name-status", "-z", "-M", "--no-relative", "--no-ext-diff",
        "--ignore-submodules=all", commit, "--",
      ], place)
    changed = Self.formerNames(difference.fields)
  }

  /// The merge base of a commit and HEAD, or that commit without one; nil for the HEAD of a branch
  /// without commits.
  private static func start(
    _ reference: String, _ place: GitProcess.Place
  ) throws(FileError) -> String? {
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options"]
    let name = reference + "^{commit}"
    guard let commit = try? GitProcess(arguments + [name], place).lines.first else {
      if reference == "HEAD" { return nil }
      throw FileError("git knows no such commit: in a shallow clone, fetch it first")
    }
    let base = try? GitProcess(["merge-base", commit, "HEAD"], place).lines.first
    return base ?? commit
  }

  /// Reads an entry of `git ls-tree`: mode, type and name of the object, and its path.
  private mutating func add(_ entry: String) {
    let parts = entry.split(separator: "\t", maxSplits: 1)
    guard parts.count == 2 else { return }
    let object = parts[0].split(separator: " ")
    if object.count == 3, object[1] == "commit" {
      submodules[String(parts[1])] = String(object[2])
    } else {
      committed.insert(String(parts[1]))
    }
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

  /// The former text of a file in the work tree; nil for a new one.
  func former(
    of input: Input, at path: AbsolutePath
  ) throws(FileError) -> ContiguousArray<UInt8>? {
    let current = path.relative(to: root)
    let former = changed[current] ?? current
    guard let commit, committed.contains(former) else { return nil }
    // stdin may differ from the file in the work tree.
    if input.file != nil, changed[current] == nil { return input.bytes }
    let object = "\(commit):\(former)"
    // As a checkout writes it: filters may store another text. They may not be installed.
    if let text = try? GitProcess(["cat-file", "--filters", object], place).output { return text }
    return try GitProcess(["cat-file", "blob", object], place).output
  }
}
