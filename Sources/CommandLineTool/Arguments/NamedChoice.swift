import CatalogData
import CatalogSchema

/// One of the values that an option takes, such as an export format.
protocol NamedChoice {
  /// The value as it is typed.
  var name: String { get }
}

extension ExportFormat: NamedChoice {}
extension ImportFormat: NamedChoice {}
extension TableStyle: NamedChoice {
  var name: String { rawValue }
}

extension Sequence where Element: NamedChoice {
  /// The choice of a name.
  func named(_ name: String) -> Element? { first { $0.name == name } }

  /// The names in order.
  var names: [String] { map(\.name) }
}
