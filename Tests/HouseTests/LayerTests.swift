import Testing

/// Folders are layers: within a target, a folder uses only folders below it, and few files use each
/// other in a circle.
@Suite struct LayerTests {
  /// Limits for circles of files: files of one circle in a target, and files of all circles.
  private static let largestCircleMax = 3
  private static let filesInCirclesMax = 12

  /// Circles that still exist, by target. Lower a number once there are fewer; never raise one.
  private static let ledger: [String: Circles] = [
    "CatalogSchema": Circles(folders: 2),
    "LineStore": Circles(largest: 5),
    "TableSyntax": Circles(folders: 2, largest: 5),
  ]
  private static let filesInCirclesToday = 23

  /// The circles of a target in numbers.
  private struct Circles {
    /// Folders that reach each other.
    var folders = 0
    /// Files of the largest circle.
    var largest = 0
  }

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
      let count = circles.reduce(0) { $0 + $1.count }
      let allowed = Self.ledger[target]?.folders ?? 0
      #expect(count <= allowed, "\(target): folders use each other: \(circles)")
      #expect(count >= allowed, "\(target): lower `folders` in the ledger to \(count)")
    }
  }

  @Test func circlesOfFilesAreSmall() {
    for (target, graph) in Self.graphs {
      let circles = SourceGraph.circles(of: graph.uses)
      let count = circles.first?.count ?? 0
      let known = Self.ledger[target]?.largest ?? 0
      let allowed = max(Self.largestCircleMax, known)
      #expect(count <= allowed, "\(target): files use each other: \(circles.first ?? [])")
      #expect(
        known <= Self.largestCircleMax || count == known,
        "\(target): lower `largest` in the ledger to \(count)")
    }
  }

  @Test func fewFilesAreInCircles() {
    let circles = Self.graphs.values.flatMap { SourceGraph.circles(of: $0.uses) }
    let count = circles.reduce(0) { $0 + $1.count }
    let allowed = max(Self.filesInCirclesMax, Self.filesInCirclesToday)
    #expect(count <= allowed, "files that use each other: \(circles)")
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
