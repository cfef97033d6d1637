"""A program in its own terminal: sends keys, reads the screen."""

import pathlib
import subprocess
import time

import picture


class Terminal:
    COLUMNS, LINES = 120, 28

    def __init__(self, command, home):
        self.socket = str(home.folder / "tmux.socket")
        configuration = home.folder / "tmux.conf"
        configuration.write_text(
            "set -g default-terminal screen-256color\nset -s escape-time 0\n"
            "set -g status off\nset -g remain-on-exit on\n")
        environment = dict(home.environment, COLORTERM="", TERM="xterm-256color")
        subprocess.run(
            ["tmux", "-S", self.socket, "-f", str(configuration), "new-session", "-d",
             "-x", str(self.COLUMNS), "-y", str(self.LINES), "-c", str(home.work), "--",
             *map(str, command)], env=environment, check=True)

    def _tmux(self, *arguments):
        return subprocess.run(
            ["tmux", "-S", self.socket, *arguments], capture_output=True, text=True,
            timeout=20).stdout

    def keys(self, *names):
        """Presses keys by tmux's names, such as `Escape` or `C-x`."""
        self._tmux("send-keys", *names)

    def type(self, text):
        self._tmux("send-keys", "-l", "--", text)

    def screen(self):
        return self._tmux("capture-pane", "-p")

    def wait(self, what, condition=None, seconds=15):
        """Waits until a text is on the screen, or a condition holds."""
        condition = condition or (lambda: what in self.screen())
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"timeout: {what}\n{self.screen()}")

    def picture(self, path, title):
        pathlib.Path(path).write_text(picture.svg(self._tmux("capture-pane", "-p", "-e"), title))

    def close(self):
        self._tmux("kill-server")
