"""The examples in Grammar, and the output in the README."""

import json
import pathlib
import re

import pytest
from tool import problems, run, write

ROOT = pathlib.Path(__file__).parents[2]
EXAMPLES = ROOT / "Grammar" / "examples"
HEADER = "| API | Description | Auth | HTTPS | CORS |\n| --- | --- | --- | --- | --- |\n"
GARDEN = [
    "| [Beds](https://beds.example) | Raised beds by region | `apiKey` | Yes | No |",
    "| [Compost](https://compost.example/docs) | What rots and how fast | No | Yes | Unknown |",
    "| [Frost](https://frost.example) | First and last nights of frost | `OAuth` | No | Yes |",
    "| [Seeds](https://seeds.example) | When to sow what | `User-Agent` | Yes | Yes |",
]


def check(rows, tmp_path, *arguments):
    write(tmp_path, {"list.md": "# Garden\n\n" + HEADER + "".join(row + "\n" for row in rows)})
    found = problems("--schema", EXAMPLES / "web-apis.json", *arguments, "list.md", folder=tmp_path)
    lines = (tmp_path / "list.md").read_text().splitlines()
    return [(one["code"], lines[one["line"] - 1][one["column"] - 1:one["endColumn"] - 1]) for one in found]


def test_a_correct_catalog(tmp_path):
    assert check(GARDEN, tmp_path) == []


@pytest.mark.parametrize("row, before, after, code, place", [
    (0, "`apiKey`", "apiKey", "nonstandard-value", "apiKey"),
    (0, "`apiKey`", "`apiKee`", "unknown-value", "`apiKee`"),
    (0, "`apiKey`", "", "empty-cell", "  "),
    (1, "| Yes |", "| yes |", "nonstandard-value", "yes"),
    (1, "| Yes |", "| Maybe |", "unknown-value", "Maybe"),
    (1, "Unknown", "unknown", "nonstandard-value", "unknown"),
    (1, "What", "what", "nonstandard-value", "w"),
    (1, "fast", "fast.", "nonstandard-value", "."),
    (1, "fast", "fast" + " or slow" * 11, "nonstandard-value", "What rots and how fast" + " or slow" * 11),
    (2, "[Frost]", "[Frost API]", "nonstandard-value", "API"),
    (2, "[Frost](https://frost.example)", "Frost", "missing-link", "Frost"),
    (2, "https://frost", "frost", "invalid-link", "frost.example"),
    (2, "[Frost]", "[Beds]", "duplicate-name", "Beds"),
    (3, "[Seeds]", "[Acorns]", "unsorted-row", "Acorns"),
    (3, "Yes | Yes |", "Yes |", "missing-cell", "|"),
])
def test_each_rule(row, before, after, code, place, tmp_path):
    rows = list(GARDEN)
    rows[row] = rows[row].replace(before, after)
    assert (code, place) in check(rows, tmp_path, "--ignore", "unformatted-table")
    others = {found[0] for found in check(rows, tmp_path, "--ignore", "unformatted-table")} - {code}
    assert others <= {"unsorted-row"} or code == "duplicate-name"


def test_a_section_with_too_few_entries(tmp_path):
    header = HEADER.splitlines()[0]
    assert check(GARDEN[:2], tmp_path) == [("empty-cell", header)]


def test_the_example_in_a_configuration(tmp_path):
    schema = json.loads((EXAMPLES / "web-apis.json").read_text())
    schema["mdcatalog:files"] = ["apis/*.md"]
    text = HEADER + GARDEN[0] + "\n"
    write(tmp_path, {".mdcatalog.json": json.dumps({"schemas": [schema, "builtin"]}),
                     "apis/a.md": text, "other/a.md": text.replace("| API |", "| Interface |")})
    found = problems("apis", "other", folder=tmp_path)
    assert [(one["file"], one["code"]) for one in found] == [("apis/a.md", "empty-cell")]
    done = run("check", "apis", "other", "--schema", EXAMPLES / "web-apis.json", folder=tmp_path)
    assert done.returncode == 1


def test_the_readme_s_output():
    [shown] = re.findall(r"```\n\$ mdcatalog (check .*?)```", (ROOT / "README.md").read_text(), flags=re.S)
    command, output = shown.split("\n", 1)
    done = run(*command.split(), folder=ROOT / "Tests" / "Fixtures")
    assert (done.returncode, done.stdout.decode()) == (1, output)
