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
    /// The problem of a file that never was in force; then lists are neither checked nor edited.
    var failure: ConfigurationFailure?

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
    var hadProblems: Bool
    /// Whether its diagnostics are still to be published.
    var needsDiagnostics: Bool
  }

  /// By path.
  private(set) var known: [String: Known] = [:]
  /// Open configuration files, by URI.
  var texts: [String: ConfigurationText] = [:]
  private var lastNumber = 0
  /// The failures that the user has not been told of.
  private var failures: [ConfigurationFailure] = []

  /// The configuration in force for the files of a folder; `InForce.forFile` narrows it to a file.
  mutating func inForce(forFileAt path: String) -> InForce {
    guard let file = ConfigurationFile.above(path) else { return InForce() }
    take(file, at: file.path)
    return known[file.path]?.inForce ?? InForce()
  }

  /// Updates a file that was just read; nil where it is deleted.
  private mutating func take(_ file: ConfigurationFile?, at path: String) {
    let old = known[path]
    if let file, let before = old?.file, before.source == file.source,
      before.problems == file.problems
    {
      return
    }
    let isBroken = file?.problems.isEmpty == false
    let hadProblems = isBroken || old?.hadProblems ?? false
    var inForce = InForce()
    if isBroken, let old, old.file != nil, old.inForce.failure == nil {
      inForce = old.inForce
    } else if let file {
      lastNumber += 1
      inForce = InForce(
        number: lastNumber, configuration: isBroken ? .standard : file.configuration, path: path,
        failure: ConfigurationFailure(of: file))
      if let failure = inForce.failure { failures.append(failure) }
    }
    known[path] = Known(
      file: file, inForce: inForce, hadProblems: hadProblems, needsDiagnostics: hadProblems)
  }

  /// Removes and returns the failures that the user has not been told of.
  mutating func takeFailures() -> [ConfigurationFailure] {
    defer { failures = [] }
    return failures
  }

  /// Updates the files that were deleted since they were read.
  mutating func forgetDeleted() {
    for (path, before) in known where before.file != nil {
      if ConfigurationFile.above(path)?.path != path { take(nil, at: path) }
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
