// Generated from the documentation of the rules; do not edit.
// swift-format-ignore-file

/// The rules' documentation by code.
enum RuleTexts {
  static let all: [String: String] = [
    "conflict-marker": ##"""
      Markers of a merge conflict in a table or next to it.

      Renderers read the markers as rows or end the table there, so nothing that is said of such a table is certain. Reported once for each conflict; the table is not checked further, and nothing changes it.

      Fix: none
      Bad: `<<<<<<< HEAD` between two rows
      Good: one side of the conflict, without the markers
      """##,
    "missing-cell": ##"""
      A row has fewer cells than its table has columns.

      Renderers pad a short row at its end, so a cell that is missing in the middle puts every later value under the wrong header: an error where the table's schema shows it, or what the other rows have in the columns. If all values fit in one way only, the fix inserts the empty cells there. A row that ends early lacks nothing but required values; it is a hint where nearly all other rows fill the column. A row of one cell may be the title of a group.

      Fix: safe, where a value comes to a column that knows it
      Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "extra-cell": ##"""
      A row has more cells than its table has columns.

      Renderers drop the cells after the last column, so readers never see them. Empty ones at the row's end are a hint, since nothing is lost. A surplus cell that is empty or repeats a value of its row can be removed without loss; if all other values fit only without a certain cell, that one is the surplus. A pipe splits cells in code, formulas, links and URLs too: there write `\|`.

      Fix: safe, where nothing is lost
      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D | MRI |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "misplaced-value": ##"""
      A value in a column that does not know it, while another column does.

      Nobody finds a task among the image types. If two cells are swapped, the fix swaps them back; otherwise it moves the value to the column that knows it.

      Where its column is not closed, it is a hint.

      Fix: safe for a swap in closed columns, else unsafe
      Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | Segmentation | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "broken-table": ##"""
      Lines meant as rows that are rendered as plain text, or as rows of another table.

      GFM reads a table only where a delimiter row of hyphens with as many cells as the header is directly under the header, and where the table's lines follow one another without blank lines, indentation or list markers. The first such line is reported once, with the number of lines. A record that is wrapped over several lines is reported as one, and so is a table directly under another. There is a fix if it makes rows of these lines.

      Fix: safe for one blank line and for the number of cells of a delimiter row, else unsafe
      Bad: a blank line between two rows
      Good: the rows directly under one another
      """##,
    "invalid-link": ##"""
      Link syntax that does not lead where its writer meant: it renders as text, or its URL is broken.

      A space between “]” and “(”, swapped or missing brackets and parentheses, a space in a destination or another link in its place make plain text of a link. A destination without a scheme is a file next to the list. Relative paths and `#anchors` are links.

      Fix: unsafe, where the link is certain
      Bad: `| [ACDC] (https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "empty-link": ##"""
      A link without a destination or a text, or a text in brackets that was meant as a link.

      `[text]()` leads to the page itself, and nobody sees `[](https://example.org)`. A `[text]` that no definition explains is meant as a link where the same column has that text as a link in rows close by. A column whose values must be links reports a missing destination as `invalid-link`.

      Bad: `| [ACDC](https://acdc.org) | [Hearts]() | Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | [Hearts](https://a.org) | Segmentation | MRI | 3D |`
      """##,
    "broken-markup": ##"""
      Markup in a cell that renders as characters or hides text.

      Asterisks, tildes, backticks and brackets without their partner, HTML tags that are unclosed, misspelt or unknown, broken character references, a parenthesis next to a link that nothing pairs with, and U+FFFD, which stands for lost text. Enumerators as `1)`, smileys, footnote marks, apostrophes and quotes are right.

      Fix: unsafe, where the markup is certain
      Bad: `| [ACDC](https://acdc.org) | **Hearts of 100 patients | Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | **Hearts** of 100 patients | Segmentation | MRI | 3D |`
      """##,
    "duplicate-row": ##"""
      All cells of a row are equal to those of an earlier row of its table.

      The row was pasted twice, or a merge kept it twice. The later row is reported, with the earlier one as a related place.

      Fix: unsafe
      Bad: `| [BraTS](https://a.org) | Brain |` and further down `| [BraTS](https://a.org) | Brain |`
      Good: `| [BraTS](https://a.org) | Brain |` once
      """##,
    "duplicate-name": ##"""
      Two rows of one table have the same name; case, `-`, `_` and spaces are folded.

      One of them is a copy, or two things cannot be distinguished. The later row is reported, with the earlier one as a related place. A schema may name other columns, or several together, whose values no two rows may share. Where no schema says that names must differ, this is a warning if the rows have the same link, too, else a hint, and rows that plainly are about two things are not reported: benchmarks of one model, for example.

      Bad: `| [BraTS](https://a.org) | …` and further down `| [BRATS](https://b.org) | …`
      Good: `| [BraTS](https://a.org) | …` once
      """##,
    "unknown-value": ##"""
      A value that no vocabulary of the table knows.

      It is often a misspelling, and then a search for the right word does not find the row. The message names close terms, and the fix corrects a single typo. In a column that is not closed only a typo is reported, as a hint. Where a schema requires numbers, dates, bounds or a pattern, a value that does not match is unknown, too.

      Fix: safe in a closed column, for one typo
      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmenttion | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "nonstandard-value": ##"""
      A known term under another label than the list uses, or in other case, spacing or hyphens.

      One term spelt three ways is three terms to everyone who filters the list. The label in use is the most frequent one, on ties the preferred one, which is always right for terms that a configuration defines. It is a warning in a closed column where the label in use is three times as frequent or differs in case alone, or where a tie decided, else a hint. Where a schema says how texts are written (length, capital, punctuation, code, endings), a text written otherwise is nonstandard, too.

      Fix: safe in a closed column
      Bad: `| [ACDC](https://acdc.org) | Hearts | segmentation | MR | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "list-separator": ##"""
      The items of a list are not separated by a comma and a space.

      `CT/MRI` reads as one value; with a comma and a space both are found. Empty items and missing or doubled spaces are reported, too. A column may have another delimiter. A list is never split in brackets, quotes, code or a URL. A list of links is a hint if nearly all others of its column have another separator. In an open column most lists must be separated as it says.

      Fix: safe in a closed column
      Bad: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT/MRI | 3D |`
      Good: `| [CHAOS](https://chaos.org) | Abdomen | Segmentation | CT, MRI | 3D |`
      """##,
    "duplicate-value": ##"""
      The same term twice in one cell, under whatever label.

      It says nothing new and counts double in statistics.

      Fix: safe in a closed column
      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation, Segmentation | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "empty-cell": ##"""
      A required cell is empty.

      The row cannot be found by that column. Only a person knows the value, so there is no fix. In a column that need not be filled it is a hint if nearly all of many rows fill it. A table with fewer rows than its schema requires is reported on its header.

      Bad: `| [ACDC](https://acdc.org) | Hearts |  | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "missing-link": ##"""
      A name without its link.

      The link leads readers to what the row describes, and distinguishes two rows with similar names. A reference such as `[ACDC][1]` is a link if its label is defined. In a column that need not have links it is a hint if nearly all of many values there are links.

      Bad: `| LIDC-IDRI | Lung nodules | Segmentation | CT | 3D |`
      Good: `| [LIDC-IDRI](https://example.org/lidc) | Lung nodules | Segmentation | CT | 3D |`
      """##,
    "duplicate-link": ##"""
      Two rows of different names share a link; scheme, the host's case and a last slash are folded.

      Often a row was copied and its link forgotten. The later row is reported, with the earlier one as a related place. Without a schema it is a hint, where at least 95 % of at least 20 links of the table are distinct and the rows are not near each other.

      Bad: `| [BUID](https://example.org/b) | …` and `| [BUSI](https://example.org/b/) | …`
      Good: each with a URL of its own
      """##,
    "link-mismatch": ##"""
      A link in a row's text has the name of another row but another URL than that row; only in tables with a schema.

      Often the text was written for an earlier URL of the other dataset.

      Fix: unsafe, in either direction
      Bad: `[CheXmask](https://example.org/0.4)` where the row CheXmask has `https://example.org/0.1`
      Good: `[CheXmask](https://example.org/0.1)`
      """##,
    "suspicious-character": ##"""
      A zero-width or control character in a value, a no-break space in a term, name or URL, or `\\|`.

      Nobody sees them, and yet two values that look the same are different. No-break spaces and soft hyphens are right in a text, but not at its ends, and not between the words of a link's text. In a URL nothing is replaced, since another character makes another URL. A space at the edge of a link's text is underlined with it. Some renderers read `\\|` as a pipe, others as the end of the cell.

      Fix: safe in a term, else unsafe; none in a URL
      Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation&#x200B; | MRI | 3D |`
      Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
      """##,
    "unsorted-row": ##"""
      A row out of order in a table of at least ten rows that is sorted but for a few.

      A sorted list is easy to read, and two people add to it in different places. Names are compared without case, runs of digits by value. The row is reported whose removal puts its neighbours in order. Where a configured schema says that a table is sorted, every row out of order is reported. Elsewhere two rows may be in either order if only spaces, punctuation or letters beyond ASCII say which comes first, and where a second list begins in the table.

      Fix: unsafe
      Bad: `DRIVE`, `DLDS`, `EchoNet`
      Good: `DLDS`, `DRIVE`, `EchoNet`
      """##,
    "unformatted-table": ##"""
      Formatting would change the table.

      Reported once, on the header. `mdcatalog format` fixes it; `check --fix` does not, because it would touch every row.

      Fix: `mdcatalog format`
      Bad: `|a| b |`
      Good: `| a | b |`
      """##,
    "unused-ignore": ##"""
      An ignore comment that silences nothing.

      It was written for a problem that is fixed, and would hide the next one. A mark around tables is reported if no table follows it.

      Fix: safe
      Bad: `| 3D <!-- mdcatalog-ignore missing-link --> |` in a row with a link
      Good: `| 3D |`
      """##,
    "invalid-configuration": ##"""
      The configuration or a schema file is invalid.

      The invalid part is left out and the rest is in force, so that a typo does not switch everything off. The problem is reported in that file, at its place.

      Bad: `{ "rules": { "missing-cel": "off" } }`
      Good: `{ "rules": { "missing-cell": "off" } }`
      """##,
    "too-many-problems": ##"""
      An editor shows only some of the problems.

      Those of the rows just edited come first, then errors. The setting `maxProblems` is the number of problems that are sent; the command line has no limit.

      Bad: a list with more problems than the limit
      Good: `mdcatalog check` shows them all
      """##,
  ]
}
