import CatalogFeatures
import CatalogModel
import JSONText
import System

/// A Frictionless Data Package (v2) of a text's tables: one descriptor with the rows in it, or a
/// folder with the descriptor and a CSV file for each table.
struct DataPackage {
  /// What is said of the tables on stderr.
  let notes: [String]
  private let title: DocumentTitle
  private let name: String
  private let resources: [Resource]

  private struct Resource {
    var name: String
    var records: RecordTable
    var schema: TableSchemaWriter

    var fileName: String { name + ".csv" }
  }

  private let isGuarded: Bool

  /// A package of some tables of a text, where `isGuarded` for spreadsheets to read.
  init(_ tables: [RecordTable], of catalog: Catalog, file: String, isGuarded: Bool) {
    self.isGuarded = isGuarded
    title = DocumentTitle(of: catalog)
    let stem = DatasetName.slug(DatasetName.stem(file), else: "catalog")
    name = stem
    var names = DatasetName.distinctNames
    let resources = tables.map {
      Resource(
        name: names.distinct(stem), records: $0,
        schema: TableSchemaWriter($0, isGuarded: isGuarded))
    }
    self.resources = resources
    notes = resources.flatMap { resource in
      resource.schema.brokenConstraints.map {
        "\(TerminalText.name(file)):\(resource.records.table.headerLine + 1): \($0); "
          + "the descriptor does not say so"
      }
    }
  }

  // MARK: One descriptor

  /// Writes the descriptor with the rows in it.
  func write(_ out: BufferedOutput) {
    var writer = JSONWriter()
    begin(&writer)
    for resource in resources {
      let names = resource.records.columns.map(\.name)
      begin(resource, &writer)
      writer.key("data")
      writer.beginArray()
      resource.records.forEachRecord { _, line, fields in
        writer.writeRecord(names, line, fields)
        writer.drain(into: out)
      }
      writer.endArray()
      end(resource, &writer)
    }
    end(&writer)
    writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  // MARK: A folder

  /// Writes `datapackage.json` and the CSV files into a folder; the exit code.
  func write(toFolder path: String, _ console: Console) -> Int32 {
    let folder = AbsolutePath(path)
    do throws(FileError) {
      try FileReplacement.makeFolder(folder.text)
      for resource in resources {
        var bytes = ContiguousArray<UInt8>()
        DelimitedText.write(resource.records, .comma, isGuarded: isGuarded) { piece in
          unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        }
        try FileReplacement.put(bytes, at: folder.appending(resource.fileName).text)
      }
      let descriptor = ContiguousArray(folderDescriptor)
      try FileReplacement.put(descriptor, at: folder.appending("datapackage.json").text)
    } catch {
      console.complain("\(TerminalText.name(path)): \(error.message)")
      return 2
    }
    let rowCount = resources.reduce(0) { $0 + $1.records.table.rowCount }
    let count = "\(counted(resources.count, "table")), \(counted(rowCount, "row"))"
    console.print("\(TerminalText.shown(path)): a Data Package of \(count)\n")
    return 0
  }

  private var folderDescriptor: [UInt8] {
    var writer = JSONWriter()
    begin(&writer)
    for resource in resources {
      begin(resource, &writer)
      writer.member("path", resource.fileName)
      writer.member("format", "csv")
      writer.member("mediatype", "text/csv")
      writer.member("encoding", "utf-8")
      writeDialect(&writer)
      if isGuarded { writer.member("mdcatalog:formulaGuard", "'") }
      end(resource, &writer)
    }
    end(&writer)
    writer.literal("\n")
    return writer.bytes
  }

  // MARK: Parts

  /// RFC 4180 in the words of Table Dialect v2; readers that are not told guess.
  private func writeDialect(_ writer: inout JSONWriter) {
    writer.key("dialect")
    writer.beginObject()
    writer.member("delimiter", ",")
    writer.member("lineTerminator", "\r\n")
    writer.member("quoteChar", "\"")
    writer.member("doubleQuote", true)
    writer.member("skipInitialSpace", false)
    writer.endObject()
  }

  private func begin(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    writer.member("name", name)
    if let title = title.title { writer.member("title", title) }
    if let description = title.description { writer.member("description", description) }
    writer.key("resources")
    writer.beginArray()
  }

  private func end(_ writer: inout JSONWriter) {
    writer.endArray()
    writer.endObject()
  }

  private func begin(_ resource: Resource, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", resource.name)
    writer.member("type", "table")
  }

  private func end(_ resource: Resource, _ writer: inout JSONWriter) {
    writer.key("schema")
    resource.schema.write(to: &writer)
    writer.endObject()
  }
}
