"""Broken frames, odd numbers, and how a conversation ends."""

import os
import signal
import subprocess
import sys
import time

import pytest

from conftest import TOOL
from strict import HEADER, URI, Strict, capabilities, span

BODY = b'{"jsonrpc":"2.0","id":77,"method":"x"}'


@pytest.mark.parametrize("broken", [
    b"Content-Length: -5\r\n\r\n" + BODY,
    b"Content-Type: x\r\n\r\n" + BODY,
    b"Content-Length: abc\r\n\r\n" + BODY,
    b"Content-Length: +53\r\n\r\n" + BODY,
    b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n" + BODY,
    b"Content-Length: 9223372036854775807\r\n\r\n" + BODY,
    b"Content-Length: %d\r\n\r\n" % (len(BODY) - 1) + BODY,
    b"Content-Length: 20\r\nX: " + b"a" * 13_000 + b"\r\n\r\n" + BODY,
    b"\0" * 100_000,
])
def test_the_server_continues_after_a_broken_frame(broken):
    with Strict(capabilities()) as client:
        client.write(broken)
        number = client.start("textDocument/hover", {})
        client.tell("x")
        assert client.wait(number)["error"]["code"] == -32602
        assert set(client.errors) == {-32700}
        assert client.end() == 0


def test_a_length_that_is_too_long_costs_two_messages_at_most():
    with Strict(capabilities()) as client:
        client.write(b"Content-Length: %d\r\n\r\n" % (len(BODY) + 7) + BODY)
        client.start("textDocument/hover", {})
        number = client.start("textDocument/hover", {})
        assert client.wait(number)["error"]["code"] == -32602


def test_the_process_of_initialize_is_watched():
    parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with Strict(capabilities(), processId=parent.pid) as client:
        time.sleep(1)
        assert client.process.poll() is None
        parent.kill()
        parent.wait()
        assert client.process.wait(5) == 1


def slow(client, rows=30_000):
    """Starts a request that takes seconds."""
    client.open(HEADER + "".join(
        f"| [D{n}](https://a.org/{n}) | x | Segmentaton | CT | 2D |\n" for n in range(rows)))
    client.about("hover", position={"line": 0, "character": 3})
    return client.start("textDocument/codeAction", {
        "textDocument": {"uri": URI}, "range": span(0, 0),
        "context": {"diagnostics": [], "only": ["source.fixAll"]}})


def test_the_end_of_input_ends_the_process_whatever_is_under_way():
    with Strict(capabilities()) as client:
        slow(client, rows=200_000)
        start = time.monotonic()
        client.process.stdin.close()
        assert client.process.wait(20) == 1
        assert time.monotonic() - start < 3


def test_exit_ends_the_process_and_every_request_is_answered_once():
    with Strict(capabilities()) as client:
        number = slow(client, rows=200_000)
        start = time.monotonic()
        assert client.end() == 0
        assert time.monotonic() - start < 3
        client.until(lambda: number in client.responses)


def test_what_was_asked_before_the_end_of_input_is_answered():
    with Strict(capabilities()) as client:
        number = slow(client, rows=1_000)
        client.process.stdin.close()
        assert client.wait(number)["result"]


def test_a_client_that_does_not_read_any_more_ends_the_process():
    process = subprocess.Popen([TOOL, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.stdout.close()
    for _ in range(3):
        try:
            process.stdin.write(Strict.frame({"id": 1, "method": "initialize", "params": {}}))
            process.stdin.flush()
        except BrokenPipeError:
            break
        time.sleep(0.3)
    assert process.wait(5) == 1


def test_late_cancellations_leave_nothing_behind():
    with Strict(capabilities()) as client:
        first = client.start("x")
        client.wait(first)
        frame = client.frame({"method": "$/cancelRequest", "params": {"id": first}})
        client.write(frame * 100_000)
        client.number = first - 1
        del client.responses[first]
        assert client.ask("x")["error"]["code"] == -32601
        with open(f"/proc/{client.process.pid}/status") as status:
            memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
        assert memory < 20_000


def test_a_crash_of_a_worker_names_what_it_did():
    with Strict(capabilities()) as client:
        slow(client, rows=200_000)
        time.sleep(0.3)
        os.kill(client.process.pid, signal.SIGSEGV)
        errors = client.process.communicate(timeout=20)[1].decode()
        assert "mdcatalog: crashed while handling " in errors
