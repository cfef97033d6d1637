import CatalogSchema
import LineStore

/// The plans of new tables: tables with the same headers and key column share one.
struct TablePlans {
  private var byHeaders: [HeaderKey: TablePlan] = [:]
  private var withoutSchema: [HeaderKey: [Int?: TablePlan]] = [:]

  /// What the headers of a table suggest.
  mutating func plan(_ key: HeaderKey, _ span: TableSpan, _ catalog: Catalog) -> TablePlan {
    let plan =
      byHeaders[key]
      ?? TablePlan(
        headers: key.headers, schemas: catalog.configuration.schemas,
        missingValues: catalog.configuration.missingValues)
    byHeaders[key] = plan
    return plan.schema == nil ? planWithoutSchema(key, span, catalog) : plan
  }

  /// The plan of a table that fits no schema.
  private mutating func planWithoutSchema(
    _ key: HeaderKey, _ span: TableSpan, _ catalog: Catalog
  ) -> TablePlan {
    let column =
      catalog.configuration.isForLayout
      ? nil
      : KeyColumn.find(
        in: span, columnCount: key.headers.count, catalog.text, catalog.configuration.missingValues)
    let plan =
      withoutSchema[key]?[column]
      ?? TablePlan(
        headers: key.headers, keyColumn: column,
        missingValues: catalog.configuration.missingValues)
    withoutSchema[key, default: [:]][column] = plan
    return plan
  }
}
