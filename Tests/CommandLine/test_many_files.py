"""Many files at once: `--jobs`, equal reports, and a progress bar only on a terminal."""

import errno
import os
import pty
import re
import subprocess
import tempfile

import pytest

from tool import GOOD, HEADER, TOOL, WRONG, row, run, write


@pytest.fixture(scope="module")
def lists(tmp_path_factory):
    texts = [GOOD, WRONG, HEADER + "".join(row(f"A{i}", "Detectoin") for i in range(300))]
    folder = tmp_path_factory.mktemp("lists")
    write(folder, {f"{i % 7}/{i}.md": texts[i % 3] for i in range(150)})
    write(folder, {"3/large.md": HEADER + "".join(row(f"B{i}", "Segmentaton") for i in range(20_000))})
    return write(folder, {"4/broken.md": b"\xff"})


@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif", "junit"])
def test_the_report_does_not_depend_on_jobs(output_format, lists):
    arguments = ["check", "--output-format", output_format, "--statistics"]
    done = [run(*arguments, "--jobs", jobs, folder=lists) for jobs in [1, 2, 3, 100]] + [run(*arguments, folder=lists)]
    assert len({(d.returncode, d.stdout, d.stderr) for d in done}) == 1
    assert done[0].returncode == 2 and b"4/broken.md" in done[0].stderr


def test_fixes_and_diffs_too(lists, tmp_path):
    diffs = [run("check", "--diff", "--jobs", jobs, folder=lists).stdout for jobs in [1, 4]]
    assert diffs[0] == diffs[1] and diffs[0].count(b"+++ ") == 101
    write(tmp_path, {f"{i}.md": WRONG for i in range(99)})
    assert run("check", "--fix", folder=tmp_path).stdout.startswith(b"Fixed 99 problems in 99 files.\n")
    assert {path.read_text() for path in tmp_path.iterdir()} == {WRONG.replace("Detectoin", "Detection")}


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "1.5"])
def test_a_number_of_jobs(number, tmp_path):
    done = run("check", f"--jobs={number}", folder=tmp_path)
    assert done.returncode == 2 and b"--jobs" in done.stderr


def on_terminal(arguments, folder, terminals, environment={}):
    """The output on its terminal, and on the stream that is not a terminal."""
    main, other = pty.openpty()
    with tempfile.TemporaryFile() as file:
        streams = {name: other if name in terminals else file for name in ["stdout", "stderr"]}
        process = subprocess.Popen(
            [TOOL, *arguments], cwd=folder, env={**os.environ, "TERM": "xterm", **environment},
            stdin=subprocess.DEVNULL, **streams)
        os.close(other)
        shown = b"".join(iter(lambda: piece(main), b""))
        os.close(main)
        process.wait()
        file.seek(0)
        return shown.decode(), file.read().decode()


def piece(terminal):
    try:
        return os.read(terminal, 1 << 16)
    except OSError as error:  # what Linux says once the last writer is gone
        assert error.errno == errno.EIO
        return b""


BAR = re.compile(r"\r\[#*\.*\] \d+ of 152 files\x1b\[K")


def test_a_bar_on_a_terminal(lists):
    shown, report = on_terminal(["check", "--jobs", "1"], lists, ["stderr"])
    assert BAR.search(shown) and "\x1b" not in report and " of 152 files" not in report
    rest = BAR.sub("", shown).replace("\r\x1b[K", "")
    assert rest.strip() == "mdcatalog: 4/broken.md: not UTF-8 at byte offset 0"


def test_a_bar_never_mixes_with_the_report(lists):
    shown, _ = on_terminal(["check", "--jobs", "1"], lists, ["stdout", "stderr"], {"NO_COLOR": "1"})
    assert BAR.search(shown)
    text = BAR.sub("", shown)
    # Each bar is erased before other output, and at the end.
    for end in BAR.finditer(shown):
        assert shown[end.end():].startswith(("\r[", "\r\x1b[K"))
    plain = run("check", "--jobs", "1", folder=lists)
    wanted = plain.stdout.decode() + plain.stderr.decode()
    assert sorted(text.replace("\r\x1b[K", "").replace("\r\n", "\n").split("\n")) == sorted(wanted.split("\n"))


def test_no_bar_elsewhere(lists, tmp_path):
    assert "files" not in on_terminal(["check", "--quiet"], lists, ["stderr"])[0]
    assert "files" not in on_terminal(["check"], lists, ["stderr"], {"TERM": "dumb"})[0]
    assert on_terminal(["check"], write(tmp_path, {"a.md": GOOD}), ["stderr"])[0] == ""
    assert b"\r" not in run("check", folder=lists).stderr


def test_checking_no_files_is_reported(tmp_path):
    done = run("check", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"") and b"no Markdown files found" in done.stderr
