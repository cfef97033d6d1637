import CatalogSchema
import ConfigurationFiles
import System

/// The configuration files of the documents, and those that are open themselves.
struct ConfigurationStore: Sendable {
  /// A configuration in force; equal numbers, equal configurations.
  struct InForce: Sendable {
    var number = 0
    var configuration = Configuration.standard
    /// The file that it is from, nil for the standard configuration.
    var path: String?

    /// The same for one file: without the schemas that are for other files.
    func forFile(at path: String) -> InForce {
      guard let own = self.path, configuration.hasSchemasOfFiles else { return self }
      var narrowed = self
      let names = AbsolutePath(path).names(inFolderOf: AbsolutePath(own))
      narrowed.configuration = configuration.forFile(names)
      return narrowed
    }
  }

  /// A configuration file as it was last read.
  struct Known: Sendable {
    /// nil where the file is deleted.
    var file: ConfigurationFile?
    /// Its configuration, or the last one without problems.
    var inForce: InForce
    /// Whether it ever had problems, so that the client may have diagnostics of it.
    var hadProblems = false
    /// Whether its diagnostics are still to be published.
    var needsDiagnostics = false
  }

  /// By path.
  private(set) var known: [String: Known] = [:]
  /// Open configuration files, by URI.
  var texts: [String: ConfigurationText] = [:]
  private var lastNumber = 0

  /// The configuration in force for the files of a folder; `InForce.forFile` narrows it to a file.
  mutating func inForce(forFileAt path: String) -> InForce {
    guard let file = ConfigurationFile.above(path) else { return InForce() }
    take(file)
    return known[file.path]?.inForce ?? InForce()
  }

  /// Updates a file that was just read.
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

  /// Updates the files that were deleted since they were read.
  mutating func forgetDeleted() {
    for (path, before) in known where before.file != nil {
      if ConfigurationFile.above(path)?.path == path { continue }
      known[path] = Known(
        file: nil, inForce: InForce(), hadProblems: before.hadProblems,
        needsDiagnostics: before.hadProblems)
    }
  }

  /// Sets whether a file's diagnostics are still to be published.
  mutating func setNeedsDiagnostics(_ path: String, _ isNeeded: Bool) {
    known[path]?.needsDiagnostics = isNeeded
  }

  /// The files that have or had problems and are not open, sorted by path.
  var closedFilesWithProblems: [(path: String, known: Known)] {
    let open = Set(texts.keys.compactMap(FileURI.path))
    return known.filter { $0.value.hadProblems && !open.contains($0.key) }
      .map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }
}
