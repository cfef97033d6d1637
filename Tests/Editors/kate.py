"""Kate in a window on a virtual display.

Kate cannot be queried. The messages of the server are recorded, and the picture shows the rest.
"""

import json
import os
import re
import subprocess
import time

import catalog

SIZE = "1100x520"

# The settings of the README: the plugin, format on save, and permission to start the server.
SETTINGS = """\
[General]
Show welcome view for new window=false
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines={folder}/bin/mdcatalog lsp
FormatOnSave=true
"""


class Kate:
    def __init__(self, folder, program, environment):
        self.home = catalog.Home(folder)
        self.home.follow("kate")
        self.record = folder / "sent.log"
        (folder / ".config" / "katerc").write_text(SETTINGS.format(folder=folder))
        self.wrap_server()
        (folder / "run").mkdir(mode=0o700)
        self.processes = []
        self.environment = dict(
            self.home.environment, **environment, DISPLAY=self.start_display(),
            XDG_RUNTIME_DIR=str(folder / "run"), QT_QPA_PLATFORM="xcb")
        self.start("openbox")
        self.start("dbus-run-session", "--", *program, "-n", self.home.catalog)
        self.window = self.until("a window", lambda: self.xdo("search", "--name", "catalog.md"))
        self.window = self.window.split()[0]
        width, height = SIZE.split("x")
        self.xdo("windowmove", self.window, "0", "0", "windowsize", self.window, width, height)
        self.xdo("windowfocus", self.window)

    def wrap_server(self):
        """Keeps a copy of the server's messages."""
        server = self.home.folder / "bin" / "mdcatalog"
        server.unlink()
        server.write_text(f"#!/bin/sh\n{catalog.TOOL} \"$@\" | tee {self.record}\n")
        server.chmod(0o755)

    def start(self, *command, **options):
        process = subprocess.Popen(
            [*map(str, command)], env=options.pop("env", None) or self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, **options)
        self.processes.append(process)
        return process

    def start_display(self):
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", write, "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp",
                   env=self.home.environment, pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as display:
            return ":" + display.readline().strip()

    def xdo(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True,
                              text=True, timeout=20).stdout

    def keys(self, *names):
        for name in names:
            self.xdo("key", name)
            time.sleep(0.3)

    def type(self, text):
        self.xdo("type", "--delay", "60", text)
        time.sleep(0.5)

    def until(self, what, condition, seconds=25):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.1)
        raise AssertionError(f"timeout: {what}")

    def sent(self):
        """The messages that the server sent."""
        if not self.record.exists():
            return []
        parts = re.split(rb"Content-Length: \d+\r\n\r\n", self.record.read_bytes())
        messages = []
        for part in parts[1:]:
            try:
                messages.append(json.loads(part))
            except ValueError:
                break
        return messages

    def go(self, text):
        """Moves the cursor before a text with the search bar."""
        self.keys("ctrl+Home", "ctrl+f")
        self.type(text)
        self.keys("Return", "Escape", "Left")

    def assert_diagnostics(self):
        wanted = [code for _, _, code in catalog.problems(self.home.text)]
        self.until("diagnostics", lambda: any(
            sorted(it["code"] for it in message["params"]["diagnostics"]) == sorted(wanted)
            for message in self.sent()
            if message.get("method") == "textDocument/publishDiagnostics"))

    def complete(self, picture):
        self.go(catalog.LIST[1:-2])
        self.keys("Right", "Right")
        self.type(catalog.START)
        self.keys("ctrl+space")
        time.sleep(1.5)
        subprocess.run(["scrot", "-o", picture.with_suffix(".png")], env=self.environment)
        self.type(catalog.TYPED.removeprefix(catalog.START))
        time.sleep(1)
        self.keys("Return")

    def hover(self, start):
        self.go(catalog.TERM)
        self.keys("alt+l", "y")
        self.until("a card", lambda: any(
            start in json.dumps(message.get("result"), ensure_ascii=False)
            for message in self.sent()))

    def fix(self):
        self.go(catalog.MISSPELT)
        self.keys("alt+Return")
        time.sleep(1)
        self.keys("Down", "Return")

    def has(self, text):
        """Checked after saving."""
        return True

    def save(self):
        time.sleep(1)
        self.keys("ctrl+s")

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
