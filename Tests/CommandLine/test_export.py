"""`export`."""

import csv
import io
import json

import pytest

from lists import LISTS, SEEDS, odd_list, records
from tool import GOOD, run, write



def fields(done):
    return list(csv.reader(io.StringIO(done.stdout.decode(), newline="")))


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
    done = run("export", "--to", "csv", "--raw", path)
    assert done.returncode == 0 and fields(done) == [columns, *rows]
    done = run("export", "--to", "tsv", "--raw", path)
    assert done.returncode == 0 and [
        line.split("\t") for line in done.stdout.decode().removesuffix("\n").split("\n")
    ] == [[cell.replace("\t", " ") for cell in row] for row in [columns, *rows]]
    lines = run("export", "--to", "ndjson", path).stdout.decode().split("\n")
    assert lines.pop() == ""
    assert [list(json.loads(line).items()) for line in lines] == [
        list(zip(columns, row)) for row in rows]


def test_csv_is_quoted_by_rfc_4180_and_tsv_is_plain():
    text = '| a,b | a |  | a |\n|-|-|-|-|\n| "x" | y\tz | 1 \\| 2 |\n'
    done = run("export", "--to", "csv", "-", text=text)
    assert done.stdout == b'"a,b",a,Column 3,a 2\r\n"""x""",y\tz,1 \\| 2,\r\n'
    done = run("export", "--to", "tsv", "-", text=text)
    assert done.stdout == b'a,b\ta\tColumn 3\ta 2\n"x"\ty z\t1 \\| 2\t\n'
    assert b"<stdin>: tabs in cells are written as spaces: line 3" in done.stderr
    assert run("export", "--to", "tsv", "-", text='| a |\n|-|\n| " |\n').stderr == b""
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
    assert b"  1: line 1, 1 row, a\n  2: line 5, 1 row, b" in done.stderr
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


def test_tables_of_the_same_headers_are_exported_together(tmp_path):
    table = "| Name | Page |\n|-|-|\n"
    write(tmp_path, {"a.md": "# Two\n\n" + table + "| a | b |\n\n## More\n\n" + table
                     + "| c | [d](https://d.org) |\n\nEnd\n\n" + table})
    for format, expected in [
            ("csv", b"Name,Page\r\na,b\r\nc,[d](https://d.org)\r\n"),
            ("tsv", b"Name\tPage\na\tb\nc\t[d](https://d.org)\n"),
            ("ndjson", b'{"Name":"a","Page":"b"}\n{"Name":"c","Page":"[d](https://d.org)"}\n')]:
        done = run("export", "--to", format, "a.md", folder=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, expected, b"")
    page = run("export", "--to", "html", "a.md", folder=tmp_path).stdout.decode()
    assert page.count("<tr data-values") == 2 and "2 rows" in page and page.count("<th scope=\"col\"") == 2
    done = run("export", "--to", "csv", "--split-links", "a.md", folder=tmp_path)
    assert fields(done) == [["Name", "Page", "Page URL"], ["a", "b", ""], ["c", "d", "https://d.org"]]


REFERENCES = """| Name | Also |
| --- | --- |
| [Mars][red planet] | [Moon] of [Earth][] |
| [Pluto][none] | ![icon][i] `[Moon]` [^1] |
| [[b] Rho][moon] | [Moon](own) |

[Red  Planet]: https://mars.org "A title"
[MOON]: <https://moon.org>
[moon]: https://later.org

> [earth]:
>   https://earth.org/(a)

[i]: icon.png
[^1]: A note

text
[none]: https://no.org
"""


def test_reference_links_are_links_in_all_formats(tmp_path):
    write(tmp_path, {"a.md": REFERENCES})
    rows = [["[Mars](https://mars.org)", "[Moon](https://moon.org) of [Earth](https://earth.org/(a))"],
            ["[Pluto][none]", "![icon](icon.png) `[Moon]` [^1]"],
            ["[[b] Rho](https://moon.org)", "[Moon](own)"]]
    assert fields(run("export", "--to", "csv", "a.md", folder=tmp_path))[1:] == rows
    table = json.loads(run("export", "--to", "json", "a.md", folder=tmp_path).stdout)["tables"][0]
    assert [row["cells"] for row in table["rows"]] == rows
    lines = run("export", "--to", "ndjson", "a.md", folder=tmp_path).stdout.splitlines()
    assert [list(json.loads(line).values()) for line in lines] == rows
    croissant = json.loads(run("export", "--to", "croissant", "a.md", folder=tmp_path).stdout)
    assert [list(row.values()) for row in croissant["recordSet"][0]["data"]] == rows
    done = run("export", "--to", "csv", "--split-links", "a.md", folder=tmp_path)
    assert [row[:2] for row in fields(done)] == [
        ["Name", "Name URL"], ["Mars", "https://mars.org"], ["[Pluto][none]", ""],
        ["[b] Rho", "https://moon.org"]]
    page = run("export", "--to", "html", "a.md", folder=tmp_path).stdout.decode()
    assert "href=\"https://mars.org\">Mars</a>" in page and "href=\"https://earth.org/(a)\">Earth" in page
    assert "later.org" not in page and "no.org" not in page


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "ndjson"])
@pytest.mark.parametrize("options", [[], ["--split-links"]])
def test_exported_reference_links_are_imported_unchanged(format, options, tmp_path):
    if format == "json" and options:
        pytest.skip("not run: json has no --split-links")
    write(tmp_path, {"a.md": REFERENCES})
    data = run("export", "--to", format, *options, "a.md", folder=tmp_path).stdout
    done = run("import", "--from", format, "--into", "a.md", "-", text=data, folder=tmp_path)
    assert done.stdout == b"a.md: 0 rows added, 0 changed, 3 unchanged\n", done.stderr
    assert (tmp_path / "a.md").read_text() == REFERENCES


@pytest.mark.parametrize("cell", ["www._" * 40_000, "www.a.b`x`" * 20_000, "a@b_" * 40_000,
                                  "http://a_" * 20_000, "www.a_." * 40_000])
def test_a_page_of_long_rows_of_urls_takes_no_time(cell):
    assert run("export", "--to", "html", "-", text=f"| A |\n|-|\n| {cell} |\n", timeout=20).returncode == 0


@pytest.mark.parametrize("command", [["export", "--to", "csv"], ["export", "--to", "json"], ["stats"], ["schema", "init"]])
def test_a_merge_conflict_is_mentioned(command):
    text = "| Name | Year |\n|---|---|\n| A | 1 |\n<<<<<<< ours\n| B | 2 |\n=======\n| B | 3 |\n>>>>>>> theirs\n"
    done = run(*command, "-", text=text)
    assert done.returncode == 0 and b"<stdin>:4: merge conflict" in done.stderr
