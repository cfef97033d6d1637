"""`import`."""

import json
from collections import Counter

import pytest

from lists import LISTS, SEEDS, odd_list, odd_records, tables
from tool import GOOD, HEADER, problems, row, run, write

FORMATS = ["csv", "tsv", "json", "ndjson"]


def bring(folder, format, data, *options, into="a.md"):
    return run("import", "--from", format, "--into", into, *options, "-", text=data, folder=folder)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_an_exported_list_is_imported_unchanged(path, format, tmp_path):
    check_round_trip(path, format, tmp_path)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("seed", SEEDS)
def test_exported_odd_cells_are_imported_unchanged(seed, format, tmp_path):
    path = odd_list(tmp_path, seed)
    if format == "tsv":
        # Plain text has no tabs in its fields.
        path.write_bytes(path.read_bytes().replace(b"\t", b" "))
    check_round_trip(path, format, tmp_path)


def check_round_trip(path, format, folder):
    """Export, import into an empty catalog and export give the same data; a second import changes nothing."""
    data = run("export", "--to", format, path).stdout
    done = bring(folder, format, data, into="new.md")
    assert done.returncode == 0, done.stderr.decode()
    new = folder / "new.md"
    if format == "json":
        assert tables(new) == tables(path)
    else:
        assert run("export", "--to", format, new).stdout == data
    before = new.read_bytes()
    done = bring(folder, format, data, into="new.md")
    assert done.returncode == 0 and b" 0 rows added, 0 changed" in done.stdout
    copy = folder / "copy.md"
    copy.write_bytes(path.read_bytes())
    assert bring(folder, format, data, into="copy.md").returncode == 0
    assert new.read_bytes() == before and copy.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("seed", SEEDS)
def test_odd_values_are_kept_except_pipes_and_line_ends(seed, tmp_path):
    [(columns, rows)] = tables(odd_list(tmp_path, seed))
    given = odd_records(seed)
    assert columns == list(given[0])
    for record, cells in zip(given, rows, strict=True):
        for value, cell in zip(record.values(), cells, strict=True):
            value = value.strip(" \t\r\n").replace("\r\n", "\n").replace("\r", "\n")
            assert cell.replace("\\|", "|") == value.replace("\n", "<br>").replace("\\|", "|")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_new_row_is_inserted_in_order_and_all_else_stays(path, tmp_path):
    before = path.read_bytes()
    known = Counter(problem["code"] for problem in problems(path))
    names = ["000", "B-17 set", "Lungs 9", "Lungs 10", "mmm", "ZZZ"]
    for name in names:
        write(tmp_path, {".mdcatalog.json": "{}", "a.md": before})
        record = {"Dataset": f"[{name}](https://example.org/{name.replace(' ', '-')})", "Dim.": "2D",
                  "Description": "Hands", "Task": "Detection", "Modality": "CT"}
        done = bring(tmp_path, "ndjson", json.dumps(record))
        assert done.returncode == 0 and b"1 row added, 0 changed" in done.stdout
        old, new = before.splitlines(True), (tmp_path / "a.md").read_bytes().splitlines(True)
        [added] = [line for line in new if name.encode() in line and line not in old]
        new.remove(added)
        assert new == old
        assert Counter(problem["code"] for problem in problems(tmp_path / "a.md")) == known


def test_a_row_gets_new_values_and_keeps_its_layout(tmp_path):
    text = "# A\n\n" + HEADER + row("A") + "[B](https://b.org)|Hands |Detection|CT|  2D\n\nend\n"
    write(tmp_path, {"a.md": text})
    done = bring(tmp_path, "csv", "modality,dataset\nMRI,b\n")
    assert done.returncode == 0 and b"0 rows added, 1 changed, 0 unchanged" in done.stdout
    assert (tmp_path / "a.md").read_text() == text.replace("|Detection|CT|", "|Detection|MRI|")
    bring(tmp_path, "json", '[{"Dataset": "A", "Dim.": null, "Task": ["Detection", "Text"]}]')
    assert row("A", "Detection, Text") in (tmp_path / "a.md").read_text()


def test_lists_are_split_by_the_delimiter_of_their_column(tmp_path):
    schema = {"primaryKey": "a", "fields": [
        {"name": "a"}, {"name": "b", "type": "list", "delimiter": "; ", "mdcatalog:vocabulary": "v"}],
        "vocabularies": [{"name": "v", "concepts": ["One", "Two"]}]}
    write(tmp_path, {".mdcatalog.json": json.dumps({"schema": schema}),
                     "a.md": "| a | b |\n| --- | --- |\n| x | One |\n"})
    record = '{"a": "y", "b": ["One", "Two"]}'
    for format, data in [("json", f"[{record}]"), ("ndjson", record),
                         ("json", '{"tables": [{"columns": ["a", "b"], "rows": '
                                  '[{"cells": ["z", ["Two", "One"]]}]}]}')]:
        assert bring(tmp_path, format, data).returncode == 0
    text = (tmp_path / "a.md").read_text()
    assert text.endswith("| y | One; Two |\n| z | Two; One |\n")
    assert problems(tmp_path / "a.md") == []


def test_line_ends_prefixes_and_layout_stay(tmp_path):
    for text, name in [("> | a | b |\r\n> |---|---|\r\n> | x | 1 |\r\n", "quoted"),
                       ("| a   | b   |\n| --- | --- |\n| xxx | 1   |", "aligned")]:
        write(tmp_path, {name: text})
        assert bring(tmp_path, "csv", "a,b\nzz,2\n", into=name).returncode == 0
        new = (tmp_path / name).read_bytes().decode()
        assert new.startswith(text)
        assert new[len(text):] == {
            "quoted": "> | zz | 2 |\r\n", "aligned": "\n| zz  | 2   |"}[name]


def test_nothing_is_written_if_anything_is_wrong(tmp_path):
    write(tmp_path, {"a.md": GOOD + row("B") + row("b")})
    before = (tmp_path / "a.md").read_bytes()
    for format, data, message in [
            ("csv", "Dataset,Kind\nx,y\n", b"no column \xe2\x80\x9cKind"),
            ("csv", "Task\nx\n", b"the key of the table"), ("csv", "", b"the data is empty"),
            ("csv", "Dataset,Task\nx,y\nA,1\na,2\n", b"<stdin>:4:"),
            ("csv", "Dataset,Task\nx,y\nB,1\n", b"lines 4, 5"),
            ("csv", 'Dataset,Task\nx,"y\n', b"<stdin>:2: the opening quote"),
            ("json", '[{"Dataset": "x"}, {"Dataset": {}}]', b"<stdin>: record 2:"),
            ("json", '[\n{"Dataset": "x"', b"<stdin>:2:16: not valid JSON"),
            ("ndjson", '{"Dataset": "x"}\n[]\n', b"<stdin>:2: a record must be a JSON object"),
            ("tsv", b"Dataset\n\xff\n", b"not UTF-8 at byte offset 8")]:
        done = bring(tmp_path, format, data)
        assert done.returncode == 2 and not done.stdout and message in done.stderr, done.stderr
        assert (tmp_path / "a.md").read_bytes() == before


def test_diff_shows_changes_and_writes_nothing(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    done = bring(tmp_path, "csv", "Dataset,Task\nB,Detection\n", "--diff")
    assert done.returncode == 1 and b"+| B |  | Detection |  |  |\n" in done.stdout
    assert (tmp_path / "a.md").read_text() == GOOD
    assert bring(tmp_path, "csv", "Dataset\nA\n", "--diff").returncode == 0


def test_the_table_and_the_key_are_chosen(tmp_path):
    two = "| a | b |\n|-|-|\n| 1 | x |\n\n| a | b |\n|-|-|\n| 2 | y |\n"
    write(tmp_path, {"a.md": two})
    done = bring(tmp_path, "csv", "a,b\n2,z\n")
    assert done.returncode == 2 and b"choose one with --table" in done.stderr
    assert bring(tmp_path, "csv", "a,b\n3,y\n", "--table", "2", "--key", "b").returncode == 0
    assert (tmp_path / "a.md").read_text() == two.replace("| 2 | y |", "| 3 | y |")


def test_empty_data_changes_nothing(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    for format, data in [("json", "[]"), ("ndjson", "\n"), ("csv", "Task\n"), ("tsv", "Dataset\tTask\n")]:
        assert bring(tmp_path, format, data).returncode == 0
        assert (tmp_path / "a.md").read_text() == GOOD
    done = bring(tmp_path, "json", "[]", into="new.md")
    assert done.returncode == 2 and b"the data is empty" in done.stderr
    assert not (tmp_path / "new.md").exists()


def test_guarded_formulas_are_imported_unchanged(tmp_path):
    data = "a,b\nx,'=1\ny,''=1\nz,'s\n"
    assert bring(tmp_path, "csv", data).returncode == 0
    assert tables(tmp_path / "a.md")[0][1] == [["x", "=1"], ["y", "'=1"], ["z", "'s"]]
    bring(tmp_path, "csv", data, "--raw", into="raw.md")
    assert tables(tmp_path / "raw.md")[0][1] == [["x", "'=1"], ["y", "''=1"], ["z", "'s"]]


def test_spreadsheets_write_a_byte_order_mark(tmp_path):
    for format, data in [("csv", "a\r\nx\r\n"), ("json", '[{"a": "x"}]'), ("ndjson", '{"a": "x"}')]:
        assert bring(tmp_path, format, "\ufeff" + data, into=format).returncode == 0
        assert tables(tmp_path / format) == [(["a"], [["x"]])]


def test_column_names_are_matched_as_in_cells(tmp_path):
    """A form feed at the end of a cell stays, as renderers show it; a name of dashes matches only itself."""
    data = "\v-,----:\f,a|b\r\n1,2,3\r\n"
    for count in [1, 0]:
        done = bring(tmp_path, "csv", data)
        assert done.returncode == 0 and f"{count} row".encode() in done.stdout, done.stderr
    assert tables(tmp_path / "a.md") == [(["-", "----:\f", "a\\|b"], [["1", "2", "3"]])]
    # Two names that are equal in cells are distinguished.
    for name in ["-", "\\|"]:
        new = f"of {len(name)}.md"
        done = bring(tmp_path, "csv", f"\v{name},{name},{name}\v\r\n1,2,3\r\n", into=new)
        assert done.returncode == 0 and tables(tmp_path / new)[0][1] == [["1", "2", "3"]], done.stderr


def test_a_header_that_begins_with_a_byte_order_mark_is_kept(tmp_path):
    catalog = "| \ufeffName | B |\n| --- | --- |\n| x | y |\n"
    data = run("export", "--to", "csv", "-", text=catalog).stdout
    assert data.startswith('"\ufeffName"'.encode())
    assert bring(tmp_path, "csv", data).returncode == 0
    assert tables(tmp_path / "a.md")[0][0] == ["\ufeffName", "B"]


@pytest.mark.parametrize("end", ["{: .wide }\n", "Source: us.\n", ": Sizes\n:::\n"])
def test_new_rows_go_above_a_table_s_last_lines_of_text(end, tmp_path):
    write(tmp_path, {"a.md": GOOD + end})
    assert bring(tmp_path, "csv", "Dataset,Task\nNew,Detection\n").returncode == 0
    assert (tmp_path / "a.md").read_text() == GOOD + "| New |  | Detection |  |  |\n" + end


@pytest.mark.parametrize("conflict", [
    "<<<<<<< ours\n" + row("B") + "=======\n" + row("C") + ">>>>>>> theirs\n",
    "\n<<<<<<< ours\nSome text.\n=======\nOther text.\n>>>>>>> theirs\n",
])
def test_a_catalog_with_a_merge_conflict_is_refused(conflict, tmp_path):
    write(tmp_path, {"a.md": GOOD + conflict})
    done = bring(tmp_path, "csv", "Dataset,Task\nNew,Detection\n")
    line = 4 + conflict.startswith("\n")
    assert done.returncode == 2
    assert f"a.md has a merge conflict on line {line}" in done.stderr.decode()
    assert (tmp_path / "a.md").read_text() == GOOD + conflict


@pytest.mark.parametrize("data, place, message", [
    ('[\n {"Dataset": "a", "Task": "x",\n  "Task": "y"}]', "3:3", "has “Task” twice"),
    ('[{"Dataset": "é\\u0000"}]', "1:16", "NUL"), ('[{"Dataset": "a"},\n{"T\\udc00": 1}]', "2:4", "surrogate"),
    ('[{"Dataset": "\\ud83d x"}]', "1:15", "surrogate"), ('[{"Dataset": "\\ud83d\\ud83d"}]', "1:15", "surrogate"),
    ('[{"x": {"y": 1, "y": 2}}]', "1:17", "twice")])
def test_json_that_a_catalog_cannot_hold_is_an_error_at_its_place(data, place, message, tmp_path):
    write(tmp_path, {"a.md": GOOD})
    done = bring(tmp_path, "json", data)
    assert done.returncode == 2 and f"<stdin>:{place}: " in done.stderr.decode(), done.stderr
    assert message in done.stderr.decode() and (tmp_path / "a.md").read_text() == GOOD
    line = '{"Dataset": "\\ud83d\\ude00", "Task": "\\\\u0000"}\n'
    done = bring(tmp_path, "ndjson", line + '{"Dataset": "b", "Dataset": "c"}\n')
    assert "<stdin>:2:18: " in done.stderr.decode()
    assert bring(tmp_path, "ndjson", line).returncode == 0


@pytest.mark.parametrize("data, delimiter", [
    ("Dataset;Task\nB;Detection\n", "“;”"), ("Dataset\tTask\nB\tDetection\n", "a tab"),
    ("Dataset|Task\r\nB|Detection\r\n", "“|”"),
    ('"Dataset";"Task"\n"B";"Detection"\n', "“;”"), ("Dataset;Dim.,\nB;2D, 3D\nC;2D\n", "“;”")])
def test_the_delimiter_is_found_by_the_first_lines(data, delimiter, tmp_path):
    header = HEADER.replace("Dim.", "Dim.,")
    write(tmp_path, {"a.md": header + row("A")})
    done = bring(tmp_path, "csv", data)
    assert done.returncode == 0, done.stderr
    assert f"<stdin>:1: the delimiter is {delimiter}, as in this line" in done.stderr.decode()
    assert "B" in [cells[0] for cells in tables(tmp_path / "a.md")[0][1]]


@pytest.mark.parametrize("format", ["csv", "tsv"])
@pytest.mark.parametrize("name", ["A; B", "&amp;", "A\\|B;C"])
@pytest.mark.parametrize("rows", ["", "| x |\n| y; z |\n"])
def test_a_name_with_another_delimiter_comes_in_again(format, name, rows, tmp_path):
    write(tmp_path, {"a.md": f"| {name} |\n| --- |\n{rows}"})
    exported = run("export", "--to", format, tmp_path / "a.md")
    done = bring(tmp_path, format, exported.stdout, into="b.md")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "b.md").read_text() == (tmp_path / "a.md").read_text()


def test_a_delimiter_is_named(tmp_path):
    write(tmp_path, {"a.md": HEADER + row("A")})
    done = bring(tmp_path, "csv", "Dataset:Task\nB:Text\n", "--delimiter", ";")
    assert done.returncode == 2
    done = bring(tmp_path, "csv", "Dataset:Task\nB:Detection\n", "--delimiter", ":")
    assert (done.returncode, done.stderr) == (0, b"")
    done = bring(tmp_path, "csv", 'Dataset\tTask\n"C ""x"""\tDetection\n', "--delimiter", "\\t")
    assert (done.returncode, done.stderr) == (0, b"")
    done = bring(tmp_path, "tsv", 'Dataset\tTask\n"D"\tDetection\n')
    assert b"<stdin>:2: quotes are read as text" in done.stderr
    names = [cells[0] for cells in tables(tmp_path / "a.md")[0][1]]
    assert sorted(names) == ['"D"', "B", 'C "x"', "[A](https://a.org)"]
    for arguments, message in [(["csv", "x", "--delimiter", "ab"], b"one character"),
                               (["csv", "x", "--delimiter", "a"], b"one character"),
                               (["json", "[]", "--delimiter", ";"], b"--delimiter is for --from csv, tsv")]:
        done = bring(tmp_path, *arguments)
        assert done.returncode == 2 and message in done.stderr


@pytest.mark.parametrize("data, message", [
    ("Dataset,Task,Task\nB,x,y\n", "the data has several columns “Task”: rename or remove all but one"),
    ("Dataset,task,Task\nB,x,y\n", "the data has several columns “task”"),
    ("Dataset,Task,\nB,x,y\n", "column 3 of the data has no name")])
def test_headers_that_name_no_column_of_their_own(data, message, tmp_path):
    write(tmp_path, {"a.md": GOOD})
    done = bring(tmp_path, "csv", data)
    assert done.returncode == 2 and message in done.stderr.decode(), done.stderr
    assert (tmp_path / "a.md").read_text() == GOOD
    # A table may have two columns of one name.
    write(tmp_path, {"b.md": "| a | b | b |\n|-|-|-|\n| 1 | 2 | 3 |\n"})
    assert bring(tmp_path, "csv", "a,b,b\n1,4,5\n", into="b.md").returncode == 0
    assert tables(tmp_path / "b.md")[0][1] == [["1", "4", "5"]]


def test_text_that_holds_nul_is_refused(tmp_path):
    write(tmp_path, {"a.md": GOOD})
    done = bring(tmp_path, "csv", "Dataset,Task\nB,x\0\n")
    assert done.returncode == 2 and b"<stdin>:2:4: the text must not hold NUL" in done.stderr
