"""Clients that die, do not read, or stop in the middle of a message."""

import os
import signal
import subprocess
import sys
import time

import pytest

from conftest import TOOL
from memory import peak
from strict import HEADER, URI, Strict, capabilities

ROWS = "".join(f"| [D{n}](https://a.org/{n}) | x | Segmentaton | CT | 2D |\n" for n in range(20_000))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_server_outlives_its_client(number):
    """A client starts a server and is killed, which closes its pipes."""
    client = subprocess.Popen(
        [sys.executable, "-c", "import subprocess, sys, time\n"
         "server = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
         "server.stdin.write(b'Content-Length: 9\\r\\n\\r\\n{\"id\"')\n"
         "server.stdin.flush()\n"
         "print(server.pid, flush=True)\ntime.sleep(60)", TOOL, "lsp"], stdout=subprocess.PIPE)
    server = int(client.stdout.readline())
    os.kill(server, 0)
    client.send_signal(number)
    client.wait()
    end = time.monotonic() + 1
    while is_alive(server):
        assert time.monotonic() < end, "the server outlives its client"
        time.sleep(0.01)


def is_alive(number):
    try:
        with open(f"/proc/{number}/stat") as stat:
            return stat.read().rsplit(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("part", [b"C", b"Content-Length: 100", b"Content-Length: 100\r\n\r\n",
                                  b"Content-Length: 100\r\n\r\n{\"jsonrpc\":", b"\r\n\r\n"])
def test_input_that_ends_in_a_message_ends_the_process(part):
    with Strict(capabilities()) as client:
        client.write(part)
        client.process.stdin.close()
        assert client.process.wait(1) == 1


def test_a_client_that_does_not_read_costs_bounded_memory():
    """Waiting output grows to its limit, then the server ends."""
    process = subprocess.Popen([TOOL, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    def send(**message):
        process.stdin.write(Strict.frame(message))
        process.stdin.flush()
    send(id=0, method="initialize", params={"capabilities": capabilities()})
    send(method="textDocument/didOpen", params={"textDocument": {
        "uri": URI, "languageId": "markdown", "version": 1, "text": HEADER + ROWS}})
    highest = 0
    try:
        for number in range(1, 2_000):
            send(id=number, method="textDocument/documentSymbol", params={"textDocument": {"uri": URI}})
            time.sleep(0.02)
            if process.poll() is not None:
                break
            highest = peak(process)
    except (BrokenPipeError, StopIteration):
        pass
    assert process.wait(5) == 1
    process.stdout.close()
    assert 200_000 < highest < 600_000


def test_a_client_that_reads_late_gets_all():
    with Strict(capabilities()) as client:
        client.open(HEADER + ROWS[:400_000])
        client.diagnostics()
        with client.incoming.mutex:
            numbers = [client.start("textDocument/documentSymbol", {"textDocument": {"uri": URI}}) for _ in range(8)]
            time.sleep(2)
        for number in numbers:
            assert client.wait(number)["result"]
        assert client.end() == 0
