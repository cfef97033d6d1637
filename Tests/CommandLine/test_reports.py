"""Reports: places, problems and unreadable files."""

import json
import unicodedata
import xml.etree.ElementTree as XML

import pytest

from tool import GOOD, HEADER, WRONG, problems, row, run, write

FORMATS = ["text", "json", "github", "sarif", "junit"]


def report(output_format, *arguments, **options):
    return run("check", "--output-format", output_format, *arguments, **options).stdout.decode()


def test_places_are_scalars_and_half_open():
    text = "\ufeff" + HEADER + "| [É](https://a.org) | 🧠 | Detectoin | CT | 2D |\r\n"
    (found,) = [p for p in problems("-", "--stdin-filename", "x.md", text=text) if p["code"] == "unknown-value"]
    line = text.lstrip("\ufeff").split("\n")[2]
    assert line[found["column"] - 1:found["endColumn"] - 1] == "Detectoin"
    assert (found["file"], found["line"], found["endLine"], found["fixable"]) == ("x.md", 3, 3, True)
    assert list(found) == [
        "file", "line", "column", "endLine", "endColumn", "code", "severity", "message", "fixable"]
    (hint,) = problems("-", text="\ufeff" + GOOD.replace("| Dataset", "|Dataset"))
    assert (hint["line"], hint["column"]) == (1, 1)


def test_places_in_long_lines_of_many_scalars():
    items = [f"Zü🧠{i}" for i in range(300)]
    text = HEADER + f"| [A](https://a.org) | Hands | {', '.join(items)}, {', '.join(items[:99])} | CT | 2D |\n"
    line = text.split("\n")[2]
    found = [p for p in problems("-", text=text) if p["code"] == "unknown-value"]
    assert [line[p["column"] - 1:p["endColumn"] - 1] for p in found] == items + items[:99]


def test_reports_keep_the_order_of_files(tmp_path):
    write(tmp_path, {name: WRONG for name in ["b.md", "a/z.md", "a.md", "B.md", "é.md", "-.md", "!.md"]})
    write(tmp_path, {".mdcatalog.json": '{"style": 1}'})
    names = [".mdcatalog.json"] + [p.name for p in tmp_path.iterdir() if p.suffix == ".md"] + ["a/z.md"]
    found = problems(folder=tmp_path)
    assert [p["file"] for p in found] == sorted(names, key=str.encode)
    places = [tuple(p[key] for key in ["line", "column", "code"]) for p in problems(
        "-", text=HEADER + "| B | x | foo, foo | CT | 2D |\n| A |  | Detectoin | CT, ct | 2D |\n")]
    assert places == sorted(places) and len(places) > 4


def test_github_and_sarif():
    github = report("github", "-", "--stdin-filename", "a,b:c%\n.md", text=WRONG)
    assert github.startswith("::warning file=a%2Cb%3Ac%25%0A.md,line=3,") and github.count("\n") == 1
    sarif = json.loads(report("sarif", "-", "--stdin-filename", "a b.md", text=WRONG + row("A")))
    (single,) = sarif["runs"]
    assert sarif["version"] == "2.1.0" and single["columnKind"] == "unicodeCodePoints"
    results = {result["ruleId"]: result for result in single["results"]}
    assert set(results) == {"unknown-value", "duplicate-name"}
    for code, result in results.items():
        assert single["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == code
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b.md"
    (related,) = results["duplicate-name"]["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 3 and related["message"]["text"]
    assert single["invocations"] == [{"executionSuccessful": True}]


def test_junit_counts_what_it_shows(tmp_path):
    write(tmp_path, {"a.md": WRONG, "b.md": GOOD, "c.md": b"\xff"})
    suite = XML.fromstring(report("junit", folder=tmp_path))
    assert suite.attrib | {"name": ""} == {"name": "", "tests": "3", "failures": "1", "errors": "1"}
    assert [(case.get("name"), [child.tag for child in case]) for case in suite] == [
        ("a.md", ["failure"]), ("b.md", []), ("c.md", ["error"])]
    assert suite[0][0].get("message") == "1 problem" and "a.md:3:32" in suite[0][0].text
    assert "UTF-8" in suite[2][0].get("message")
    (tmp_path / "sub").mkdir()
    assert XML.fromstring(report("junit", "sub", folder=tmp_path)).attrib["tests"] == "0"


@pytest.mark.parametrize("value", ["Fo\uffffo", "\ufffeo", "a]]>b", "<b>&amp;\"'", "\x07x", "\x00", "\x85", "%0Aa,b"])
def test_every_value_can_be_reported(value):
    text = HEADER + f"| [A](https://a.org) | Hands | {value} | CT | 2D |\n"
    name = "a\t\n\x1b<&.md"
    suite = XML.fromstring(report("junit", "-", "--stdin-filename", name, text=text))
    assert suite[0].get("name") == name.replace("\x1b", "\ufffd")
    assert json.loads(report("json", "-", "--stdin-filename", name, text=text))[0]["file"] == name
    json.loads(report("sarif", "-", "--stdin-filename", name, text=text))


@pytest.mark.parametrize("output_format", FORMATS)
def test_unreadable_files_are_never_reported_as_clean(output_format, tmp_path):
    write(tmp_path, {"a.md": GOOD, "b.md": b"\xff"})
    done = run("check", "--output-format", output_format, "a.md", "b.md", "no-such.md", folder=tmp_path)
    assert done.returncode == 2 and b"b.md" in done.stderr and b"no-such.md" in done.stderr
    if output_format == "sarif":
        (invocation,) = json.loads(done.stdout)["runs"][0]["invocations"]
        assert not invocation["executionSuccessful"]
        assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error", "error"]
    if output_format == "text":
        assert done.stdout == b"No problems in 1 file.\n2 files could not be read.\n"


def test_text_shows_the_place():
    text = report("text", "-", text=WRONG)
    assert "\x1b" not in text and "1 fixable with --fix" in text
    _, source, caret, *_ = text.split("\n")
    assert source[caret.index("^"):caret.rindex("^") + 1] == "Detectoin"


def columns(text):
    """Display width of a text without emoji sequences."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize("before, after", [("x" * 300, "y" * 300), ("手" * 300, "手" * 300), ("é̂" * 90, ""), ("", "手" * 99)])
def test_a_long_line_is_shown_in_part(before, after):
    text = HEADER + f"| [A](https://a.org) | {before} | Detectoin | {after}CT | 2D |\n"
    shown = report("text", "-", "--select", "unknown-value", text=text).split("\n")
    caret = next(line for line in shown if "^" in line)
    source = shown[shown.index(caret) - 1]
    assert columns(source) <= 100 + len(" 3 | ") + 2
    end = columns(source[:source.index("Detectoin")])
    assert (caret.index("^"), caret.count("^")) == (end, len("Detectoin"))


def test_statistics():
    text = WRONG + row("B", "foo") + row("C", "CT, ct") + row("D", "Segmentaton")
    lines = run("check", "-", "--statistics", text=text).stdout.decode().split("\n")
    assert "     3  unknown-value  (2 with --fix)" in lines and not any("|" in line for line in lines)
    assert run("check", "-", "--statistics", text=GOOD).stdout == b"No problems in 1 file.\n"
    done = run("check", "-", "--statistics", "--output-format", "json", text=WRONG)
    assert len(json.loads(done.stdout)) == 1 and done.stderr == b"     1  unknown-value  (1 with --fix)\n"


def test_quiet_omits_the_summary():
    assert run("check", "-", "--quiet", text=GOOD).stdout == b""
    assert b"fixable" not in run("check", "-", "--quiet", text=WRONG).stdout
