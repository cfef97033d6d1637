import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Cells that say that there is no value.
@Suite struct PlaceholderTests: RuleSuite {
  @Test func placeholdersAreNoValues() {
    check(
      """
      | [A](https://a.org) | – | Segmentation | N/A | - |
      | [B](https://b.org) | TODO | ? | CT, TBD | / |
      | [C](https://c.org) | 无 | — | NA | n/a |
      | [D](https://d.org) | Text | none | CT | 3D |
                                    ^^^^ unknown-value
      """)
  }

  @Test func placeholdersAreNoNames() {
    check(
      """
      | TBD | Text | Segmentation | CT | 3D |
      | TBD | Text | Segmentation | CT | 3D |
      """)
  }

  @Test func aTemplateHasNoProblems() {
    check(
      """
      | | | | | |
      | - | N/A | - | - | - |
      | | | |
      | TODO | | | | | | |
      """)
  }

  @Test func aTermIsAValue() {
    let own = configuration(
      """
      { "schema": { "primaryKey": "name", "fields": [ { "name": "name" },
        { "name": "answer", "constraints": { "enum": ["yes", "?"], "required": true } } ] } }
      """)
    check(
      """
      | A | ? |
      | B | - |
      | C | maybe |
            ^^^^^ unknown-value
      """, header: "| name | answer |\n| --- | --- |\n", with: own)
  }

  @Test(arguments: [
    #"{ "schema": "builtin", "missingValues": ["none"] }"#,
    #"""
    { "schema": { "primaryKey": "Dataset", "missingValues": [ { "value": "none" } ],
      "fields": [ { "name": "Dataset" }, { "name": "Task", "mdcatalog:vocabulary": "task" } ] } }
    """#,
    #"""
    { "missingValues": ["-"], "schema": { "primaryKey": "Dataset", "fields": [
      { "name": "Dataset" },
      { "name": "Task", "mdcatalog:vocabulary": "task", "missingValues": ["none"] } ] } }
    """#,
  ])
  func othersAreConfigured(source: String) {
    check(
      """
      | [A](https://a.org) | none |
      | [B](https://b.org) | Detection |
      | [C](https://c.org) | N/A |
                             ^^^ unknown-value
      """, header: "| Dataset | Task |\n| --- | --- |\n", with: configuration(source))
  }

  @Test func placeholdersTeachNothing() {
    let header = "| Place | Kind |\n| --- | --- |\n"
    let rows = (0..<20).map { "| Place \($0) | \($0 % 2 == 0 ? "-" : "Museum") |\n" }
    let catalog = Catalog(utf8: ContiguousArray((header + rows.joined()).utf8))
    let labels = catalog.learnedPlan(of: catalog.tables[0])?.plan.columns[1].vocabulary?.terms
    #expect(labels?.map(\.prefLabel) == ["Museum"])
  }
}
