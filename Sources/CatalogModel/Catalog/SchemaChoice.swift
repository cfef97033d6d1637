package import CatalogSchema

/// Why a table has the schema that it has, or none.
package enum SchemaChoice: Sendable {
  /// Its headers name the schema.
  case fits(Schema)
  /// The schema is for this very file, and the headers name its key.
  case assigned(Schema)
  /// The headers name no schema; with what each lacks.
  case noHeaders([(schema: Schema, lacks: Schema.Lack)])
}

extension Catalog {
  /// Why a table has its schema.
  package func schemaChoice(of table: CatalogTable) -> SchemaChoice {
    guard let schema = table.context.plan.schema else {
      let headers = table.plan.columns.map(\.header)
      return .noHeaders(
        configuration.schemas.compactMap { schema in
          schema.lack(headers: headers).map { (schema, $0) }
        })
    }
    return schema.isAssigned ? .assigned(schema) : .fits(schema)
  }
}
