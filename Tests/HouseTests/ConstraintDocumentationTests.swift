import Testing

/// Each column constraint is known to the JSON Schema of configuration files and to the
/// documentation.
@Suite struct ConstraintDocumentationTests {
  private static let folder = "Sources/CatalogSchema/Constraints"

  /// The properties that the files of constraints list.
  private static let properties = Repository.files(in: folder, suffix: "Constraint.swift")
    .flatMap { path in
      Repository.text(path).split(separator: "\n")
        .filter { $0.contains("static let properties = [") }
        .flatMap { $0.split(separator: "\"").dropFirst().enumerated() }
        .filter { $0.offset % 2 == 0 }.map { String($0.element) }
    }

  @Test func constraintsAreDocumented() {
    #expect(Self.properties.count >= 11)
    let schema = Repository.text("Grammar/configuration.schema.json")
    let documentation = Repository.text("Grammar/README.md")
    for property in Self.properties {
      #expect(schema.contains("\"\(property)\""), "\(property)")
      #expect(documentation.contains("\(property)`"), "\(property)")
    }
  }

  @Test func eachConstraintIsListed() {
    let list = Repository.text("\(Self.folder)/ValueConstraints.swift")
    for path in Repository.files(in: Self.folder, suffix: "Constraint.swift") {
      let type = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      if type == "ValueConstraint" || type == "FieldConstraint" { continue }
      #expect(list.contains("\(type).self"), "\(type)")
    }
  }
}
