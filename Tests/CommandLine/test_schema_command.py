"""`schema show`, `schema init` and `schema validate`."""

import json

import pytest
from tool import GOOD, HEADER, WRONG, problems, row, run, write

KINDS = ["Gas giant", "Gas giant", "Terrestrial", "Ice giant"]
PLANETS = "| Planet | Kind | Air | Rings | Moons | Note |\n|---|---|---|---|--:|---|\n" + "".join(
    f"| [P{index:02}](https://p.example/{index}) | {KINDS[index % 4]} | {'Argon, Helium' if index % 2 else 'Argon'} | "
    f"{'Yes' if index % 3 else 'No'} | {index * 7} | A note {'on its moons ' * (index % 3 + 1)}here |\n"
    for index in range(24))


def init(text, *arguments):
    done = run("schema", "init", "-", *arguments, text=text)
    assert done.returncode == 0
    return json.loads(done.stdout), done.stderr.decode()


def test_init_prints_a_valid_configuration(tmp_path):
    configuration, doubts = init(PLANETS)
    schema = configuration["schema"]
    assert schema["primaryKey"] == "planet" and doubts == ""
    fields = {field["title"]: field for field in schema["fields"]}
    assert fields["Planet"]["mdcatalog:link"] and fields["Planet"]["mdcatalog:sorted"]
    assert fields["Planet"]["constraints"] == {"required": True, "unique": True}
    assert fields["Air"]["type"] == "list" and fields["Air"]["delimiter"] == ", "
    assert fields["Rings"]["type"] == "boolean" and fields["Rings"]["trueValues"] == ["Yes"]
    assert fields["Moons"]["type"] == "integer"
    assert fields["Note"]["mdcatalog:startsWithCapital"] and fields["Note"]["mdcatalog:noFinalPunctuation"]
    kinds = next(one for one in schema["vocabularies"] if one["name"] == "kind")
    assert [(one["prefLabel"], one["mdcatalog:count"]) for one in kinds["concepts"]] == [
        ("Gas giant", 12), ("Ice giant", 6), ("Terrestrial", 6)]
    write(tmp_path, {".mdcatalog.json": json.dumps(configuration), "list.md": PLANETS})
    assert run("check", "list.md", folder=tmp_path).returncode == 0
    (tmp_path / "list.md").write_text(PLANETS.replace("Ice giant", "Icy", 1).replace("| 49 |", "| many |"))
    done = run("check", "list.md", folder=tmp_path).stdout.decode()
    assert done.count("[unknown-value]") == 2


def test_init_names_uncertain_guesses():
    text = PLANETS.replace("Ice giant", "Ice gaint", 1).replace("Helium", "Helum", 1)
    text = text.replace("| 42 |", "| 42 | 1 |").replace("| Yes |", "| Terrestrial |", 1)
    _, doubts = init(text)
    assert "“Ice gaint” was left out as a typo of “Ice giant”" in doubts
    assert "“Helum” was left out as a typo of “Helium”" in doubts
    assert "“Terrestrial” was left out: it belongs to another column" in doubts
    assert "ignored 1 row with more or fewer cells" in doubts
    configuration, doubts = init("| a | b |\n|---|---|\n| x | y |\n")
    assert "too few" in doubts and len(configuration["schema"]["fields"]) == 2


def test_init_of_several_tables_and_of_none(tmp_path):
    configuration, _ = init(PLANETS + "\n" + PLANETS.replace("Planet |", "Moon |"))
    assert [schema["primaryKey"] for schema in configuration["schemas"]] == ["planet", "moon"]
    done = run("schema", "init", "-", text="no table")
    assert (done.returncode, done.stdout) == (0, b"") and b"no tables" in done.stderr
    assert run("schema", "init", "missing.md", folder=tmp_path).returncode == 2
    assert run("schema", "init", folder=tmp_path).returncode == 2


def test_a_wide_and_odd_table_can_be_inferred():
    configuration, doubts = init("| # | Tag | Tags |\n|---|---|---|\n" + "| 1 | a | b |\n" * 9)
    assert [field["name"] for field in configuration["schema"]["fields"]] == ["tag", "tags"]
    assert configuration["schema"]["primaryKey"] == "tag" and "column 1 was left out" in doubts
    cells = "|" * 300
    text = f"{cells}\n{'|-' * 299}|\n" + f"{cells}\n" * 9 + "| a | a |\n|---|---|\n" + "| `|` | ![]() |\n" * 9
    done = run("schema", "init", "-", text=text)
    assert done.returncode == 2 and not done.stdout and b"give its columns headers" in done.stderr


@pytest.mark.parametrize("text, reason", [
    (GOOD, "    open: 1 of 1 value known\n    not required: met by 1 of 1 row\n"),
    (GOOD + row("B") * 9, "    closed: 10 of 10 values known\n    required: met by 10 of 10 rows\n"),
    (GOOD + row("B") * 9, "    linked: met by 10 of 10 names\n    not unique: met by 2 of 10 names\n"),
    (WRONG + row("B") * 9, "    closed: 9 of 10 values known, 1 near\n"),
    (HEADER + "| a | b | c | d | e |\n" * 4, "    the list’s own: 0 of 4 values known\n"),
    ("| Modality |\n|---|\n", "“dataset” does not fit: no header names its key “Dataset”"),
    ("| Dataset |\n|---|\n", "“dataset” does not fit: no header names a vocabulary column")])
def test_show_gives_the_reason(text, reason, tmp_path):
    write(tmp_path, {".mdcatalog.json": "{}", "list.md": text})
    assert reason in run("schema", "show", "list.md", folder=tmp_path).stdout.decode()


def test_show_a_schema_of_the_file(tmp_path):
    schema = {"name": "own", "primaryKey": "x", "fields": [{"name": "x"}], "mdcatalog:files": "a.md"}
    text = "| x | y |\n|---|---|\n| 1 | 2 |\n"
    write(tmp_path, {".mdcatalog.json": json.dumps({"schemas": [schema]}), "a.md": text, "b.md": text})
    shown = run("schema", "show", "a.md", folder=tmp_path).stdout.decode()
    assert "schema “own”" in shown and "assigns it to this file" in shown
    assert "no schema" in run("schema", "show", "b.md", folder=tmp_path).stdout.decode()


def test_validate(tmp_path):
    write(tmp_path, {
        "schema.json": '{"primaryKey": "a",\n "fields": [{"name": "a", "constraints": {"pattern": "(?=x)"}}]}',
        "good.json": '{"primaryKey": "a", "fields": [{"name": "a"}]}', "bad.json": '{"rules": {"x": "off"}}'})
    done = run("schema", "validate", folder="/")
    assert done.returncode == 0 and b"built-in schema" in done.stderr
    done = run("schema", "validate", "good.json", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"good.json: valid\n")
    for name, place, word in [("schema.json", ":2:", "(?"), ("bad.json", ":1:", "no rule")]:
        done = run("schema", "validate", name, folder=tmp_path)
        [line] = done.stdout.decode().splitlines()
        assert done.returncode == 2 and line.startswith(name + place) and word in line
    write(tmp_path, {".mdcatalog.json": "{"})
    done = run("schema", "validate", folder=tmp_path)
    assert done.returncode == 2 and done.stdout.startswith(b".mdcatalog.json:1:1: Not valid JSON")
    assert run("schema", "validate", "none.json", folder=tmp_path).returncode == 2


@pytest.mark.parametrize("text", [
    "| | B |\n|-|-|\n" + "".join(f"| {name} | 20{year} |\n" for name, year in zip("abcdefgh", "11223344")),
    "| A | B |\n|-|-|\n" + "".join(f"| {name} | :sparkles: |\n" for name in "abcdefgh"),
    "| A | B |\n|-|-|\n" + "".join(f"| {name} | [x](https://{name}.org) |\n" for name in "abcdef") + "| g | - |\n",
    "| A | A! |\n|-|-|\n| a | b |\n\n| | |\n|-|-|\n| c | d |\n\n| B |\n|-|\n| e |\n"])
def test_a_list_keeps_its_own_configuration(text, tmp_path):
    configuration, _ = init(text)
    write(tmp_path, {".mdcatalog.json": json.dumps(configuration), "a.md": text})
    assert run("schema", "validate", folder=tmp_path).returncode == 0
    assert [p for p in problems("a.md", folder=tmp_path) if p["severity"] in ("error", "warning")] == []


def loud(text, configuration, folder):
    write(folder, {".mdcatalog.json": json.dumps(configuration), "a.md": text})
    assert run("schema", "validate", folder=folder).returncode == 0
    return [p for p in problems("a.md", folder=folder) if p["severity"] in ("error", "warning")]


def twice(lines):
    """The lines of a table with its rows once more, under other names."""
    others = [line.replace("[P", "[Q").replace("example/", "example/q") for line in lines[2:]]
    return "".join(lines + others)


def test_what_many_rows_break_is_no_demand(tmp_path):
    """A third of the planets have no note, and some kinds are in small letters."""
    lines = PLANETS.splitlines(keepends=True)
    text = twice(lines[:2] + [
        line.rsplit("|", 2)[0] + "| |\n" if index % 3 == 0 else line.replace("Terrestrial", "terrestrial", index % 4 == 2)
        for index, line in enumerate(lines[2:])])
    configuration, doubts = init(text)
    assert loud(text, configuration, tmp_path) == []
    fields = {field["title"]: field for field in configuration["schema"]["fields"]}
    assert "constraints" not in fields["Note"] and fields["Planet"]["constraints"]["required"]
    assert "“Kind”: 4 rows broke “nonstandard-value”: the demand was left out" in doubts
    assert "rules" not in configuration


def test_what_some_rows_break_is_a_hint(tmp_path):
    lines = PLANETS.splitlines(keepends=True)
    text = twice(lines).replace("| Ice giant |", "| |", 1)
    configuration, doubts = init(text)
    assert loud(text, configuration, tmp_path) == []
    assert configuration["rules"] == {"empty-cell": "hint"}
    assert "1 row broke “empty-cell”: it is a hint in “rules” until they are repaired" in doubts
    assert [p["code"] for p in problems("a.md", folder=tmp_path) if p["severity"] == "hint"] == ["empty-cell"]


@pytest.mark.parametrize("text", [
    "| A | B |\n|-|-|\n" + "| [](https://a.org) | x |\n" * 9 + "| b | y |\n" * 9,
    "| A | B |\n|-|-|\n" + "| a | \u00a0 |\n| b | [ ](c) |\n| c | x |\n" * 9,
    "| A | B |\n|-|-|\n" + "| a | [x] |\n| b | ` ` |\n| c | ![](y) |\n" * 9])
def test_odd_cells_give_a_valid_configuration(text, tmp_path):
    write(tmp_path, {".mdcatalog.json": json.dumps(init(text)[0])})
    assert run("schema", "validate", folder=tmp_path).returncode == 0


def test_tables_without_headers_have_no_configuration():
    done = run("schema", "init", "-", text="| | |\n|-|-|\n| a | b |\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"<stdin>:1: the table was left out: give its columns headers" in done.stderr


def test_init_refuses_what_is_too_large():
    header = "".join(f"| h{number} " for number in range(1100)) + "|\n" + "|-" * 1100 + "|\n"
    done = run("schema", "init", "-", text=header + "| a " * 1100 + "|\n")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no valid configuration describes the tables: This list must have at most 1000" in done.stderr


def test_a_label_of_two_terms_is_an_error(tmp_path):
    terms = [{"prefLabel": "CT", "altLabel": ["PET"]}]
    write(tmp_path, {".mdcatalog.json": json.dumps({"terms": {"modality": terms}})})
    done = run("schema", "validate", folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout.decode() == (
        '.mdcatalog.json:1:58: "PET" is already a label of the term "PET": a label must belong to one term\n')


def test_own_labels_of_built_in_terms(tmp_path):
    terms = [{"prefLabel": "Cat scan", "altLabel": ["CT"]}]
    text = GOOD.replace("CT", "Cat scan") + row("B") + row("C").replace("CT", "PET")
    write(tmp_path, {".mdcatalog.json": json.dumps({"terms": {"modality": terms}}), "a.md": text})
    [problem] = [p for p in problems("a.md", folder=tmp_path) if p["code"] == "nonstandard-value"]
    assert (problem["line"], problem["severity"], problem["fixable"]) == (4, "warning", True)
    assert problem["message"] == "Use “Cat scan” instead of “CT”"
    run("check", "--fix", "a.md", folder=tmp_path)
    assert (tmp_path / "a.md").read_text() == text.replace("| CT |", "| Cat scan |")
