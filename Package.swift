// swift-tools-version: 6.2
import PackageDescription

/// One dialect for every target: Swift 6, strict memory safety, explicit existentials.
///
/// Small functions on bytes are called across rooms for every row, so release builds optimise across
/// rooms; that reaches `public` declarations only, which is why the two lowest rooms have them.
let dialect: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Coverage-guided fuzzing needs every room to count its branches (`Tests/Fuzz/run`). Compared
/// numbers are not traced: that takes half of the time, and the dictionary has the words.
let isFuzzing = Context.environment["MDCATALOG_FUZZING"] != nil
let coverage: [SwiftSetting] = [
  .unsafeFlags([
    "-sanitize=fuzzer", "-sanitize-coverage=edge,inline-8bit-counters,pc-table", "-enable-testing",
  ])
]
let strict = dialect + (isFuzzing ? coverage : [])

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, of imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: strict)
}

let package = Package(
  name: "mdcatalog",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "mdcatalog", targets: ["mdcatalog"])],
  targets: [
    // Each room imports only what stands above it; a test enforces the arrows.
    room("System"),
    room("JSONText"),
    room("MessageStream", imports: ["JSONText", "System"]),
    room("ProtocolTypes", imports: ["JSONText"]),
    room("LineStore"),
    room("TableSyntax", imports: ["LineStore"]),
    room("CatalogSchema", imports: ["JSONText"]),
    room("CatalogModel", imports: ["CatalogSchema", "TableSyntax", "LineStore"]),
    room("ConfigurationFiles", imports: ["CatalogModel", "CatalogSchema", "System"]),
    room(
      "CatalogFeatures", imports: ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore"]),
    room(
      "LanguageServer",
      imports: [
        "CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "ProtocolTypes",
        "MessageStream", "ConfigurationFiles", "JSONText", "System",
      ]),
    room(
      "CommandLineTool",
      imports: [
        "LanguageServer", "CatalogFeatures", "CatalogModel", "CatalogSchema", "TableSyntax",
        "LineStore", "ConfigurationFiles", "JSONText", "System",
      ]),
    .executableTarget(
      name: "mdcatalog", dependencies: ["CommandLineTool"], swiftSettings: strict),
    .executableTarget(
      name: "mdcatalog-bench",
      dependencies: ["CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore"],
      path: "Sources/Benchmark", swiftSettings: strict),

    tests("SystemTests", of: ["System"]),
    tests("ProtocolTypesTests", of: ["ProtocolTypes", "JSONText"]),
    tests(
      "LanguageServerTests",
      of: [
        "LanguageServer", "CatalogModel", "ConfigurationFiles", "ProtocolTypes", "MessageStream",
        "JSONText",
      ]),
    tests("LineStoreTests", of: ["LineStore"]),
    tests("JSONTextTests", of: ["JSONText"]),
    tests("MessageStreamTests", of: ["MessageStream", "JSONText"]),
    tests("TableSyntaxTests", of: ["TableSyntax", "LineStore"]),
    tests("CatalogSchemaTests", of: ["CatalogSchema"]),
    tests("HouseTests", of: []),
    tests("CatalogModelTests", of: ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore"]),
    tests(
      "CatalogFeaturesTests",
      of: ["CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore"]),
  ]
)

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "mdcatalog-fuzz",
      dependencies: [
        "LanguageServer", "CatalogFeatures", "CatalogModel", "CatalogSchema", "TableSyntax",
        "LineStore", "ProtocolTypes", "MessageStream", "ConfigurationFiles", "JSONText", "System",
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: dialect,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
