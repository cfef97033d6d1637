"""Slow requests delay nothing and can be cancelled."""

import time

import pytest

from strict import HEADER, URI, Strict, capabilities, span

ROWS = 30_000


def damaged(rows=ROWS):
    """Rows each of which has something to fix and to format."""
    return HEADER + "".join(
        f"|[D{n}](https://a.org/{n}) | x | Segmentaton | CT | 2D |\n" for n in range(rows))


def slow_requests():
    document = {"textDocument": {"uri": URI}}
    context = {"diagnostics": [], "only": ["source.fixAll"]}
    return [
        ("textDocument/codeAction", {**document, "range": span(0, 0), "context": context}),
        ("textDocument/formatting", {**document, "options": {"tabSize": 4, "insertSpaces": True}}),
        ("textDocument/documentSymbol", document),
    ]


@pytest.mark.parametrize("method, parameters", slow_requests(), ids=lambda p: p if isinstance(p, str) else "")
def test_an_edit_does_not_wait_for_a_slow_request(method, parameters):
    with Strict(capabilities()) as client:
        client.open(damaged())
        client.diagnostics(version=1)
        number = client.start(method, parameters)
        client.change({"range": span(2, 4), "text": "q"}, version=2)
        client.diagnostics(version=2)
        hover = client.about("hover", position={"line": 2, "character": 4})
        assert "[D0q]" in hover["contents"]["value"]
        assert number not in client.responses
        assert "result" in client.wait(number, 60)


def test_an_answer_is_of_the_text_as_it_was_when_asked():
    with Strict(capabilities()) as client:
        client.open(damaged())
        number = client.start("textDocument/documentSymbol", {"textDocument": {"uri": URI}})
        for version in range(2, 50):
            client.change({"range": span(2, 0, 3, 0), "text": ""}, version=version)
        symbols = client.wait(number, 60)["result"]
        assert len(symbols[0]["children"]) == ROWS
        assert len(client.about("documentSymbol")[0]["children"]) == ROWS - 48


@pytest.mark.parametrize("method, parameters", slow_requests(), ids=lambda p: p if isinstance(p, str) else "")
def test_a_slow_request_can_be_cancelled(method, parameters):
    with Strict(capabilities()) as client:
        client.open(damaged(200_000))
        client.about("hover", position={"line": 0, "character": 3})
        number = client.start(method, parameters)
        time.sleep(0.02)
        client.tell("$/cancelRequest", {"id": number})
        assert client.wait(number)["error"]["code"] == -32800


def test_a_burst_is_answered_once():
    with Strict(capabilities()) as client:
        client.open(damaged(2_000))
        client.diagnostics(version=1)
        count = len(client.log)
        data = b"".join(client.frame({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [{"range": span(2, 4), "text": "q"}]}}) for version in range(2, 202))
        client.write(data)
        client.diagnostics(version=201)
        assert [m["params"]["version"] for m in client.log[count:]] == [201]


def test_requests_beyond_what_may_wait_are_refused():
    with Strict(capabilities()) as client:
        client.open(damaged())
        client.about("hover", position={"line": 0, "character": 3})
        method, parameters = slow_requests()[2]
        numbers = [client.start(method, parameters) for _ in range(400)]
        client.about("hover", position={"line": 0, "character": 3})
        for number in numbers:
            client.tell("$/cancelRequest", {"id": number})
        codes = {client.wait(number, 60).get("error", {}).get("code") for number in numbers}
        assert codes <= {None, -32800, -32803} and -32803 in codes


def test_input_waits_while_too_much_of_it_is_unhandled():
    with Strict(capabilities()) as client:
        client.open(damaged(20_000))
        frames = [client.frame({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": 2},
            "contentChanges": [{"text": damaged(rows).replace("Segm", word)}]}})
            for rows, word in [(20_000, "Segm"), (20_001, "X")]]
        for number in range(200):
            client.write(frames[number % 2])
        client.about("hover", position={"line": 0, "character": 3})
        with open(f"/proc/{client.process.pid}/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        assert peak < 150_000


def test_a_client_that_does_not_read_gets_the_newest_diagnostics_only():
    with Strict(capabilities()) as client:
        client.open(damaged(1_000))
        client.diagnostics(version=1)
        lock = client.incoming.mutex
        with lock:
            for version in range(2, 400):
                client.change({"range": span(2, 4), "text": "q"}, version=version)
                time.sleep(0.002)
            with open(f"/proc/{client.process.pid}/status") as status:
                peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        client.diagnostics(version=399)
        assert peak < 60_000
