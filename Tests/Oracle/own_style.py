"""A table's own style, written from the contract: outer pipes, padding, delimiter row, rows that fit."""

import re

BLANKS = b" \t"
WIDENING_CELLS_MAX = 2


def split_blanks(raw):
    """The spaces and tabs before a cell's text, the text, those after it; a blank cell is all before."""
    text = raw.strip(BLANKS)
    left = raw[: len(raw) - len(raw.lstrip(BLANKS))]
    return (raw, b"", b"") if not text else (left, text, raw[len(left) + len(text):])


class Row:
    """A header or body row."""

    def __init__(self, table, line, stays):
        self.table, self.line, self.raw = table, line, line.raw
        self.parts = [split_blanks(raw) for raw in line.raw]
        self.pipes = line.content[:1] == b"|", line.is_closed
        no_pipe = len(self.raw) == 1 and not any(self.pipes) and table.count > 1
        self.always_stays = stays or no_pipe or line.content[:1] in (b" ", b"\t", b"\v", b"\f")
        self.stays = self.always_stays or not table.agreed[0] and self.begins_block_if_padded()

    def begins_block_if_padded(self):
        """Whether a space after the first cell would make it a list marker, a heading or HTML."""
        _, text, right = self.parts[0]
        return not self.pipes[0] and not right and re.fullmatch(rb"[-+*]|#+|[0-9]*[.)]|<.*", text, re.S) is not None

    def wanted(self, pipes):
        """The outer pipes that the row should have; it keeps those without which it could mean something else."""
        first, last, single = self.parts[0][1], self.parts[-1][1], len(self.raw) == 1
        word = re.match(rb"[A-Za-z\x80-\xff]+([.)]?)", first)
        needs_first = single or not word or bool(word[1])
        needs_last = single or not last or last.endswith(b"\\")
        return pipes[0] or self.pipes[0] and needs_first, pipes[1] or self.pipes[1] and needs_last

    def sides(self, pipes):
        """For each cell whether a pipe is before and after it."""
        last = len(self.raw) - 1
        return [(n > 0 or pipes[0], n < last or pipes[1]) for n in range(len(self.raw))]

    def room_after(self, index, margin):
        return 1 if margin == 0 and self.parts[index][1].endswith(b"\\") else margin

    def has_tab(self, index):
        left, _, right = self.parts[index]
        return b"\t" in left + right

    def size(self, index, measure, column):
        """Columns of a cell that starts in a column of its row; tabs reach to the next tab stop of the line."""
        left, text, right = self.parts[index]
        if not self.has_tab(index):
            return len(left) + measure(text) + len(right)
        start = self.line.indent + column
        at = self.table.column_behind(left, start) + measure(text)
        return self.table.column_behind(right, at) - start

    def is_padded_by(self, tests):
        """Whether each filled cell passes the test on each side that has a pipe."""
        for index, ((left, text, right), sides) in enumerate(zip(self.parts, self.sides(self.pipes))):
            if self.has_tab(index):
                return False
            if text and not all(tests(index, side, len(blank)) for side, (blank, has_pipe) in
                                enumerate(zip((left, right), sides)) if has_pipe):
                return False
        return True

    def is_compact(self):
        return self.is_padded_by(lambda index, side, count: count == 1)

    def is_tight(self):
        return self.is_padded_by(lambda index, side, count: count in (0, self.room_after(index, 0) if side else 0))

    def tight_cells(self):
        """The filled cells with a pipe, and those whose text touches it."""
        filled = tight = 0
        for index, ((left, text, right), sides) in enumerate(zip(self.parts, self.sides(self.pipes))):
            if text and any(sides):
                filled += 1
                tight += not (sides[0] and left) and not (
                    sides[1] and right and len(right) != self.room_after(index, 0))
        return filled, tight

    def is_padded(self):
        return any(text and (sides[0] and len(left) > 1 or sides[1] and len(right) > 1)
                   for (left, text, right), sides in zip(self.parts, self.sides(self.pipes)))


class OwnStyle:
    def __init__(self, model, width, column_behind):
        self.count, self.column_behind, self.measures = len(model.alignments), column_behind, (width, self.characters)
        self.alignments, self.delimiter = model.alignments, model.delimiter
        pipes = model.header.content[:1] == b"|", model.header.is_closed
        delimiter_pipes = self.delimiter.content[:1] == b"|", self.delimiter.is_closed
        self.agreed = pipes if pipes == delimiter_pipes else (True, True)
        self.header = Row(self, model.header, 0 in model.kept)
        self.body = [Row(self, line, n in model.kept) for n, line in enumerate(model.body, 2)]
        self.rows = [self.header, *self.body]
        self.prefix = self._prefix(model)
        filled = touching = 0
        for (left, text, right), sides in zip(self.header.parts, self.header.sides(self.header.pipes)):
            if text:
                filled += 1
                touching += sides[0] and not left or sides[1] and not right
        self.margin = 0 if filled and 3 * touching >= 2 * filled else 1

    @staticmethod
    def characters(text):
        return len(text.decode())

    def _prefix(self, model):
        header, delimiter = model.header, model.delimiter
        if self.header.stays or model.continues_paragraph:
            return None
        if not header.prefix.strip(b" >"):
            return header.prefix
        same = header.indent == len(delimiter.prefix) and not delimiter.prefix.strip(b" >")
        return delimiter.prefix if same else None

    def is_shifted(self, prefix):
        return (self.prefix is not None and prefix != self.prefix
                and prefix.rstrip(b" ") == self.prefix.rstrip(b" "))

    def lines(self):
        """The lines of the formatted table."""
        if not self.body:
            return [self.header.line.source, self.delimiter.source]
        pipes = self.agreed if 3 * sum(r.stays or r.pipes == r.wanted(self.agreed) for r in self.body) \
            >= 2 * len(self.body) else (True, True)
        for row in self.rows if pipes[0] else []:
            row.stays = row.always_stays
        trials = [self._aligned(measure, pipes) for measure in self._aligned_by(pipes)]
        source = [self.header.line.source, self.delimiter.source, *(r.line.source for r in self.body)]
        for trial in trials:
            if trial == source:
                return trial
        return trials[0] if trials else self._padded(pipes)

    # Aligned tables

    def _places(self, row, measure):
        """The column of the pipe after each cell and the cell's size, from the row's start."""
        places, column = [], int(row.pipes[0])
        for index in range(len(row.raw)):
            size = row.size(index, measure, column)
            column += size
            places.append((size, column) if row.sides(row.pipes)[index][1] else (None, None))
            column += 1
        return places

    def _compared(self, row, measure):
        mine, header = self._places(row, measure), self._places(self.header, measure)
        return [(index, a, b) for index, (a, b) in enumerate(zip(mine, header)) if a[0] is not None and b[0] is not None]

    def _is_in_place(self, row, measure):
        compared = self._compared(row, measure)
        return (not row.stays and bool(compared) and not self.is_shifted(row.line.prefix)
                and all(a[1] == b[1] for _, a, b in compared))

    def _is_too_long(self, row, index, size, measure):
        text = row.parts[index][1]
        before = self.margin if index > 0 or row.wanted(self.agreed)[0] else 0
        return bool(text) and measure(text) + before + row.room_after(index, self.margin) > size

    def _fits_aligned(self, row, measure):
        if row.stays:
            return True
        if self.is_shifted(row.line.prefix) or any(map(row.has_tab, range(len(row.raw)))):
            return False
        for index, (size, end), (header_size, header_end) in self._compared(row, measure):
            left, _, right = row.parts[index]
            before = self.margin if index > 0 or row.wanted(self.agreed)[0] else 0
            is_long = (self._is_too_long(row, index, header_size, measure)
                       and (len(left), len(right)) == (before, row.room_after(index, self.margin)))
            if end != header_end and size != header_size and not is_long:
                return False
        return True

    def _has_pipes(self, row, pipes):
        return row.stays or row.pipes == (row.wanted(pipes) if pipes == self.agreed else pipes)

    def _aligned_by(self, pipes):
        if self.header.stays or pipes[0] != self.header.pipes[0]:
            return []
        same = pipes == self.header.pipes
        in_place = [sum(self._is_in_place(row, m) and (same or row.pipes == pipes) for row in self.body)
                    for m in self.measures]
        if len(self.body) == 1 and self.header.is_padded() and same:
            return list(self.measures if in_place[0] >= in_place[1] else self.measures[::-1])
        return [m for m, count in zip(self.measures, in_place) if 2 * count > len(self.body) and any(
            row.is_padded() and self._has_pipes(row, pipes) and (same or row.pipes == pipes) and self._fits_aligned(row, m) and self._is_in_place(row, m)
            for row in self.rows)]

    def _outgrown(self, column, size, measure):
        count = 0
        for row in self.rows:
            if row.stays or column >= len(row.raw) or not self._is_too_long(row, column, size, measure):
                continue
            wanted, last = row.wanted(self.agreed), len(row.raw) - 1
            at = int(row.pipes[0])
            for index in range(column):
                at += row.size(index, measure, at) + 1
            keeps = (row.size(column, measure, at) == size and not row.has_tab(column)
                     and (column > 0 or row.pipes[0] == wanted[0]) and (column < last or row.pipes[1] == wanted[1]))
            count += not keeps
        return count

    def _aligned(self, measure, pipes):
        sizes = []
        for column, (size, _) in enumerate(self._places(self.header, measure)):
            longest = max(measure(row.parts[column][1]) for row in self.rows
                          if not row.stays and column < len(row.raw))
            needed = longest + (self.margin if column > 0 or pipes[0] else 0) + self.margin
            if size is None:
                sizes.append(needed if pipes[1] else None)
            elif 1 <= self._outgrown(column, size, measure) <= WIDENING_CELLS_MAX:
                sizes.append(max(size, needed))
            else:
                sizes.append(size)
        same = pipes == self.header.pipes and sizes == [size for size, _ in self._places(self.header, measure)]
        sides = [self._sides_of_texts(row) for row in self.rows if not row.stays]
        alignments = [""] * self.count if sum(l for l, _ in sides) > sum(r for _, r in sides) else self.alignments

        def line(row):
            if row.stays or same and self._has_pipes(row, pipes) and self._fits_aligned(row, measure):
                return row.line.source
            return self._write(row, pipes, sizes, measure, alignments)
        return [line(self.header), self._delimiter(pipes, sizes), *map(line, self.body)]

    def _sides_of_texts(self, row):
        left = right = False
        for (before, text, after), alignment in zip(row.parts, self.alignments):
            if alignment in ("right", "center") and text and len(before) + len(after) > 3:
                left, right = left or len(before) <= 1, right or len(before) > 1
        return left, right

    def _write(self, row, pipes, sizes, measure, alignments):
        wanted, cells = row.wanted(pipes), []
        for index, (sides, old) in enumerate(zip(row.sides(wanted), row.sides(row.pipes))):
            left, text, right = row.parts[index]
            size = sizes[index] if index < len(sizes) and sides[1] else None
            if size is not None and index == 0 and sides[0] and not pipes[0]:
                size = max(0, size - 1)
            if sides == old and not row.has_tab(index):
                if size is not None and len(left) + measure(text) + len(right) == size or \
                        not sizes and not text and len(left) <= 2:
                    cells.append(row.raw[index])
                    continue
            before = self.margin if sides[0] else 0
            after = row.room_after(index, self.margin) if sides[1] else 0
            if not text:
                cells.append(b" " * (before + after if size is None else size))
                continue
            space = 0 if size is None else max(0, size - before - measure(text) - after)
            alignment = alignments[index] if index < len(alignments) and sides[0] else ""
            at_left = space if alignment == "right" else space // 2 if alignment == "center" else 0
            cells.append(b" " * (before + at_left) + text + b" " * (after + space - at_left))
        prefix = self.prefix if sizes and self.is_shifted(row.line.prefix) else row.line.prefix
        return prefix + b"|" * wanted[0] + b"|".join(cells) + b"|" * wanted[1]

    # Other tables

    def _padded(self, pipes):
        counts = [row.tight_cells() for row in (self.rows if len(self.body) > 1 or self.header.stays else [self.header])
                  if not row.stays]
        filled, tight = (sum(count) for count in zip(*counts)) if counts else (0, 0)
        is_tight = filled > 0 and 3 * tight >= 2 * filled
        self.margin = 0 if is_tight else 1

        def line(row):
            fits = row.is_tight() if is_tight else row.is_compact()
            if row.stays or self._has_pipes(row, pipes) and fits:
                return row.line.source
            return self._write(row, pipes, [], None, [])
        return [line(self.header), self._delimiter(pipes, []), *map(line, self.body)]

    @staticmethod
    def _marker(colons, count):
        return b":" * colons[0] + b"-" * (count - sum(colons)) + b":" * colons[1]

    def _delimiter(self, pipes, sizes):
        line = self.delimiter
        old = line.content[:1] == b"|", line.is_closed
        start = 1 if old[0] else 0
        raw, last = line.raw, len(line.raw) - 1
        blanks = b" \t\v\f"
        spaced = any((n > 0 or old[0]) and r[:1] in (b" ", b"\t", b"\v", b"\f")
                     or (n < last or old[1]) and r[-1:] in (b" ", b"\t", b"\v", b"\f") for n, r in enumerate(raw))
        cells = []
        for column, cell in enumerate(raw):
            marker = cell.strip(blanks)
            opened, ended = column == 0 and pipes[0] != old[0], column == last and pipes[1] != old[1]
            left = int(spaced) if opened else len(cell) - len(cell.lstrip(blanks))
            left = left if column > 0 or pipes[0] else 0
            right = int(spaced) if ended else len(cell) - len(cell.rstrip(blanks))
            size = sizes[column] if column < len(sizes) and (column < last or pipes[1]) else None
            # A colon after VT or FF counts only where a pipe is before them.
            colons = [self.alignments[column] in kinds for kinds in (("left", "center"), ("right", "center"))]
            least = 1 + sum(colons)
            if size is not None and (left + len(marker) + right != max(size, least) or b"\t" in cell):
                left, right = min(left, 1), min(right, 1)
                if size < left + least + right:
                    left = right = 0
                count = max(least, size - left - right)
                cells.append(b" " * left + self._marker(colons, count) + b" " * right)
            elif opened or ended:
                cells.append(b" " * left + self._marker(colons, max(least, len(marker))) + b" " * right)
            else:
                cells.append(cell)
        end = line.source[len(line.prefix) + start + len(b"|".join(raw)) + 1:] if old[1] and pipes[1] else b""
        prefix = self.prefix if sizes and self.is_shifted(line.prefix) else line.prefix
        return prefix + b"|" * pipes[0] + b"|".join(cells) + b"|" * pipes[1] + end
