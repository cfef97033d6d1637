import CatalogModel
import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogData

/// Import of records into a table, and export of the same table.
@Suite struct ImportTests {
  private static let header = "| Dataset | Description | Task | Modality | Dim. |\n"
  private static let delimiter = "| --- | --- | --- | --- | --- |\n"

  private static func row(_ name: String, _ task: String = "Detection") -> String {
    "| [\(name)](https://\(name).org) | Hands | \(task) | CT | 2D |\n"
  }

  private func table(_ names: String...) -> String {
    Self.header + Self.delimiter + names.map { Self.row($0) }.joined()
  }

  /// Expects the text after an import of CSV, or its errors.
  private func check(
    _ text: String, _ csv: String, key: String? = nil, _ expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do {
      let new = try imported(csv, into: text, key: key)
      #expect(new == expected, sourceLocation: sourceLocation)
    } catch {
      let messages = error.problems.map { "\($0.place?.number ?? 0): \($0.message)" }
      #expect(messages.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
    }
  }

  private func imported(
    _ csv: String, into text: String, key: String? = nil
  ) throws(ImportFailure) -> String {
    let data = try DelimitedReader.read(
      ContiguousArray(csv.utf8), .csv, isGuarded: true)
    let outcome = try run(data, into: text, key: key)
    return String(decoding: outcome.bytes, as: UTF8.self)
  }

  private func run(
    _ data: ImportData, into text: String, key: String? = nil
  ) throws(ImportFailure) -> CatalogImport.Outcome {
    var catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: .standard)
    if catalog.tables.isEmpty { catalog = try NewTable.adding(data, to: catalog) }
    return try CatalogImport.run(data, into: catalog.tables[0], of: catalog, key: key)
  }

  /// A text after the link belongs to the name.
  @Test func aNameGoesOnAfterItsLink() {
    let text = "| Name | Year |\n| --- | --- |\n| [A](x) v1 | 1 |\n"
    check(text, "Name,Year\n[A](x) v2,2\nA,3\n", text + "| [A](x) v2 | 2 |\n| A | 3 |\n")
    check(text, "Name,Year\nA v1,2\n", text.replacing("| 1 |", with: "| 2 |"))
    let noted = "| Name | Year |\n| --- | --- |\n| [A](x) (old) | 1 |\n"
    check(noted, "Name,Year\nA,2\n", noted.replacing("| 1 |", with: "| 2 |"))
  }

  /// Renderers skip white space at a cell's start, but show a control character at its end.
  @Test func controlCharactersAtTheEndStay() {
    let text = "| Name | Year |\n| --- | --- |\n| A\u{C} | 1\u{B} |\n"
    check(text, "Name,Year\nA\u{C},1\u{B}\n", text)
    check(text, "Name,Year\n\u{C}B,2\n", text + "| B | 2 |\n")
  }

  @Test func aPlaceholderIsNoName() {
    let text = "| Name | Year |\n| --- | --- |\n| A | 1 |\n"
    check(text, "Name,Year\n-,2\n", "2: “Name”, the key, must be a name, not “-”")
    check(text, "Name,Year\nA\n", "2: the record has 1 field, but the first line names 2")
  }

  @Test func newRowsAreInsertedInOrder() {
    check(
      "# h\n\n" + table("b", "c9", "d") + "\nend",
      "Dataset,Task\n[c10](https://c10.org),CT\n[a](x),\n[e](x),\n",
      "# h\n\n" + Self.header + Self.delimiter + "| [a](x) |  |  |  |  |\n" + Self.row("b")
        + Self.row("c9") + "| [c10](https://c10.org) |  | CT |  |  |\n" + Self.row("d")
        + "| [e](x) |  |  |  |  |\n\nend")
  }

  @Test func aRowIsFoundByItsNameAndUpdated() {
    let text = table("a", "b-1", "c")
    check(
      text, "Tasks,Data set name,Dataset\n",
      "0: the table has no column “Data set name”; "
        + "its columns are “Dataset”, “Description”, “Task”, “Modality”, “Dim.”")
    check(
      text, "task,dataset\nRegistration,B_1\n",
      Self.header + Self.delimiter + Self.row("a") + Self.row("b-1", "Registration")
        + Self.row("c"))
    check(text, "Dataset,Dim.\n[a](https://a.org),2D\n", text)
  }

  @Test func allErrorsAreReportedAndNothingIsChanged() {
    let text = table("a", "b", "b")
    check(
      text, "Dataset,Task\na,x\nA,y\n,z\nb,x\n",
      """
      3: “Dataset” repeats the name of line 2
      4: “Dataset”, the key, must not be empty
      5: the name is ambiguous: rows on lines 4, 5 have it
      """)
    check(text, "Task\nx\n", "0: the data needs a column “Dataset”, the key of the table")
    check(text, "Dataset,Task\nx\n", "2: the record has 1 field, but the first line names 2")
    check(text, "Dataset\n\"x\n", "2: the opening quote is never closed")
    check(text, "Dataset,Kind\nx,y\n", key: "Kin", "0: the table has no column “Kin”")
  }

  @Test func duplicateNamesArePairedInOrder() {
    let csv = "Dataset,Task\nb,x\nb,y\n,z\n"
    let text = "| Dataset | Task |\n| --- | --- |\n| b | x |\n| b | y |\n|  | z |\n"
    check("", csv, text)
    check(text, csv, text)
    check(text, csv.replacing("y", with: "w"), text.replacing("| y", with: "| w"))
  }

  @Test func cellsStayOnOneLine() {
    check(
      "x", "Dataset,Kind\n\"a|b\r\n\",\"1\n2\r\n3\"\n",
      "x\n\n| Dataset | Kind |\n| --- | --- |\n| a\\|b | 1<br>2<br>3 |\n")
  }

  @Test func twoColumnsBecomeLinks() {
    check(
      "", "Name,Name URL\na,https://a.org\nb,\nc,a b)\n",
      "| Name |\n| --- |\n| [a](https://a.org) |\n| b |\n| [c](<a b)>) |\n")
  }

  @Test(arguments: 0..<100)
  func exportedDataIsImportedUnchanged(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let data = random.records()
    let first = try run(data, into: "")
    let again = try run(data, into: String(decoding: first.bytes, as: UTF8.self))
    #expect(again.bytes == first.bytes && again.unchangedRowCount == data.records.count)

    let catalog = Catalog(utf8: first.bytes, configuration: .standard)
    let records = RecordTable(catalog.tables[0], in: catalog, ReferenceLinks(of: catalog))
    // Plain text has no tabs in its fields.
    let isPlain = records.lines { Dialect.tsv.separates($0) }.isEmpty
    for dialect in isPlain ? [Dialect.csv, .tsv] : [.csv] {
      for isGuarded in [false, true] {
        var written = ContiguousArray<UInt8>()
        DelimitedText.write(records, dialect, isGuarded: isGuarded) { piece in
          for index in piece.indices { written.append(piece[index]) }
        }
        let read = try DelimitedReader.read(written, dialect, isGuarded: isGuarded)
        #expect(try run(read, into: "").bytes == first.bytes)
      }
    }
  }
}

extension SplitMix {
  /// Records with odd values and distinct names.
  mutating func records() -> ImportData {
    let columns = ["Dataset"] + (1...Int.random(in: 1...3, using: &self)).map { "Column \($0)" }
    let records = (0..<Int.random(in: 0...8, using: &self)).map { index in
      let values = columns.indices.map { column in
        ImportData.Value.text(Array(((column == 0 ? "n\(index)" : "") + oddValue()).utf8))
      }
      return ImportData.Record(place: .line(index + 2), values: values)
    }
    return ImportData(columns: columns, records: records)
  }

  private mutating func oddValue() -> String {
    let pieces = [
      "|", "\\|", "\\", "`a|b`", "`", "=1", "+", "-", "@", "'", "'=", "\n", "\r\n", "\r", "\"", ",",
      "\t", "<!-- c -->", "é", "手", "[a](b)", "<br>", " ", "&amp;", "#", "\u{FEFF}", "1", "x", "* ",
    ]
    return (0..<Int.random(in: 0...5, using: &self)).map { _ in pick(pieces) }.joined()
  }
}
