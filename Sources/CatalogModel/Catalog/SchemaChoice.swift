package import CatalogSchema

/// Why a table has the schema that it has, or none.
package enum SchemaChoice: Sendable {
  /// Its headers name the schema, and enough values in vocabulary columns are known.
  case fits(Schema, knownCount: Int, valueCount: Int)
  /// The schema is for this very file, and the headers name its key.
  case assigned(Schema)
  /// The headers name the schema, but too few of the values are known.
  case valuesUnknown(Schema, knownCount: Int, valueCount: Int)
  /// The headers name no schema; with what each lacks.
  case noHeaders([(schema: Schema, lacks: Schema.Lack)])
}

extension Catalog {
  /// Why a table has its schema.
  package func schemaChoice(of table: CatalogTable) -> SchemaChoice {
    guard let schema = table.context.candidate.schema else {
      let headers = table.plan.columns.map(\.header)
      return .noHeaders(
        configuration.schemas.compactMap { schema in
          schema.lack(headers: headers).map { (schema, $0) }
        })
    }
    if schema.isAssigned { return .assigned(schema) }
    let counts = (table.tally.fittingItemCount, table.tally.itemCount)
    return table.context.isSchemaInForce
      ? .fits(schema, knownCount: counts.0, valueCount: counts.1)
      : .valuesUnknown(schema, knownCount: counts.0, valueCount: counts.1)
  }
}
