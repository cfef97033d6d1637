// Generated from the documentation of the rules; do not edit.
// swift-format-ignore-file

/// The rules' documentation by code.
enum RuleTexts {
  static let all: [String: String] = [
    "broken-table": ##"""
      Lines meant as rows that are rendered as plain text.

      A delimiter row with another number of cells than the line above makes no table at all, and a blank line ends one. Reported once, on the first lost line, with how many follow. The fix is offered where it makes rows of these lines and leaves all others as they are.

      Bad: a blank line between two rows
      Good: the rows directly under one another
      """##,
    "duplicate-link": ##"""
      Two rows of one table share a link; scheme, the host's case and a last slash are folded.

      Mostly a row was copied and its link forgotten. The later row is reported, with the earlier as related place.

      Bad: `| [BUID](https://example.org/b) | …` and `| [BUSI](https://example.org/b/) | …`
      Good: each with an address of its own
      """##,
    "duplicate-name": ##"""
      Two rows of one table have the same name; case, `-`, `_` and spaces are folded.

      One of them is a copy, or two things cannot be distinguished. The later row is reported, with the earlier as related place. A schema may name other columns, or several together, whose values no two rows may share.

      Bad: `| [BraTS](https://a.org) | …` and further down `| [BRATS](https://b.org) | …`
      Good: `| [BraTS](https://a.org) | …` once
      """##,
    "duplicate-value": ##"""
      The same term twice in one cell, under whatever label.

      It says nothing new and counts double in statistics.

      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation, Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "empty-cell": ##"""
      A required cell is empty.

      The row cannot be found by that column. Only a person knows the value, so there is no fix. A table with fewer rows than its schema asks for is reported, too, on its header.

      Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "extra-cell": ##"""
      A row has more cells than its table has columns.

      Renderers drop what stands behind the last column, so readers never see it. A surplus cell that is empty or repeats a value of its row can be taken away without loss; where all other values fit only without a certain cell, that one is the surplus.

      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D | MRI |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "invalid-configuration": ##"""
      The configuration or a schema file says something that cannot be followed.

      It is left out and the rest is in force, so that a slip does not switch everything off. The problem is reported in that file, at its place.

      Bad: `{ "rules": { "missing-cel": "off" } }`
      Good: `{ "rules": { "missing-cell": "off" } }`
      """##,
    "invalid-link": ##"""
      `](` that CommonMark does not read as a link, or a name's link that leads nowhere.

      A blank or an unpaired parenthesis in an address makes the whole link plain text. In a link column the address must have a scheme and a host.

      Bad: `| [ACDC](https://acdc.org/my data) | Hearts | Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org/my%20data) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "link-mismatch": ##"""
      A link in a row's text bears the name of another row and leads elsewhere than that row's link.

      Mostly the text was written for an earlier address of the other dataset.

      Bad: `[CheXmask](https://example.org/0.4)` where the row CheXmask has `https://example.org/0.1`
      Good: `[CheXmask](https://example.org/0.1)`
      """##,
    "list-separator": ##"""
      The items of a list are not separated by a comma and a blank.

      `CT/MRI` reads as one value; with a comma and a blank, both are found. Empty items and missing or doubled blanks are found too. A column may have another delimiter.

      Bad: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT/MRI | 3D |`
      Good: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT, MRI | 3D |`
      """##,
    "misplaced-value": ##"""
      A value stands in a column that does not know it, and another column does.

      A task among the image types is found by no search for either. Where two cells have just traded places, the fix trades them back; else it moves the value to the column that knows it.

      Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | Segmentation | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "missing-cell": ##"""
      A row has fewer cells than its table has columns.

      Renderers pad a short row at its end, so a cell missing in the middle puts every value behind it into the wrong column. Where only one place makes all values fit, the fix puts an empty cell there.

      Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "missing-link": ##"""
      A name without its link.

      The link is how readers get to what the row describes, and how two rows for the same thing can be distinguished. A reference such as `[ACDC][1]` is a link where its label is defined.

      Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
      Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
      """##,
    "nonstandard-value": ##"""
      A known term under another label, or in other case, spacing or hyphens.

      One term spelt three ways is three terms to everyone who filters the list. Where a schema asks how texts are written (length, capital, punctuation, code, endings), a text written otherwise is nonstandard, too.

      Bad: `| [ACDC](https://acdc.org) | Hearts | segmentation | MR | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "suspicious-character": ##"""
      A no-break space, zero-width or control character in a value, or `\\|`.

      Nobody sees them, and yet two values that look the same are not. `\\|` is read as a pipe by some renderers and as a border by others.

      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation&#x200B; | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "too-many-problems": ##"""
      An editor is shown only some of the problems.

      Those of the rows just edited come first, then errors. The setting `maxProblems` says how many are sent; the command line has no limit.

      Bad: a list with more problems than the limit
      Good: `mdcatalog check` shows them all
      """##,
    "unformatted-table": ##"""
      Formatting would change the table.

      Reported once, on the header. `mdcatalog format` mends it; `check --fix` does not, because it would touch every row.

      Bad: `|a|b|`
      Good: `| a | b |`
      """##,
    "unknown-value": ##"""
      A value that no vocabulary of the table knows.

      Mostly a misspelling, and then the row is missing from every search for the right word. Terms that are close are named; a single slip of the keyboard is mended. Where a schema asks for numbers, dates, bounds or a pattern, a value that is none of these is unknown, too.

      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmenttion | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "unsorted-row": ##"""
      A row out of order in a table that is mostly sorted.

      A sorted list is found by eye and two people add to it in different places. Names are compared in small letters, runs of digits by value. The row is reported whose removal puts its neighbours in order.

      Bad: `DRIVE`, `DLDS`, `EchoNet`
      Good: `DLDS`, `DRIVE`, `EchoNet`
      """##,
    "unused-ignore": ##"""
      An ignore comment that silences nothing.

      It was written for a problem that is mended, and would hide the next one. A mark around tables is one, too, where no table stands behind it.

      Bad: `| 3D <!-- mdcatalog-ignore missing-link --> |` in a row with a link
      Good: `| 3D |`
      """##,
  ]
}
