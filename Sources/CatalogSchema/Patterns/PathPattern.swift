/// A pattern for a path, name by name: `**` matches any number of folders, and each name is a
/// `NamePattern`.
package struct PathPattern: Sendable {
  /// One for each name of the path; nil for `**`.
  private let parts: [NamePattern?]

  /// A pattern from its text; nil where it can match nothing.
  package init?(_ text: some Collection<UInt8>) {
    var parts: [NamePattern?] = []
    for part in text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.elementsEqual("**".utf8) {
        parts.append(nil)
      } else if let pattern = NamePattern(part), !part.isEmpty {
        parts.append(pattern)
      } else {
        return nil
      }
    }
    self.parts = parts
  }

  /// Whether the names of a path match as a whole; a `**` at the end matches at least one.
  ///
  /// - Complexity: O(parts × names)
  package func matches(_ names: some Collection<[UInt8]>) -> Bool {
    // The parts before which a match of the names so far can end.
    var reached = [Bool](repeating: false, count: parts.count + 1)
    reached[0] = true
    skipRuns(&reached)
    for name in names {
      var next = [Bool](repeating: false, count: parts.count + 1)
      for (index, part) in parts.enumerated() where reached[index] {
        guard let part else {
          next[index] = true
          if index == parts.count - 1 { next[index + 1] = true }
          continue
        }
        if part.matches(name) { next[index + 1] = true }
      }
      skipRuns(&next)
      reached = next
    }
    return reached[parts.count]
  }

  /// A `**` that is not the last part can match no name.
  private func skipRuns(_ reached: inout [Bool]) {
    for index in parts.indices where reached[index] && index < parts.count - 1 {
      if parts[index] == nil { reached[index + 1] = true }
    }
  }
}
