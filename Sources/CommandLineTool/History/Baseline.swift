import CatalogModel
import CatalogSchema
import JSONText
import System

/// A file of problems that are not reported, by file.
///
/// File names are relative to the baseline's folder, so the current folder does not matter. Each
/// problem is on its own line in a fixed order, so versions can be merged.
struct Baseline: Sendable {
  /// The version of the file's format.
  private static let version = 1
  private static let byteCountMax = 256 << 20

  let path: String
  private let folder: AbsolutePath
  private var files: [String: ProblemCounts] = [:]

  /// An empty baseline for a path.
  init(path: String) {
    self.path = path
    folder = AbsolutePath(path).folder
  }

  /// The problems of a file, named as on the command line.
  func problems(ofFile name: String) -> ProblemCounts { files[key(name)] ?? ProblemCounts() }

  /// Replaces a file's problems.
  mutating func set(_ problems: ProblemCounts, ofFile name: String) {
    files[key(name)] = problems
  }

  /// Removes files that no longer exist.
  mutating func removeMissingFiles() {
    files = files.filter { name, _ in FileSystem.exists(folder.text + "/" + name) }
  }

  private func key(_ name: String) -> String { AbsolutePath(name).relative(to: folder) }

  // MARK: File

  /// Reads a baseline.
  static func read(_ path: String) throws(UsageError) -> Baseline {
    var baseline = Baseline(path: path)
    let shown = TerminalText.name(path)
    guard FileSystem.exists(path) else {
      throw UsageError(message: "\(shown): no such baseline: create it with --write-baseline")
    }
    let value: JSONValue
    do {
      let bytes = try FileSystem.contents(of: path, byteCountMax: byteCountMax).bytes
      value = try JSONReader.parse(Array(bytes))
    } catch let error as FileError {
      throw UsageError(message: "\(shown): \(error.message)")
    } catch let error as JSONError {
      throw UsageError(
        message: "\(shown): not a baseline: \(error.message) at byte offset \(error.byteOffset)")
    } catch {
      throw UsageError(message: "\(shown): \(error)")
    }
    guard baseline.take(value) else {
      throw UsageError(message: "\(shown): not a baseline of this version of mdcatalog")
    }
    return baseline
  }

  /// Reads the content of a file; false if it is not a baseline.
  private mutating func take(_ value: JSONValue) -> Bool {
    guard value["mdcatalogBaseline"]?.int == Self.version, let members = value["files"]?.object
    else { return false }
    for member in members {
      var problems = files[member.key] ?? ProblemCounts()
      for entry in member.value.array ?? [] {
        guard let code = entry["code"]?.string, let digits = entry["fingerprint"]?.string,
          let fingerprint = UInt64(digits, radix: 16)
        else { return false }
        // Rules that this version does not have find nothing.
        guard let rule = RuleRegistry.standard[RuleCode(code)]?.code else { continue }
        let count = max(0, min(entry["count"]?.int ?? 1, Int(Int32.max)))
        problems.add(ProblemKey(rule: rule, fingerprint: fingerprint), count: count)
      }
      files[member.key] = problems
    }
    return true
  }

  /// Writes the file if it changes.
  func write() throws(FileError) {
    try FileCreation.put(ContiguousArray(text.utf8), at: path)
  }

  private var text: String {
    let names = files.filter { !$0.value.counts.isEmpty }.keys
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let parts = names.map { name in
      let entries = Self.entries(files[name] ?? ProblemCounts()).joined(separator: ",\n      ")
      return "\n    \(Self.quoted(name)): [\n      \(entries)\n    ]"
    }
    let end = parts.isEmpty ? "" : "\n  "
    return "{\n  \"mdcatalogBaseline\": \(Self.version),\n  \"files\": {"
      + parts.joined(separator: ",") + end + "}\n}\n"
  }

  private static func entries(_ problems: ProblemCounts) -> [String] {
    let sorted = problems.counts.sorted {
      ($0.key.rule, $0.key.fingerprint) < ($1.key.rule, $1.key.fingerprint)
    }
    return sorted.map { key, count in
      "{\"code\": \"\(key.rule.rawValue)\", \"fingerprint\": \"\(key.fingerprint.hexadecimal)\""
        + (count > 1 ? ", \"count\": \(count)}" : "}")
    }
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: JSONWriter.bytes(of: .string(text)), as: UTF8.self)
  }
}
