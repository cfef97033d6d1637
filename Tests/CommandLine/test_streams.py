"""The owner of stdout, and streams that fail."""

import errno
import fcntl
import os
import pty
import subprocess
import time

import pytest

from tool import HEADER, TOOL, WRONG, run, write


def test_streams_have_one_owner():
    done = run("check", "-", "--fix", text=WRONG + "| B | x | foo | CT | 2D |\n")
    assert done.stdout.decode() == WRONG.replace("Detectoin", "Detection") + "| B | x | foo | CT | 2D |\n"
    assert b"unknown-value" in done.stderr and done.returncode == 1
    diff = run("check", "-", "--diff", text=WRONG).stdout.decode()
    assert diff.startswith("--- ") and "\n-| [A]" in diff and "\n+| [A]" in diff


@pytest.mark.parametrize("arguments", [
    ["format", "-"], ["check", "-"], ["check", "-", "--fix"], ["export", "--to", "json", "-"],
    ["export", "--to", "csv", "-"], ["export", "--to", "html", "-"], ["stats", "-"], ["rule"], ["--help"]])
def test_output_that_cannot_be_written_is_a_failure(arguments):
    with open("/dev/full", "wb") as full:
        done = run(*arguments, text=WRONG, stdout=full)
    assert done.returncode == 2 and b"No space left" in done.stderr
    closed = subprocess.run(["sh", "-c", '"$0" "$@" >&-', TOOL, *arguments], input=WRONG.encode(), capture_output=True)
    assert closed.returncode == 2 and b"stdout" in closed.stderr


@pytest.mark.parametrize("arguments", [["format", "-"], ["check", "-"], ["check", "-", "--fix"], ["stats", "-"],
                                       ["export", "--to", "csv", "-"]])
def test_input_that_cannot_be_read_is_a_failure(arguments, tmp_path):
    folder = os.open(tmp_path, os.O_RDONLY)
    done = run(*arguments, stdin=folder)
    os.close(folder)
    closed = subprocess.run(["sh", "-c", '"$0" "$@" <&-', TOOL, *arguments], capture_output=True)
    for result in [done, closed]:
        assert result.returncode == 2 and b"<stdin>" in result.stderr
        assert b"No problems" not in result.stdout


def test_a_file_is_not_mistaken_for_a_closed_stdout(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    subprocess.run(["sh", "-c", '"$0" "$@" >&-', TOOL, "check", "--fix", tmp_path / "a.md"], capture_output=True)
    assert (tmp_path / "a.md").read_text() == WRONG.replace("Detectoin", "Detection")


def test_slow_input_is_awaited():
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETFL, fcntl.fcntl(reader, fcntl.F_GETFL) | os.O_NONBLOCK)
    os.write(writer, WRONG[:60].encode())
    with subprocess.Popen([TOOL, "format", "-"], stdin=reader, stdout=subprocess.PIPE) as process:
        os.close(reader)
        time.sleep(0.3)
        os.write(writer, WRONG[60:].encode())
        os.close(writer)
        assert process.communicate()[0].decode() == WRONG and process.returncode == 0


def test_a_closed_pipe_ends_the_tool_quietly(tmp_path):
    write(tmp_path, {"a.md": WRONG * 2000})
    done = subprocess.run(f"{TOOL} check {tmp_path}/a.md | head -1", shell=True, capture_output=True)
    assert done.stderr == b""


def colored(arguments, stdout_is_terminal, stderr_is_terminal, **environment):
    """The output of both streams, one of them a terminal."""
    streams = {}
    for name, is_terminal in [("stdout", stdout_is_terminal), ("stderr", stderr_is_terminal)]:
        streams[name] = pty.openpty() if is_terminal else os.pipe()
    with subprocess.Popen(
            [TOOL, *arguments], stdin=subprocess.PIPE, stdout=streams["stdout"][1], stderr=streams["stderr"][1],
            env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **environment}) as process:
        process.stdin.write(WRONG.replace("Detectoin", "foo").encode())
        process.stdin.close()
        process.wait()
    result = []
    for read, written in streams.values():
        os.close(written)
        text = b""
        while True:
            try:
                piece = os.read(read, 4096)
            except OSError as error:  # a terminal's other end is gone
                assert error.errno == errno.EIO
                break
            if not piece:
                break
            text += piece
        os.close(read)
        result.append(b"\x1b" in text)
    return result


def test_colour_is_for_terminals():
    assert colored(["check", "-"], True, False) == [True, False]
    assert colored(["check", "-"], False, True) == [False, False]
    assert colored(["check", "-", "--fix"], True, False) == [False, False]
    assert colored(["check", "-", "--fix"], False, True) == [False, True]
    assert colored(["check", "-", "--output-format", "json"], True, True) == [False, False]
    assert colored(["check", "-"], True, False, NO_COLOR="1") == [False, False]
    assert colored(["check", "-"], True, False, TERM="dumb") == [False, False]


def test_nothing_in_a_document_moves_the_cursor():
    text = HEADER + "| [A](https://a.org) | Hands | Det\x1b[31mec\u009b2J\u202ed\x00 | CT | 2D |\n"
    done = run("check", "-", "--stdin-filename", "a\x1b[2Jb.md", text=text)
    shown = done.stdout.decode()
    assert not set(shown) & set("\x1b\u009b\u202e\x00")
    assert "Det\\u{1B}[31mec\\u{9B}2J" in shown and "a\\u{1B}[2Jb.md:3:" in shown
    caret = next(line for line in shown.split("\n") if "^" in line)
    source = shown.split("\n")[shown.split("\n").index(caret) - 1]
    assert source[caret.index("^"):caret.rindex("^") + 1].startswith("Det\\u{1B}[31mec")
    assert b"\x1b" not in run("check", "no\x1b[2J.md").stderr
