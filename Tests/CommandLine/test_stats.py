"""`stats`."""

import json
from collections import Counter
from itertools import product

import pytest

from lists import LISTS, records
from tool import HEADER, run, write


def stats(path, *options):
    done = run("stats", "--output-format", "json", path, *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["tables"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_counts_of_a_fixed_list(path, tmp_path):
    fixed = write(tmp_path, {"a.md": path.read_bytes()}) / "a.md"
    run("check", "--fix", fixed)
    columns, rows = records(fixed)
    [table] = stats(fixed)
    assert table["rows"] == len(rows) and table["schema"] == "dataset"
    assert [column["header"] for column in table["columns"]] == columns
    items = {}
    for index, column in enumerate(table["columns"]):
        cells = [row[index] for row in rows]
        assert column["filled"] == sum(map(bool, cells))
        if "vocabulary" not in column:
            continue
        items[column["header"]] = [set(filter(None, cell.split(", "))) for cell in cells]
        expected = Counter(item for cell in items[column["header"]] for item in cell)
        assert {value["value"]: value["rows"] for value in column["values"] + column["others"]} == (
            expected)
        counts = [value["rows"] for value in column["values"]]
        assert counts == sorted(counts, reverse=True)
    assert len(table["pairs"]) == 3
    for pair in table["pairs"]:
        first, second = pair["columns"]
        both = Counter(pair for cells in zip(items[first], items[second]) for pair in product(*cells))
        for value in pair["values"]:
            assert value["rows"] == both[tuple(value["values"])]


def test_values_count_as_their_terms(tmp_path):
    text = HEADER + (
        "| [A](a) | x | segmentation, Segmentation | Computed Tomography | 2d |\n"
        "| [B](b) | x | Segmentaton | CT; MRI | |\n"
        "| [C](c) | x | Segmentation | 3D |\n"
        "| [D](d) | x | Nonsense | CT <!-- mdcatalog-ignore --> | 3D |\n")
    [table] = stats(write(tmp_path, {"a.md": text}) / "a.md")
    counts = {column["header"]: column for column in table["columns"]}
    assert [counts[name]["filled"] for name in counts] == [4, 4, 4, 3, 3]
    assert counts["Task"]["values"] == [{"value": "Segmentation", "rows": 3}]
    assert counts["Task"]["others"] == [{"value": "Nonsense", "rows": 1}]
    assert counts["Modality"]["values"] == [{"value": "CT", "rows": 3}, {"value": "MRI", "rows": 1}]
    assert counts["Dim."]["values"] == [{"value": "3D", "rows": 2}, {"value": "2D", "rows": 1}]
    assert table["pairs"][0] == {"columns": ["Task", "Modality"], "values": [
        {"values": ["Segmentation", "CT"], "rows": 2}, {"values": ["Segmentation", "MRI"], "rows": 1}]}


def test_the_report_for_people(tmp_path):
    text = "# A\n\n" + HEADER + "".join(
        f"| [N{index}](n) | {'x' if index else ''} | Segmentation | {modality} | 3D |\n"
        for index, modality in enumerate(["CT"] * 6 + ["MRI"] * 3 + ["Foo\x1b[1m"]))
    write(tmp_path, {"a.md": text})
    done = run("stats", "a.md", folder=tmp_path)
    lines = done.stdout.decode().split("\n")
    assert done.returncode == 0 and not done.stderr and "\x1b" not in done.stdout.decode()
    assert lines[0] == "a.md:3: 10 rows, schema “dataset”"
    assert f"    Description   9  90 %  {'▇' * 21}" in lines
    assert f"    CT   6  {'▇' * 24}" in lines and f"    MRI  3  {'▇' * 12}" in lines
    assert "  Task with Modality" in lines and f"    Segmentation + CT   6  {'▇' * 24}" in lines
    assert "  Modality: unknown values" in lines


def test_tables_without_a_schema(tmp_path):
    planets = [("Mercury", "rock"), ("Venus", "rock"), ("Earth", "rock"), ("Mars", "rock"),
               ("Jupiter", "gas"), ("Saturn", "gas"), ("Uranus", "ice"), ("Neptune", "ice"),
               ("Vesta", "rock"), ("Ceres", "rock"), ("Kelt", "gas"), ("Osiris", "gas"),
               ("Pluto", "ice"), ("Eris", "ice")]
    text = "| Planet | Kind |\n|-|-|\n" + "".join(f"| {a} | {b} |\n" for a, b in planets)
    write(tmp_path, {"a.md": text + "\n| x | y |\n|-|-|\n| 1 | |\n"})
    learned, plain = stats(tmp_path / "a.md")
    assert learned["schema"] is None and plain["columns"] == [
        {"header": "x", "filled": 1}, {"header": "y", "filled": 0}]
    assert learned["columns"][1]["values"] == [
        {"value": "rock", "rows": 6}, {"value": "gas", "rows": 4}, {"value": "ice", "rows": 4}]
    assert stats(tmp_path / "a.md", "--table", "2") == [plain]
    done = run("stats", tmp_path / "a.md")
    assert b"no schema: vocabularies learned from the rows" in done.stdout


def test_tables_with_equal_headers_are_counted_together(tmp_path):
    table = "| Planet | Kind |\n|-|-|\n" + "".join(f"| P{index} | {'rock' if index % 2 else 'gas'} |\n" for index in range(6))
    write(tmp_path, {"a.md": f"{table}\n| x |\n|-|\n| 1 |\n\n{table}"})
    both, other = stats(tmp_path / "a.md")
    assert (both["line"], both["lines"], both["rows"], other["lines"]) == (1, [1, 14], 12, [10])
    assert both["columns"][1]["values"] == [{"value": "gas", "rows": 6}, {"value": "rock", "rows": 6}]
    [second] = stats(tmp_path / "a.md", "--table", "3")
    assert (second["lines"], second["rows"]) == ([14], 6)
    assert b"a.md:1: 12 rows in 2 tables, no schema" in run("stats", "a.md", folder=tmp_path).stdout


def test_numbers_are_summarised(tmp_path):
    years = [1801, 1846, 1930, 1930, 1801, 1846, 1930, 1801]
    text = "| Planet | Year | Mass | Rank |\n|-|-|-|-|\n" + "".join(
        f"| P{index} | {year} | {index * 1000 + 0.5:,} | {'a' if index < 2 else index} |\n"
        for index, year in enumerate(years))
    write(tmp_path, {"a.md": text})
    [table] = stats(tmp_path / "a.md")
    _, year, mass, rank = table["columns"]
    assert year == {"header": "Year", "filled": 8, "numbers": {
        "count": 8, "minimum": 1801, "median": 1846, "maximum": 1930}}
    assert mass["numbers"] == {"count": 8, "minimum": 0.5, "median": 3500.5, "maximum": 7000.5}
    assert "numbers" not in rank
    lines = run("stats", "a.md", folder=tmp_path).stdout.decode().split("\n")
    assert "  Numbers" in lines and "    Year  1801 to 1930, median 1846" in lines


def test_usage(tmp_path):
    write(tmp_path, {"a.md": "no table"})
    done = run("stats", "a.md", folder=tmp_path)
    assert done.returncode == 0 and not done.stdout and b"no tables" in done.stderr
    assert stats(tmp_path / "a.md") == []
    for arguments in [[], ["."], ["a.md", "--output-format", "xml"], ["a.md", "--table", "1"],
                      ["b.md"]]:
        done = run("stats", *arguments, folder=tmp_path)
        assert done.returncode == 2 and not done.stdout and done.stderr
