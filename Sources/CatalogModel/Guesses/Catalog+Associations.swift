import CatalogSchema

extension Catalog {
  /// Brings up to date which terms go together, after some tables changed.
  ///
  /// - Complexity: O(pairs of terms of those tables); O(1) where nobody asks for it
  mutating func associate(_ changed: [CatalogTable], lost: [CatalogTable]) {
    guard configuration.showsAssociations else { return }
    var isChanged = false
    func set(_ table: CatalogTable, _ found: [Association]) {
      let now = found.isEmpty ? nil : found
      if associations[table.id] == now { return }
      associations[table.id] = now
      isChanged = true
    }
    for table in lost { set(table, []) }
    for table in changed { set(table, AssociationSearch.associations(in: table)) }
    if isChanged { guesses = DerivedState() }
  }
}
