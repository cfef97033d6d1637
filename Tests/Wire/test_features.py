"""Each request once over stdio: its capability, a valid answer, the right positions."""

import pytest

from conftest import FIXTURE, tool
from strict import HEADER, PATH, URI, Strict, capabilities, span

ROWS = ("| [Alpha](https://a.org) | Livers | Text | CT | 2D |\n"
        "| [Beta](https://b.org/ü) | 🧠 Images from Alpha | Segmentation | CT, MRI | 3D |\n")
RESOLVING = {"codeAction": {
    "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
    "dataSupport": True, "resolveSupport": {"properties": ["edit"]}}}
OPTIONS = {"tabSize": 4, "insertSpaces": True}


def apply(text, edits, line_end="\n"):
    """The text after edits of ASCII lines."""
    starts = [0]
    for line in text.split(line_end):
        starts.append(starts[-1] + len(line) + len(line_end))

    def offset(place):
        return starts[place["line"]] + place["character"]

    for edit in sorted(edits, key=lambda e: offset(e["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


# Navigation

def test_definition_references_highlights():
    with Strict(capabilities()) as client:
        for name in ["definition", "references", "documentHighlight"]:
            assert client.result["capabilities"][name + "Provider"]
        client.open(HEADER + ROWS)
        name, mention = span(2, 3, 2, 8), span(3, 43, 3, 48)
        for place in [mention["start"], name["start"]]:
            assert client.about("definition", position=place) == {"uri": URI, "range": name}
            for declared in [True, False]:
                found = client.about("references", position=place, context={"includeDeclaration": declared})
                assert [f["range"] for f in found] == [name, mention][0 if declared else 1:]
            found = client.about("documentHighlight", position=place)
            assert [(f["range"], f["kind"]) for f in found] == [(name, 3), (mention, 2)]
        for name in ["definition", "documentHighlight"]:
            assert client.about(name, position={"line": 0, "character": 3}) is None


def test_selection_ranges():
    with Strict(capabilities()) as client:
        assert client.result["capabilities"]["selectionRangeProvider"]
        client.open(HEADER + ROWS)
        end = len(ROWS.split("\n")[1]) + 1
        found = client.about("selectionRange", positions=[
            {"line": 3, "character": end - 10}, {"line": 9, "character": 0}])
        steps, step = [], found[0]
        while step:
            steps.append(step["range"])
            step = step.get("parent")
        assert steps == [span(3, 70, 3, 73), span(3, 66, 3, 73), span(3, 0, 3, end), span(0, 0, 3, end)]
        assert found[1]["range"]["start"] == found[1]["range"]["end"]


# Formatting

def test_several_ranges_are_formatted_at_once():
    rows = "".join(f"| [N{n}](https://a.org/{n}) |x  | Text | CT | 2D |\n" for n in range(20))
    with Strict(capabilities(rangeFormatting={"rangesSupport": True})) as client:
        assert client.result["capabilities"]["documentRangeFormattingProvider"] == {"rangesSupport": True}
        client.open(HEADER + rows)
        edits = client.about("rangesFormatting", options=OPTIONS, ranges=[
            span(8, 0, 9, 0), span(3, 0, 4, 5), span(4, 0, 5, 0)])
        assert sorted({e["range"]["start"]["line"] for e in edits}) == [3, 4, 8]
        for edit in edits:
            assert edit["range"]["start"]["line"] == edit["range"]["end"]["line"]
        after, before = apply(HEADER + rows, edits).split("\n"), (HEADER + rows).split("\n")
        whole = tool(["format", "-"], HEADER + rows).split("\n")
        assert all(after[n] == (whole if n in (3, 4, 8) else before)[n] for n in range(len(before)))


# Code actions

def actions(client, *place, **context):
    return client.about("codeAction", range=span(*place), context={"diagnostics": [], **context})


@pytest.mark.parametrize("client_can", [{}, RESOLVING], ids=["at once", "resolved"])
def test_a_table_is_formatted_by_a_quick_fix(client_can):
    text = HEADER + ROWS.replace("🧠", "x").replace("| Text |", "|Text |") + "\n|a|b|\n|-|-|\n|c|d|\n"
    with Strict(capabilities(**client_can)) as client:
        client.open(text)
        published = client.diagnostics()
        action = next(a for a in actions(client, 0, 5) if a["title"] == "Format this table")
        assert action["diagnostics"][0] in published and action["isPreferred"]
        if client_can:
            assert "edit" not in action
            action = client.ask("codeAction/resolve", action)["result"]
        edits = action["edit"]["documentChanges"][0]["edits"]
        assert {e["range"]["start"]["line"] for e in edits} <= {0, 1, 2, 3}
        whole = tool(["format", "-"], text).split("\n")[:4]
        assert apply(text, edits).split("\n")[:4] == whole


@pytest.mark.parametrize("client_can", [{}, RESOLVING], ids=["at once", "resolved"])
def test_fix_all_is_offered_on_request_or_if_there_is_a_fix(client_can):
    text = HEADER + ROWS.replace("🧠", "x").replace("Segmentation", "Segmentaton").replace("Text", "text")
    with Strict(capabilities(**client_can)) as client:
        client.open(text)
        fixed = tool(["check", "-", "--fix", "--quiet", "--stdin-filename", PATH], text)
        asked = actions(client, 2, 3, only=["source.fixAll"])
        assert apply(text, asked[0]["edit"]["documentChanges"][0]["edits"]) == fixed
        assert actions(client, 1, 3) == []
        offered = next(a for a in actions(client, 2, 36) if a["kind"].startswith("source"))
        if client_can:
            assert "edit" not in offered
            offered = client.ask("codeAction/resolve", offered)["result"]
        assert apply(text, offered["edit"]["documentChanges"][0]["edits"]) == fixed
        assert [a["kind"] for a in actions(client, 2, 36, only=[])] == [
            a["kind"] for a in actions(client, 2, 36)]
        assert actions(client, 2, 36, only=["source.organizeImports"]) == []


def test_the_diagnostic_of_an_action_is_the_published_one():
    text = FIXTURE.read_text()
    with Strict(capabilities()) as client:
        client.open(text)
        published = client.diagnostics()
        last = len(text.split("\n"))
        found = actions(client, 0, 0, last, 0, only=["quickfix"])
        assert found and all(d in published for a in found for d in a["diagnostics"])
        assert any("it belongs" in d["message"] for d in published if d["code"] == "unsorted-row")


def test_a_rule_is_ignored_once_in_a_row():
    text = HEADER + "| [A](https://a.org) | x | Text | " + "CT, " * 300 + "CT | 2D |\n"
    with Strict(capabilities()) as client:
        client.open(text)
        titles = [a["title"] for a in actions(client, 2, 0, 2, len(text))]
        assert titles.count("Ignore duplicate-value in this row") == 1
        assert titles.count("Remove the repeated value") == 100


def test_resolving_a_foreign_action_is_refused():
    with Strict(capabilities(**RESOLVING)) as client:
        client.open(HEADER + ROWS)
        for data in [None, 5, {}, {"uri": URI}, {"uri": "x", "fixAll": True}, {"uri": URI, "fixAll": 3}]:
            action = {"title": "x", "data": data}
            assert client.ask("codeAction/resolve", action)["error"]["code"] == -32602
        action = {"title": "x", "data": {"uri": URI, "formatTable": 10**9}}
        assert client.ask("codeAction/resolve", action)["result"]["edit"]
