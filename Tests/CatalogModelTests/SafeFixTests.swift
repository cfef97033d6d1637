import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Safe fixes keep everything but what they name, whatever the row, the schema and the rule.
@Suite struct SafeFixTests: RuleSuite {
  @Test(arguments: 0..<8)
  func fixesOfRandomRowsAreSafe(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 6_151 &+ 3)
    let source = random.ownSchema()
    let read = Configuration.read(Array(source.utf8), as: .schema)
    try #require(read.problems.isEmpty, "\(source)")
    var fixCount = 0
    for _ in 0..<10 {
      let text = random.table(of: "Name | Site | Kind | Place | Year | Note", columnCount: 6) {
        $0.sixValues()
      }
      fixCount += checkFixes(of: text, read.configuration)
    }
    #expect(fixCount > 4, "there are safe fixes")
  }

  @Test(arguments: 0..<4)
  func fixesByTheBuiltInSchemaAreSafe(seed: UInt64) {
    var random = SplitMix(state: seed &* 3_571 &+ 5)
    for _ in 0..<6 {
      let header = "Dataset | Description | Task | Modality | Dim."
      let text = random.table(of: header, columnCount: 5) { $0.fiveValues() }
      _ = checkFixes(of: text, .standard)
    }
  }

  /// An invisible character at every place of every row of small tables.
  @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{A0}", "\u{AD}", "\u{7}"])
  func invisibleCharactersAnywhere(character: String) {
    let rows = [
      "| [A](https://a.org) | Hand | Text | CT, MRI | 3D |", "A | `x` | Text | CT/MRI | 3D",
      "# | - | Text | CT | 3D |", "   - a | 1. | Detection | `CT` | 3D |", "* | | Text | CT |",
      "\\| | a\\\\| | Text | CT | 3D", "[A]: b | c | Text | CT | 3D |",
      "> A | [b](c) | Text | | 3D",
      "--- | --- | --- | --- | ---", "``` | a | Text | CT | 3D", "<div> | a | Text | CT | 3D",
      "=== | www.b.org/c | text | ct | 3d", "A | <b@c.org> https://d.org | | | | |",
    ]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      for place in 0...scalars.count {
        var changed = String.UnicodeScalarView(scalars[..<place])
        changed.append(contentsOf: character.unicodeScalars)
        changed.append(contentsOf: scalars[place...])
        let text = MarkedRows.header + String(changed) + "\n| B | Foot | Text | CT | 3D |\n"
        _ = checkFixes(of: text, .standard)
      }
    }
  }

  /// Checks each safe fix by itself, and the fixes of each round together; returns their number.
  private func checkFixes(of text: String, _ configuration: Configuration) -> Int {
    var catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration)
    var count = 0
    for _ in 0..<20 {
      let fixes = catalog.problems().filter { $0.fix?.isSafe == true }
      for problem in fixes {
        let fault = SafeFixes.fault(of: problem, in: catalog)
        #expect(
          fault == nil,
          "\(problem.rule.rawValue), \(problem.range), \(catalog.text.bytes.string)")
      }
      guard let first = fixes.first?.fix else { return count }
      count += 1
      catalog.apply(together: first.edits)
    }
    Issue.record("fixing ends: \(text)")
    return count
  }
}

extension ContiguousArray<UInt8> {
  fileprivate var string: String { String(decoding: self, as: UTF8.self) }
}

extension SplitMix {
  /// A schema of six columns with random requirements.
  fileprivate mutating func ownSchema() -> String {
    let flags = { (random: inout SplitMix, names: [String]) in
      names.filter { _ in Bool.random(using: &random) }.map { ", \"mdcatalog:\($0)\": true" }
        .joined()
    }
    let delimiter = pick([", ", "; ", " · ", "/", "<br>"])
    let required = pick(["", "\"required\": true, "])
    return """
      { "name": "random", "primaryKey": "Name", "fields": [
        { "name": "Name"\(flags(&self, ["link", "sorted", "code"])) },
        { "name": "Site", "constraints": { "maxLength": 30 }\(flags(&self, ["link"])) },
        { "name": "Kind", "type": "list", "delimiter": "\(delimiter)",
          "constraints": { \(required)"enum": ["Map", "Open Map", "Chart", "Chart (old)",
            { "prefLabel": "Photo", "altLabel": ["Image"], "hiddenLabel": ["Foto"] }] }
          \(flags(&self, ["closed", "link"])) },
        { "name": "Place", "constraints": { \(required)
          "enum": ["Oslo", "Rome", "Map\(delimiter)Room"] }\(flags(&self, ["closed"])) },
        { "name": "Year", "type": "integer",
          "constraints": { "minimum": 1900, "unique": true } },
        { "name": "Note", "constraints": { "minLength": 2 }
          \(flags(&self, ["startsWithCapital", "noFinalPunctuation", "withoutName", "code"])) }
      ] }
      """
  }

  /// A table with some rows that are right and some that are not.
  fileprivate mutating func table(
    of header: String, columnCount: Int, _ makeValues: (inout SplitMix) -> [String]
  ) -> String {
    let outer = pick(["| ", "| ", ""])
    let prefix = pick(["", "", "", "> ", "- ", "  "])
    let next = prefix == "- " ? "  " : prefix
    let delimiter = Array(repeating: "---", count: columnCount).joined(separator: " | ")
    var text = "\(prefix)\(outer)\(header)\n\(next)\(outer)\(delimiter)\n"
    for _ in 0..<pick([1, 2, 5]) {
      var values = makeValues(&self)
      if Int.random(in: 0..<3, using: &self) == 0 {
        values.remove(at: Int.random(in: 0..<values.count, using: &self))
      }
      if Int.random(in: 0..<3, using: &self) == 0 {
        let place = Int.random(in: 0...values.count, using: &self)
        values.insert(pick(["", values[min(place, values.count - 1)]]), at: place)
      }
      if Int.random(in: 0..<4, using: &self) == 0 { values.swapAt(2, 3) }
      let end = pick([" |", " |", "", " | "])
      text += "\(next)\(outer)\(values.joined(separator: pick([" | ", "|"])))\(end)\n"
    }
    return text + pick(["", "\ntext", "text", "---", "\n    code"])
  }

  fileprivate mutating func sixValues() -> [String] {
    [
      pick(["A", "[B](https://b.org)", "`c`", "[ D ](https://d.org)", "E\u{200B}", "\u{200B}# F"]),
      pick(["https://s.org", "[s](x y)", "[s](https://s.org/\u{A0}q)", "", "text", "ftp://s/"]),
      pick([
        "Map", "map", "Map, Chart", "Map; Chart", "map/Foto", "Map · Photo", "Foto", "Maps", "",
        "Oslo", "[Map](https://m.org)", "Map<br>map", "Image/Photo", "Chart\u{A0}", "unknown",
        "`Map`", "Chart (old, Map)", "https://e.org/map/Photo", "Map / Chart", "\u{AD}", ",",
        "Map <!-- n -->,map",
      ]),
      pick(["Oslo", "Rome", "oslo", "", "Map", "Rom", "Oslo, Rome", "Osslo", "*Rome*", "Photo"]),
      pick(["1999", "1800", "x", "", "1999.5", "Oslo", "2001\u{200B}"]),
      pick([
        "Good", "bad.", "x", "", "# no", "About A", "see [ A ](https://a.org)x", "tab\there",
        "`code`", "a\\|b", "日本。", "a\u{200B}b", "ok <!-- mdcatalog-ignore empty-cell -->",
      ]),
    ]
  }

  fileprivate mutating func fiveValues() -> [String] {
    [
      pick(["[A](https://a.org)", "[B\u{200B}](https://b.org)", "\u{A0}", "C", "- D"]),
      pick(["Hand", "", "10\u{A0}%", "https://e.org/\u{200B}x", "Text", "`a|b`"]),
      pick(["Text", "Detection", "detection/Text", "CT", "", "Detectoin, detection", "Te\u{AD}xt"]),
      pick(["CT", "MRI", "ct/MR", "CT, ", "Text", "", "CT;MRI\u{200B}", "CT (PET, MRI)"]),
      pick(["3D", "2D", "3d", "", "CT", "2D, 3D, 3d"]),
    ]
  }
}
