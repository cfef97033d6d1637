"""A second formatter, written only from the contract.

It changes only lines of tables and keeps cells and their texts. A row gets outer pipes, a space on each side of
a cell, and nothing after the last pipe. `aligned` pads to the widest cell of each column, `compact` does not,
`auto` takes four steps. A line that means something else to cmark-gfm with a pipe or space stays as it is.
"""

import re
from dataclasses import dataclass, field

import wcwidth
from wcwidth.table_grapheme import EXTENDED_PICTOGRAPHIC

import reference

AUTO_WIDTH_MAX = 120
TAB_STOP = 4
PICTURE = "[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in EXTENDED_PICTOGRAPHIC) + "]"
LOOKS = "[\ufe0f\U0001f3fb-\U0001f3ff]*"
EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f\u20e3?|{PICTURE}{LOOKS}(?:\u200d{PICTURE}{LOOKS})*", re.S)
BODY_PREFIX = re.compile(rb"[ \t>]*")
HEADER_PREFIX = re.compile(
    rb"(?:\xef\xbb\xbf)?[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\] \t]+\]:)[ \t]*)*(?:\[[ xX]\](?=[ \t\v\f])[ \t]*)?")


def width(text: bytes) -> int:
    """Display width: East Asian wide 2, combining 0, an emoji sequence 2; control characters as one column each."""
    if text.isascii():
        return len(text)
    total, text, at = 0, text.decode("utf-8").replace("\0", "\ufffd"), 0
    while at < len(text):
        match = EMOJI.match(text, at)
        emoji = match[0] if match else ""
        single = wcwidth.wcwidth(text[at])
        total += 2 if len(emoji) > 1 else 1 if single < 0 else single
        at += len(emoji) or 1
    return total


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

    def pipe_columns(self):
        """The display column of each pipe."""
        columns, at = [], self.indent
        if self.content[:1] == b"|":
            columns.append(at)
            at += 1
        for index, (raw, text) in enumerate(zip(self.raw, self.texts)):
            left, _, right = raw.partition(text) if text else (raw, b"", b"")
            at = column_behind(right, column_behind(left, at) + width(text))
            if index + 1 < len(self.raw) or self.is_closed:
                columns.append(at)
            at += 1
        return columns

    def is_compact_inside(self):
        """Whether it equals its compact form, ignoring outer pipes and trailing spaces."""
        last = len(self.texts) - 1
        for index, (raw, text) in enumerate(zip(self.raw, self.texts)):
            if not text:
                if raw != b"  ":
                    return False
                continue
            left, right = raw[: raw.index(text)], raw[raw.index(text) + len(text):]
            if index > 0 and left != b" " or index < last and right != b" ":
                return False
        return True


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

    @property
    def lines(self):
        return [self.header, self.delimiter, *self.body]

    @property
    def sources(self):
        return [line.source for line in self.lines]

    def widths(self):
        return [max([3] + [width(line.texts[c]) for line in [self.header, *self.body] if c < len(line.texts)])
                for c in range(len(self.alignments))]

    def formatted(self, style):
        """The lines in aligned or compact form."""
        widths = self.widths() if style == "aligned" else None
        wanted = [self._row(self.header, widths), self._delimiter(widths)]
        wanted += [self._row(line, widths) for line in self.body]
        return [line.source if index in self.kept else want
                for index, (line, want) in enumerate(zip(self.lines, wanted))]

    def _row(self, line, widths):
        cells = []
        for column, text in enumerate(line.texts):
            space = widths[column] - width(text) if widths and column < len(widths) else 0
            alignment = self.alignments[column] if column < len(self.alignments) else ""
            left = space if alignment == "right" else space // 2 if alignment == "center" else 0
            cells.append(b" " + b" " * left + text + b" " * (space - left) + b" ")
        return line.prefix + b"|" + b"|".join(cells) + b"|"

    def _delimiter(self, widths):
        cells = []
        for column, alignment in enumerate(self.alignments):
            size = widths[column] if widths else 3
            left, right = alignment in ("left", "center"), alignment in ("right", "center")
            cells.append(b" " + b":" * left + b"-" * (size - left - right) + b":" * right + b" ")
        return self.delimiter.prefix + b"|" + b"|".join(cells) + b"|"

    def auto(self):
        """The style that the steps of the contract choose (None keeps the table), and the step."""
        if self.sources in (self.formatted("aligned"), self.formatted("compact")):
            return None, 1
        is_minimal = all(len(text.strip(b" \t\v\f")) <= 3 for text in self.delimiter.texts)
        if not is_minimal and self._more_than_half(lambda _, line: self._fits_columns(line)):
            return "aligned", 2
        if is_minimal and self._more_than_half(lambda n, line: n in self.kept or line.is_compact_inside()):
            return "compact", 3
        return ("aligned" if self._aligned_width() <= AUTO_WIDTH_MAX else "compact"), 4

    def _more_than_half(self, condition):
        return 2 * sum(condition(n, line) for n, line in enumerate(self.body, 2)) > len(self.body)

    def _fits_columns(self, line):
        """Whether all pipes of the row are in display columns of the delimiter row's pipes."""
        columns = line.pipe_columns()
        return bool(columns) and set(columns) <= set(self.delimiter.pipe_columns())

    def _aligned_width(self):
        lines = zip(self.lines, self.formatted("aligned"))
        return max(column_behind(want, 0) if n in self.kept else line.indent + width(want[len(line.prefix):])
                   for n, (line, want) in enumerate(lines))


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
