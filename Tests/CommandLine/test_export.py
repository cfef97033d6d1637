"""`export`."""

import csv
import io
import json

import pytest

from lists import LISTS, SEEDS, odd_list, records
from tool import GOOD, run, write

DIALECTS = {"csv": ",", "tsv": "\t"}


def fields(done, delimiter=","):
    return list(csv.reader(io.StringIO(done.stdout.decode(), newline=""), delimiter=delimiter))


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


def test_usage(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    for arguments, message in [
            (["--to", "xls"], b"unknown value xls for --to: use json"), ([], b"--to"),
            (["--to", "json", "--raw"], b"--raw is for --to csv, tsv"),
            (["--to", "html", "--split-links"], b"--split-links is for"),
            (["--to", "csv", "--output", "x"], b"--output is for --to datapackage"),
            (["--to", "csv", "--table", "0"], b"a number from 1"),
            (["--to", "csv", "--table", "2"], b"no table 2: a.md has 1 table")]:
        done = run("export", *arguments, "a.md", folder=tmp_path)
        assert done.returncode == 2 and not done.stdout and message in done.stderr
    done = run("export", "--to", "csv", "-", text="no table")
    assert done.returncode == 2 and b"no tables" in done.stderr


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_records_of_a_list(path):
    check_records(path)


@pytest.mark.parametrize("seed", SEEDS)
def test_records_with_odd_cells(seed, tmp_path):
    check_records(odd_list(tmp_path, seed))


def check_records(path):
    columns, rows = records(path)
    for name, delimiter in DIALECTS.items():
        done = run("export", "--to", name, "--raw", path)
        assert done.returncode == 0 and fields(done, delimiter) == [columns, *rows]
    lines = run("export", "--to", "ndjson", path).stdout.decode().split("\n")
    assert lines.pop() == ""
    assert [list(json.loads(line).items()) for line in lines] == [
        list(zip(columns, row)) for row in rows]


def test_fields_are_quoted_by_rfc_4180():
    text = '| a,b | a |  | a |\n|-|-|-|-|\n| "x" | y\tz | 1 \\| 2 |\n'
    done = run("export", "--to", "csv", "-", text=text)
    assert done.stdout == b'"a,b",a,Column 3,a 2\r\n"""x""",y\tz,1 \\| 2,\r\n'
    done = run("export", "--to", "tsv", "-", text=text)
    assert done.stdout == b'a,b\ta\tColumn 3\ta 2\r\n"""x"""\t"y\tz"\t1 \\| 2\t\r\n'
    assert run("export", "--to", "csv", "-", text="|a|\n|-|\n||\n").stdout == b'a\r\n""\r\n'


def test_a_spreadsheet_runs_no_cell():
    cells = ["=1", "+x", "-x", "@x", "＝1", "'=1", "''@", "-1.5e+3", "+7", "--", "'x", "1-2", "-1+2"]
    text = "| a |\n|-|\n" + "".join(f"| {cell} |\n" for cell in cells)
    written = [row[0] for row in fields(run("export", "--to", "csv", "-", text=text))[1:]]
    assert written == [("" if cell in ["-1.5e+3", "+7", "--", "'x", "1-2"] else "'") + cell
                       for cell in cells]
    raw = run("export", "--to", "csv", "--raw", "-", text=text)
    assert [row[0] for row in fields(raw)[1:]] == cells


def test_one_of_several_tables():
    text = "| a |\n|-|\n| 1 |\n\n| b |\n|-|\n| 2 |\n"
    done = run("export", "--to", "csv", "-", text=text)
    assert done.returncode == 2 and not done.stdout
    assert b"  1: line 1, a\n  2: line 5, b" in done.stderr
    assert run("export", "--to", "csv", "--table", "2", "-", text=text).stdout == b"b\r\n2\r\n"
    done = run("export", "--to", "json", "--table", "2", "-", text=text)
    assert [table["line"] for table in json.loads(done.stdout)["tables"]] == [5]


def test_links_become_two_columns():
    text = ("| Name | URL |\n|-|-|\n| [a](https://a.org) | [x](y) z |\n| [b](c) | |\n| b | |\n"
            "| [c](<d e> \"t\") | |\n")
    done = run("export", "--to", "csv", "--split-links", "-", text=text)
    assert fields(done) == [["Name", "Name URL", "URL"], ["a", "https://a.org", "[x](y) z"],
                            ["b", "c", ""], ["b", "", ""], ['[c](<d e> "t")', "", ""]]


def test_cells_that_renderers_drop_are_named():
    done = run("export", "--to", "csv", "-", text="| a |\n|-|\n| 1 | 2 |\n")
    assert done.returncode == 0 and done.stdout == b"a\r\n1\r\n" and b"line 3" in done.stderr
