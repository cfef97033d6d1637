"""System calls of the server, traced by strace: no sockets, no programs, no files of others."""

import re
import shutil
import subprocess

import pytest

from conftest import TOOL
from strict import HEADER, Strict, capabilities, span

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing")


def test_the_server_opens_no_socket_runs_no_program_and_reads_only_its_configuration(tmp_path, monkeypatch):
    trace = tmp_path / "trace"
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / ".mdcatalog.json").write_text('{"style": "compact"}')
    (folder / "b.md").write_text("secret")
    uri = (folder / "a.md").as_uri()
    script = tmp_path / "traced"
    script.write_text(f"#!/bin/sh\nexec strace -f -qq -e trace=%network,%process,%file,openat2 "
                      f"-o {trace} {TOOL} \"$@\"\n")
    script.chmod(0o755)
    monkeypatch.setattr("strict.TOOL", str(script))
    with Strict(capabilities(), rootUri=folder.as_uri()) as client:
        client.open(HEADER + "| [A](file:///etc/passwd) | [B](https://b.org) | Segmentaton | CT | 2D |\n", uri)
        for method in ["hover", "completion", "definition", "references"]:
            client.about(method, uri, position={"line": 2, "character": 4}, context={"includeDeclaration": True})
        client.about("codeAction", uri, range=span(2, 0, 2, 60), context={"diagnostics": []})
        client.about("formatting", uri, options={"tabSize": 4, "insertSpaces": True})
        client.about("documentLink", uri)
        client.ask("workspace/symbol", {"query": ""})
        client.tell("workspace/didChangeWatchedFiles", {"changes": [
            {"uri": (folder / ".mdcatalog.json").as_uri(), "type": 2}, {"uri": "file:///etc/passwd", "type": 2}]})
        client.open('{"schema": "/etc/passwd"}', (folder / ".mdcatalog.json").as_uri())
        assert client.end() == 0
    calls = [line.split(None, 1)[1] for line in trace.read_text().splitlines() if "(" in line]
    # The only program is the server itself, started by strace.
    started = [call for call in calls if call.startswith(("execve", "execveat", "vfork", "fork"))]
    assert len(started) == 1, started
    forks = [call for call in calls if re.match(r"clone3?\(", call) and "CLONE_THREAD" not in call]
    assert not forks, forks
    sockets = [call for call in calls if re.match(r"(socket|connect|bind|listen|accept|sendto|sendmsg)\(", call)]
    assert not sockets, sockets
    opened = [call for call in calls if re.match(r"(open|openat|openat2|creat)\(", call) and "= -1" not in call]
    strange = [call for call in opened
               if str(folder / ".mdcatalog.json") not in call
               and not re.search(r'"/(proc/self|proc/\d+|sys/|etc/ld|lib|usr/lib|dev/(null|urandom))', call)]
    assert not strange, strange
    assert not [call for call in calls if re.match(r"(unlink|rename|mkdir|chmod|symlink|link)\w*\(", call)]
    assert subprocess.run([TOOL, "--version"], capture_output=True).returncode == 0
