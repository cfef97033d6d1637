"""Faults of files, disks and signals: a file has its old text or its new text.

MDCATALOG_KILLS=N kills N times (500 by hand, fewer in CI).
"""

import os
import random
import shutil
import signal
import subprocess
import threading
import time

import pytest

from tool import GOOD, TOOL, WRONG, row, run, write

KILLS = int(os.environ.get("MDCATALOG_KILLS", 100))
LONG = WRONG + "".join(row(f"B{n}", "Detectoin") for n in range(4_000))
FIXED = LONG.replace("Detectoin", "Detection")


def test_a_killed_fix_leaves_the_old_file_or_the_new_one(tmp_path):
    seed = random.SystemRandom().randrange(1 << 31)
    print(f"seed {seed}")
    rng = random.Random(seed)
    file = write(tmp_path, {"a.md": LONG}) / "a.md"
    start = time.monotonic()
    run("check", "--fix", "--quiet", file)
    needed = time.monotonic() - start
    assert file.read_text() == FIXED
    seen = {"old": 0, "new": 0}
    for _ in range(KILLS):
        file.write_text(LONG)
        with subprocess.Popen([TOOL, "check", "--fix", "--quiet", file], stdout=subprocess.DEVNULL) as process:
            time.sleep(rng.random() * needed * 1.2)
            process.kill()
        text = file.read_text()
        assert text in (LONG, FIXED)
        seen["old" if text == LONG else "new"] += 1
        for other in tmp_path.iterdir():
            # A temporary file may be left, but no walk reads it.
            assert other == file or other.name.startswith(".mdcatalog-")
            if other != file:
                other.unlink()
    print(f"{KILLS} kills: {seen}")


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_sigterm_during_a_fix(command, tmp_path):
    old = LONG
    for delay in [0.001 * step for step in range(0, 60, 3)]:
        file = write(tmp_path, {"a.md": old}) / "a.md"
        with subprocess.Popen([TOOL, *command, "--quiet", file], stdout=subprocess.DEVNULL) as process:
            time.sleep(delay)
            process.send_signal(signal.SIGTERM)
        assert os.listdir(tmp_path) == ["a.md"]
        text = file.read_text()
        assert text.endswith("\n") and len(text) >= len(old) and text.count("\n") == old.count("\n")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 kB, if the system allows one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_a_full_disk_keeps_the_old_file(command, small_disk):
    old = LONG[:200_000].rsplit("\n", 1)[0] + "\n"
    write(small_disk, {"a.md": old})
    done = run(*command, "a.md", folder=small_disk)
    assert done.returncode == 2 and b"a.md: No space left on device" in done.stderr
    assert (small_disk / "a.md").read_text() == old and os.listdir(small_disk) == ["a.md"]


def limited():
    """A process with a small limit for file sizes, as on a full disk."""
    import resource
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_a_file_that_may_not_grow_keeps_the_old_text(command, tmp_path):
    write(tmp_path, {"a.md": LONG})
    done = run(*command, "a.md", folder=tmp_path, preexec_fn=limited)
    assert done.returncode == 2 and b"a.md: File too large" in done.stderr
    assert (tmp_path / "a.md").read_text() == LONG and os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize("arguments", [["check"], ["check", "--fix"], ["format"], ["export", "--to", "json"]])
def test_other_kinds_of_files_are_refused_at_once(arguments, tmp_path):
    os.mkfifo(tmp_path / "fifo.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "one.md").symlink_to("two.md")
    (tmp_path / "two.md").symlink_to("one.md")
    for path in [tmp_path / "fifo.md", tmp_path / "loop.md", tmp_path / "one.md", "/dev/zero", "/dev/tty"]:
        done = run(*arguments, path, timeout=10)
        assert done.returncode == 2 and str(path).encode() in done.stderr, path
    write(tmp_path, {"good.md": GOOD})
    (tmp_path / "up").symlink_to("..")
    (tmp_path / "self").symlink_to(".")
    if arguments[0] != "export":
        done = run(*arguments, folder=tmp_path, timeout=10)
        assert b"good.md" not in done.stderr and b"1 file" in done.stdout


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_a_file_that_changes_all_the_time_is_never_lost(command, tmp_path):
    """Another program replaces the file again and again: its last text is not overwritten."""
    file = write(tmp_path, {"a.md": LONG}) / "a.md"
    theirs, done = [], threading.Event()

    def replace():
        number = 0
        while not done.is_set():
            number += 1
            (tmp_path / "new").write_text(LONG + row(f"New{number}", "Detectoin"))
            os.rename(tmp_path / "new", file)
            theirs.append(number)
            time.sleep(0.005)

    other = threading.Thread(target=replace)
    other.start()
    outcomes = [run(*command, "--quiet", file).returncode for _ in range(20)]
    done.set()
    other.join()
    last = file.read_text()
    assert set(outcomes) <= {0, 1, 2}
    assert f"New{theirs[-1]}" in last and last.count("\n") == LONG.count("\n") + 1


@pytest.mark.parametrize("command", [["check", "--fix"], ["format", "--style", "aligned"]])
def test_a_file_saved_while_the_new_one_is_written_is_not_lost(command, tmp_path):
    file = write(tmp_path, {"a.md": LONG * 40, "saved": LONG}) / "a.md"
    with subprocess.Popen([TOOL, *command, "--quiet", file], stderr=subprocess.PIPE) as process:
        while process.poll() is None and len(os.listdir(tmp_path)) == 2:
            time.sleep(0)
        os.rename(tmp_path / "saved", file)
        assert b"changed since it was read" in process.communicate()[1] and process.returncode == 2
    assert os.listdir(tmp_path) == ["a.md"] and file.read_text() == LONG


def test_a_configuration_is_as_large_as_the_limit(tmp_path):
    limit = 4 << 20
    write(tmp_path, {"a.md": GOOD})
    for size in [limit - 1, limit, limit + 1]:
        (tmp_path / ".mdcatalog.json").write_bytes(b"{" + b" " * (size - 2) + b"}")
        assert run("check", "a.md", folder=tmp_path).returncode == (2 if size > limit else 0), size


@pytest.mark.parametrize("text", [
    "x" * (50 << 20), WRONG + "| " + "x | " * (12 << 20) + "\n",
    WRONG + "| [B](https://b.org) | " + "word " * (2 << 20) + "| " + "Text, " * (1 << 14) + "| CT | 2D |\n",
    "| Dataset | Task " + "| c " * 9_998 + "|\n" + "|-" * 10_000 + "|\n" + ("| [A](https://a.org) | x " + "| v " * 9_998 + "|\n") * 30,
], ids=["line", "row", "cell", "columns"])
def test_huge_files_are_read_fixed_and_formatted(text):
    for arguments in [["check", "--quiet", "-"], ["check", "--fix", "-"], ["format", "-"], ["export", "--to", "json", "-"]]:
        done = run(*arguments, text=text)
        assert done.returncode in (0, 1), (arguments, done.stderr[:300])
