"""Unified diffs: git and patch apply them for any file name and any change."""

import random
import shutil
import subprocess

import pytest

from tool import GOOD, HEADER, WRONG, row, run, write

PATCHES = [tool for tool in [["git", "apply", "--whitespace=nowarn"], ["patch", "-p1", "--binary", "-s", "-f"]]
           if shutil.which(tool[0])]
needs_patches = pytest.mark.skipif(not PATCHES, reason="neither git nor patch is installed")


def applied(diff, path, old, folder, tool):
    """The file's content after the diff is applied."""
    path.write_bytes(old)
    done = subprocess.run(tool, input=diff, cwd=folder, capture_output=True)
    assert done.returncode == 0, (tool, done.stderr + done.stdout, diff[:200])
    return path.read_bytes()


@needs_patches
@pytest.mark.parametrize("name, given", [
    ("a b.md", None), ("é日.md", None), ("a\tb.md", None), ("a\nb.md", None), ('a"b.md', None), ("a\\b.md", None),
    ("a'b.md", None), ("a\x1bb.md", None), ("x .md", None), ("sub/x.md", "./sub/x.md"), ("sub/x.md", "sub/../sub/x.md"),
    ("sub/x.md", "sub//x.md"), ("x.md", "absolute"), ("-x.md", "./-x.md"), ("sub", "walked")])
def test_any_file_name_is_found(name, given, tmp_path):
    name = "sub/x y.md" if given == "walked" else name
    write(tmp_path, {name: WRONG})
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, capture_output=True)
    operand = {"absolute": tmp_path / name, "walked": tmp_path / "sub", None: name}.get(given, given)
    done = run("check", "--diff", operand, folder=tmp_path)
    assert done.returncode == 1 and (tmp_path / name).read_text() == WRONG
    for tool in PATCHES:
        new = applied(done.stdout, tmp_path / name, WRONG.encode(), tmp_path, tool)
        assert new.decode() == WRONG.replace("Detectoin", "Detection"), tool


def damaged(seed):
    """A table with typos, blank lines, rows out of order and all kinds of line endings."""
    choose = random.Random(seed)
    lines = []
    for i in range(choose.randint(4, 40)):
        name = f"N{choose.randrange(10) if choose.random() < 0.05 else i:03}"
        lines.append(row(name, choose.choice(["Detection", "Detectoin", "Segmentaton", "detection", "CT"])))
        if choose.random() < 0.08:
            lines.append(choose.choice(["\n", "text\n", "| x |\n", "\n\n"]))
    text = HEADER + "".join(lines)
    if choose.random() < 0.3:
        text = text.rstrip("\n")
    if choose.random() < 0.3:
        text = text.replace("\n", "\r\n")
    return text.replace("Hands", "Ha\rnds", choose.choice([0, 0, 1])).encode()


@needs_patches
@pytest.mark.parametrize("seed", range(40))
def test_the_diff_equals_the_written_change(seed, tmp_path):
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, capture_output=True)
    path, old = tmp_path / "a.md", damaged(seed)
    for command in [["check", "--fix"], ["check", "--unsafe-fixes"], ["format"], ["format", "--style", "aligned"]]:
        path.write_bytes(old)
        diff = run(*command, "--diff", "a.md", folder=tmp_path)
        assert path.read_bytes() == old and diff.returncode == (1 if diff.stdout else 0)
        assert run(*command, "-", text=old, folder=tmp_path).stdout == (run(*command, "a.md", folder=tmp_path), path.read_bytes())[1]
        new = path.read_bytes()
        assert bool(diff.stdout) == (new != old)
        if new != old:
            assert all(applied(diff.stdout, path, old, tmp_path, tool) == new for tool in PATCHES)


def test_unchanged_lines_are_not_in_the_diff():
    rows = [row(f"N{i:05}", "Detectoin" if i % 100 == 50 else "Detection") for i in range(3000)]
    rows.insert(1500, "\n")
    diff = run("check", "-", "--diff", text=HEADER + "".join(rows)).stdout.decode().split("\n")
    assert [sum(line.startswith(mark) for line in diff) for mark in ["-|", "+|", "@@"]] == [30, 30, 31]
    assert "-" in diff


def test_a_moved_row_is_one_line_removed_and_one_added():
    rows = [row(f"N{i:05}") for i in range(3000)]
    rows.insert(2500, rows.pop(100))
    diff = run("check", "-", "--diff", "--unsafe-fixes", text=HEADER + "".join(rows)).stdout.decode().split("\n")
    assert [sum(line.startswith(mark) for line in diff) for mark in ["-|", "+|", "@@"]] == [1, 1, 2]


def test_many_changes_and_a_deleted_line():
    rows = [row(f"N{i:05}", "Detectoin") for i in range(40000)]
    rows.insert(20000, "\n")
    done = run("check", "-", "--diff", text=HEADER + "".join(rows), timeout=60)
    assert done.stdout.count(b"\n-|") == 40000


def test_no_change_is_no_diff():
    for command in [["check"], ["format"]]:
        done = run(*command, "--diff", "-", text=GOOD)
        assert (done.returncode, done.stdout) == (0, b"")
