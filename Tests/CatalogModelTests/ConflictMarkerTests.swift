import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Merge conflicts: one problem each, and nothing else is said of their tables.
@Suite struct ConflictMarkerTests: RuleSuite {
  @Test func aConflictBetweenRows() {
    check(
      """
      | [A](https://a.org) | Hands | Detection | CT | 2D |
      <<<<<<< HEAD
      ^^^^^^^^^^^^ conflict-marker: choose a side
      | [B](https://b.org) | Feet | Detectoin | CT |
      =======
      | [B](https://b.org) | Feet | Detection | MRI | 2D |
      >>>>>>> topic
      | [C](https://c.org) | Eyes | Detection | CT |
      """)
  }

  @Test func theCommonAncestorMayBeShown() {
    check(
      """
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      | [B](https://b.org) | Feet | Detection | CT | 2D |
      ||||||| 1a2b3c4
      =======
      | [B](https://b.org) | Feet | Detection | MRI |
      >>>>>>> theirs
      """)
  }

  @Test func aConflictAboveAndInTheFirstTwoLines() {
    check(
      """
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      | a | b |
      =======
      | a | b | c |
      >>>>>>> theirs
      |---|---|
      | 1 | 2 |
      """, header: "")
    check(
      """
      | a | b |
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      |---|---|
      =======
      |:--|:--|
      >>>>>>>
      | 1 | 2 |
      |---|---|---|
      """, header: "")
    check(
      """
      Both sides have a table.
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      | a | b |
      |---|---|
      | 1 |
      =======

      | a | b | c |
      |---|---|---|
      | 1 |
      >>>>>>> theirs
      """, header: "")
  }

  @Test func aConflictNextToATableInAQuote() {
    check(
      """
      > | a | b |
      > |---|---|
      > | 1 |
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      > | 2 |
      =======
      > | 3 |
      >>>>>>> theirs
      """, header: "")
  }

  @Test func markersThatWereLeft() {
    check("| a | b |\n|---|---|\n| 1 |\n>>>>>>> theirs\n^^^^^^^^^^^^^^ conflict-marker", header: "")
    check("| a | b |\n|---|---|\n<<<<<<< ours\n^^^^^^^^^^^^ conflict-marker\n| 1 |", header: "")
  }

  @Test func theCommonAncestorsMarkerAlone() {
    check("| a | b |\n|---|---|\n| 1 | 2 |\n|||||||\n^^^^^^^ conflict-marker\n| 3 |", header: "")
    check(
      "| a | b |\n|---|---|\n| 1 | 2 |\n||||||| old\n^^^^^^^^^^^ conflict-marker\n| 3 |", header: ""
    )
    let row = "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n|||||||\n"
    let catalog = Catalog(utf8: ContiguousArray(row.utf8))
    #expect(!catalog.problems().contains { $0.rule == "conflict-marker" }, "an empty row")
  }

  /// Markers of git's attribute `conflict-marker-size`, which count only as a set.
  @Test func markersOfAnotherSize() {
    check(
      """
      | a | b |
      |---|---|
      | 1 | 2 |
      <<<<<<<<<< ours
      ^^^^^^^^^^^^^^^ conflict-marker
      | 3 |
      |||||||||| old
      | 4 |
      ==========
      | 5 |
      >>>>>>>>>> theirs
      """, header: "")
    for text in [
      "<<<<<<<<< a\n| 3 | 4 |\n=======\n", "<<<<<<<< a\n| 3 | 4 |\n>>>>>>>> b\n",
      "<<<<<<<< a\n| 3 | 4 |\n=========\n>>>>>>>> b\n", ">>>>>>>>> b\n",
    ] {
      let catalog = Catalog(utf8: ContiguousArray(("| a | b |\n|---|---|\n" + text).utf8))
      #expect(!catalog.problems().contains { $0.rule == "conflict-marker" }, "\(text)")
    }
  }

  @Test func eachConflictIsReported() {
    check(
      """
      | a | b |
      |---|---|
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      | 1 | 2 |
      =======
      | 2 | 3 |
      >>>>>>> theirs

      | c | d |
      |---|---|
      | 1 | 2 |
      <<<<<<< ours
      ^^^^^^^^^^^^ conflict-marker
      =======
      | 2 | 3 |
      >>>>>>> theirs
      """, header: "")
  }

  /// A heading, quotes, code, other numbers of characters, and conflicts of texts alone.
  @Test(arguments: [
    "Sources\n=======\n", "| 1 | 2 |\n\n>>>>>>> a reply\n", "|||||||\n",
    "```\n<<<<<<< ours\n| 1 | 2 |\n=======\n>>>>>>> theirs\n```\n",
    "<<<<<<< ours\nSome text.\n=======\nOther text.\n>>>>>>> theirs\n",
    "<<<<<<<ours\n", "\\<<<<<<< ours\n", " <<<<<<< ours\n",
  ])
  func otherLinesAreNotReported(text: String) {
    let catalog = Catalog(utf8: ContiguousArray((text + "\n| a | b |\n|---|---|\n").utf8))
    #expect(!catalog.problems().contains { $0.rule == "conflict-marker" })
  }

  @Test(arguments: 0..<12)
  func markersComeAndGo(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 65_537 &+ 11)
    var text = random.header()
    for _ in 0..<9 { text += random.row() }
    var catalog = Catalog(LineText(ContiguousArray(text.utf8), blockByteTarget: 64))
    for step in 0..<60 {
      let marker = random.pick([
        "<<<<<<< a\n", "||||||| b\n", "|||||||\n", "=======\n", ">>>>>>> c\n", "<<<<<<<< a\n",
        "========\n", ">>>>>>>> c\n",
      ])
      let line = Int.random(in: 0...catalog.text.lineCount, using: &random)
      let start = TextPosition(line: line, byteColumn: 0)
      let end = TextPosition(line: line + 1, byteColumn: 0)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: catalog.apply(TextEdit(start: start, end: start, replacement: Array(marker.utf8)))
      case 1: catalog.apply(TextEdit(start: start, end: end, replacement: Array(marker.utf8)))
      case 2: catalog.apply(TextEdit(start: start, end: end, replacement: []))
      default: catalog.apply(random.edit(of: catalog.text))
      }
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
      try #require(Fingerprints(catalog) == Fingerprints(fresh), "seed \(seed) step \(step)")
    }
  }
}
