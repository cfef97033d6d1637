import CatalogModel
import JSONText
import LineStore

extension ExportFormat {
  /// A Frictionless Data Package (v2).
  static let dataPackage = ExportFormat(
    name: "datapackage", options: [.splitLinks, .raw, .output], isOfOneTable: false,
    needsSchema: true
  ) { source in
    let package = DataPackage(source)
    return Document(notes: package.notes, write: package.write) { package.files }
  }
}

/// A Data Package of a text's tables: one descriptor with the rows in it, or a folder with the
/// descriptor and one CSV file per table.
private struct DataPackage {
  private let title: DocumentTitle
  private let name: String
  private let resources: [Resource]
  private let isGuarded: Bool

  private struct Resource {
    var name: String
    var records: RecordTable
    var schema: TableSchemaWriter

    var fileName: String { name + ".csv" }
  }

  init(_ source: ExportSource) {
    isGuarded = source.isGuarded
    title = DocumentTitle(of: source.catalog)
    let stem = DatasetName.slug(DatasetName.stem(source.file), else: "catalog")
    name = stem
    var names = DistinctNames(separator: "-")
    resources = source.records.map {
      Resource(
        name: names.distinct(stem), records: $0,
        schema: TableSchemaWriter($0, isGuarded: source.isGuarded))
    }
  }

  /// The constraints that the descriptor leaves out.
  var notes: [(line: Int?, message: String)] {
    resources.flatMap { resource in
      resource.schema.brokenConstraints.map {
        (resource.records.table.headerLine, "left out of the descriptor: \($0)")
      }
    }
  }

  // MARK: One descriptor

  /// Writes the descriptor with the rows in it.
  func write(to send: ByteSink) {
    var writer = JSONWriter()
    writeDescriptor(&writer) { writer, resource in
      let names = resource.records.columns.map(\.name)
      if resource.records.rowCount > 0 {
        writer.writeData(names, of: resource.records, to: send)
      } else {
        // Readers take records without rows for a missing source, and names without rows for none.
        writer.array("data", of: [names]) { $0.write(.array($1.map { .string($0) })) }
      }
    }
    writer.drain(atOnce: true, to: send)
  }

  // MARK: A folder

  /// The CSV files, then `datapackage.json`.
  var files: [(name: String, bytes: ContiguousArray<UInt8>)] {
    let tables = resources.map { resource in
      var bytes = ContiguousArray<UInt8>()
      DelimitedText.write(resource.records, .csv, isGuarded: isGuarded) {
        bytes.append(contentsOf: $0, 0..<$0.count)
      }
      return (resource.fileName, bytes)
    }
    return tables + [("datapackage.json", ContiguousArray(folderDescriptor))]
  }

  private var folderDescriptor: [UInt8] {
    var writer = JSONWriter()
    writeDescriptor(&writer) { writer, resource in
      writer.member("path", resource.fileName)
      writer.member("format", "csv")
      writer.member("mediatype", "text/csv")
      writer.member("encoding", "utf-8")
      writer.object("dialect", Self.writeDialect)
      if isGuarded { writer.member("mdcatalog:formulaGuard", "'") }
    }
    return writer.bytes
  }

  // MARK: Parts

  /// RFC 4180 as Table Dialect v2; readers guess what is not declared.
  private static func writeDialect(_ writer: inout JSONWriter) {
    writer.member("delimiter", ",")
    writer.member("lineTerminator", "\r\n")
    writer.member("quoteChar", "\"")
    writer.member("doubleQuote", true)
    writer.member("skipInitialSpace", false)
  }

  private func writeDescriptor(
    _ writer: inout JSONWriter, _ writeData: (inout JSONWriter, Resource) -> Void
  ) {
    writer.object {
      $0.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      $0.member("name", name)
      if let title = title.title { $0.member("title", title) }
      if let description = title.description { $0.member("description", description) }
      $0.array("resources", of: resources) { writer, resource in
        writer.object {
          $0.member("name", resource.name)
          $0.member("type", "table")
          writeData(&$0, resource)
          $0.key("schema")
          $0.write(resource.schema.descriptor)
        }
      }
    }
    writer.literal("\n")
  }
}
