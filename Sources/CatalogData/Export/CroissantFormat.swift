import CatalogModel
import CatalogSchema
import JSONText

extension ExportFormat {
  /// A schema.org dataset in Croissant 1.0 (JSON-LD).
  static let croissant = ExportFormat(
    name: "croissant", options: [.splitLinks], isOfOneTable: false, needsSchema: true
  ) { source in
    let dataset = CroissantDataset(source.records, of: source.catalog, file: source.file)
    return Document(notes: [(nil, dataset.missingNote)], write: dataset.write)
  }
}

/// A Croissant dataset: one record set with its rows per table.
///
/// A list does not say who made it, when and under which licence, so these are left out.
private struct CroissantDataset {
  private let title: DocumentTitle
  private let name: String
  private let recordSets: [RecordSet]

  private struct RecordSet {
    var id: String
    var records: RecordTable
    /// The columns' ids, which hold no spaces.
    var fieldIDs: [String]

    init(id: String, _ records: RecordTable) {
      self.id = id
      self.records = records
      var ids = DistinctNames(separator: "-")
      fieldIDs = records.columns.enumerated().map { index, column in
        ids.distinct("\(id)/" + DatasetName.slug(column.name, else: "column-\(index + 1)"))
      }
    }
  }

  init(_ tables: [RecordTable], of catalog: Catalog, file: String) {
    title = DocumentTitle(of: catalog)
    let stem = DatasetName.slug(DatasetName.stem(file), else: "catalog")
    name = title.title ?? stem
    var ids = DistinctNames(separator: "-")
    recordSets = tables.map { RecordSet(id: ids.distinct(stem), $0) }
  }

  /// The properties that Croissant requires and the text does not have.
  var missingNote: String {
    let required =
      (title.description == nil ? ["description"] : [])
      + ["license", "creator", "datePublished", "url"]
    return "add what Croissant requires and the catalog does not say: "
      + "\(required.joined(separator: ", ")); citeAs and version are recommended"
  }

  func write(to send: ByteSink) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.literal(CroissantContext.json)
    writer.endValue()
    writer.member("@type", "sc:Dataset")
    writer.member("conformsTo", "http://mlcommons.org/croissant/1.0")
    writer.member("name", name)
    if let description = title.description { writer.member("description", description) }
    writer.array("recordSet", of: recordSets) { write($1, &$0, send) }
    writer.endObject()
    writer.literal("\n")
    writer.drain(atOnce: true, to: send)
  }

  private func write(_ set: RecordSet, _ writer: inout JSONWriter, _ send: ByteSink) {
    writer.beginObject()
    writer.member("@type", "cr:RecordSet")
    writer.member("@id", set.id)
    writer.member("name", set.id)
    writeKey(of: set, &writer)
    writer.array("field", of: zip(set.records.columns, set.fieldIDs)) {
      write($1.0, $1.1, set, &$0)
    }
    writer.writeData(set.fieldIDs, of: set.records, to: send)
    writer.endObject()
  }

  /// A reference to a field, or an array of references.
  private func writeKey(of set: RecordSet, _ writer: inout JSONWriter) {
    let key = TableSchemaWriter(set.records).primaryKey
    let fields = zip(set.records.columns, set.fieldIDs).filter { key.contains($0.0.name) }
    if fields.isEmpty { return }
    writer.key("key")
    if fields.count > 1 { writer.beginArray() }
    for (_, id) in fields { writer.object { $0.member("@id", id) } }
    if fields.count > 1 { writer.endArray() }
  }

  private func write(
    _ column: RecordTable.Column, _ id: String, _ set: RecordSet, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("@type", "cr:Field")
    writer.member("@id", id)
    writer.member("name", column.name)
    if let description = set.records.schemaColumn(column)?.description, !description.isEmpty {
      writer.member("description", description)
    }
    writer.member("dataType", "sc:Text")
    writer.endObject()
  }
}
