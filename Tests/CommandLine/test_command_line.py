"""The command line as scripts use it: exit codes, streams, files."""

import json
import os
import pathlib
import stat
import subprocess

import jsonschema
import pytest

TOOL = os.environ["MDCATALOG"]
HEADER = "| Dataset | Description | Task | Modality | Dim. |\n| --- | --- | --- | --- | --- |\n"
GOOD = HEADER + "| [A](https://a.org) | Hands | Detection | CT | 2D |\n"
WRONG = HEADER + "| [A](https://a.org) | Hands | Detectoin | CT | 2D |\n"
UNSAFE = GOOD + "| [Z](https://z.org) | x | Detection, MRI | CT | 2D |\n"


def run(*arguments, text=None, folder=None, **environment):
    data = text.encode() if isinstance(text, str) else text
    return subprocess.run(
        [TOOL, *map(str, arguments)], input=data, capture_output=True, cwd=folder,
        env={**os.environ, **environment})


def problems(*arguments, **options):
    return json.loads(run("check", "--output-format", "json", *arguments, **options).stdout)


@pytest.mark.parametrize("arguments, code", [
    (["check", "-"], 1), (["check", "-", "--ignore", "unknown-value"], 0),
    (["check", "-", "--select", "missing-cell"], 0), (["check", "-", "--fix"], 0),
    (["check", "-", "--diff"], 1), (["format", "-"], 0), (["format", "-", "--check"], 0),
    (["check", "-", "--select", "no-such"], 2), (["check", "--no-such"], 2), (["no-such"], 2), ([], 2),
    (["check", "no-such.md"], 2), (["format", "-", "--style", "wide"], 2), (["rule", "no-such"], 2),
    (["export", "-"], 2), (["--help"], 0), (["check", "--help"], 0), (["--version"], 0), (["rule"], 0),
    (["rule", "missing-cell"], 0), (["schema", "show"], 0)])
def test_exit_codes(arguments, code):
    done = run(*arguments, text=WRONG)
    assert done.returncode == code, done.stderr.decode()
    assert code != 2 or (done.stderr and not done.stdout)


def test_information_and_hints_do_not_count():
    text = GOOD.replace("| [A]", "|[A]")
    assert [p["severity"] for p in problems("-", text=text)] == ["hint"]
    assert run("check", "-", text=text).returncode == 0


def test_streams_have_one_owner():
    done = run("check", "-", "--fix", text=WRONG + "| B | x | foo | CT | 2D |\n")
    assert done.stdout.decode() == WRONG.replace("Detectoin", "Detection") + "| B | x | foo | CT | 2D |\n"
    assert b"unknown-value" in done.stderr and done.returncode == 1
    diff = run("check", "-", "--diff", text=WRONG).stdout.decode()
    assert diff.startswith("--- ") and "\n-| [A]" in diff and "\n+| [A]" in diff


def test_places_are_scalars_and_half_open():
    text = "\ufeff" + HEADER + "| [É](https://a.org) | 🧠 | Detectoin | CT | 2D |\r\n"
    (found,) = [p for p in problems("-", "--stdin-filename", "x.md", text=text) if p["code"] == "unknown-value"]
    line = text.lstrip("\ufeff").split("\n")[2]
    assert line[found["column"] - 1:found["endColumn"] - 1] == "Detectoin"
    assert (found["file"], found["line"], found["endLine"], found["fixable"]) == ("x.md", 3, 3, True)


def test_broken_utf8_is_named_and_left(tmp_path):
    (tmp_path / "a.md").write_bytes(b"abc\xff")
    (tmp_path / "b.md").write_text(WRONG)
    done = run("check", "--fix", tmp_path)
    assert done.returncode == 2 and b"a.md" in done.stderr and b"offset 3" in done.stderr
    assert (tmp_path / "a.md").read_bytes() == b"abc\xff"
    assert "Detection" in (tmp_path / "b.md").read_text()


def test_folders_are_walked(tmp_path):
    for name in ["a.md", "sub/b.markdown", ".hidden/c.md", "out/d.md", "out/keep.md", "e.txt", "x/old/f.md"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(WRONG)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("out/*\n!out/keep.md\n**/old/\n")
    assert sorted({p["file"] for p in problems(folder=tmp_path)}) == ["a.md", "out/keep.md", "sub/b.markdown"]
    assert {p["file"] for p in problems("sub", folder=tmp_path)} == {"sub/b.markdown"}


def test_nothing_to_check(tmp_path):
    done = run("check", "--output-format", "json", folder=tmp_path)
    assert done.returncode == 0 and b"nothing" in done.stderr and json.loads(done.stdout) == []


def test_files_are_replaced_with_care(tmp_path):
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_text(WRONG)
    file.chmod(0o640)
    link.symlink_to(file)
    assert run("check", "--fix", link).returncode == 0
    assert link.is_symlink() and stat.S_IMODE(file.stat().st_mode) == 0o640
    assert "Detection" in file.read_text()
    before = file.stat()
    assert run("check", "--fix", file).returncode == 0 and run("format", file).returncode == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "link.md"]


def test_a_pipe_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    assert run("check", tmp_path / "a.md").returncode == 2


def test_unsafe_fixes_move_values():
    assert "| Detection | CT, MRI |" in run("check", "-", "--unsafe-fixes", text=UNSAFE).stdout.decode()
    assert run("check", "-", "--fix", text=UNSAFE).stdout.decode() == UNSAFE


def test_fixing_twice_changes_nothing():
    fixture = pathlib.Path(__file__).parents[1] / "Fixtures" / "imaging-datasets.md"
    once = run("check", "-", "--fix", text=fixture.read_text()).stdout
    assert run("check", "-", "--fix", text=once).stdout == once
    fixable = [p for p in problems("-", text=fixture.read_text()) if p["fixable"]]
    assert fixable and not [p for p in problems("-", text=once) if p["fixable"]]


def test_configuration(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text(WRONG.replace("CT", "Hologram"))
    configuration = tmp_path / ".mdcatalog.json"
    configuration.write_text('{"rules": {"unknown-value": "hint"}, "terms": {"modality": ["Hologram"]}}')
    assert [(p["code"], p["severity"]) for p in problems(tmp_path)] == [("unknown-value", "hint")]
    configuration.write_text('{\n  "rules": {"unknown-valu": "hint"}\n}')
    done = run("check", "--output-format", "json", tmp_path)
    assert done.returncode == 2
    (found,) = [p for p in json.loads(done.stdout) if p["code"] == "invalid-configuration"]
    assert (found["line"], found["column"]) == (2, 13)


def test_a_schema_of_ones_own(tmp_path):
    schema = tmp_path / "planets.json"
    schema.write_text(json.dumps({
        "fields": [{"name": "planet", "title": "Planet", "mdcatalog:key": True},
                   {"name": "kind", "title": "Kind", "type": "list", "mdcatalog:vocabulary": "kind"}],
        "vocabularies": [{"name": "kind", "concepts": ["Rocky", "Gas giant"]}]}))
    text = "| Planet | Kind |\n|---|---|\n| Mars | Roky |\n| Jupiter | gas giant |\n"
    found = problems("-", "--schema", schema, text=text)
    assert [p["code"] for p in found if p["severity"] == "warning"] == ["unknown-value", "nonstandard-value"]


def test_other_report_formats():
    github = run("check", "-", "--output-format", "github", "--stdin-filename", "a,b.md", text=WRONG).stdout.decode()
    assert github.startswith("::warning file=a%2Cb.md,line=3,")
    sarif = json.loads(run("check", "-", "--output-format", "sarif", text=WRONG).stdout)
    (single,) = sarif["runs"]
    assert sarif["version"] == "2.1.0" and single["columnKind"] == "unicodeCodePoints"
    result = single["results"][0]
    assert single["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "unknown-value"
    assert b"<failure" in run("check", "-", "--output-format", "junit", text=WRONG).stdout
    text = run("check", "-", text=WRONG).stdout.decode()
    assert "\x1b" not in text and "^^^^^^^^^" in text and "1 can be mended with --fix" in text


def test_export():
    done = run("export", "--to", "json", "-", text="x\n\n> | a \\| b | `c` |\n> |-|-|\n> | 1 |\n")
    assert json.loads(done.stdout)["tables"] == [
        {"line": 3, "columns": ["a \\| b", "`c`"], "rows": [{"line": 5, "cells": ["1"]}]}]


def test_a_closed_pipe_is_no_disaster(tmp_path):
    (tmp_path / "a.md").write_text(WRONG * 2000)
    done = subprocess.run(f"{TOOL} check {tmp_path}/a.md | head -1", shell=True, capture_output=True)
    assert done.stderr == b""


@pytest.mark.parametrize("configuration, is_valid", [
    ({"rules": {"missing-cell": "off"}, "style": "compact", "maxProblems": 3}, True),
    ({"terms": {"modality": ["X", {"prefLabel": "Y", "altLabel": "Z"}]}, "x:own": []}, True),
    ({"schema": {"fields": [{"name": "a", "mdcatalog:key": True}]}}, True),
    ({"rules": {"no-such": "off"}}, False), ({"style": "wide"}, False), ({"maxProblems": 0}, False),
    ({"unheard": 1}, False), ({"terms": {"modality": [{"altLabel": []}]}}, False)])
def test_the_json_schema_agrees_with_the_reader(configuration, is_valid, tmp_path):
    folder = pathlib.Path(__file__).parents[2] / "Grammar"
    schema = json.loads((folder / "configuration.schema.json").read_text())
    assert jsonschema.Draft202012Validator(schema).is_valid(configuration) == is_valid
    (tmp_path / ".mdcatalog.json").write_text(json.dumps(configuration))
    (tmp_path / "a.md").write_text(GOOD)
    assert (run("check", tmp_path).returncode == 2) != is_valid
