"""Large input, at each limit and past it: an answer or a clear error, and the server goes on."""

import json

import pytest

from memory import peak, resident
from strict import HEADER, URI, Strict, capabilities, span

CONTENT_LIMIT = 256 << 20
PROBLEM_LIMIT = 500
SYMBOL_LIMIT = 200
WAITING_LIMIT = 256


def is_well(client):
    assert client.ask("x")["error"]["code"] == -32601


def use(client, line=0, character=5, uri=URI):
    """Sends the requests of an editor at a position, and edits there."""
    place = {"position": {"line": line, "character": character}}
    for method in ["hover", "completion", "definition", "documentHighlight"]:
        client.about(method, uri, **place)
    client.about("codeAction", uri, range=span(line, character), context={"diagnostics": []})
    client.about("selectionRange", uri, positions=[place["position"]])
    client.about("formatting", uri, options={"tabSize": 4, "insertSpaces": True})
    client.change({"range": span(line, character), "text": "x"}, uri=uri)
    client.about("hover", uri, **place)


@pytest.mark.parametrize("excess", [-1, 0, 1])
def test_a_message_may_be_as_long_as_the_limit(excess):
    with Strict(capabilities()) as client:
        body = b'{"jsonrpc":"2.0","id":"long","method":"y"}'
        client.write(b"Content-Length: %d\r\n\r\n" % (CONTENT_LIMIT + excess) + body)
        blank = b" " * (1 << 20)
        left = CONTENT_LIMIT + excess - len(body)
        while left > 0:
            client.write(blank[:left])
            left -= len(blank)
        is_well(client)
        assert ("long" in client.responses) == (excess <= 0)
        assert client.errors == ([-32700] if excess > 0 else [])


@pytest.mark.parametrize("excess", [-1, 0, 1])
def test_nesting_is_bounded(excess):
    with Strict(capabilities()) as client:
        depth = 128 + excess - 1
        params = b"[" * depth + b"]" * depth
        client.write(client.frame(b'{"jsonrpc":"2.0","id":"deep","method":"y","params":' + params + b"}"))
        is_well(client)
        assert ("deep" in client.responses) == (excess <= 0)
        assert client.errors == ([-32700] if excess > 0 else [])


@pytest.mark.parametrize("count", [PROBLEM_LIMIT - 1, PROBLEM_LIMIT, PROBLEM_LIMIT + 1, 5_000])
@pytest.mark.parametrize("pull", [False, True])
def test_at_most_the_limit_of_problems_is_sent(count, pull):
    header = HEADER.replace("|---|---|---|---|---|", "| --- | --- | --- | --- | --- |")
    rows = "".join(f"| [D{n:05}](https://a.org/{n}) | x | Zzzz | CT | 2D |\n" for n in range(count))
    with Strict(capabilities(pull=pull)) as client:
        client.open(header + rows)
        found = client.pull()["items"] if pull else client.diagnostics()
        codes = [item["code"] for item in found]
        assert codes.count("unknown-value") == min(count, PROBLEM_LIMIT)
        assert codes.count("too-many-problems") == (1 if count > PROBLEM_LIMIT else 0)


@pytest.mark.parametrize("count", [SYMBOL_LIMIT - 1, SYMBOL_LIMIT, SYMBOL_LIMIT + 1])
def test_at_most_the_limit_of_symbols_is_found(count):
    rows = "".join(f"| [D{n}](https://a.org/{n}) | x | Text | CT | 2D |\n" for n in range(count))
    with Strict(capabilities()) as client:
        client.open(HEADER + rows)
        assert len(client.ask("workspace/symbol", {"query": ""})["result"]) == min(count, SYMBOL_LIMIT)


def test_a_line_of_50_megabytes():
    with Strict(capabilities()) as client:
        client.open("x" * (50 << 20) + "\n" + HEADER + "| [A](https://a.org) | x | Text | CT | 2D |\n")
        use(client, 0, 25 << 20)
        use(client, 3, 4)
        assert peak(client.process) < 1_000_000
        assert client.end() == 0


def test_a_row_of_50_megabytes():
    with Strict(capabilities()) as client:
        client.open(HEADER + "| [A](https://a.org) | " + "x | " * (12 << 20) + "\n")
        client.change({"range": span(2, 4), "text": "y"})
        client.about("hover", position={"line": 2, "character": 4})
        client.diagnostics()
        assert peak(client.process) < 2_000_000
        assert client.end() == 0


def test_10_000_columns():
    names = "".join(f"| c{n} " for n in range(9_995))
    row = "| [A](https://a.org) | x | Text | CT | 2D " + "| v " * 9_995 + "|\n"
    with Strict(capabilities()) as client:
        client.open(HEADER.split("\n")[0][:-1] + names + "|\n" + "|---" * 10_000 + "|\n" + row * 20)
        use(client, 3, 5)
        client.diagnostics()
        assert client.end() == 0


def test_a_cell_of_10_megabytes():
    with Strict(capabilities()) as client:
        client.open(HEADER + "| [A](https://a.org) | " + "word " * (2 << 20) + "Text | CT | 2D |\n"
                    + "| [B](https://b.org) | x | " + "Text, " * (1 << 14) + "| CT | 2D |\n")
        use(client, 2, 5 << 20)
        use(client, 3, 1 << 16)
        client.diagnostics()
        assert client.end() == 0


def test_1_000_open_documents():
    row = "| [A](https://a.org) | x | Text | CT | 2D |\n"
    with Strict(capabilities()) as client:
        uris = [f"file:///nowhere/{n}.md" for n in range(1_000)]
        for uri in uris:
            client.open(HEADER + row * 20, uri)
        for uri in uris:
            client.change({"range": span(3, 4), "text": "x"}, uri=uri)
        for uri in uris[::100]:
            use(client, 3, 5, uri)
        assert len(client.ask("workspace/symbol", {"query": "Ax"})["result"]) == SYMBOL_LIMIT
        full = resident(client.process)
        for uri in uris:
            client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        is_well(client)
        place = {"textDocument": {"uri": uris[0]}, "position": {"line": 0, "character": 0}}
        assert client.ask("textDocument/hover", place)["error"]["code"] == -32602
        assert full < 200_000
        assert client.end() == 0


def test_hostile_configurations_are_reported(tmp_path):
    file, configuration = tmp_path / "a.md", tmp_path / ".mdcatalog.json"
    deep = "[" * 100_000 + "]" * 100_000
    for text in [deep, '{"schema": ' + deep + "}", '{"extends": "../../.mdcatalog.json"}', "\0" * 1000,
                 json.dumps({"terms": {"modality": [{"prefLabel": "A", "broader": "B"}, {"prefLabel": "B", "broader": "A"}]},
                             "schema": "/etc/passwd"}), "{" + '"rules":{},' * 100_000 + '"x":1}', "9" * 100_000]:
        configuration.write_text(text)
        with Strict(capabilities()) as client:
            client.open(HEADER + "| [A](https://a.org) | x | A | B | 2D |\n", file.as_uri())
            found = client.diagnostics(configuration.as_uri())
            assert {item["code"] for item in found} == {"invalid-configuration"}
            use(client, 2, 5, file.as_uri())
            assert client.end() == 0
