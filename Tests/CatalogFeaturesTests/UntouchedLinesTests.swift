import CatalogModel
import CatalogSchema
import LineStore
import Testing

@testable import CatalogFeatures

/// Formatting and fixes change no line that is not certainly a row.
@Suite struct UntouchedLinesTests {
  private static let header = "|Dataset|Task|Modality|\n|---|---|---|\n"
  private static let row = "|[A](https://a.org)|Detectoin| CT|\n"

  /// The text after all fixes, and formatted in each style.
  private func changed(_ text: String) -> [String] {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    let formatted = TableStyle.allCases.map { Formatting.edits(in: catalog, style: $0) }
    let fixed = Fixing.fixed(catalog, .unsafe).catalog.text.bytes
    return formatted.map { String(decoding: catalog.text.bytes(applying: $0), as: UTF8.self) }
      + [String(decoding: fixed, as: UTF8.self)]
  }

  @Test(arguments: [
    header + row + "<<<<<<< a\n" + row + "=======\n>>>>>>> b\n" + row,
    "<<<<<<< a\n" + header + "=======\n" + header + ">>>>>>> b\n" + row,
    "---\ntitle: x\nbox: |\n" + header + row + "---\n", "+++\n" + header + row + "+++\n",
    "Text.\n\n[^1]: " + "note |a\n",
  ])
  func theWholeTextStays(text: String) {
    for endings in ["\n", "\r\n"] {
      let text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: endings)
      #expect(Set(changed(text)) == [text])
      #expect(Set(changed("\u{FEFF}" + text)) == ["\u{FEFF}" + text])
    }
  }

  /// Tools' syntax and sentences below a table, and between its rows.
  @Test(arguments: [
    "{: .wide }", "{: #tbl .a\n.b }", "{.a #b}", ":::", "::: {.note}", ": Sizes {#tbl-sizes}",
    "Table: Sizes", "{% for d in list %}\n| {{ d.a }} | {{ d.b }} | {{ d.c }} |\n{%- endfor -%}",
    "{{ more | safe }}", "{% assign x = y | sort: \"z\" %}", "{# a note #}", "{/* a note */}",
    "/// caption\nSizes\n///", "^sizes", "%% a note %%", "Source: our survey.",
    "Two\nlines.",
  ])
  func linesThatAreNoRowsStay(lines: String) {
    let table =
      "| Dataset | Task | Modality |\n| --- | --- | --- |\n| [A](https://a.org) | CT | x |\n"
    for text in [table + lines + "\n", table + lines + "\n| [B](https://b.org) | MRI | y |\n"] {
      let catalog = Catalog(utf8: ContiguousArray(text.utf8))
      #expect(Formatting.edits(in: catalog, style: .auto) == [])
      #expect(Fixing.fixed(catalog, .safe).fixedCount == 0)
    }
  }

  /// A table without a conflict is formatted and fixed next to one with.
  @Test func onlyTheTableOfAConflictStays() {
    let conflict = Self.header + Self.row + "<<<<<<< a\n=======\n>>>>>>> b\n"
    for text in changed(conflict + "\n" + Self.header + Self.row) {
      #expect(text.hasPrefix(conflict))
      #expect(text != conflict + "\n" + Self.header + Self.row)
    }
  }
}
