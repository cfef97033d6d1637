"""Time from process start to the answer to `initialize`, compared with a peer in the same run."""

import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 60
TOOL = os.environ["MDCATALOG"]


def once(command):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "processId": None, "rootUri": None, "capabilities": {}}}).encode()
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    process.stdin.flush()
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += process.stdout.read(1)
    process.stdout.read(int(head.lower().split(b"content-length:")[1].split()[0]))
    taken = time.perf_counter() - begin
    process.kill()
    process.wait()
    return taken * 1000


def main():
    commands = {"mdcatalog": [TOOL, "lsp"], "rumdl": [sys.argv[1], "server"]}
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(once(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        values.sort()
        print(f"{name:10} median {medians[name]:.2f} ms, 95th {values[int(ROUNDS * 0.95)]:.2f} ms")
    sys.exit(0 if medians["mdcatalog"] <= medians["rumdl"] else 1)


main()
