import CatalogSchema
import ConfigurationFiles
import System

/// The configuration files that documents are read by, and those that are open themselves.
struct ConfigurationStore: Sendable {
  /// What documents are read by; the number tells whether that is what it was.
  struct InForce: Sendable {
    var number = 0
    var configuration = Configuration.standard
    /// The file that says so, nil where there is none.
    var path: String?

    /// The same for one file: without the schemas that are for others.
    func forFile(at path: String) -> InForce {
      guard let own = self.path, configuration.hasSchemasOfFiles else { return self }
      var narrowed = self
      let names = AbsolutePath(path).names(inFolderOf: AbsolutePath(own))
      narrowed.configuration = configuration.forFile(names)
      return narrowed
    }
  }

  /// A configuration file as it was last seen.
  struct Known: Sendable {
    /// nil where the file is gone.
    var file: ConfigurationFile?
    /// What it says, or last said when it was right.
    var inForce: InForce
    /// Whether something was ever wrong in it, so that the client may have to forget that.
    var hadProblems = false
    /// Whether what is wrong in it is still to be told.
    var needsDiagnostics = false
  }

  /// By path.
  private(set) var known: [String: Known] = [:]
  /// Open configuration files, by URI.
  var texts: [String: ConfigurationText] = [:]
  private var lastNumber = 0

  /// What is in force for the files of a folder; `InForce.forFile` narrows it to one of them.
  mutating func inForce(forFileAt path: String) -> InForce {
    guard let file = ConfigurationFile.above(path) else { return InForce() }
    take(file)
    return known[file.path]?.inForce ?? InForce()
  }

  /// Notes a file as it is now.
  private mutating func take(_ file: ConfigurationFile) {
    let old = known[file.path]
    if let before = old?.file, before.source == file.source, before.problems == file.problems {
      return
    }
    let isBroken = !file.problems.isEmpty
    let hadProblems = old?.hadProblems ?? false
    var new = Known(
      file: file, inForce: InForce(), hadProblems: isBroken || hadProblems,
      needsDiagnostics: isBroken || hadProblems)
    if isBroken, let old, old.file != nil {
      new.inForce = old.inForce
    } else {
      lastNumber += 1
      new.inForce = InForce(
        number: lastNumber, configuration: file.configuration, path: file.path)
    }
    known[file.path] = new
  }

  /// Notes which of the files that were known are gone.
  mutating func forgetDeleted() {
    for (path, before) in known where before.file != nil {
      if ConfigurationFile.above(path)?.path == path { continue }
      known[path] = Known(
        file: nil, inForce: InForce(), hadProblems: before.hadProblems,
        needsDiagnostics: before.hadProblems)
    }
  }

  /// Notes whether what is wrong in a file is still to be told.
  mutating func setNeedsDiagnostics(_ path: String, _ isNeeded: Bool) {
    known[path]?.needsDiagnostics = isNeeded
  }

  /// The files that something is or was wrong in, by path; for one that is open, its text speaks.
  var filesToTell: [(path: String, known: Known)] {
    let open = Set(texts.keys.compactMap(FileURI.path))
    return known.filter { $0.value.hadProblems && !open.contains($0.key) }
      .map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }
}
