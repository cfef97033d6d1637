/// Which file uses which of the same target.
///
/// A file uses another if it names a type that the other declares, or a member that an extension
/// file (`Type+Aspect.swift`) declares and no other file of the project does.
struct SourceGraph {
  /// Files by path, each with the files that it uses.
  private(set) var uses: [String: Set<String>] = [:]

  init(files: [String: SourceScanner]) {
    var typeFiles: [String: Set<String>] = [:]
    var memberFiles: [String: Set<String>] = [:]
    for (path, file) in files {
      for type in file.types { typeFiles[type, default: []].insert(path) }
      for member in file.members { memberFiles[member, default: []].insert(path) }
    }
    for (path, file) in files {
      uses[path] = []
      for word in file.words {
        if let owners = typeFiles[word], !owners.contains(path) {
          uses[path]?.formUnion(owners.filter { Self.target($0) == Self.target(path) })
        }
        if let owners = memberFiles[word], owners.count == 1, let owner = owners.first,
          owner != path, Self.isExtension(owner), Self.target(owner) == Self.target(path)
        {
          uses[path]?.insert(owner)
        }
      }
    }
  }

  /// The target of a file of `Sources`.
  static func target(_ path: String) -> String {
    String(path.split(separator: "/").dropFirst().first ?? "")
  }

  private static func isExtension(_ path: String) -> Bool {
    path.split(separator: "/").last?.contains("+") == true
  }

  /// The part of the graph that belongs to one target.
  func target(_ name: String) -> SourceGraph {
    var graph = self
    graph.uses = uses.filter { Self.target($0.key) == name }
    return graph
  }

  /// Which folder uses which.
  var folders: [String: Set<String>] {
    var folders: [String: Set<String>] = [:]
    for (path, used) in uses {
      let folder = Self.folder(path)
      folders[folder, default: []].formUnion(used.map(Self.folder))
      folders[folder]?.remove(folder)
    }
    return folders
  }

  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Groups of two or more nodes that all reach each other, largest first.
  static func circles(of edges: [String: Set<String>]) -> [[String]] {
    let reached = edges.mapValues { reachable(from: $0, edges) }
    var circles: Set<[String]> = []
    for (node, others) in reached where others.contains(node) {
      circles.insert(others.filter { reached[$0]?.contains(node) == true }.sorted())
    }
    return circles.filter { $0.count > 1 }.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private static func reachable(
    from start: Set<String>, _ edges: [String: Set<String>]
  ) -> Set<String> {
    var reached = start
    var open = Array(start)
    while let node = open.popLast() {
      for next in edges[node] ?? [] where reached.insert(next).inserted { open.append(next) }
    }
    return reached
  }
}
