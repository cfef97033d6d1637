import Testing

@testable import CatalogSchema

/// Each constraint is one entry of a list, and the schemas of configuration files know it.
@Suite struct ConstraintKindsTests {
  @Test func eachPropertyBelongsToOneConstraint() {
    let properties = ValueConstraints.kinds.flatMap { $0.properties }
    #expect(Set(properties).count == properties.count)
  }

  @Test func whatAColumnCannotHoldIsCheckedFirst() {
    let areUnknown = ValueConstraints.kinds.map { $0.isUnknown }
    #expect(areUnknown == areUnknown.sorted { $0 && !$1 })
  }
}
