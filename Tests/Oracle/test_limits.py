"""The limits of cmark-gfm: documents just below and just above each, and linear time."""

import time

import pytest

import executable
import reference

CELLS = 65_535
COLUMNS = 1000
# Rows of one cell that exceed the number of missing cells of such a table.
ROWS = 0x80000 // (COLUMNS - 1) + 1


def table(columns):
    return b"|" + b"a|" * columns + b"\n|" + b"-|" * columns + b"\n"


DOCUMENTS = {
    "missing cells": table(COLUMNS) + b"|x|\n" * ROWS,
    "missing cells, one row too many": table(COLUMNS) + b"|x|\n" * (ROWS + 1) + b"\n" + table(2),
    "missing cells in a quote": b"> " + table(COLUMNS).replace(b"\n", b"\n> ") + b"|x|\n> " * (ROWS + 3),
    "cells of a row": table(2) + b"|" + b"a|" * CELLS + b"\n|b|\n",
    "cells of a row, one too many": table(2) + b"|" + b"a|" * (CELLS + 1) + b"\n|b|\n",
    "columns": table(CELLS) + b"|b|\n",
    "columns, one too many": table(CELLS + 1) + b"|b|\n",
    "cells of a line above": b"a|" * CELLS + b"\n" + table(2),
    "cells of a line above, one too many": b"a|" * (CELLS + 1) + b"\n" + table(2),
    "list markers": b"- " * 99 + b"a|b\n" + b"  " * 99 + b"-|-\n",
    "list markers, one too many": b"- " * 100 + b"a|b\n" + b"  " * 99 + b"-|-\n",
    "fence": b"`" * 255 + b"\n" + b"`" * 254 + b"\n|a|\n|-|\n",
    "fence, closed by fewer": b"`" * 256 + b"\n" + b"`" * 255 + b"\n|a|\n|-|\n",
    "label": b"[" + b"r" * 1000 + b"]: u\n===\n|-|\n",
    "label, one byte too many": b"[" + b"r" * 1001 + b"]: u\n===\n|-|\n",
    "parentheses": b"[r]: " + b"(" * 32 + b"\n===\n|-|\n",
    "parentheses, one too many": b"[r]: " + b"(" * 33 + b"\n===\n|-|\n",
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_limit(document):
    wanted = [(t.header_line, len(t.header), [line for line, _ in t.rows]) for t in reference.tables(document)]
    found = [(t["line"], len(t["columns"]), [r["line"] for r in t["rows"]]) for t in executable.export(document)]
    assert found == wanted
    once = executable.format(document, "compact")
    assert reference.page(once) == reference.page(document)
    assert executable.format(once, "compact") == once


NESTED = "".join("  " * depth + "- a\n" for depth in range(2000)).encode()
LONG = {
    "columns": table(CELLS) + b"|b|\n" * 8,
    "cells past the last column": table(2) + (b"|" + b"a|" * CELLS + b"\n") * 4,
    "nested lists": NESTED,
    "nested lists, blank lines": NESTED + b"\n" * 100_000,
    "nested quotes": b">" * 200_000 + b"\n" + b"a\n" * 100_000,
}


@pytest.mark.parametrize("document", LONG.values(), ids=LONG)
@pytest.mark.parametrize("command", ["export --to json -", "format -", "check -"])
def test_time(document, command):
    start = time.monotonic()
    executable.run(command.split(), document, codes=(0, 1))
    assert time.monotonic() - start < 2
