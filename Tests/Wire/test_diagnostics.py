"""Pushed and pulled diagnostics: result ids, versions, configuration files."""

import pytest

from strict import HEADER, URI, Strict, capabilities, span

ROW = "| [A](https://a.org) | x | Segmentaton | CT | 2D |\n"


def codes(report):
    return [d["code"] for d in report["items"] if d["severity"] < 4]


# Result ids

def test_only_equal_diagnostics_are_unchanged():
    with Strict(capabilities(pull=True)) as client:
        client.open(HEADER + ROW)
        first = client.pull()
        assert codes(first) == ["unknown-value"]
        assert client.pull(first["resultId"]) == {"kind": "unchanged", "resultId": first["resultId"]}
        client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
        client.open(HEADER + ROW.replace("CT", "Zzqq"))
        assert codes(client.pull(first["resultId"])) == ["unknown-value", "unknown-value"]
        client.open(HEADER + ROW.replace("CT", "Zzqq"), uri=URI + "2")
        assert client.pull(first["resultId"], uri=URI + "2")["kind"] == "full"


def test_result_ids_outlive_the_process():
    ids = []
    for _ in range(2):
        with Strict(capabilities(pull=True)) as client:
            client.open(HEADER + ROW)
            ids.append(client.pull()["resultId"])
    assert ids[0] == ids[1]


def test_an_edit_that_changes_no_diagnostic_is_unchanged():
    with Strict(capabilities(pull=True)) as client:
        client.open(HEADER + ROW + ROW.replace("A", "B"))
        first = client.pull()
        client.change({"range": span(2, 21), "text": "y"})
        client.change({"range": span(2, 21, 2, 22), "text": ""}, version=3)
        assert client.pull(first["resultId"])["kind"] == "unchanged"


def test_a_closed_document_has_no_diagnostics():
    with Strict(capabilities(pull=True)) as client:
        client.open(HEADER + ROW)
        client.open(HEADER + ROW, uri=URI + "2")
        items = client.ask("workspace/diagnostic", {"previousResultIds": []})["result"]["items"]
        previous = [{"uri": i["uri"], "value": i["resultId"]} for i in items]
        client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
        items = client.ask("workspace/diagnostic", {"previousResultIds": previous})["result"]["items"]
        assert {i["uri"]: (i["kind"], i.get("items")) for i in items} == {
            URI: ("full", []), URI + "2": ("unchanged", None)}
        assert client.pull()["items"] == []


# Versions

def test_a_stale_whole_text_is_ignored():
    with Strict(capabilities()) as client:
        client.open(HEADER + ROW, version=5)
        client.change({"text": HEADER + ROW.replace("A", "New")}, version=99)
        client.change({"text": HEADER + ROW.replace("A", "Stale")}, version=98)
        hover = client.about("hover", position={"line": 2, "character": 4})
        assert "[New]" in hover["contents"]["value"]
        client.change({"text": HEADER + ROW.replace("A", "Equal")}, version=99)
        client.change({"range": span(3, 0), "text": ROW}, version=98)
        assert client.diagnostics(version=99)
        hover = client.about("hover", position={"line": 2, "character": 4})
        assert "[Equal]" in hover["contents"]["value"]


def test_a_whole_text_is_a_small_edit():
    """The changed row is found, so its problems come first."""
    rows = [f"| [N{1000 + n}](https://a.org/{n}) | x | Text, Zq | CT | 2D |\n" for n in range(1200)]
    with Strict(capabilities()) as client:
        client.open(HEADER + "".join(rows))
        assert len(client.diagnostics(version=1)) == 501
        rows[1100] = rows[1100].replace("Zq", "Zqq")
        client.change({"text": HEADER + "".join(rows)}, version=2)
        assert 1102 in [d["range"]["start"]["line"] for d in client.diagnostics(version=2)]


def test_all_rows_of_a_change_come_first():
    rows = "".join(f"| [N{1000 + n}](https://a.org/{n}) | x | Text, Zq | CT | 2D |\n" for n in range(1200))
    with Strict(capabilities()) as client:
        client.open(HEADER + rows)
        client.change({"range": span(1001, 4), "text": "0"}, {"range": span(1101, 4), "text": "0"},
                      {"range": span(2, 0), "text": ROW}, version=2)
        lines = [d["range"]["start"]["line"] for d in client.diagnostics(version=2)]
        assert {1002, 1102, 2} <= set(lines)
        note = next(d for d in client.published[URI]["diagnostics"] if d["code"] == "too-many-problems")
        assert "about 701 are not shown" in note["message"]


# Configuration files

CONFIGURATION = ".mdcatalog.json"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text(HEADER + ROW)
    return tmp_path


def write(folder, text):
    (folder / CONFIGURATION).write_text(text)


def watched(client, folder):
    client.tell("workspace/didChangeWatchedFiles", {"changes": [
        {"uri": (folder / CONFIGURATION).as_uri(), "type": 2}]})


def test_diagnostics_of_a_deleted_configuration_disappear(folder):
    uri = (folder / CONFIGURATION).as_uri()
    write(folder, '{"rules": ')
    with Strict(capabilities()) as client:
        client.open(HEADER + ROW, (folder / "a.md").as_uri())
        assert client.codes(uri) == [(0, "invalid-configuration")]
        (folder / CONFIGURATION).unlink()
        watched(client, folder)
        client.until(lambda: client.published[uri]["diagnostics"] == [])


def test_an_open_configuration_file_is_not_a_catalog(folder):
    uri = (folder / CONFIGURATION).as_uri()
    write(folder, '{"rules": 1}')
    with Strict(capabilities()) as client:
        client.open(HEADER + ROW, (folder / "a.md").as_uri())
        assert client.codes(uri) == [(0, "invalid-configuration")]
        client.open('{"rules": 1, "style": 2}', uri, version=3)
        client.until(lambda: client.published[uri].get("version") == 3)
        assert client.codes(uri) == [(0, "invalid-configuration")] * 2
        client.change({"range": span(0, 0, 0, 99), "text": "{}"}, uri=uri, version=4)
        assert client.codes(uri, version=4) == []
        client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        client.until(lambda: client.published[uri]["diagnostics"] != [])


def test_positions_in_a_configuration_file_use_the_encoding_of_the_client(folder):
    uri = (folder / CONFIGURATION).as_uri()
    with Strict({**capabilities(), "general": {"positionEncodings": ["utf-16"]}}) as client:
        client.open('{\r\n  "🧠:x": 1, "rules": 5}', uri)
        assert client.diagnostics(uri)[0]["range"] == span(1, 22, 1, 23)


def test_a_client_that_pulls_gets_diagnostics_of_the_configuration(folder):
    uri, text = (folder / CONFIGURATION).as_uri(), (folder / "a.md").as_uri()
    write(folder, '{"rules": 1}')
    with Strict(capabilities(pull=True)) as client:
        client.open(HEADER + ROW, text)
        related = client.pull(uri=text)["relatedDocuments"]
        assert [d["code"] for d in related[uri]["items"]] == ["invalid-configuration"]
        assert [d["code"] for d in client.pull(uri=uri)["items"]] == ["invalid-configuration"]
        write(folder, '{"rules": {"unknown-value": "error"}}')
        client.tell("textDocument/didSave", {"textDocument": {"uri": text}})
        client.until(lambda: client.asked == ["workspace/diagnostic/refresh"])
        report = client.pull(uri=text)
        assert report["relatedDocuments"][uri]["items"] == []
        assert [d["severity"] for d in report["items"]][-1] == 1
        client.tell("textDocument/didSave", {"textDocument": {"uri": text}})
        client.settle()
        assert len(client.asked) == 1
        (folder / CONFIGURATION).unlink()
        client.tell("workspace/didChangeConfiguration", {"settings": None})
        client.until(lambda: len(client.asked) == 2)
        assert not client.published


def test_a_byte_order_mark_is_allowed(folder):
    write(folder, '\ufeff{"rules": {"unknown-value": "error", "unformatted-table": "off"}}')
    uri = (folder / "a.md").as_uri()
    with Strict(capabilities()) as client:
        client.open(HEADER + ROW, uri)
        assert [d["severity"] for d in client.diagnostics(uri)] == [1]


def test_a_new_document_uses_the_configuration_of_its_folder(folder):
    write(folder, '{"rules": {"unknown-value": "error", "unformatted-table": "off"}}')
    with Strict(capabilities(), rootUri=folder.as_uri()) as client:
        client.open(HEADER + ROW, "untitled:Untitled-1")
        assert [d["severity"] for d in client.diagnostics("untitled:Untitled-1")] == [1]


def test_many_documents_follow_without_delaying_anything(folder):
    with Strict(capabilities()) as client:
        rows = "".join(ROW.replace("A", f"N{n}") for n in range(400))
        uris = [(folder / f"{n}.md").as_uri() for n in range(300)]
        for uri in uris:
            client.open(HEADER + rows, uri)
        client.until(lambda: len(client.published) == 300)
        client.published.clear()
        write(folder, '{"rules": {"unknown-value": "error"}}')
        watched(client, folder)
        client.about("hover", uris[7], position={"line": 2, "character": 4})
        assert len(client.published) < 100
        client.until(lambda: len(client.published) == 300)


def test_a_schema_for_certain_files(folder):
    write(folder, '{"schemas": [{"name": "own", "primaryKey": "x", "mdcatalog:files": ["lists/*.md"], "fields": '
                  '[{"name": "x", "constraints": {"pattern": "[a-z]+"}}]}]}')
    text = "| x   | y   |\n| --- | --- |\n| ABC | 1   |\n"
    with Strict(capabilities()) as client:
        for name, codes in [("lists/a.md", ["unknown-value"]), ("other/a.md", [])]:
            uri = (folder / name).as_uri()
            client.open(text, uri)
            assert [code for _, code in client.codes(uri)] == codes


def test_an_invalid_pattern_is_reported_at_its_place(folder):
    source = '{"fields": [{"name": "x",\n  "constraints": {"pattern": "(?=x)"}}]}'
    write(folder, source)
    uri = (folder / CONFIGURATION).as_uri()
    with Strict(capabilities()) as client:
        client.open(HEADER + ROW, (folder / "a.md").as_uri())
        assert client.codes(uri) == [(1, "invalid-configuration")]
