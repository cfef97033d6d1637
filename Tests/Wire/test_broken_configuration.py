"""A server that starts with a broken configuration changes nothing until it is fixed."""

import pytest

from strict import HEADER, Strict, capabilities, span

CONFIGURATION = ".mdcatalog.json"
GOOD = '{"terms": {"modality": ["Ultrasuond"]}}'
ROWS = "|[A](https://a.org)|x|Segmentaton|Ultrasuond|2D|\n| [B](https://b.org) | see [A | Text | Ul | 2D |\n"
OPTIONS = {"tabSize": 4, "insertSpaces": True}
BROKEN = [
    "{", '{"terms": {"modality": ["Ultrasuond"]},', '{"rule": {}}', '{"rules": {"unknown-value": "of"}}', "", "[]", "\x00"]


class Lists:
    """A folder with a configuration, and a list in it that is open."""

    def __init__(self, folder, text, **document):
        self.file = folder / CONFIGURATION
        self.uri = (folder / "list.md").as_uri()
        self.file.write_text(text)
        self.client = Strict(capabilities(rangeFormatting={"rangesSupport": True}, **document),
                             initializationOptions={"formatOnSave": True})
        self.client.open(HEADER + ROWS, self.uri)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.__exit__()

    def write(self, text):
        self.file.write_text(text)
        self.client.published.clear()
        self.client.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": self.file.as_uri(), "type": 2}]})

    def edits(self):
        """All that may change the text."""
        about, uri = self.client.about, self.uri
        whole = span(0, 0, 4, 0)
        actions = [
            *about("codeAction", uri, range=whole, context={"diagnostics": []}),
            *about("codeAction", uri, range=whole, context={"diagnostics": [], "only": ["source.fixAll"]})]
        resolved = self.client.ask("codeAction/resolve", {"title": "x", "data": {"uri": uri, "fixAll": True}})
        completions = [about("completion", uri, position=place) for place in
                       [{"line": 3, "character": 43}, {"line": 3, "character": 30}, {"line": 4, "character": 0}]]
        return [
            *actions, *about("formatting", uri, options=OPTIONS),
            *about("rangeFormatting", uri, options=OPTIONS, range=whole),
            *about("rangesFormatting", uri, options=OPTIONS, ranges=[whole]),
            *about("willSaveWaitUntil", uri, reason=1), *(c for c in completions if c),
            *resolved["result"]["edit"].get("documentChanges", [{}])[0].get("edits", [])]

    def messages(self):
        return [m["params"]["message"] for m in self.client.log if m.get("method") == "window/showMessage"]


RESOLVING = {"codeAction": {
    "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
    "dataSupport": True, "resolveSupport": {"properties": ["edit"]}}}


@pytest.mark.parametrize("text", BROKEN)
def test_nothing_is_edited_until_the_configuration_is_fixed(text, tmp_path):
    with Lists(tmp_path, text, **RESOLVING) as lists:
        (problem,) = lists.client.diagnostics(lists.uri)
        assert problem["code"] == "invalid-configuration" and problem["severity"] == 1
        assert "is not checked: fix “.mdcatalog.json”, line 1: " in problem["message"]
        assert problem["range"]["start"]["line"] == 0
        assert "invalid-configuration" in [c for _, c in lists.client.codes(lists.file.as_uri())]
        assert len(lists.messages()) == 1 and str(lists.file) in lists.messages()[0]
        assert lists.edits() == []
        lists.write(GOOD)
        codes = [code for _, code in lists.client.codes(lists.uri)]
        assert "unknown-value" in codes and "invalid-configuration" not in codes
        assert not any("value “Ultrasuond”" in d["message"] for d in lists.client.diagnostics(lists.uri))
        assert lists.edits() and len(lists.messages()) == 1


def test_the_reason_follows_the_configuration(tmp_path):
    with Lists(tmp_path, "{", **RESOLVING) as lists:
        before = lists.client.diagnostics(lists.uri)[0]["message"]
        lists.write('{\n"rule": {}}')
        after = lists.client.diagnostics(lists.uri)[0]["message"]
        assert before != after and "line 2" in after and lists.edits() == []


def test_one_that_breaks_later_leaves_the_last_good_one_in_force(tmp_path):
    with Lists(tmp_path, GOOD, **RESOLVING) as lists:
        before = lists.client.diagnostics(lists.uri)
        edits = lists.edits()
        lists.write("{")
        lists.client.until(lambda: lists.file.as_uri() in lists.client.published)
        lists.client.settle()
        assert lists.edits() == edits and lists.messages() == []
        lists.client.change({"range": span(4, 0), "text": "\n"}, uri=lists.uri)
        assert lists.client.diagnostics(lists.uri, 2) == before


def test_a_page_without_a_table_is_not_mentioned(tmp_path):
    with Lists(tmp_path, "{") as lists:
        uri = (tmp_path / "page.md").as_uri()
        lists.client.open("# Text\n\nMore\n", uri)
        assert lists.client.diagnostics(uri) == []


def test_a_card_has_no_problems(tmp_path):
    with Lists(tmp_path, "{") as lists:
        card = lists.client.about("hover", lists.uri, position={"line": 2, "character": 3})["contents"]["value"]
        assert "Problems" not in card
