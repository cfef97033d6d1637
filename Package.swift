// swift-tools-version: 6.2
import PackageDescription

/// One dialect for every target: Swift 6, strict memory safety, explicit existentials.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

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
    room("LineStore"),
    room("TableSyntax", imports: ["LineStore"]),
    room("CommandLineTool", imports: ["TableSyntax", "LineStore"]),
    .executableTarget(
      name: "mdcatalog", dependencies: ["CommandLineTool"], swiftSettings: strict),

    tests("LineStoreTests", of: ["LineStore"]),
    tests("TableSyntaxTests", of: ["TableSyntax", "LineStore"]),
    tests("CommandTests", of: ["CommandLineTool"]),
  ]
)
