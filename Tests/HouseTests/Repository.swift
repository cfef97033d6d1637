#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the project.
enum Repository {
  /// The root folder of the project.
  static let root = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Whether generated files are written instead of compared.
  static let isRegenerating =
    ProcessInfo.processInfo.environment["MDCATALOG_REGENERATE"] != nil

  /// A file's text.
  static func text(_ path: String) -> String {
    (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
  }

  /// The paths of all files in a folder and in its folders.
  static func files(in folder: String, suffix: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// Whether a file or folder exists.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  /// Writes a generated file.
  static func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
  }
}
