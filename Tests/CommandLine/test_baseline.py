"""`--baseline`: known problems are left out."""

import json
import os
import pathlib

import pytest

from tool import GOOD, HEADER, WRONG, problems, row, run, write

FIXTURE = pathlib.Path(__file__).parent.parent / "Fixtures" / "imaging-datasets.md"
SEED = pathlib.Path(os.environ.get("MDCATALOG_SEED", FIXTURE))
OLD = HEADER + row("A", "foo") + row("B", "bar, Detectoin") + "| [C](https://c.org) | Hands | 2D |\n"


def baseline(folder, *arguments):
    done = run("check", "--baseline", "known.json", "--write-baseline", *arguments, folder=folder)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def check(folder, *arguments):
    done = run("check", "--baseline", "known.json", *arguments, folder=folder)
    return done.returncode, done.stdout.decode()


@pytest.fixture
def lists(tmp_path):
    write(tmp_path, {"a.md": OLD, "b/c.md": WRONG, "d.md": GOOD})
    assert baseline(tmp_path) == "Wrote 5 problems in 3 files to known.json.\n"
    return tmp_path


def test_known_problems_are_left_out(lists):
    assert check(lists) == (0, "No new problems in 3 files.\nLeft out: 5 problems of the baseline.\n")
    assert check(lists, "--quiet") == (0, "")
    assert check(lists, "--statistics")[1].endswith("Left out: 5 problems of the baseline.\n")
    assert problems("--baseline", "known.json", folder=lists) == []


def test_a_new_problem_is_reported(lists):
    write(lists, {"a.md": OLD + row("D", "quux")})
    code, text = check(lists)
    assert code == 1 and text.count(": warning: ") == 1 and "a.md:6:32: warning: Unknown value “quux”" in text
    assert text.endswith("1 warning in 3 files.\nLeft out: 5 problems of the baseline.\n")


def test_it_survives_lines_above_formatting_and_a_new_order(lists):
    lines = OLD.split("\n")
    moved = "\n".join(lines[:2] + lines[2:5][::-1] + lines[5:])
    for text in ["# New\n\ntext\n\n" + OLD, OLD.replace("\n", "\r\n"), moved,
                 run("format", "--style", "aligned", "-", text=OLD).stdout]:
        write(lists, {"a.md": text})
        assert check(lists, "--ignore", "unsorted-row")[0] == 0


@pytest.mark.parametrize("path", {FIXTURE, SEED})
def test_a_real_list_and_its_formatted_forms(path, tmp_path):
    text = path.read_text()
    write(tmp_path, {"a.md": text})
    baseline(tmp_path)
    for style in ["aligned", "compact"]:
        write(tmp_path, {"a.md": "A line.\n\n" + text})
        run("format", "--style", style, "a.md", folder=tmp_path)
        assert [p for p in problems("--baseline", "known.json", folder=tmp_path) if p["severity"] != "hint"] == []


def test_equal_problems_are_counted(tmp_path):
    row_of_fault = "| [A](https://a.org) | Hands | foo, foo | CT | 2D |\n"
    write(tmp_path, {"a.md": HEADER + row_of_fault})
    baseline(tmp_path, "a.md")
    write(tmp_path, {"a.md": HEADER + row_of_fault.replace("foo, foo", "foo, foo, foo")})
    assert [p["code"] for p in problems("--baseline", "known.json", folder=tmp_path)].count("unknown-value") == 1


def test_fixed_problems_are_reported_and_removed(lists):
    write(lists, {"b/c.md": GOOD})
    assert check(lists)[1].endswith("Gone: 1 problem of the baseline; remove it with --write-baseline.\n")
    assert check(lists, "a.md")[1] == "No new problems in 1 file.\nLeft out: 4 problems of the baseline.\n"
    assert check(lists, "b", "--select", "missing-cell")[1] == "No problems in 1 file.\n"
    assert baseline(lists) == "Wrote 4 problems in 3 files to known.json.\n"
    assert "b/c.md" not in (lists / "known.json").read_text()


def test_only_entries_of_checked_files_are_updated(lists):
    before = json.loads((lists / "known.json").read_text())
    write(lists, {"a.md": GOOD, "b/c.md": GOOD})
    baseline(lists, "a.md")
    assert json.loads((lists / "known.json").read_text())["files"] == {"b/c.md": before["files"]["b/c.md"]}
    (lists / "b/c.md").unlink()
    baseline(lists, "a.md")
    assert json.loads((lists / "known.json").read_text())["files"] == {}


def test_it_applies_to_the_same_files_from_every_folder(lists):
    done = run("check", "--baseline", "../known.json", folder=lists / "b")
    assert done.stdout == b"No new problems in 1 file.\nLeft out: 1 problem of the baseline.\n"
    done = run("check", "--baseline", lists / "known.json", lists, folder="/")
    assert done.returncode == 0 and b"5 problems of the baseline" in done.stdout
    done = run("check", "--baseline", "known.json", "-", "--stdin-filename", "a.md", text=OLD, folder=lists)
    assert done.returncode == 0


def test_it_is_deterministic_and_has_one_line_for_each_problem(lists):
    text = (lists / "known.json").read_bytes()
    time = (lists / "known.json").stat().st_mtime_ns
    baseline(lists)
    assert (lists / "known.json").read_bytes() == text and (lists / "known.json").stat().st_mtime_ns == time
    assert text.count(b'"code"') == 5 == sum(b'"code"' in line for line in text.split(b"\n"))
    assert b"/" not in text.replace(b"b/c.md", b"")


def test_known_problems_are_not_fixed(lists):
    write(lists, {"a.md": OLD + row("D", "Segmentaton")})
    code, text = check(lists, "--fix")
    assert code == 0 and text.startswith("Fixed 1 problem in 1 file.\n")
    assert (lists / "a.md").read_text() == OLD + row("D", "Segmentation")
    diff = run("check", "--baseline", "known.json", "--diff", folder=lists)
    assert (diff.returncode, diff.stdout) == (0, b"")


def test_other_report_formats_leave_known_problems_out(lists):
    sarif = run("check", "--baseline", "known.json", "--output-format", "sarif", folder=lists).stdout
    assert json.loads(sarif)["runs"][0]["results"] == []
    assert b'failures="0"' in run("check", "--baseline", "known.json", "--output-format", "junit", folder=lists).stdout


@pytest.mark.parametrize("content, word", [
    ("{", "byte offset"), ("[]", "not a baseline"), ('{"mdcatalogBaseline": 2, "files": {}}', "this version"),
    ('{"mdcatalogBaseline": 1, "files": {"a.md": [{"code": "x"}]}}', "not a baseline"), (None, "--write-baseline")])
def test_an_invalid_baseline_is_an_error(content, word, tmp_path):
    write(tmp_path, {"a.md": WRONG} | ({"known.json": content} if content is not None else {}))
    done = run("check", "--baseline", "known.json", folder=tmp_path)
    assert done.returncode == 2 and not done.stdout and word in done.stderr.decode() and b"known.json" in done.stderr


@pytest.mark.parametrize("arguments", [
    ["--write-baseline"], ["--write-baseline", "--baseline", "x", "--diff"],
    ["--write-baseline", "--baseline", "x", "--changed-since", "HEAD"],
    ["--write-baseline", "--baseline", "x", "--select", "missing-cell"]])
def test_a_baseline_takes_no_selection(arguments, tmp_path):
    done = run("check", *arguments, folder=tmp_path)
    assert done.returncode == 2 and b"--write-baseline" in done.stderr and not list(tmp_path.iterdir())


def test_a_baseline_that_cannot_be_written(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    done = run("check", "--baseline", "no/known.json", "--write-baseline", folder=tmp_path)
    assert done.returncode == 2 and b"no/known.json" in done.stderr
