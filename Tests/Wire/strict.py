"""A client that writes frames itself and checks every message of the server by the LSP types."""

import json
import pathlib
import queue
import subprocess
import tempfile
import threading
import time

from lsprotocol import converters, types

from conftest import TOOL

CONVERTER = converters.get_converter()
HEADER = "| Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |\n|---|---|---|---|---|\n"
# The configuration there names the built-in schema: the few rows of a test are no evidence for it.
FOLDER = tempfile.TemporaryDirectory()
pathlib.Path(FOLDER.name, ".mdcatalog.json").write_text('{"schema": "builtin"}')
PATH = pathlib.Path(FOLDER.name, "catalog.md")
URI = PATH.as_uri()


def span(line, start, end_line=None, end=None):
    """A range; empty if only a start is given."""
    end_line, end = (line, start) if end_line is None else (end_line, end)
    return {"start": {"line": line, "character": start}, "end": {"line": end_line, "character": end}}


def capabilities(pull=False, **document):
    """The capabilities of a modern client."""
    text = {
        "publishDiagnostics": {"relatedInformation": True, "versionSupport": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        **document}
    if pull:
        text["diagnostic"] = {"relatedDocumentSupport": True}
    return {
        "workspace": {"workspaceEdit": {"documentChanges": True}, "diagnostics": {"refreshSupport": True}},
        "textDocument": text}


def validate(message, method, kind):
    """Parses a message by its type and writes it again: both must be equal."""
    request, response = types.METHOD_TO_TYPES[method][:2]
    if kind == "response" and "error" in message:
        CONVERTER.structure(message, types.ResponseErrorMessage)
        return
    expected = response if kind == "response" else request
    again = CONVERTER.unstructure(CONVERTER.structure(message, expected), expected)
    assert again == message, (method, again, message)


class Strict:
    """One server with its client; messages are kept in their order."""

    def __init__(self, client=None, arguments=(), **parameters):
        self.process = subprocess.Popen(
            [TOOL, "lsp", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.incoming = queue.Queue()
        self.log, self.responses, self.published = [], {}, {}
        self.asked, self.errors = [], []
        self.methods, self.number = {}, 0
        threading.Thread(target=self._read, daemon=True).start()
        if client is not None:
            self.result = self.ask("initialize", {
                "processId": None, "rootUri": None, "capabilities": client, **parameters})["result"]
            self.tell("initialized", {})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                length = int(line.split(b":")[1])
            if line == b"":
                return self.incoming.put(None)
            self.incoming.put(json.loads(stream.read(length)))

    # Sending

    def write(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    @staticmethod
    def frame(message):
        body = message if isinstance(message, bytes) else json.dumps({"jsonrpc": "2.0", **message}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def tell(self, method, parameters=None):
        self.write(self.frame({"method": method, "params": parameters}))

    def start(self, method, parameters=None):
        """Sends a request and does not wait for its answer."""
        self.number += 1
        self.methods[self.number] = method
        self.write(self.frame({"id": self.number, "method": method, "params": parameters}))
        return self.number

    def ask(self, method, parameters=None, timeout=30):
        return self.wait(self.start(method, parameters), timeout)

    def about(self, method, uri=URI, **parameters):
        """The result of a request about a document."""
        answer = self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, **parameters})
        assert "error" not in answer, answer
        return answer["result"]

    def open(self, text, uri=URI, version=1):
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": version, "text": text}})

    def change(self, *changes, uri=URI, version=2):
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version}, "contentChanges": list(changes)})

    # Receiving

    def next(self, timeout=30):
        """The next message, validated and stored; None at the end."""
        message = self.incoming.get(timeout=timeout)
        if message is None:
            return None
        self.log.append(message)
        if "method" in message and "id" in message:
            validate(message, message["method"], "request")
            self.asked.append(message["method"])
            self.write(self.frame({"id": message["id"], "result": None}))
        elif "method" in message:
            validate(message, message["method"], "notification")
            if message["method"] == "textDocument/publishDiagnostics":
                self.published[message["params"]["uri"]] = message["params"]
        elif message["id"] is None:
            self.errors.append(message["error"]["code"])
        else:
            assert message["id"] not in self.responses, f"answered twice: {message}"
            if message["id"] in self.methods and self.methods[message["id"]] in types.METHOD_TO_TYPES:
                validate(message, self.methods[message["id"]], "response")
            self.responses[message["id"]] = message
        return message

    def until(self, condition, timeout=30):
        end = time.monotonic() + timeout
        while not condition():
            assert self.next(max(0.01, end - time.monotonic())) is not None, "the server ended"

    def wait(self, number, timeout=30):
        self.until(lambda: number in self.responses, timeout)
        return self.responses[number]

    def diagnostics(self, uri=URI, version=None):
        """Waits for the next diagnostics of a document."""
        self.until(lambda: uri in self.published and version in (None, self.published[uri].get("version")))
        return self.published[uri]["diagnostics"]

    def codes(self, uri=URI, version=None):
        return sorted((d["range"]["start"]["line"], d["code"]) for d in self.diagnostics(uri, version))

    def pull(self, previous=None, uri=URI):
        return self.about("diagnostic", uri, previousResultId=previous)

    def settle(self):
        """Waits until the server has handled all messages and sent their results."""
        time.sleep(0.05)
        self.ask("$/settle")

    # Ending

    def end(self, timeout=10):
        """The exit code after shutdown and exit."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(timeout)
