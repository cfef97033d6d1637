"""cmark-gfm as the reference: rendered pages, and the tables it sees.

Tables are read from the page rendered with source positions. There the HTML of a cell is on its own lines, so
raw HTML in cells cannot be mistaken for tags of the table.
"""

import re
from dataclasses import dataclass, field

from cmarkgfm import cmark

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]
OPTIONS = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
POSITIONS = cmark.Options.CMARK_OPT_SOURCEPOS
BOM = b"\xef\xbb\xbf"
BLANKS = b" \t"
# White space that belongs to the pipe before it.
PADDING = re.compile(rb"[ \t\v\f]*")


# Front matter: lines up to the end, which cmark-gfm does not know.
YAML_KEY = rb"""(?![\[\]{},#&*!|>%@`?: \t-])(?:"[^"\r\n]*"|'[^'\r\n]*'|(?!["']))[^|\r\n]*?:(?=[ \t\r\n]|\Z)"""
ENDING = rb"[ \t]*(?:\r\n|\r|\n|\Z)"
# Blank lines and then comments may be before the first key where all lines look like YAML.
YAML_LINE = rb"(?:[ \t#][^\r\n]*|- [^\r\n]*|(?=" + YAML_KEY + rb")[^\r\n]*|)(?:\r\n|\r|\n)"
FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---" + ENDING + rb"(?:(?=" + YAML_KEY + rb").*?(?<=[\r\n])"
    + rb"|(?:[ \t]*(?:\r\n|\r|\n))*(?:#[^\r\n]*(?:\r\n|\r|\n))*(?=" + YAML_KEY + rb")(?:" + YAML_LINE + rb")*?)"
    + rb"(?:---|\.\.\.)" + ENDING
    + rb"|\+\+\+" + ENDING + rb".*?(?<=[\r\n])\+\+\+" + ENDING + rb")", re.S)
FOOTNOTE = re.compile(r"\[\^([^\] \t\r\n]+)\]:")
# A reference to a footnote: its number depends on the references before it.
FOOTNOTE_REFERENCE = re.compile(r'<sup class="footnote-ref"><a href="#fn-([^"]*)"[^>]*>\d+</a></sup>')


def split_front_matter(document: bytes):
    """The front matter, perhaps empty, and the rest."""
    match = FRONT_MATTER.match(document)
    end = match.end() if match else 0
    return document[:end], document[end:]


def references(document: bytes) -> str:
    """A paragraph that refers to all footnotes: a page shows no others."""
    labels = dict.fromkeys(FOOTNOTE.findall(document.decode("utf-8")))
    return "".join(f"[^{label}] " for label in labels) + "\n\n" if labels else ""


def page(document: bytes, options=0) -> str:
    _, rest = split_front_matter(document)
    first = references(rest)
    text = first + (rest.removeprefix(BOM) if first else rest).decode("utf-8")
    html = cmark.markdown_to_html_with_extensions(text, options=options | OPTIONS, extensions=EXTENSIONS)
    return FOOTNOTE_REFERENCE.sub(r"<sup>\1</sup>", html)


def lines(document: bytes) -> list[tuple[bytes, bytes]]:
    """(line, ending) of each line, including a last line without ending."""
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
    """Lines of a page; a cell with a link title of several lines is one piece."""
    cell = ""
    for line in page_lines:
        line = cell + line
        is_open = CELL_START.match(line) and not line.endswith(("</td>", "</th>"))
        cell = line + "\n" if is_open else ""
        if not is_open:
            yield line


def tables(document: bytes) -> list[Table]:
    found, table, row = [], None, None
    front_matter, rest = split_front_matter(document)
    shift = len(lines(front_matter)) - (2 if references(rest) else 0)
    for line in whole_cells(page(document, POSITIONS).split("\n")):
        if match := TABLE.fullmatch(line):
            table, end_line, row = Table(), int(match[1]) + shift, None
        elif table is None:
            continue
        elif match := ROW.fullmatch(line):
            row = (int(match[1]) + shift, [])
            if table.header:
                table.rows.append(row)
        elif match := CELL.fullmatch(line):
            row[1].append(match[2])
            if not table.rows:
                table.header.append(match[2])
                table.alignments.append(match[1] or "")
        elif line == "</table>":
            # Below a paragraph the header row has the line of the paragraph, so count from the next row.
            table.header_line = table.rows[0][0] - 2 if table.rows else end_line - 1
            found.append(table)
            table = None
    return sorted(found, key=lambda table: table.header_line)


def alone(cells: list[bytes], document: bytes) -> list[str]:
    """Each cell's HTML in a one-column table, on a page with the document's definitions."""
    rest = split_front_matter(document)[1].removeprefix(BOM)
    text = b"| h |\n| --- |\n" + b"".join(b"| " + cell + b" |\n" for cell in cells) + b"\n" + rest
    return [row[0] for _, row in tables(text)[0].rows]


def split_row(content: bytes):
    """The cells of a row as (start, end) without padding, and whether a pipe closes the last.

    Follows `row_from_string` in extensions/table.c of cmark-gfm; None if it finds no row.
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
    """The lines, counted from 0, between marks that are blocks on lines of their own.

    A comment starts a block wherever a heading would, so a page with a heading in its place shows it.
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
