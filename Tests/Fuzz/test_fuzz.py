"""Random files, edits and frames for a bounded time: no crash, no hang, nothing lost.

MDCATALOG_FUZZ_SECONDS bounds each test, MDCATALOG_FUZZ_SEED repeats a run.
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import time

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "Oracle"))
import generator  # noqa: E402

TOOL = os.environ["MDCATALOG"]
SECONDS = float(os.environ.get("MDCATALOG_FUZZ_SECONDS", "20"))
SEED = int(os.environ.get("MDCATALOG_FUZZ_SEED", random.SystemRandom().randrange(1 << 31)))
HEADER = "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"
PIECES = ["|", "\n", "\r", "\r\n", "x", "MRI", "CT/MRI", "Segmenttion", "[a](b)", "[A](https://a.org)", "](",
          "<!-- mdcatalog-ignore -->", "<!-- mdcatalog-ignore-start -->\n", "```\n", "> ", "- ", "\\", "`",
          "é", "🧠", "\u200b", "\u00a0", "|---|---|\n", HEADER, "| [A](https://a.org) | t | Text | CT | 3D |\n",
          "| [b](https://b.org) | see [A](https://z.org) | Text, CT | CT | 2D |\n", "\ufeff", "\t", "    ",
          "---\n", "title: x\n", "+++\n", "[^1]: ", "<<<<<<< a\n", "||||||| b\n", "=======\n", ">>>>>>> c\n", "{: .x}\n",
          "Source: x.\n"]


@pytest.fixture(autouse=True)
def seed():
    print(f"MDCATALOG_FUZZ_SEED={SEED}")


def rounds():
    rng, end, count = random.Random(SEED), time.monotonic() + SECONDS, 0
    while time.monotonic() < end:
        yield rng
        count += 1
    print(f"{count} rounds")


def run(arguments, data):
    done = subprocess.run([TOOL, *arguments], input=data, capture_output=True, timeout=30)
    assert done.returncode in (0, 1, 2), (arguments, done.returncode, data)
    return done


def damaged(rng):
    data = bytearray(generator.document(rng.randrange(1 << 30)) if rng.random() < 0.5 else "".join(
        rng.choice(PIECES) for _ in range(rng.randrange(60))).encode())
    for _ in range(rng.choice([0, 0, 1, 5])):
        if data:
            data[rng.randrange(len(data))] = rng.choice([0, 10, 13, 32, 92, 96, 124, 0xC3, 0xFF, rng.randrange(256)])
    return bytes(data)


def test_files():
    for rng in rounds():
        data = damaged(rng)
        run(["check", "-", "--output-format", "json"], data)
        run(["check", "-", "--unsafe-fixes"], data)
        done = run(["check", "-", "--fix", "--quiet"], data)
        if done.returncode != 2:
            again = run(["check", "-", "--fix", "--quiet"], done.stdout)
            assert again.stdout == done.stdout, data


def test_data(tmp_path):
    for rng in rounds():
        data = damaged(rng)
        for command in [["stats", "-"], ["export", "--to", "html", "--table", "1", "-"],
                        ["export", "--to", "datapackage", "-"], ["export", "--to", "croissant", "-"]]:
            run(command, data)
        (tmp_path / "a.md").write_bytes(b"".join(rng.sample([HEADER.encode(), damaged(rng)], 2)))
        format = rng.choice(["csv", "tsv", "json", "ndjson"])
        run(["import", "--from", format, "--into", tmp_path / "a.md", "-"], damaged_records(rng))
        exported = run(["export", "--to", format, "--table", "1", "-"], data)
        if exported.returncode == 0 and exported.stdout:
            comes_in_again(exported.stdout, format, tmp_path / "new.md")


def damaged_records(rng):
    """Random CSV or JSON."""
    columns = rng.sample(["Dataset", "Task", "Modality", "x", "Dataset URL"], rng.randrange(1, 5))
    records = [{column: "".join(rng.choice(PIECES) for _ in range(rng.randrange(4)))
                for column in columns} for _ in range(rng.randrange(5))]
    text = rng.choice([
        json.dumps(records), "\n".join(map(json.dumps, records)),
        "\n".join(",".join(row) for row in [columns, *(r.values() for r in records)])])
    data = bytearray(text.encode() + b"\n")
    for _ in range(rng.choice([0, 0, 1, 3])):
        data[rng.randrange(len(data))] = rng.choice(b'{}[]",:\\\n\r1x')
    return bytes(data)


def comes_in_again(data, format, new):
    new.unlink(missing_ok=True)
    done = run(["import", "--from", format, "--into", new, "-"], data)
    if b"\0" in data or b"\\u0000" in data:
        assert done.returncode == 2 and b"NUL" in done.stderr and not new.exists(), (data, done.stderr)
        return
    assert done.returncode == 0, (data, done.stderr)
    # At the ends of a cell they are kept only if no pipe precedes them.
    has_form_feeds = any(feed in data for feed in [b"\f", b"\v", b"\\f", b"\\u000b", b"\\u000c"])
    again = run(["export", "--to", format, new], b"").stdout
    if format == "tsv":
        # Import skips empty lines, which an empty cell of a single column is without quotes.
        data, again = (b"\n".join(filter(None, text.split(b"\n"))) for text in (data, again))
    if format == "json":
        data, again = ([[row["cells"] for row in table["rows"]] for table in json.loads(text)["tables"]]
                       for text in (data, again))
    assert again == data or has_form_feeds


class Client:
    def __init__(self):
        self.process = subprocess.Popen([TOOL, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.ask("initialize", {"capabilities": {"textDocument": {"diagnostic": {}}}})

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def ask(self, method, params):
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        while True:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                byte = self.process.stdout.read(1)
                assert byte, f"the server ended at {method}"
                head += byte
            answer = json.loads(self.process.stdout.read(int(head.split(b":")[1])))
            if answer.get("id") == self.number:
                return answer


def replaced(text, start, end, new):
    """The text after an edit by LSP: UTF-16 units, clamped positions."""
    lines, current = [], ""
    for index, char in enumerate(text):
        current += char
        if char == "\n" or char == "\r" and text[index + 1:index + 2] != "\n":
            lines.append(current)
            current = ""
    lines.append(current)

    def offset(line, character):
        if line >= len(lines):
            return len(text)
        before, units, column = sum(map(len, lines[:line])), 0, 0
        content = lines[line].rstrip("\r\n")
        while column < len(content):
            width = 2 if ord(content[column]) > 0xFFFF else 1
            if units + width > character:
                break
            units += width
            column += 1
        return before + column

    first = offset(*start)
    return text[:first] + new + text[max(first, offset(*end)):]


def test_edits_equal_reading_from_scratch():
    client, uri = Client(), "file:///fuzz.md"
    for rng in rounds():
        text = HEADER + "".join(rng.choice(PIECES) for _ in range(20))
        client.send(method="textDocument/didOpen", params={"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 1, "text": text}})
        for version in range(2, 8):
            line, character = rng.randrange(12), rng.randrange(60)
            end = (line + rng.choice([0, 0, 0, 1, 3]), rng.randrange(60))
            new = rng.choice(PIECES)
            client.send(method="textDocument/didChange", params={
                "textDocument": {"uri": uri, "version": version}, "contentChanges": [{
                    "range": {"start": {"line": line, "character": character},
                              "end": {"line": end[0], "character": end[1]}}, "text": new}]})
            text = replaced(text, (line, character), end, new)
            place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
            for method in ["textDocument/hover", "textDocument/completion"]:
                client.ask(method, place)
        items = client.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]["items"]
        found = json.loads(run(["check", "-", "--output-format", "json"], text.encode()).stdout)
        assert sorted((d["range"]["start"]["line"] + 1, d["code"]) for d in items) == sorted(
            (p["line"], p["code"]) for p in found), repr(text)


def test_frames():
    for rng in rounds():
        messages = []
        for _ in range(rng.randrange(1, 6)):
            method = rng.choice(["initialize", "shutdown", "textDocument/didOpen", "textDocument/hover",
                                 "textDocument/didChange", "textDocument/formatting", "$/cancelRequest", "x"])
            params = rng.choice([None, {}, [], 3, {"textDocument": {"uri": 3}}, {"capabilities": []},
                                 {"textDocument": {"uri": "file:///a", "text": "|a|\n|-|"}},
                                 {"textDocument": {"uri": "file:///a"}, "position": {"line": -1e99, "character": 1e99},
                                  "contentChanges": [{"range": {}, "text": 1}, {"text": "x"}]}])
            body = json.dumps({"jsonrpc": "2.0", "id": rng.choice([1, "a", None, {}, 1.5]), "method": method,
                               "params": params}).encode()
            length = rng.choice([len(body)] * 6 + [len(body) - 1, len(body) + 1, -1, 10**18, "x"])
            messages.append(f"Content-Length: {length}\r\n\r\n".encode() + body)
        data = bytearray(b"".join(messages))
        for _ in range(rng.choice([0, 0, 1, 3])):
            data[rng.randrange(len(data))] = rng.randrange(256)
        done = subprocess.run([TOOL, "lsp"], input=bytes(data), capture_output=True, timeout=20)
        assert done.returncode in (0, 1), (done.returncode, bytes(data))
