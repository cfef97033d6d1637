"""cmark-gfm as the reference: rendered pages, and the tables it sees.

Tables are read from the page rendered with source positions. A cell's HTML stands on lines of its own there, so
raw HTML in cells cannot be mistaken for the table's tags.
"""

import re
from dataclasses import dataclass, field

from cmarkgfm import cmark

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]
UNSAFE = cmark.Options.CMARK_OPT_UNSAFE
POSITIONS = cmark.Options.CMARK_OPT_SOURCEPOS
BOM = b"\xef\xbb\xbf"
BLANKS = b" \t"
# White space that goes with the pipe before it.
PADDING = re.compile(rb"[ \t\v\f]*")


def page(document: bytes, options=0) -> str:
    return cmark.markdown_to_html_with_extensions(
        document.decode("utf-8"), options=options | UNSAFE, extensions=EXTENSIONS)


def lines(document: bytes) -> list[tuple[bytes, bytes]]:
    """(line, ending) of each line, a last one without ending included where there is one."""
    return [(m[1], m[2]) for m in re.finditer(rb"([^\r\n]*)(\r\n|\r|\n|\Z)", document) if m[0]]


@dataclass
class Table:
    """A table of a page; lines are counted from 1, a row is its line and the HTML of each cell."""
    header_line: int = 0
    header: list = field(default_factory=list)
    alignments: list = field(default_factory=list)
    rows: list = field(default_factory=list)


TABLE = re.compile(r'<table data-sourcepos="\d+:\d+-(\d+):\d+">')
ROW = re.compile(r'<tr data-sourcepos="(\d+):\d+-\d+:\d+">')
CELL_START = re.compile(r'<t[hd](?: align="\w+")? data-sourcepos=')
CELL = re.compile(r'<t[hd](?: align="(\w+)")? data-sourcepos="[^"]*">(.*)</t[hd]>', re.S)


def whole_cells(page_lines):
    """Lines of a page, a cell that a link's title goes over several lines in one piece."""
    cell = ""
    for line in page_lines:
        line = cell + line
        is_open = CELL_START.match(line) and not line.endswith(("</td>", "</th>"))
        cell = line + "\n" if is_open else ""
        if not is_open:
            yield line


def tables(document: bytes) -> list[Table]:
    found, table, row = [], None, None
    for line in whole_cells(page(document, POSITIONS).split("\n")):
        if match := TABLE.fullmatch(line):
            table, end_line, row = Table(), int(match[1]), None
        elif table is None:
            continue
        elif match := ROW.fullmatch(line):
            row = (int(match[1]), [])
            if table.header:
                table.rows.append(row)
        elif match := CELL.fullmatch(line):
            row[1].append(match[2])
            if not table.rows:
                table.header.append(match[2])
                table.alignments.append(match[1] or "")
        elif line == "</table>":
            # Under a paragraph the header row has the paragraph's line, so count from what follows.
            table.header_line = table.rows[0][0] - 2 if table.rows else end_line - 1
            found.append(table)
            table = None
    return found


def alone(cells: list[bytes], document: bytes) -> list[str]:
    """Each cell's HTML in a one-column table, on a page with the document's definitions."""
    rest = document.removeprefix(BOM)
    text = b"| h |\n| --- |\n" + b"".join(b"| " + cell + b" |\n" for cell in cells) + b"\n" + rest
    return [row[0] for _, row in tables(text)[0].rows]


def split_row(content: bytes):
    """A row's cells as (start, end) between its pipes and their padding, and whether a pipe closes the last.

    After `row_from_string` of cmark-gfm's extensions/table.c; None where it finds no row.
    """
    cells, offset, is_closed = [], 0, False
    if content[:1] == b"|":
        offset = PADDING.match(content, 1).end()
    while True:
        end = offset
        while end < len(content) and not (content[end] == 0x7C and not (end > offset and content[end - 1] == 0x5C)):
            end += 1
        has_pipe = end < len(content)
        if end > offset or has_pipe:
            cells.append((offset, end))
            is_closed = has_pipe
        if not has_pipe:
            break
        offset = PADDING.match(content, end + 1).end()
    return (cells, is_closed) if cells else None


COMMENT = re.compile(rb"(.*?)<!--[ \t]*mdcatalog-ignore-(start|end)[ \t]*-->[ \t]*")


def ignored_lines(document: bytes) -> set[int]:
    """The lines, counted from 0, between marks that stand on lines of their own, as blocks of their own.

    A comment starts a block wherever a heading would, so a page with a heading in its place tells.
    """
    source, inside, ignored = lines(document), False, set()
    for index, (line, _) in enumerate(source):
        if match := COMMENT.fullmatch(line):
            trial = source[:index] + [(match[1] + b"# mark-of-the-tester", source[index][1])] + source[index + 1:]
            if "<h1>mark-of-the-tester</h1>" in page(b"".join(map(b"".join, trial))):
                inside = match[2] == b"start"
        if inside:
            ignored.add(index)
    return ignored
