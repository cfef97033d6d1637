import Testing

/// Folders are layers: within a target, a folder uses only folders below it, and few files use each
/// other in a circle.
@Suite struct LayerTests {
  /// Limits for circles of files: files of one circle in a target, and files of all circles.
  private static let largestCircleMax = 3
  private static let filesInCirclesMax = 12

  private static let graphs: [String: SourceGraph] = {
    let paths = Repository.files(in: "Sources", suffix: ".swift")
      .filter { !$0.hasSuffix(".generated.swift") }
    let files = paths.map { ($0, SourceScanner(Repository.text($0))) }
    let graph = SourceGraph(files: Dictionary(uniqueKeysWithValues: files))
    let targets = Set(paths.map(SourceGraph.target))
    return Dictionary(uniqueKeysWithValues: targets.map { ($0, graph.target($0)) })
  }()

  @Test func aFolderUsesOnlyFoldersBelowIt() {
    for (target, graph) in Self.graphs {
      let circles = SourceGraph.circles(of: graph.folders)
      #expect(circles.isEmpty, "\(target): folders use each other: \(circles)")
    }
  }

  @Test func circlesOfFilesAreFewAndSmall() {
    let circles = Self.graphs.values.flatMap { SourceGraph.circles(of: $0.uses) }
    #expect(circles.allSatisfy { $0.count <= Self.largestCircleMax }, "\(circles)")
    #expect(circles.reduce(0) { $0 + $1.count } <= Self.filesInCirclesMax, "\(circles)")
  }

  @Test func circlesAreFound() {
    let files = [
      "S/T/A/One.swift": "struct One { var two: Two? }", "S/T/A/Two.swift": "enum Two { // One\n}",
      "S/T/B/Three.swift": "let a = \"One \\(Four.self)\"",
      "S/T/B/Four.swift": "private enum Two {}\nclass Four { func f() { three() } }",
      "S/T/B/One+Three.swift": "extension One { func three() { Three() } }\nstruct Three {}",
    ]
    let graph = SourceGraph(files: files.mapValues { SourceScanner($0) })
    #expect(graph.uses["S/T/A/One.swift"] == ["S/T/A/Two.swift"])
    #expect(graph.uses["S/T/A/Two.swift"] == [])
    #expect(graph.uses["S/T/B/Three.swift"] == ["S/T/B/Four.swift"])
    #expect(graph.uses["S/T/B/Four.swift"] == ["S/T/B/One+Three.swift", "S/T/A/Two.swift"])
    #expect(graph.folders["S/T/B"] == ["S/T/A"])
    #expect(SourceGraph.circles(of: graph.uses).isEmpty)
    let edges: [String: Set<String>] = ["a": ["b"], "b": ["c"], "c": ["a"], "d": ["a", "d"]]
    #expect(SourceGraph.circles(of: edges) == [["a", "b", "c"]])
  }
}
