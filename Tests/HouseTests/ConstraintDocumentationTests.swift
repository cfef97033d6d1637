import Testing

/// Each column constraint is known to the JSON Schema of configuration files and to the
/// documentation.
@Suite struct ConstraintDocumentationTests {
  private static let folder = "Sources/CatalogSchema/Constraints"

  /// The properties that the files of constraints list.
  private static let properties: [String] = {
    var found: [String] = []
    for path in Repository.files(in: folder, suffix: "Constraint.swift") {
      for line in Repository.text(path).split(separator: "\n")
      where line.contains("static let properties = [") {
        // Every second part is between quotation marks.
        let parts = line.split(separator: "\"").map(String.init)
        found += parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
      }
    }
    return found
  }()

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
