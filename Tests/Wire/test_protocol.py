"""Every request has one answer before, during and after the session; every message fits its type."""

import pytest

from strict import HEADER, URI, Strict, capabilities, span

PLACE = {"line": 2, "character": 5}
ROWS = "| [A](https://a.org) | x | Segmentaton | CT | 2D |\n| [B](https://b.org) | see A | Text | ct | 2D\n"
OPTIONS = {"tabSize": 4, "insertSpaces": True}
REQUESTS = {
    "completion": {"position": {"line": 3, "character": 33}}, "hover": {"position": PLACE},
    "definition": {"position": PLACE}, "references": {"position": PLACE, "context": {"includeDeclaration": True}},
    "documentHighlight": {"position": PLACE}, "formatting": {"options": OPTIONS},
    "rangeFormatting": {"range": span(2, 0, 3, 0), "options": OPTIONS},
    "rangesFormatting": {"ranges": [span(2, 0, 3, 0)], "options": OPTIONS},
    "willSaveWaitUntil": {"reason": 1}, "codeAction": {"range": span(2, 0, 3, 9), "context": {"diagnostics": []}},
    "documentSymbol": {}, "documentLink": {}, "foldingRange": {}, "inlayHint": {"range": span(0, 0, 4, 0)},
    "diagnostic": {}, "selectionRange": {"positions": [PLACE]}}
OTHERS = {"workspace/symbol": {"query": ""}, "workspace/diagnostic": {"previousResultIds": []}, "shutdown": None}


def parameters(name):
    return {"textDocument": {"uri": URI}, **REQUESTS[name]}


def rich(pull):
    return capabilities(
        pull=pull, rangeFormatting={"rangesSupport": True},
        codeAction={"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
                    "dataSupport": True, "resolveSupport": {"properties": ["edit"]}})


@pytest.mark.parametrize("pull", [False, True])
def test_a_session_that_uses_everything(pull):
    with Strict(rich(pull), initializationOptions={"columnHints": True, "formatOnSave": True}) as client:
        client.open(HEADER + ROWS)
        for name in REQUESTS:
            assert client.about(name, **REQUESTS[name]) is not None, name
        for action in client.about("codeAction", **REQUESTS["codeAction"]):
            if "edit" not in action:
                assert client.ask("codeAction/resolve", action)["result"]["edit"]
        for method in ["workspace/symbol", "workspace/diagnostic"]:
            assert client.ask(method, OTHERS[method])["result"]
        for step in range(3):
            client.change({"range": span(2, 4), "text": "é🧠"}, version=step + 2)
            client.tell("textDocument/didSave", {"textDocument": {"uri": URI}})
        client.tell("workspace/didChangeConfiguration", {"settings": None})
        client.tell("workspace/didChangeWatchedFiles", {"changes": []})
        client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
        for name in REQUESTS:
            answer = client.ask(f"textDocument/{name}", parameters(name))
            assert answer.get("error", {}).get("code") in (None, -32602), answer
        assert client.end() == 0
        while client.next(5) is not None:
            pass
        assert set(client.responses) == set(range(1, client.number + 1))
        assert not client.errors


def test_wrong_parameters_are_refused_one_by_one():
    with Strict(rich(True)) as client:
        client.open(HEADER + ROWS)
        for name in REQUESTS:
            for wrong in [None, [], 3, {}, {"textDocument": 3}, {"textDocument": {"uri": 3}}]:
                answer = client.ask(f"textDocument/{name}", wrong)
                assert answer["error"]["code"] == -32602, (name, wrong, answer)
        assert client.end() == 0


def test_before_and_after_the_session():
    with Strict() as client:
        client.tell("textDocument/didOpen", {"textDocument": {
            "uri": URI, "languageId": "markdown", "version": 1, "text": HEADER}})
        asked = [(f"textDocument/{name}", parameters(name)) for name in REQUESTS] + list(OTHERS.items())
        for method, params in [*asked, ("no/such", None)]:
            assert client.ask(method, params)["error"]["code"] == -32002, method
        assert "capabilities" in client.ask("initialize", {
            "processId": None, "rootUri": None, "capabilities": {}})["result"]
        again = client.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        assert again["error"]["code"] == -32600
        # The message that came too early was ignored.
        assert client.ask("textDocument/hover", parameters("hover"))["error"]["code"] == -32602
        assert client.ask("shutdown")["result"] is None
        for method, params in [*asked, ("initialize", {"capabilities": {}}), ("no/such", None)]:
            assert client.ask(method, params)["error"]["code"] == -32600, method
        client.tell("exit")
        assert client.process.wait(5) == 0
