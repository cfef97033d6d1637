import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText

/// A schema.org dataset in Croissant 1.0 (JSON-LD): a record set with its rows for each table.
///
/// A list says nothing of who made it, when, and under which licence, so that is left out.
struct CroissantExport {
  private let title: DocumentTitle
  private let name: String
  private let recordSets: [RecordSet]
  private let file: String

  private struct RecordSet {
    var id: String
    var records: RecordTable
    /// The columns' ids: names for machines, as an id may not hold a blank.
    var fieldIDs: [String]

    init(id: String, _ records: RecordTable) {
      self.id = id
      self.records = records
      var ids = DatasetName.distinctNames
      fieldIDs = records.columns.enumerated().map { index, column in
        ids.distinct("\(id)/" + DatasetName.slug(column.name, else: "column-\(index + 1)"))
      }
    }
  }

  /// A dataset of some tables of a text.
  init(_ tables: [RecordTable], of catalog: Catalog, file: String) {
    self.file = file
    title = DocumentTitle(of: catalog)
    let stem = DatasetName.slug(DatasetName.stem(file), else: "catalog")
    name = title.title ?? stem
    var ids = DatasetName.distinctNames
    recordSets = tables.map { RecordSet(id: ids.distinct(stem), $0) }
  }

  /// What Croissant asks for and the text does not say, in words.
  var missing: String {
    let required =
      (title.description == nil ? ["description"] : [])
      + ["license", "creator", "datePublished", "url"]
    return "\(TerminalText.name(file)): Croissant requires what a table does not say, "
      + "left out: \(required.joined(separator: ", ")); it recommends citeAs and version"
  }

  /// Writes the dataset.
  func write(_ out: BufferedOutput) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("@context")
    writer.literal(CroissantContext.json)
    writer.endValue()
    writer.member("@type", "sc:Dataset")
    writer.member("conformsTo", "http://mlcommons.org/croissant/1.0")
    writer.member("name", name)
    if let description = title.description { writer.member("description", description) }
    writer.key("recordSet")
    writer.beginArray()
    for set in recordSets { write(set, &writer, out) }
    writer.endArray()
    writer.endObject()
    writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  private func write(_ set: RecordSet, _ writer: inout JSONWriter, _ out: BufferedOutput) {
    writer.beginObject()
    writer.member("@type", "cr:RecordSet")
    writer.member("@id", set.id)
    writer.member("name", set.id)
    writeKey(of: set, &writer)
    writer.key("field")
    writer.beginArray()
    for (column, id) in zip(set.records.columns, set.fieldIDs) { write(column, id, set, &writer) }
    writer.endArray()
    writer.key("data")
    writer.beginArray()
    set.records.forEachRecord { _, line, fields in
      writer.writeRecord(set.fieldIDs, line, fields)
      writer.drain(into: out)
    }
    writer.endArray()
    writer.endObject()
  }

  /// One reference to a field, or an array of them.
  private func writeKey(of set: RecordSet, _ writer: inout JSONWriter) {
    let key = TableSchemaWriter(set.records).primaryKey
    let fields = zip(set.records.columns, set.fieldIDs).filter { key.contains($0.0.name) }
    if fields.isEmpty { return }
    writer.key("key")
    if fields.count > 1 { writer.beginArray() }
    for (_, id) in fields {
      writer.beginObject()
      writer.member("@id", id)
      writer.endObject()
    }
    if fields.count > 1 { writer.endArray() }
  }

  private func write(
    _ column: RecordTable.Column, _ id: String, _ set: RecordSet, _ writer: inout JSONWriter
  ) {
    let plan = set.records.table.plan
    writer.beginObject()
    writer.member("@type", "cr:Field")
    writer.member("@id", id)
    writer.member("name", column.name)
    if column.part != .linkDestination, column.tableColumn < plan.columns.count,
      let description = plan.columns[column.tableColumn].column?.description, !description.isEmpty
    {
      writer.member("description", description)
    }
    writer.member("dataType", "sc:Text")
    writer.endObject()
  }
}
