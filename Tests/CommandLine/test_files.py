"""How files are found, named and replaced."""

import os
import signal
import stat
import subprocess
import time

import pytest

from conftest import give_away
from tool import GOOD, HEADER, TOOL, WRONG, problems, row, run, write

FIXED = WRONG.replace("Detectoin", "Detection")


def found(*arguments, **options):
    return [p["file"] for p in problems(*arguments, **options)]


def test_folders_are_walked(tmp_path):
    write(tmp_path, dict.fromkeys(
        ["a.md", "sub/b.markdown", ".hidden/c.md", "out/d.md", "out/keep.md", "e.txt", "x/old/f.md", ".g.md"], WRONG))
    write(tmp_path, {".git/config": "", ".gitignore": "out/*\n!out/keep.md\n**/old/\n"})
    assert found(folder=tmp_path) == [".g.md", "a.md", "out/keep.md", "sub/b.markdown"]
    assert found("sub", folder=tmp_path) == ["sub/b.markdown"]


def test_walked_files_are_named_from_the_current_folder(tmp_path):
    write(tmp_path, {"d/b.md": WRONG, "e/.keep": ""})
    assert found(tmp_path / "d", folder=tmp_path) == ["d/b.md"]
    assert found("./", folder=tmp_path) == found("d/../d", folder=tmp_path) == ["d/b.md"]
    assert found(".", folder=tmp_path / "d") == ["b.md"]
    assert found("../d", folder=tmp_path / "e") == ["../d/b.md"]
    assert found("./d/b.md", folder=tmp_path) == ["./d/b.md"]
    assert found(tmp_path / "d/b.md", folder=tmp_path) == [f"{tmp_path}/d/b.md"]


def test_a_file_reached_twice_is_one_file(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    (tmp_path / "link.md").symlink_to("a.md")
    assert found(folder=tmp_path) == found("a.md", "a.md", ".", folder=tmp_path) == ["a.md"]
    assert len(found("link.md", "./a.md", tmp_path / "a.md", folder=tmp_path)) == 1
    for command in [["check", "--fix"], ["check", "--fix", "a.md", "./a.md"], ["format", "a.md", "."]]:
        done = run(*command, folder=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.md").read_text() == FIXED and (tmp_path / "link.md").is_symlink()


def test_hard_links_are_separate_files(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    os.link(tmp_path / "a.md", tmp_path / "b.md")
    assert run("check", "--fix", folder=tmp_path).returncode == 0
    assert [(tmp_path / name).read_text() for name in ["a.md", "b.md"]] == [FIXED, FIXED]


def test_nothing_to_check(tmp_path):
    done = run("check", "--output-format", "json", folder=tmp_path)
    assert done.returncode == 0 and b"no Markdown files found" in done.stderr and done.stdout == b"[]\n"


def test_other_kinds_of_files_are_skipped_in_a_walk_and_refused_by_name(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "loop.md").symlink_to("loop.md")
    done = run("check", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    for name in ["pipe.md", "dangling.md", "loop.md"]:
        assert run("check", name, folder=tmp_path).returncode == 2


def test_unreadable_files_are_reported(unprivileged):
    folder, options = unprivileged
    write(folder, {"a.md": GOOD, "lock/b.md": WRONG, "names/c.md": WRONG, "d.md": WRONG})
    (folder / "lock").chmod(0)
    (folder / "names").chmod(0o444)
    (folder / "d.md").chmod(0)
    done = run("check", folder=folder, **options)
    assert done.returncode == 2 and b"No problems in 1 file.\n3 files could not be read." in done.stdout
    for name in [b"lock", b"names/c.md", b"d.md"]:
        assert name + b": Permission denied" in done.stderr
    assert run("check", "lock", folder=folder, **options).returncode == 2


def test_a_name_with_invalid_utf8_is_reported(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    with open(os.fsencode(tmp_path) + b"/b\xff.md", "w") as file:
        file.write(WRONG)
    done = run("check", folder=tmp_path)
    assert done.returncode == 2 and b"UTF-8" in done.stderr


def test_deep_folders_are_walked(tmp_path):
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("d", dir_fd=folder)
        folder = os.open("d", os.O_RDONLY, dir_fd=folder)
    os.close(os.open("a.md", os.O_WRONLY | os.O_CREAT, dir_fd=folder))
    assert b"No problems in 1 file." in run("check", folder=tmp_path).stdout


def first_broken_byte(data):
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start


@pytest.mark.parametrize("sequence", ["é".encode(), "€".encode(), "🧠".encode(), b"\x80" * 9, b"\xe2\x82", b"\xf0\x9f\xa7"])
def test_large_files_are_read_and_checked_in_pieces(sequence, tmp_path):
    """Sequences across a MiB boundary, and a file that several cores read."""
    filling = b"A line of text that is no table.\n" * (5 << 15)
    for before in range(5):
        start = (1 << 20) - before
        data = filling[:start] + sequence + filling[start + len(sequence):]
        write(tmp_path, {"a.md": data})
        done, broken = run("check", tmp_path / "a.md"), first_broken_byte(data)
        if broken is None:
            assert done.returncode == 0
        else:
            assert b"a.md: not UTF-8 at byte offset %d\n" % broken in done.stderr


def test_a_large_file_is_read_exactly(tmp_path):
    rows = [row(f"N{number:06}") for number in range(80_000)]
    places = [1, 40_000, 60_000, 79_999]
    for place in places:
        rows[place] = row(f"N{place:06}", "Detectoin")
    write(tmp_path, {"a.md": HEADER + "".join(rows)})
    assert (tmp_path / "a.md").stat().st_size > 4 << 20
    assert [p["line"] for p in problems(tmp_path / "a.md")] == [place + 3 for place in places]
    run("check", "--fix", tmp_path / "a.md")
    fixed = (HEADER + "".join(rows)).replace("Detectoin", "Detection")
    assert (tmp_path / "a.md").read_text() == fixed


@pytest.mark.parametrize("damage, offset", [
    (b"abc\xff", 3), (b"\xc3(", 0), (b"ok \xe2\x82", 3), (b"\xc0\xaf", 0), (b"12345678\xed\xa0\x80", 8),
    (b"\xf4\x90\x80\x80", 0), ("é🧠".encode() + b"\x80", 6), (b"\xf0\x9f\xa7", 0)])
def test_invalid_utf8_is_reported_and_the_file_kept(damage, offset, tmp_path):
    write(tmp_path, {"a.md": damage, "b.md": WRONG})
    done = run("check", "--fix", tmp_path)
    assert done.returncode == 2 and b"a.md: not UTF-8 at byte offset %d" % offset in done.stderr
    assert (tmp_path / "a.md").read_bytes() == damage and (tmp_path / "b.md").read_text() == FIXED
    for command in [["format"], ["export", "--to", "json"], ["stats"], ["schema", "show"]]:
        done = run(*command, tmp_path / "a.md")
        assert done.returncode == 2 and b"offset %d" % offset in done.stderr and not done.stdout


# MARK: Replacing

def test_files_are_replaced_with_care(tmp_path):
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_text(WRONG)
    file.chmod(0o640)
    link.symlink_to(file)
    assert run("check", "--fix", link).returncode == 0
    assert link.is_symlink() and stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.read_text() == FIXED
    before = file.stat()
    assert run("check", "--fix", file).returncode == 0 and run("format", file).returncode == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "link.md"]


def test_the_longest_name_can_be_replaced(tmp_path):
    name = "n" * 252 + ".md"
    write(tmp_path, {name: WRONG})
    assert run("check", "--fix", tmp_path).returncode == 0
    assert (tmp_path / name).read_text() == FIXED


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write another user's file")
def test_the_owner_is_kept(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    give_away(tmp_path)
    before = (tmp_path / "a.md").stat()
    assert run("check", "--fix", tmp_path).returncode == 0
    after = (tmp_path / "a.md").stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_read_only_files_are_not_written(command, unprivileged):
    folder, options = unprivileged
    write(folder, {"file/a.md": WRONG, "folder/b.md": WRONG})
    give_away(folder)
    (folder / "file/a.md").chmod(0o444)
    (folder / "folder").chmod(0o555)
    done = run(*command, folder=folder, **options)
    assert done.returncode == 2
    assert b"file/a.md: is read-only" in done.stderr and b"folder/b.md: Permission denied" in done.stderr
    assert (folder / "file/a.md").read_text() == (folder / "folder/b.md").read_text() == WRONG
    if command[0] == "check":
        # The report describes the unchanged files.
        report = problems("--fix", folder=folder, **options)
        assert [p["file"] for p in report] == ["file/a.md", "folder/b.md"]
        assert b"Fixed" not in done.stdout


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_old_file_or_the_new_one(number, tmp_path):
    old = WRONG + "".join(row(f"B{i}") for i in range(8000))
    folder = tmp_path / "d"
    for _ in range(10):
        write(folder, {"a.md": old})
        with subprocess.Popen([TOOL, "format", "--style", "aligned", "--quiet", "a.md"], cwd=folder) as process:
            while process.poll() is None and len(os.listdir(folder)) == 1:
                time.sleep(0)
            process.send_signal(number)
        assert os.listdir(folder) == ["a.md"]
        assert (folder / "a.md").read_text() == old or "| --- |" not in (folder / "a.md").read_text()


def test_formatting_reports_its_changes(tmp_path):
    write(tmp_path, {"a.md": WRONG.replace("| [A]", "|[A]"), "b.md": GOOD, "c.md": b"\xff"})
    done = run("format", "--check", folder=tmp_path)
    assert done.stdout == b"a.md: would be formatted\n" \
        b"1 file would be formatted, 1 file unchanged, 1 file could not be read.\n"
    done = run("format", folder=tmp_path)
    assert done.returncode == 2 and b"c.md: not UTF-8" in done.stderr
    assert done.stdout == b"a.md: formatted\n1 file formatted, 1 file unchanged, 1 file could not be read.\n"
    assert run("format", "--quiet", "a.md", "b.md", folder=tmp_path).stdout == b""


def test_a_schema_is_shown_for_one_file(tmp_path):
    write(tmp_path, {"a.md": GOOD, "b.md": "no table\n"})
    assert b"a.md:1: schema" in run("schema", "show", "a.md", folder=tmp_path).stdout
    assert b", 1 row\n" in run("schema", "show", "-", text=GOOD).stdout
    assert b"b.md: no tables" in run("schema", "show", "b.md", folder=tmp_path).stderr
    assert run("schema", "show", ".", folder=tmp_path).returncode == 2
