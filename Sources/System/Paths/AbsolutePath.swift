#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An absolute path as a list of names, without `.` and `..`.
package struct AbsolutePath: Hashable, Sendable {
  /// The names, the outermost folder's first.
  package var names: [String]

  /// The path of these names.
  package init(names: [String]) { self.names = names }

  /// A path, relative to the current folder unless it is absolute.
  ///
  /// A `..` is resolved by the system, through symbolic links, or drops one name where that fails.
  /// Links after the last `..` stay as they are.
  package init(_ path: String) {
    let parts = Self.parts(path).filter { $0 != "." }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    guard let last = parts.lastIndex(of: "..") else {
      names = (isAbsolute ? [] : Self.currentFolder.names) + parts
      return
    }
    let head = (isAbsolute ? "/" : "") + parts[...last].joined(separator: "/")
    let start = Self.resolved(head) ?? Self.reduced(head, isAbsolute: isAbsolute)
    names = start + parts[(last + 1)...]
  }

  /// The current folder.
  package static var currentFolder: AbsolutePath {
    guard let path = unsafe getcwd(nil, 0) else { return AbsolutePath(names: []) }
    defer { unsafe free(path) }
    return AbsolutePath(names: parts(unsafe String(cString: path)))
  }

  /// The path as text.
  package var text: String { "/" + names.joined(separator: "/") }

  /// The parent folder; the root for the root.
  package var folder: AbsolutePath { AbsolutePath(names: Array(names.dropLast())) }

  /// The path with symbolic links resolved; unchanged where nothing exists there.
  package var withoutLinks: AbsolutePath { AbsolutePath(names: Self.resolved(text) ?? names) }

  /// One level further down.
  package func appending(_ name: String) -> AbsolutePath { AbsolutePath(names: names + [name]) }

  /// The path relative to a folder; `.` for that folder itself.
  package func relative(to folder: AbsolutePath) -> String {
    let common = zip(names, folder.names).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.names.count - common)
    let parts = up + names[common...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The names below another path's folder; all names where the path is not in it.
  package func names(inFolderOf other: AbsolutePath) -> ArraySlice<String> {
    isInside(other.folder) ? names.dropFirst(other.folder.names.count) : names[...]
  }

  /// Whether it is a folder or anything in it, at any depth.
  package func isInside(_ folder: AbsolutePath) -> Bool { names.starts(with: folder.names) }

  /// The parts between slashes; split by bytes, as a combining accent merges with its slash.
  private static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  private static func resolved(_ path: String) -> [String]? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return parts(unsafe String(cString: real))
  }

  private static func reduced(_ path: String, isAbsolute: Bool) -> [String] {
    var names = isAbsolute ? [] : currentFolder.names
    for part in parts(path) {
      if part == ".." { _ = names.popLast() } else { names.append(part) }
    }
    return names
  }
}
