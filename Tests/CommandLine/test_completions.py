"""Completion in real shells, and the manual page in man."""

import os
import pty
import re
import select
import shutil
import subprocess
import time

import pytest

from tool import TOOL, run, write

SHELLS = ["bash", "zsh", "fish"]
SETUPS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
}
START = {"bash": "set -o emacs; . ./script", "zsh": "bindkey -e; autoload -Uz compinit; compinit -u -D; . ./script"}


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, {"list one.md": "", "lists/more.md": "", "baseline.json": ""})
    return tmp_path


class Terminal:
    """A shell in a terminal."""

    ANSWER = r"[\r\n]<([^<>%]*)>"

    def __init__(self, shell, folder):
        write(folder, {"script": run("completions", shell).stdout})
        environment = {"PATH": f"{os.path.dirname(TOOL)}:{os.environ['PATH']}", "TERM": "xterm", "HOME": str(folder), "LANG": "C.UTF-8"}
        self.main, other = pty.openpty()
        self.process = subprocess.Popen(
            SETUPS[shell], cwd=folder, env=environment, stdin=other, stdout=other, stderr=other, start_new_session=True)
        os.close(other)
        self.send(START[shell] + "\nprintf 're%s\\n' ady\n")
        self.wait("ready")

    def send(self, text):
        os.write(self.main, text.encode())

    def wait(self, pattern, seconds=20):
        """The output up to a pattern."""
        shown, end = "", time.monotonic() + seconds
        while not re.search(pattern, shown):
            assert time.monotonic() < end, shown
            if select.select([self.main], [], [], 0.1)[0]:
                shown += os.read(self.main, 1 << 16).decode(errors="replace")
        return shown

    def completed(self, line):
        """The line after the key Tab, read as the argument of another command."""
        self.send(line + "\t")
        time.sleep(0.5)
        self.send("\x01printf '<%s>\\n' '\x05'\n")
        return re.search(self.ANSWER, self.wait(self.ANSWER))[1]

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.main)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_key_tab(shell, folder):
    need(shell)
    terminal = Terminal(shell, folder)
    try:
        for line, wanted in [
                ("mdcatalog chec", "mdcatalog check "), ("mdcatalog check --uns", "mdcatalog check --unsafe-fixes "),
                ("mdcatalog check --output-format sar", "mdcatalog check --output-format sarif "),
                ("mdcatalog check --output-format=ju", "mdcatalog check --output-format=junit "),
                ("mdcatalog check --select missing-cell,broken-t", "mdcatalog check --select missing-cell,broken-table"),
                ("mdcatalog check --baseline b", "mdcatalog check --baseline baseline.json "),
                ("mdcatalog check --fix lists/", "mdcatalog check --fix lists/more.md "),
                ("mdcatalog rule unsor", "mdcatalog rule unsorted-row "),
                ("mdcatalog format --style com", "mdcatalog format --style compact "),
                ("mdcatalog completions fi", "mdcatalog completions fish ")]:
            assert terminal.completed(line).strip() == wanted.strip(), line
    finally:
        terminal.close()


def bash(folder, *words):
    """The completions of bash for the last word."""
    write(folder, {"script": run("completions", "bash").stdout})
    program = '. ./script; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mdcatalog 2>/dev/null; '
    program += 'for word in "${COMPREPLY[@]}"; do echo "$word"; done'
    done = subprocess.run(["bash", "-c", program, "bash", "mdcatalog", *words], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr
    return done.stdout.split("\n")[:-1]


def fish(folder, *words):
    need("fish")
    write(folder, {"script": run("completions", "fish").stdout})
    line = " ".join(("mdcatalog", *words))
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source script; complete -C '{line}'"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr
    return [line.split("\t")[0] for line in done.stdout.splitlines()]


def words_of(command):
    """The long options in the help of a command."""
    return set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(command, "--help").stdout.decode(), re.M))


COMMANDS = re.findall(r"^  (\w+) ", run("--help").stdout.decode(), re.M)


@pytest.mark.parametrize("offered", [bash, fish])
def test_options_are_those_of_the_help(offered, folder):
    assert set(offered(folder, "")) - {"--help", "--version", "-h"} == set(COMMANDS)
    for command in COMMANDS:
        found = {word.rstrip("=") for word in offered(folder, command, "--")}
        assert found == words_of(command), command


@pytest.mark.parametrize("offered", [bash, fish])
def test_values_and_operands(offered, folder):
    codes = [line.split()[0] for line in run("rule").stdout.decode().splitlines()]
    assert sorted(offered(folder, "rule", "")) == sorted(codes)
    assert sorted(offered(folder, "check", "--output-format", "")) == ["github", "json", "junit", "sarif", "text"]
    assert sorted(offered(folder, "schema", "")) == ["init", "show", "validate"]
    assert offered(folder, "rule", "missing-cell", "") == []
    assert offered(folder, "check", "--jobs", "") == []
    assert "list one.md" in [word.replace("\\", "") for word in offered(folder, "check", "--fix", "list")]


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_are_well_formed(shell, tmp_path):
    need(shell)
    script = write(tmp_path, {"script": run("completions", shell).stdout}) / "script"
    assert script.read_text()
    done = subprocess.run([shell, "-n", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_completions_of_an_unknown_shell():
    for arguments in [["completions"], ["completions", "tcsh"], ["completions", "bash", "zsh"], ["man", "x"]]:
        done = run(*arguments)
        assert done.returncode == 2 and not done.stdout and done.stderr


@pytest.fixture
def page(tmp_path):
    return write(tmp_path, {"mdcatalog.1": run("man").stdout}) / "mdcatalog.1"


def test_the_manual_page_has_no_warnings(page):
    need("groff")
    done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", page], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_mandoc_accepts_it(page):
    need("mandoc")
    done = subprocess.run(["mandoc", "-Tlint", "-Wwarning", page], capture_output=True, text=True)
    # Without a date the page depends on the source only.
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


def test_the_manual_agrees_with_the_help(page):
    need("man")
    text = subprocess.run(
        ["man", "-l", page], capture_output=True, text=True, env={**os.environ, "MANWIDTH": "200", "LC_ALL": "C.UTF-8"}).stdout
    text = re.sub(r".\x08", "", text)
    shown = re.sub(r"\s+", " ", text)
    for command in COMMANDS:
        for line in run("help", command).stdout.decode().splitlines():
            if match := re.match(r"^  ((?:-\w, )?--[\w-]+(?: \w+)?) +(.*)", line):
                assert f"{match[1]} {match[2]}" in shown, line
    for line in run("rule").stdout.decode().splitlines():
        code, severity, summary = re.split(" +", line, maxsplit=2)
        assert f"{code} ({severity}) {summary}" in shown
