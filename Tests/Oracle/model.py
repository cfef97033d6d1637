"""A second formatter, written only from the contract.

It changes only lines of tables and keeps cells and their texts. In the named styles a row gets outer pipes and
nothing after the last; `compact` has a space on each side of a cell, `tight` none, and `aligned` pads to the widest
cell of each column. `own_style.py` has `auto`. A line that means something else to cmark-gfm with a pipe or space
stays as it is, and so does a line without any pipe under a table of several columns.
"""

import re
from dataclasses import dataclass, field

import wcwidth

import own_style
import reference

TAB_STOP = 4
CONTROL = re.compile("[\0-\x1f\x7f-\x9f]")
BODY_PREFIX = re.compile(rb"[ \t>]*")
HEADER_PREFIX = re.compile(
    rb"(?:\xef\xbb\xbf)?[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\] \t]+\]:)[ \t]*)*(?:\[[ xX]\](?=[ \t\v\f])[ \t]*)?")


def width(text: bytes) -> int:
    """Display width; a control character has one column, as a letter has."""
    return len(text) if text.isascii() else wcwidth.wcswidth(CONTROL.sub("a", text.decode()))


def column_behind(text: bytes, column: int) -> int:
    """The display column after a text that starts at another; a tab reaches the next tab stop."""
    for index, part in enumerate(text.split(b"\t")):
        if index > 0:
            column += TAB_STOP - column % TAB_STOP
        column += width(part)
    return column


@dataclass
class Line:
    source: bytes
    prefix: bytes
    texts: list  # cell texts without spaces and tabs at their ends
    raw: list  # cells between their pipes, with spaces and tabs
    is_closed: bool
    exported: list  # cell texts of cmark-gfm: VT and FF belong to the pipe before them

    @property
    def content(self):
        return self.source[len(self.prefix):]

    @property
    def indent(self):
        return column_behind(self.prefix, 0)

    def has_outer_pipe(self):
        return self.content[:1] == b"|" or self.is_closed


def read_line(source: bytes, start: int):
    content = source[start:]
    split = reference.split_row(content)
    if split is None:
        return None
    cells, is_closed = split
    raw, at = [], 1 if content[:1] == b"|" else 0
    for _, end in cells:
        raw.append(content[at:end])
        at = end + 1
    exported = [content[start:end].strip(reference.BLANKS) for start, end in cells]
    return Line(source, source[:start], [r.strip(reference.BLANKS) for r in raw], raw, is_closed, exported)


def header_candidates(source: bytes, column_count: int):
    """The ways to read a header line as prefix and row with `count` cells, likeliest first."""
    likely = HEADER_PREFIX.match(source).end()
    for start in [*range(likely, -1, -1), *range(len(source) - 1, likely, -1)]:
        if source[start:start + 1] and source[start] & 0xC0 == 0x80:
            continue
        line = read_line(source, start)
        if line and len(line.texts) == column_count:
            yield line


def find_header(source: bytes, table: reference.Table, document: bytes):
    candidates = list(header_candidates(source, len(table.header)))
    for line in candidates:
        # A pipe includes VT and FF after it, so no cell starts with them.
        swallowed = [text[: len(text) - len(text.lstrip(b"\v\f"))].decode() for text in line.exported]
        alone = reference.alone(line.exported, document)
        if [before + html for before, html in zip(swallowed, alone)] == table.header:
            return line
    return candidates[0] if candidates else None


@dataclass
class TableModel:
    first: int  # line of the header row, counted from 0
    header: Line
    delimiter: Line
    body: list
    alignments: list
    kept: set = field(default_factory=set)  # lines that stay as they are, counted from the header row
    continues_paragraph: bool = False  # whether the header row is not the first line of its paragraph

    @property
    def lines(self):
        return [self.header, self.delimiter, *self.body]

    @property
    def sources(self):
        return [line.source for line in self.lines]

    def stays(self, index):
        """Whether a line stays as it is in every style."""
        line = self.lines[index]
        has_pipe = line.content[:1] == b"|" or line.is_closed or len(line.texts) > 1
        return index in self.kept or index != 1 and not has_pipe and len(self.alignments) > 1

    def widths(self):
        rows = [line for index, line in enumerate(self.lines) if index != 1 and not self.stays(index)
                and line.content[:1] not in (b"\v", b"\f")]
        return [max([3] + [width(line.texts[c]) for line in rows if c < len(line.texts)])
                for c in range(len(self.alignments))]

    def formatted(self, style):
        """The lines in a style."""
        if style == "auto":
            return own_style.OwnStyle(self, width, column_behind).lines()
        widths, margin = self.widths() if style == "aligned" else None, 0 if style == "tight" else 1
        wanted = [self._row(self.header, widths, margin), self._delimiter(widths, margin)]
        wanted += [self._row(line, widths, margin) for line in self.body]
        return [line.source if self.stays(index) else want
                for index, (line, want) in enumerate(zip(self.lines, wanted))]

    def _row(self, line, widths, margin):
        cells = []
        for column, text in enumerate(line.texts):
            space = widths[column] - width(text) if widths and column < len(widths) else 0
            alignment = self.alignments[column] if column < len(self.alignments) else ""
            left = space if alignment == "right" else space // 2 if alignment == "center" else 0
            after = max(margin, text.endswith(b"\\"))
            cells.append(b" " * (margin + left) + text + b" " * (space - left + after))
        return line.prefix + b"|" + b"|".join(cells) + b"|"

    def _delimiter(self, widths, margin):
        cells = []
        for column, alignment in enumerate(self.alignments):
            size = widths[column] if widths else 3
            left, right = alignment in ("left", "center"), alignment in ("right", "center")
            marker = b":" * left + b"-" * (size - left - right) + b":" * right
            cells.append(b" " * margin + marker + b" " * margin)
        return self.delimiter.prefix + b"|" + b"|".join(cells) + b"|"


def read(document: bytes, found: list[reference.Table]):
    """The models of the tables of a document; None for a table whose header cannot be found."""
    source, models = [line for line, _ in reference.lines(document)], []
    for table in found:
        first = table.header_line - 1
        header = find_header(source[first], table, document)
        if header is None:
            models.append(None)
            continue
        below = [first + 1, *(line - 1 for line, _ in table.rows)]
        delimiter, *body = [read_line(source[n], BODY_PREFIX.match(source[n]).end()) for n in below]
        # Indentation stays. In a lazy line cmark-gfm counts it as part of the first cell, so no pipe can precede it.
        kept = {0} if header.content[:1] in (b" ", b"\t") else set()
        # A line without any pipe was hardly meant as a row where others have outer pipes.
        if len(table.alignments) > 1 and (header.has_outer_pipe() or delimiter.has_outer_pipe()):
            kept |= {n for n, line in enumerate(body, 2) if len(line.raw) == 1 and not line.has_outer_pipe()}
        models.append(TableModel(first, header, delimiter, body, table.alignments, kept))
    return models
