"""Problems and fixes of the list that `MDCATALOG_SEED` names, line by line."""

import collections
import json
import os
import re

import pytest

from tool import run

pytestmark = pytest.mark.skipif("MDCATALOG_SEED" not in os.environ, reason="not run: the user's list is not here")

EXPECTED = {
    "missing-cell": [57, 58, 106, 113, 114, 134],
    "extra-cell": [130],
    "misplaced-value": [70, 101, 102, 103, 104, 105, 107, 108],
    "unknown-value": [61, 118, 173],
    "nonstandard-value": [13, 29, 39, 114, 114, 171],
    "list-separator": [115, 116, 135, 161, 183],
    "empty-cell": sorted([92, 94, 119, 123, 131] + [113, 134] + [94, 113, 131] + [120, 122, 123]),
    "missing-link": [102],
    "duplicate-link": [28, 32, 91, 175],
    "link-mismatch": [136, 182],
    "unsorted-row": [9, 20, 26, 32, 44, 50, 56, 66, 163],
    "unformatted-table": [5],
}


@pytest.fixture
def catalog(tmp_path):
    path = tmp_path / "list.md"
    (tmp_path / ".mdcatalog.json").write_text("{}")
    with open(os.environ["MDCATALOG_SEED"], "rb") as source:
        path.write_bytes(source.read())
    return path


def problems(path):
    done = run("check", "--output-format", "json", str(path))
    return json.loads(done.stdout), done.returncode


def values(text):
    """The values of each row without spaces and without empty values."""
    rows = [re.split(r"(?<!\\)\|", line) for line in text.splitlines()]
    return [collections.Counter(filter(None, (cell.strip() for cell in row))) for row in rows]


def test_problems(catalog):
    found, code = problems(catalog)
    lines = collections.defaultdict(list)
    for problem in found:
        lines[problem["code"]].append(problem["line"])
    assert {rule: sorted(numbers) for rule, numbers in lines.items()} == EXPECTED
    assert code == 1


def test_fixes_lose_nothing(catalog):
    before = catalog.read_text()
    fixed = {problem["line"] for problem in problems(catalog)[0] if problem["fixable"]}
    run("check", "--fix", str(catalog))
    after = catalog.read_text()
    pairs = zip(values(before), values(after), strict=True)
    for number, (old, new) in enumerate(pairs, 1):
        if number not in fixed:
            assert old == new
        elif number in EXPECTED["misplaced-value"] and number not in EXPECTED["nonstandard-value"] + [107]:
            assert old == new, "a swap changes places and nothing else"
    remaining = {problem["code"] for problem in problems(catalog)[0]}
    assert remaining == {
        "empty-cell", "missing-link", "duplicate-link", "link-mismatch", "unsorted-row", "unformatted-table"}
    run("check", "--fix", str(catalog))
    assert catalog.read_text() == after
