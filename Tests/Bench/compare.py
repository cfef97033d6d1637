"""mdcatalog and its fastest peers in one run: `compare.py [--rows N,N] [--rounds N]`.

Needs MDCATALOG and MDCATALOG_BENCH (the two executables) and, on PATH, `rumdl` and `panache`
(PyPI: rumdl, panache-cli). Servers take turns, A B C A B C; figures are medians with the 95th
percentile; all with their default number of problems. rumdl has its table rules only, since its
alignment rule takes memory in rows squared; panache leaves tables with surplus cells as they are,
so formatting is compared on a table without damage.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from peer_client import Client, content, frame, now

TOOL, BENCH = os.environ["MDCATALOG"], os.environ["MDCATALOG_BENCH"]
RUMDL = '[global]\nenable = ["MD055", "MD056", "MD058"]\n\n[MD055]\nstyle = "leading_and_trailing"\n'
SERVERS = {"mdcatalog": f"{TOOL} lsp", "rumdl": "rumdl server", "panache": "panache lsp"}
FILES = {".rumdl.toml": RUMDL, ".panache.toml": 'flavor = "gfm"\n'}
PANACHE = "panache format --isolated --no-cache --flavor gfm -"
COMMANDS = {
    "check, MB/s": {
        "mdcatalog": f"{TOOL} check --output-format json {{file}}",
        "rumdl": "rumdl check --no-cache --no-config -e MD055,MD056,MD058 {file}",
        "panache": "panache lint --isolated --no-cache --flavor gfm --message-format short {file}"},
    "format aligned, clean, MB/s": {
        "mdcatalog": f"{TOOL} format --style aligned -", "panache": PANACHE},
    "format compact, damaged, MB/s": {
        "mdcatalog": f"{TOOL} format --style compact -",
        "rumdl": "rumdl fmt --no-cache --no-config -e MD055,MD056,MD058 "
                 "-c 'MD055.style=\"leading_and_trailing\"' -"},
}
EDITS, BURST = 25, 200


def catalog(rows, clean=False):
    command = [BENCH, "--print", "--rows", str(rows)] + (["--clean"] if clean else [])
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Document:
    """The client's copy of the text, with one row in the middle that is edited."""

    def __init__(self, client, text, path):
        self.client, self.lines, self.version = client, text.split("\n"), 1
        self.uri = "file://" + path
        self.row = next(index for index in range(len(self.lines) // 2, len(self.lines))
                        if self.lines[index].count("|") == 6)
        sync = client.capabilities.get("textDocumentSync", 0)
        self.sync = sync if isinstance(sync, int) else sync.get("change", 0)
        self.column = self.lines[self.row].index("|", 3) + 4

    def open(self):
        return frame({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
            "textDocument": {"uri": self.uri, "languageId": "markdown", "version": 1,
                             "text": "\n".join(self.lines)}}})

    def change(self, column, removed, inserted):
        line = self.lines[self.row]
        self.lines[self.row] = line[:column] + inserted + line[column + removed:]
        self.version += 1
        part = {"text": "\n".join(self.lines)} if self.sync == 1 else {
            "range": {"start": {"line": self.row, "character": column},
                      "end": {"line": self.row, "character": column + removed}},
            "text": inserted}
        return frame({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": self.uri, "version": self.version},
            "contentChanges": [part]}})

    def toggle(self):
        """Types a pipe, then a letter instead of it: every turn changes the diagnostics."""
        if self.lines[self.row].count("|") == 6:
            self.column += 1
            return self.change(self.column, 0, "|")
        return self.change(self.column, 1, "abcdefghij"[self.version % 10])

    def at(self, column):
        return {"textDocument": {"uri": self.uri},
                "position": {"line": self.row, "character": column}}

    @property
    def identity(self):
        return {"textDocument": {"uri": self.uri}}


def timed(client, method, params, before=b""):
    """Milliseconds from sending to the answer, and the answer."""
    identity, data = client.request(method, params)
    start = now()
    client.send(before + data)
    arrival, body = client.answer(identity)
    return (arrival - start) * 1000, body


def pull_session(command, text, clean, folder, add):
    client = Client(command, folder)
    try:
        add("start → initialize, ms", client.initialize(pulls=True))
        document = Document(client, text, os.path.join(folder, "catalog.md"))
        pull = ("textDocument/diagnostic", document.identity)
        add("open → first diagnostics, ms", timed(client, *pull, before=document.open())[0])
        before = client.cpu()
        for _ in range(EDITS):
            add("typed → diagnostics (pull), ms",
                timed(client, *pull, before=document.toggle())[0])
        time.sleep(0.3)
        add("server CPU per edit, ms", (client.cpu() - before) / EDITS)
        if document.lines[document.row].count("|") > 6:
            client.send(document.toggle())
        complete(client, document, add)
        for turn in range(EDITS):
            column = 4 if turn % 2 else document.lines[document.row].rindex("|") - 3
            add("hover, ms", timed(client, "textDocument/hover", document.at(column))[0])
        add("peak memory, MB", client.peak_megabytes())
        if clean:
            document = Document(client, clean, os.path.join(folder, "clean.md"))
            client.send(document.open())
            options = dict(document.identity, options={"tabSize": 2, "insertSpaces": True})
            for _ in range(4):
                timed(client, *pull)
                add("formatting a clean table, ms",
                    timed(client, "textDocument/formatting", options)[0])
    finally:
        client.close()


def complete(client, document, add):
    """Letters typed at the end of the image type."""
    for letter in "abcdefghijklm":
        end = document.lines[document.row].rindex("|", 0, document.lines[document.row].rindex("|"))
        change = document.change(end - 1, 0, letter)
        milliseconds, _ = timed(
            client, "textDocument/completion", document.at(end), before=change)
        add("typed → completion, ms", milliseconds)
        client.send(document.change(end - 1, 1, ""))
        time.sleep(0.02)


def push_session(command, text, folder, add):
    client = Client(command, folder)
    try:
        client.initialize(pulls=False)
        document = Document(client, text, os.path.join(folder, "catalog.md"))
        start = now()
        client.send(document.open())
        _, known = client.publication(start)
        count = max(5, min(BURST, (256 << 20) // len(text))) if document.sync == 1 else BURST
        column = document.column
        burst = [document.change(column, 0, "x") for _ in range(count - 1)] + [document.toggle()]
        identity, hover = client.request("textDocument/hover", document.at(4))
        published = len(client.publications)
        start = now()
        for change in burst:
            client.send(change)
        client.send(hover)
        arrival, _ = client.publication(start, differs_from=content(known))
        answered, _ = client.answer(identity)
        time.sleep(0.3)
        add("burst of edits, hover and last diagnostics, ms",
            (max(arrival, answered) - start) * 1000)
        add("publications of a burst", len(client.publications) - published)
    finally:
        client.close()


# A child reports at least the memory that its parent had at the fork, so a small separate process
# starts the commands.
RUNNER = """
import json, os, subprocess, sys, time
for line in sys.stdin:
    command, path = json.loads(line)
    start = time.perf_counter()
    with open(path, "rb") as source:
        process = subprocess.Popen(["timeout", "120", "bash", "-c", "exec " + command], stdin=source,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while process.stdout.read(1 << 20):
            pass
    _, status, usage = os.wait4(process.pid, 0)
    has_ended = os.waitstatus_to_exitcode(status) != 124
    print(json.dumps([time.perf_counter() - start, usage.ru_maxrss / 1024, has_ended]), flush=True)
"""


class Runner:
    """Runs commands, each for at most two minutes; returns seconds, megabytes and whether they
    ended."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-c", RUNNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True)

    def run(self, command, path):
        self.process.stdin.write(json.dumps([command.replace("{file}", path), path]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def measure_commands(runner, rows, names, folder, results):
    for measure, commands in COMMANDS.items():
        path = os.path.join(folder, "command.md")
        with open(path, "w") as file:
            file.write(catalog(rows, clean="clean" in measure))
        megabytes = os.path.getsize(path) / 1e6
        stopped = set()
        for _ in range(3):
            for name, command in commands.items():
                if name in names and name not in stopped and shutil.which(command.split()[0]):
                    seconds, memory, has_ended = runner.run(command, path)
                    if not has_ended:
                        print(f"{measure}, {rows} rows: {name} was stopped", file=sys.stderr)
                        stopped.add(name)
                        continue
                    add(results, measure, rows, name, megabytes / seconds)
                    add(results, measure.replace("MB/s", "memory in MB"), rows, name, memory)


def add(results, measure, rows, name, value):
    results.setdefault((measure, rows), {}).setdefault(name, []).append(value)


def table(results):
    yield "| measure | rows | " + " | ".join(SERVERS) + " |"
    yield "| --- | --: |" + " --- |" * len(SERVERS)
    for (measure, rows), by_name in results.items():
        cells = [shown(by_name.get(name)) for name in SERVERS]
        yield f"| {measure} | {rows:,} | " + " | ".join(cells) + " |"


def shown(values):
    if not values:
        return "–"
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median = statistics.median(ordered)
    return f"{median:.3g}" if len(ordered) == 1 else f"{median:.3g} (95 %: {high:.3g})"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", default="200,2000,20000,100000")
    parser.add_argument("--command-rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", default=",".join(SERVERS))
    parser.add_argument("--json", help="a file for all figures")
    options = parser.parse_args()
    runner, results = Runner(), {}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in FILES.items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        for rows in map(int, filter(None, options.rows.split(","))):
            text, clean = catalog(rows), catalog(rows, clean=True) if rows <= 20_000 else None
            for _ in range(options.rounds):
                for name in options.only.split(","):
                    if not shutil.which(SERVERS[name].split()[0]):
                        continue
                    def take(measure, value):
                        add(results, measure, rows, name, value)
                    try:
                        pull_session(SERVERS[name], text, clean, folder, take)
                        push_session(SERVERS[name], text, folder, take)
                    except TimeoutError as error:
                        print(f"{name}, {rows} rows: {error}", file=sys.stderr)
        if options.command_rows:
            names = options.only.split(",")
            measure_commands(runner, options.command_rows, names, folder, results)
    print("\n".join(table(results)))
    if options.json:
        with open(options.json, "w") as file:
            json.dump([{"measure": m, "rows": r, "values": v} for (m, r), v in results.items()],
                      file)


if __name__ == "__main__":
    main()
