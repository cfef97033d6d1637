"""The tables as data."""

import json

from tool import GOOD, run, write


def test_export():
    done = run("export", "--to", "json", "-", text="x\n\n> | a \\| b | `c` |\n> |-|-|\n> | 1 |\n")
    assert json.loads(done.stdout) == {"file": "<stdin>", "tables": [
        {"line": 3, "columns": ["a \\| b", "`c`"], "rows": [{"line": 5, "cells": ["1"]}]}]}
    done = run("export", "--to", "json", "-", "--stdin-filename", "x.md", text="")
    assert json.loads(done.stdout) == {"file": "x.md", "tables": []}


def test_one_file_is_exported(tmp_path):
    write(tmp_path, {"a.md": GOOD, "b.md": GOOD})
    for operands in [["."], ["a.md", "b.md"], []]:
        done = run("export", "--to", "json", *operands, folder=tmp_path)
        assert done.returncode == 2 and not done.stdout and done.stderr
    assert json.loads(run("export", "--to", "json", "a.md", folder=tmp_path).stdout)["file"] == "a.md"


def test_formats_that_are_planned_are_told_from_others(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    assert b"not there yet" in run("export", "--to", "csv", "a.md", folder=tmp_path).stderr
    assert b"unknown format" in run("export", "--to", "xls", "a.md", folder=tmp_path).stderr
    assert b"--to" in run("export", "a.md", folder=tmp_path).stderr
