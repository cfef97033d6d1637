"""The cost of an edit in bytes sent: the same in a small and in a large list."""

import json

import pytest

from strict import HEADER, Strict, capabilities, span

DAMAGED = "| [D{n}](https://d.org/{n}) | x | Segmentaton | CT | 2D |\n"
SOUND = "| [E{n:06}](https://e.org/{n}) | x | Segmentation | CT | 2D |\n"
ROW = 12


def catalog(rows):
    """Damage in the first rows, so that all reported line numbers have the same length."""
    return HEADER + "".join((DAMAGED if 10 <= n < 30 else SOUND).format(n=n) for n in range(rows))


def size(message):
    return len(json.dumps(message))


def sent_after_edits(rows, pull):
    """Bytes sent after some edits: letters in a value, a pipe, an added row, a deleted row."""
    edits = [
        {"range": span(ROW, 30), "text": "q"}, {"range": span(ROW, 30, ROW, 31), "text": ""},
        {"range": span(ROW, 30), "text": "|"}, {"range": span(ROW, 30, ROW, 31), "text": ""},
        {"range": span(ROW, 0), "text": DAMAGED.format(n=77)}, {"range": span(ROW, 0, ROW + 1, 0), "text": ""}]
    sizes = []
    with Strict(capabilities(pull)) as client:
        client.open(catalog(rows))
        client.about("hover", position={"line": ROW, "character": 3})
        previous = client.pull()["resultId"] if pull else client.diagnostics(version=1) and None
        for version, edit in enumerate(edits, 2):
            seen = len(client.log)
            client.change(edit, version=version)
            if pull:
                previous = client.pull(previous).get("resultId")
            else:
                client.diagnostics(version=version)
            client.about("completion", position={"line": ROW, "character": 31})
            client.about("hover", position={"line": ROW, "character": 3})
            # The length of result ids does not depend on the list.
            sizes.append(sum(size(message) for message in client.log[seen:]))
    return sizes


@pytest.mark.parametrize("pull", [False, True], ids=["push", "pull"])
def test_bytes_sent_for_an_edit_do_not_grow_with_the_list(pull):
    small, large = sent_after_edits(1_000, pull), sent_after_edits(100_000, pull)
    assert small == large
    assert max(small) < 100_000


def test_formatting_after_an_edit_changes_one_line():
    text = catalog(100_000).replace("|---|---|---|---|---|", "| --- | --- | --- | --- | --- |")
    column = text.split("\n")[ROW].index(" x ")
    with Strict(capabilities()) as client:
        client.open(text)
        options = {"options": {"tabSize": 2, "insertSpaces": True}}
        assert client.about("formatting", **options) == []
        client.change({"range": span(ROW, column, ROW, column + 1), "text": ""}, version=2)
        edit, = client.about("formatting", **options)
        assert {place["line"] for place in edit["range"].values()} == {ROW}
        assert len(edit["newText"]) <= 3
        client.change({"range": edit["range"], "text": edit["newText"]}, version=3)
        assert client.about("formatting", **options) == []
