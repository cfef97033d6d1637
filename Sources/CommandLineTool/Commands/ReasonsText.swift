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
    let near = reasons.nearCount > 0 ? ", \(reasons.nearCount) near" : ""
    let counts = "\(reasons.knownCount) of \(counted(reasons.valueCount, "value")) known\(near)"
    return name + (reasons.isConfigured ? ", as configured: " : ": ") + counts
  }

  private static func demand(_ reasons: DemandReasons, isConfigured: Bool) -> String {
    let subject = counted(reasons.demand.rowCount, reasons.kind == .required ? "row" : "name")
    let start = (reasons.holds ? "" : "not ") + reasons.kind.rawValue
    return start + (isConfigured ? ", as configured: " : ": ")
      + "met by \(reasons.demand.metCount) of \(subject)"
  }
}
