// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: Swift 6, strict memory safety, explicit existentials.
///
/// Every row calls small functions of other modules, so release builds optimise across modules. This
/// reaches `public` declarations only, so the two lowest modules use `public` instead of `package`.
let dialect: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings of `Tests/Fuzz/run`: every module counts its branches. Comparisons are not traced: that
/// takes half of the time, and the dictionary of the fuzzer already has the words.
let isFuzzing = Context.environment["MDCATALOG_FUZZING"] != nil
let coverage: [SwiftSetting] = [
  .unsafeFlags([
    "-sanitize=fuzzer", "-sanitize-coverage=edge,inline-8bit-counters,pc-table", "-enable-testing",
  ])
]
let strict = dialect + (isFuzzing ? coverage : [])

func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
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
    // Each module imports only modules above it in this list; a test enforces the imports.
    module("System"),
    module("JSONText"),
    module("MessageStream", imports: ["JSONText", "System"]),
    module("ProtocolTypes", imports: ["JSONText"]),
    module("LineStore"),
    module("TableSyntax", imports: ["LineStore"]),
    module("CatalogSchema", imports: ["JSONText"]),
    module("CatalogModel", imports: ["CatalogSchema", "TableSyntax", "LineStore"]),
    module("ConfigurationFiles", imports: ["CatalogModel", "CatalogSchema", "System"]),
    module(
      "CatalogFeatures", imports: ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore"]),
    module(
      "CatalogData",
      imports: ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore", "JSONText"]),
    module(
      "LanguageServer",
      imports: [
        "CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "ProtocolTypes",
        "MessageStream", "ConfigurationFiles", "JSONText", "System",
      ]),
    module(
      "CommandLineTool",
      imports: [
        "LanguageServer", "CatalogData", "CatalogFeatures", "CatalogModel", "CatalogSchema",
        "TableSyntax", "LineStore", "ConfigurationFiles", "JSONText", "System",
      ]),
    .executableTarget(
      name: "mdcatalog", dependencies: ["CommandLineTool"], swiftSettings: strict),
    .executableTarget(
      name: "mdcatalog-bench",
      dependencies: [
        "CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "TestSupport",
      ],
      path: "Sources/Benchmark", swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["CatalogSchema"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("SystemTests", of: ["System"]),
    tests("ProtocolTypesTests", of: ["ProtocolTypes", "JSONText"]),
    tests(
      "LanguageServerTests",
      of: [
        "LanguageServer", "CatalogModel", "ConfigurationFiles", "ProtocolTypes", "MessageStream",
        "JSONText",
      ]),
    tests("LineStoreTests", of: ["LineStore", "TestSupport"]),
    tests("JSONTextTests", of: ["JSONText"]),
    tests("MessageStreamTests", of: ["MessageStream", "JSONText"]),
    tests("TableSyntaxTests", of: ["TableSyntax", "LineStore"]),
    tests("CatalogSchemaTests", of: ["CatalogSchema"]),
    tests("HouseTests", of: []),
    tests(
      "CatalogModelTests",
      of: ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore", "TestSupport"]),
    tests(
      "CatalogFeaturesTests",
      of: ["CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "TestSupport"]),
    tests(
      "CatalogDataTests",
      of: ["CatalogData", "CatalogModel", "CatalogSchema", "LineStore", "TestSupport"]),
    tests(
      "CommandLineToolTests",
      of: [
        "CommandLineTool", "CatalogData", "CatalogModel", "CatalogSchema", "LineStore", "System",
      ]),
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
