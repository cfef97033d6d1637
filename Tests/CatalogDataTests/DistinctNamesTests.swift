import Testing

@testable import CatalogData

/// Names become distinct, each in constant time.
@Suite struct DistinctNamesTests {
  @Test func takenNamesGetNumbers() {
    var names = DistinctNames(taken: ["b"], separator: " ")
    let given = ["a", "a", "a 2", "b", "a", ""]
    #expect(given.map { names.distinct($0) } == ["a", "a 2", "a 2 2", "b 2", "a 3", ""])
  }
}
