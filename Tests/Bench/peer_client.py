"""A language client that measures one server; an answer is timed at its last byte."""

import fcntl
import json
import os
import re
import shlex
import subprocess
import threading
import time

now = time.perf_counter
METHOD = re.compile(rb'"method"\s*:\s*"([^"]+)"')
ID_HEAD = re.compile(rb'"id"\s*:\s*"?([\w-]+)"?')


def frame(message):
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


class Client:
    """Starts a server and reads its messages on a separate thread."""

    def __init__(self, command, folder):
        self.arrived = threading.Condition()
        self.answers = {}
        self.publications = []
        self.lock = threading.Lock()
        self.next_id = 0
        self.started = now()
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=folder, bufsize=0)
        for stream in (self.process.stdin, self.process.stdout):
            try:
                fcntl.fcntl(stream.fileno(), 1031, 1 << 20)  # F_SETPIPE_SZ
            except OSError:
                pass
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        fd, waiting = self.process.stdout.fileno(), bytearray()

        def more():
            part = os.read(fd, 1 << 20)
            waiting.extend(part)
            return bool(part)

        while True:
            while (end := waiting.find(b"\r\n\r\n")) < 0:
                if not more():
                    return
            length = int(re.search(rb"(?i)content-length:\s*(\d+)", waiting[:end]).group(1))
            while len(waiting) < end + 4 + length:
                if not more():
                    return
            body = bytes(waiting[end + 4:end + 4 + length])
            del waiting[:end + 4 + length]
            self.take(body, now())

    def take(self, body, arrival):
        start = body[:300]
        method = METHOD.search(start) or METHOD.search(body[-200:])
        if method is None or b'"result"' in start:
            identity = ID_HEAD.search(start) or ID_HEAD.search(body[-60:])
            with self.arrived:
                self.answers[int(identity.group(1))] = (arrival, body)
                self.arrived.notify_all()
        elif method.group(1) == b"textDocument/publishDiagnostics":
            with self.arrived:
                self.publications.append((arrival, body))
                self.arrived.notify_all()
        else:
            message = json.loads(body)
            if "id" in message:
                items = message.get("params") or {}
                result = [None] * len(items.get("items", [])) if isinstance(items, dict) else None
                self.send(frame({"jsonrpc": "2.0", "id": message["id"], "result": result}))

    def send(self, data):
        with self.lock:
            self.process.stdin.write(data)

    def request(self, method, params):
        """An id and the bytes of a request."""
        self.next_id += 1
        return self.next_id, frame(
            {"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": params})

    def notify(self, method, params):
        self.send(frame({"jsonrpc": "2.0", "method": method, "params": params}))

    def answer(self, identity, seconds=120):
        with self.arrived:
            if not self.arrived.wait_for(lambda: identity in self.answers, seconds):
                raise TimeoutError(f"no answer to request {identity}")
            return self.answers.pop(identity)

    def publication(self, after, differs_from=None, seconds=120):
        """The first different diagnostics after a point in time."""
        def found():
            return next((item for item in self.publications
                         if item[0] > after and content(item[1]) != differs_from), None)
        with self.arrived:
            if not self.arrived.wait_for(lambda: found() is not None, seconds):
                raise TimeoutError("no diagnostics")
            return found()

    def initialize(self, pulls):
        """Milliseconds from the start of the process to the answer."""
        text_document = {
            "completion": {}, "hover": {"contentFormat": ["markdown", "plaintext"]},
            "formatting": {}, "publishDiagnostics": {"versionSupport": True}}
        if pulls:
            text_document["diagnostic"] = {}
        identity, data = self.request("initialize", {
            "processId": os.getpid(), "rootUri": None,
            "capabilities": {"textDocument": text_document}})
        self.send(data)
        arrival, body = self.answer(identity)
        self.capabilities = json.loads(body)["result"]["capabilities"]
        self.notify("initialized", {})
        return (arrival - self.started) * 1000

    def cpu(self):
        """Processor time so far in milliseconds."""
        total = 0.0
        for task in os.listdir(f"/proc/{self.process.pid}/task"):
            with open(f"/proc/{self.process.pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0]) / 1e6
        return total

    def peak_megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            line = next(line for line in file if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def close(self):
        self.process.kill()
        self.process.wait()


def content(body):
    """Diagnostics without the properties that always change."""
    return re.sub(rb'"(version|resultId|id)"\s*:\s*("[^"]*"|\d+)', b"", body)
