import CatalogData
import CatalogModel

/// Why columns are judged as they are, in words.
enum ReasonsText {
  /// One line for the vocabulary, and one for each demand.
  static func lines(_ reasons: ColumnReasons) -> [String] {
    (reasons.status.map { [vocabulary(reasons, $0)] } ?? [])
      + reasons.demands.map { demand($0, isConfigured: reasons.isConfigured) }
  }

  private static func vocabulary(_ reasons: ColumnReasons, _ status: ColumnStatus) -> String {
    let name =
      switch status {
      case .closed: "closed"
      case .open: "open"
      case .own: "the list’s own"
      }
    let near = reasons.nearCount > 0 ? ", and \(reasons.nearCount) may be typos" : ""
    let counts = "\(reasons.knownCount) of \(counted(reasons.valueCount, "value")) are terms\(near)"
    return reasons.isConfigured
      ? "\(name), as configured: \(counts)" : "\(name): \(counts)"
  }

  private static func demand(_ reasons: DemandReasons, isConfigured: Bool) -> String {
    let met =
      switch reasons.kind {
      case .required: "are filled"
      case .linked: "have a link"
      case .unique: "are distinct"
      }
    let subject = reasons.kind == .required ? "row" : "name"
    let counts = "\(reasons.demand.metCount) of \(counted(reasons.demand.rowCount, subject)) \(met)"
    if isConfigured { return "\(reasons.kind.rawValue), as configured: \(counts)" }
    return (reasons.holds ? "" : "not ") + "\(reasons.kind.rawValue): \(counts)"
  }
}
