"""Drivers of terminal editors: they press keys and query the editor in its own language."""

import json
import os
import re
import socket
import subprocess
import time

import catalog
from terminal import Terminal


class Driver:
    """An editor in a terminal with the catalog open; each step presses the keys of a user."""

    readme = heading = None
    # Whether the editor counts columns like LSP; the READMEs name those that do not.
    counts_columns = True

    def __init__(self, folder, program, text=catalog.DAMAGED):
        text = text if self.counts_columns else catalog.plain(text)
        self.home = home = catalog.Home(folder, text)
        self.program = program
        home.follow(self.readme, self.heading)
        self.terminal = Terminal(self.command(home.catalog), home)

    def text(self):
        """The buffer's text."""
        raise NotImplementedError

    def until(self, what, *condition):
        return self.terminal.wait(what, *condition)

    def assert_diagnostics(self):
        """Each problem is shown once, at its line, with its message, and nothing else is shown."""
        wanted = catalog.problems(self.home.text)
        self.until(
            f"{len(wanted)} diagnostics", lambda: len(self.diagnostics()) == len(wanted))
        shown = self.diagnostics()
        missing = [problem for problem in wanted if not any(
            line == problem[0] and problem[1] in said for line, said in shown)]
        assert not missing, f"missing {missing}, shown {shown}"

    def has(self, text):
        return self.text() == text

    def picture(self, path):
        """Saves a picture of the screen after it stops changing."""
        seen = []
        self.until("a screen that stands still", lambda: seen.append(self.terminal.screen())
                   or len(seen) > 2 and seen[-1] == seen[-2] == seen[-3])
        self.terminal.picture(path, f"{path.stem}: completing a modality")

    def choose(self, menu, title):
        """Chooses the entry with a title from a numbered menu."""
        line = self.until(menu, lambda: next(
            (line for line in self.terminal.screen().splitlines()
             if re.match(rf"\s*\d+[:.)].*{title}", line)), None))
        self.terminal.type(re.match(r"\s*(\d+)", line).group(1))
        self.terminal.keys("Enter")

    def close(self):
        self.terminal.close()


class ViDriver(Driver):
    """Common parts of Neovim and Vim."""

    def go(self, text, keys=""):
        self.terminal.keys("Escape")
        self.terminal.type(f"{catalog.line_of(text)}G0")
        self.terminal.type(f"/{text}")
        self.terminal.keys("Enter")
        self.terminal.type(keys)

    def complete(self, picture):
        self.go(catalog.LIST[1:-2], "e")
        self.terminal.type("a" + catalog.START)
        self.terminal.keys("C-x", "C-o")
        self.until("the menu", lambda: self.ask("pumvisible()") == 1)
        self.until(catalog.LABEL)
        self.picture(picture)
        self.terminal.keys("C-e")
        self.terminal.type(catalog.TYPED.removeprefix(catalog.START))
        self.terminal.keys("C-x", "C-o")
        self.until("an item", lambda: self.ask("pumvisible()") == 1
                   or catalog.COMPLETED in self.text())
        if catalog.COMPLETED not in self.text():
            self.terminal.keys("C-n")
        self.until(catalog.COMPLETED, lambda: catalog.COMPLETED in self.text())
        if self.ask("pumvisible()") == 1:
            self.terminal.keys("C-y")
        self.terminal.keys("Escape")

    def save(self):
        self.terminal.keys("Escape")
        self.terminal.type(":w")
        self.terminal.keys("Enter")

    def command_line(self, command):
        self.terminal.type(":" + command)
        self.terminal.keys("Enter")


class Neovim(ViDriver):
    readme, heading = "neovim", "0.11 and later"

    def command(self, path):
        self.socket = str(self.home.folder / "nvim.socket")
        return [*self.program, "--cmd", "set noswapfile", "--listen", self.socket, path]

    def ask(self, expression):
        answer = self.home.folder / "answer.json"
        answer.unlink(missing_ok=True)
        subprocess.run(
            [*self.program, "--headless", "--server", self.socket, "--remote-expr",
             f"writefile([json_encode({expression})], '{answer}')"],
            capture_output=True, timeout=20, env=self.home.environment)
        return json.loads(answer.read_text()) if answer.exists() else None

    def text(self):
        return "\n".join(self.ask("getline(1, '$')") or []) + "\n"

    def diagnostics(self):
        return self.ask("map(luaeval('vim.diagnostic.get(0)'), '[v:val.lnum + 1, v:val.message]')"
                        ) or []

    def hover(self, start):
        self.go(catalog.TERM)
        self.command_line("lua vim.lsp.buf.hover()")
        self.until(start)

    def fix(self):
        self.go(catalog.MISSPELT)
        self.command_line("lua vim.lsp.buf.code_action()")
        self.choose("code actions", catalog.FIXED)


class OlderNeovim(Neovim):
    heading = "0.7 to 0.10"


class AttachedNeovim(Neovim):
    """A Neovim without a screen and a screen attached to it. Neovim would start its own server by
    a path that the suite's loader does not know."""

    def command(self, path):
        _, *arguments = super().command(path)
        program = self.program[:4]
        self.process = subprocess.Popen(
            [self.program[0], *arguments[:-1], "--headless", path], cwd=self.home.work,
            env=self.home.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        end = time.monotonic() + 10
        while not os.path.exists(self.socket) and time.monotonic() < end:
            time.sleep(0.02)
        return [*program, "--remote-ui", "--server", self.socket]

    def close(self):
        super().close()
        self.process.kill()


class AttachedOlderNeovim(AttachedNeovim):
    heading = "0.7 to 0.10"


class Vim(ViDriver):
    """Vim evaluates expressions on a channel to the test."""

    def command(self, path):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(15)
        port = self.listener.getsockname()[1]
        self.asked = 0
        self.channel = None
        return [*self.program, "-i", "NONE", "--cmd", "set nocompatible noswapfile background=dark",
                "--cmd", f'let g:test = ch_open("127.0.0.1:{port}", {{"mode": "json"}})', path]

    def ask(self, expression):
        if not self.channel:
            self.channel = self.listener.accept()[0]
            self.channel.settimeout(15)
        self.asked -= 1
        self.channel.sendall(json.dumps(["expr", expression, self.asked]).encode() + b"\n")
        answer = b""
        while True:
            answer += self.channel.recv(1 << 16)
            try:
                return json.loads(answer)[1]
            except ValueError:
                continue

    def text(self):
        return "\n".join(self.ask("getline(1, '$')")) + "\n"

    def close(self):
        super().close()
        self.listener.close()
        if self.channel:
            self.channel.close()


class VimALE(Vim):
    readme, heading = "vim", "ALE"
    counts_columns = False

    def diagnostics(self):
        return self.ask("map(getloclist(0), '[v:val.lnum, v:val.text]')")

    def hover(self, start):
        self.go(catalog.TERM)
        self.command_line("ALEHover")
        self.until(start)

    def fix(self):
        self.go(catalog.MISSPELT)
        self.command_line("ALECodeAction")
        self.choose("code actions", catalog.FIXED)


class VimLsp(Vim):
    readme, heading = "vim", "vim-lsp"
    counts_columns = False

    def diagnostics(self):
        return self.ask(
            "map(lsp#internal#diagnostics#state#_get_all_diagnostics_grouped_by_server_for_uri("
            "lsp#utils#get_buffer_uri())->values()->map({_, r -> r.params.diagnostics})"
            "->flatten(1), '[v:val.range.start.line + 1, v:val.message]')")

    def hover(self, start):
        self.go(catalog.TERM)
        self.command_line("LspHover")
        self.until(start)

    def fix(self):
        self.go(catalog.MISSPELT)
        self.command_line("LspCodeAction")
        self.until(f"“{catalog.FIXED}”")
        self.terminal.keys("Enter")


class Emacs(Driver):
    readme = "emacs"

    def command(self, path):
        self.socket = str(self.home.folder / "emacs.socket")
        self.answer = self.home.folder / "answer.json"
        setup = self.home.folder / "setup.el"
        setup.write_text(
            "(setq server-name \"emacs.socket\" server-socket-dir (expand-file-name \"~\")\n"
            "      native-comp-async-report-warnings-errors nil)\n"
            "(set-file-modes (expand-file-name \"~\") #o700)\n"
            "(require 'server) (require 'json)\n(server-start)\n")
        return [*self.program, "-nw", "-l", setup, path]

    def ask(self, expression):
        """The value of an expression in the buffer, passed as JSON in a file."""
        self.answer.unlink(missing_ok=True)
        subprocess.run(
            [*self.client(), "-s", self.socket, "--eval",
             f"(let ((value (with-current-buffer \"{self.home.catalog.name}\" {expression})))"
             f" (let ((coding-system-for-write 'utf-8-unix)) (with-temp-file"
             f" \"{self.answer}\" (insert (json-encode value)))))"],
            capture_output=True, text=True, timeout=20, env=self.home.environment)
        return json.loads(self.answer.read_text()) if self.answer.exists() else None

    def client(self):
        return ["emacsclient"]

    def text(self):
        return self.ask("(buffer-substring-no-properties (point-min) (point-max))") or ""

    def diagnostics(self):
        return self.ask(
            "(vconcat (mapcar (lambda (it) (vector (line-number-at-pos (flymake-diagnostic-beg it))"
            " (flymake-diagnostic-text it))) (flymake-diagnostics)))") or []

    def run(self, command):
        self.terminal.keys("M-x")
        self.terminal.type(command)
        self.terminal.keys("Enter")

    def go(self, text):
        self.terminal.keys("M-<")
        self.terminal.keys("C-s")
        self.terminal.type(text)
        self.terminal.keys("Enter")

    def complete(self, picture):
        self.go(catalog.LIST.split(",")[0])
        self.terminal.type(catalog.START)
        self.run("completion-at-point")
        self.until("possible completions", lambda: "ossible completions" in self.terminal.screen())
        self.picture(picture)
        self.terminal.type(catalog.TYPED.removeprefix(catalog.START))
        self.run("completion-at-point")
        self.take_only_completion()
        self.until(catalog.COMPLETED, lambda: catalog.COMPLETED in self.text())
        self.terminal.keys("C-x", "1")

    def take_only_completion(self):
        """Does nothing: the only completion is inserted at once."""

    def hover(self, start):
        self.go(catalog.TERM)
        self.terminal.keys("C-b")
        self.until("a card", lambda: self.ask(f"({self.has_card})"))
        self.run(self.hover_command)
        self.until(start)
        self.terminal.keys("C-x", "1")

    def fix(self):
        self.go(catalog.MISSPELT)
        self.terminal.keys("C-b")
        self.run(self.action_command)
        self.pick_action()
        self.until("the fix", lambda: catalog.MISSPELT not in self.text())

    def pick_action(self):
        """Chooses the entry with the fixed value from the list of completions."""
        self.until("the actions", lambda: "action" in self.terminal.screen())
        self.terminal.keys("Tab", "Tab")
        title = self.until("the entry", lambda: next(
            (line.strip() for line in self.terminal.screen().splitlines()
             if f"{catalog.FIXED}”" in line and "action" not in line), None))
        self.terminal.type(title)
        self.terminal.keys("Enter")

    def save(self):
        self.terminal.keys("C-x", "C-s")


class EmacsEglot(Emacs):
    heading = "eglot"
    has_card = "buffer-live-p (bound-and-true-p eldoc--doc-buffer)"
    hover_command = "eldoc-doc-buffer"
    action_command = "eglot-code-actions"


class EmacsLspMode(Emacs):
    heading = "lsp-mode"
    counts_columns = False
    has_card = "progn t"
    root_answer = "i"
    hover_command = "lsp-describe-thing-at-point"
    action_command = "lsp-execute-code-action"

    def assert_diagnostics(self):
        self.until("mport project")
        self.terminal.type(self.root_answer)
        super().assert_diagnostics()


class Uninstalled:
    """An Emacs whose packages were only unpacked. It sets them up as their installation would, and
    does not compile, which would start another Emacs."""

    def command(self, path):
        folder = self.home.folder / ".emacs.d"
        (folder / "early-init.el").write_text(
            "(setq native-comp-jit-compilation nil native-comp-enable-subr-trampolines nil)\n"
            "(dolist (package '(markdown-mode lsp-mode))\n"
            "  (load (format \"%s-autoloads\" package)))\n")
        return super().command(path)


class NewerEmacsEglot(Uninstalled, EmacsEglot):
    pass


class NewerEmacsLspMode(Uninstalled, EmacsLspMode):
    root_answer = "."


class LatestEmacsLspMode(NewerEmacsLspMode):
    counts_columns = True

    def take_only_completion(self):
        self.until("1 possible completion")
        self.terminal.keys("M-Down")
        self.terminal.keys("M-Enter")


class Helix(Driver):
    """Helix cannot be queried, so the test reads its screen."""

    readme = "helix"

    def command(self, path):
        return [*self.program, path]

    def go(self, text):
        self.terminal.keys("Escape")
        self.terminal.type(f"{catalog.line_of(text)}G/{text}")
        self.terminal.keys("Enter")

    def assert_diagnostics(self):
        """Reads the list of diagnostics, which has the code of each."""
        wanted = sorted(code for _, _, code in catalog.problems(self.home.text))
        self.until("●")
        self.terminal.type(" d")
        self.until("the list", lambda: sorted(re.findall(
            r"│[ >]+(?:ERROR|WARN|INFO|HINT)\s+(?:mdcatalog +)?([a-z-]+)", self.terminal.screen())) == wanted)
        self.terminal.keys("Escape")

    def type_slowly(self, text):
        """Types slowly, because Helix 25.01 sends the changes of a burst out of order."""
        for character in text:
            self.terminal.type(character)
            time.sleep(0.1)

    def complete(self, picture):
        self.go(catalog.LIST.lstrip("|CT").rstrip(" |"))
        self.type_slowly("i" + catalog.START)
        # Asked again, because the menu of the comma may still be open.
        self.terminal.keys("Escape")
        self.terminal.type("i")
        self.terminal.keys("C-x")
        self.until("the menu", lambda: catalog.OTHER in self.terminal.screen())
        self.picture(picture)
        self.type_slowly(catalog.TYPED.removeprefix(catalog.START))
        self.until("one item", lambda: catalog.OTHER not in self.terminal.screen())
        self.until("enum_member")
        self.terminal.keys("Tab", "Enter", "Escape")
        self.until(catalog.COMPLETED)

    def hover(self, start):
        self.go(catalog.TERM)
        self.terminal.type(" k")
        self.until(start)

    def fix(self):
        self.go(catalog.MISSPELT)
        self.terminal.type(" a")
        self.until(f"“{catalog.FIXED}”")
        self.terminal.keys("Enter")

    def has(self, text):
        return catalog.COMPLETED in self.terminal.screen() and (
            catalog.MISSPELT + " " not in self.terminal.screen())

    def save(self):
        self.terminal.type(":w")
        self.terminal.keys("Enter")
