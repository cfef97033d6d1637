"""Completion ranks by the row's other cells: in a list of the user's, the first place is often right."""

import os
import pathlib
import re

import pytest

from strict import Strict, capabilities, span

SEED = os.environ.get("MDCATALOG_SEED")
# The vocabulary columns, and how many of a hundred first places must be right.
SHARES = {2: 75, 3: 35, 4: 85}


def cells(line):
    return re.split(r"(?<!\\)\|", re.sub(r"(?<!\\)\|$", "", line.strip().removeprefix("|")))


def values(cell):
    return {folded(value) for value in re.split(r"[,/;&]| and ", cell)}


def folded(value):
    return re.sub("[^a-z0-9]", "", value.lower())


def first_label(client, number, line, column, version):
    """The first term offered where the cell of a column was emptied."""
    row = cells(line)
    row[column] = "  "
    before = "|" + "|".join(row[:column]) + "| "
    client.change({"range": span(number, 0, number, len(line)), "text": "|" + "|".join(row) + "|"}, version=version)
    offer = client.about("completion", position={"line": number, "character": len(before)})
    client.change({"range": span(number, 0, number, len("|" + "|".join(row) + "|")), "text": line}, version=version + 1)
    items = offer["items"] if isinstance(offer, dict) else offer
    return min(items, key=lambda item: item.get("sortText", item["label"]))["label"]


@pytest.mark.skipif(not SEED, reason="MDCATALOG_SEED names no list")
def test_an_emptied_cell_is_offered_its_value_first():
    text = pathlib.Path(SEED or "").read_text()
    rows = [(n, line) for n, line in enumerate(text.split("\n")) if "|" in line][2:]
    complete = [(n, line) for n, line in rows if len(cells(line)) == 5 and all(map(str.strip, cells(line)))]
    hits, version = dict.fromkeys(SHARES, 0), 2
    with Strict(capabilities()) as client:
        client.open(text)
        for number, line in complete:
            for column in SHARES:
                first = first_label(client, number, line, column, version)
                hits[column] += folded(first) in values(cells(line)[column])
                version += 2
    found = {column: round(100 * count / len(complete), 1) for column, count in hits.items()}
    print(len(complete), found)
    assert all(found[column] >= share for column, share in SHARES.items()), found
