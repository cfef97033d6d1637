"""Data Packages and Croissant datasets, read by frictionless and mlcroissant."""

import json

import pytest

from lists import LISTS, SEEDS, odd_list, records
from tool import GOOD, HEADER, row, run, write

CROISSANT_LACKS = ["license", "creator", "datePublished", "url"]


@pytest.fixture(scope="module")
def frictionless():
    return pytest.importorskip("frictionless", reason="not run: frictionless is not installed")


@pytest.fixture(scope="module")
def croissant():
    return pytest.importorskip("mlcroissant", reason="not run: mlcroissant is not installed")


def lists(folder):
    return [*LISTS, *(odd_list(folder, seed) for seed in SEEDS)]


def check_package(frictionless, descriptor, path):
    report = frictionless.validate(descriptor)
    assert report.valid, report.flatten()
    [resource] = frictionless.Package(descriptor).resources
    columns, rows = records(path)
    assert resource.schema.field_names == columns
    read = [read.to_dict() for read in resource.read_rows()]
    for expected, fields in zip(rows, read, strict=True):
        for column, cell in zip(columns, expected, strict=True):
            field = resource.schema.get_field(column)
            if cell in {*field.missing_values, *resource.schema.missing_values}:
                cell = ""
            is_list = field.type == "list" and cell
            assert fields[column] == (cell.split(field.delimiter) if is_list else cell or None)
    return resource.schema


def test_a_data_package_in_one_file(frictionless, tmp_path):
    for path in lists(tmp_path):
        done = run("export", "--to", "datapackage", path)
        assert done.returncode == 0
        write(tmp_path, {"package.json": done.stdout})
        check_package(frictionless, str(tmp_path / "package.json"), path)


def test_a_data_package_in_a_folder(frictionless, tmp_path):
    for path in lists(tmp_path):
        folder = tmp_path / ("package-" + path.stem)
        done = run("export", "--to", "datapackage", "--output", folder, "--raw", path)
        assert done.returncode == 0 and b"a Data Package of 1 table" in done.stdout
        check_package(frictionless, str(folder / "datapackage.json"), path)
        assert run("export", "--to", "datapackage", "--output", folder, path).returncode == 0


def test_a_table_without_rows_is_a_valid_package(frictionless, tmp_path):
    write(tmp_path, {"empty.md": HEADER, "two.md": "| a | b |\n|-|-|\n\n" + GOOD})
    for name, sizes in [("empty", [0]), ("two", [0, 1])]:
        done = run("export", "--to", "datapackage", f"{name}.md", folder=tmp_path)
        write(tmp_path, {f"{name}.json": done.stdout})
        run("export", "--to", "datapackage", "--output", name, f"{name}.md", folder=tmp_path)
        for descriptor in [tmp_path / f"{name}.json", tmp_path / name / "datapackage.json"]:
            report = frictionless.validate(str(descriptor))
            assert report.valid, report.flatten()
            resources = frictionless.Package(str(descriptor)).resources
            assert [len(resource.read_rows()) for resource in resources] == sizes


def test_a_package_has_the_constraints_that_rows_meet(frictionless, tmp_path):
    write(tmp_path, {"good.md": "# Hands\n\nMany hands.\n\n" + GOOD + row("B"),
                     "twice.md": HEADER + row("A") + row("A") + "| [C](c) |  | Text | CT | 2D |\n"})
    done = run("export", "--to", "datapackage", "good.md", folder=tmp_path)
    assert not done.stderr
    package = json.loads(done.stdout)
    assert [package[name] for name in ["name", "title", "description"]] == [
        "good", "Hands", "Many hands."]
    schema = package["resources"][0]["schema"]
    assert schema["primaryKey"] == ["Dataset"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert fields["Dataset"]["constraints"] == {"required": True, "unique": True}
    assert fields["Task"]["type"] == "list" and fields["Task"]["mdcatalog:vocabulary"] == "task"

    done = run("export", "--to", "datapackage", "twice.md", folder=tmp_path)
    assert b"is not unique" in done.stderr and b"is required but empty in 1 row" in done.stderr
    write(tmp_path, {"twice.json": done.stdout})
    schema = check_package(frictionless, str(tmp_path / "twice.json"), tmp_path / "twice.md")
    assert schema.primary_key == []
    assert "constraints" not in schema.get_field("Description").to_descriptor()


TYPED = {"primaryKey": ["Name", "Since"], "fields": [
    {"name": "Name", "constraints": {"pattern": "[a-z]+", "minLength": 1, "maxLength": 3}},
    {"name": "Since", "type": "date"}, {"name": "Seen", "type": "date", "format": "%d.%m.%Y"},
    {"name": "Count", "type": "integer", "constraints": {"minimum": 1, "maximum": 2000}},
    {"name": "Size", "type": "number", "decimalChar": ",", "groupChar": ".", "constraints": {"minimum": 0.5}},
    {"name": "Kind", "type": "string", "constraints": {"enum": ["x", "y"]}}]}


def typed(row, folder):
    """The schema of a package with one more row, its validation errors, and its rows."""
    names = [field["name"] for field in TYPED["fields"]]
    lines = [names, ["---"] * len(names), ["a", "2024-01-02", "03.01.2024", "1200", "1.000,5", "x"], row]
    write(folder, {".mdcatalog.json": json.dumps({"schema": TYPED}),
                   "a.md": "".join("| " + " | ".join(line) + " |\n" for line in lines)})
    done = run("export", "--to", "datapackage", "a.md", folder=folder)
    assert done.returncode == 0
    write(folder, {"a.json": done.stdout})
    return json.loads(done.stdout)["resources"][0]["schema"], done.stderr.decode()


def test_a_package_has_types_and_constraints_that_all_rows_meet(frictionless, tmp_path):
    schema, said = typed(["a", "2024-01-03", "04.01.2024", "", "2", "y"], tmp_path)
    assert schema["primaryKey"] == ["Name", "Since"] and not said
    for field, asked in zip(schema["fields"], TYPED["fields"], strict=True):
        own = {name: value for name, value in field.items() if not name.startswith("mdcatalog:")}
        assert own == {"type": "string", **asked}
    report = frictionless.validate(str(tmp_path / "a.json"))
    assert report.valid, report.flatten()
    [resource] = frictionless.Package(str(tmp_path / "a.json")).resources
    assert resource.read_rows()[0]["Count"] == 1200


def test_a_package_lacks_constraints_that_a_row_violates(frictionless, tmp_path):
    schema, said = typed(["ABCD", "2024", "04.01.24", "0", "small", "z"], tmp_path)
    assert schema["primaryKey"] == ["Name", "Since"]
    fields = {field["name"]: field for field in schema["fields"]}
    assert [fields[name]["type"] for name in ["Since", "Seen", "Count", "Size", "Kind"]] == [
        "string", "string", "integer", "string", "string"]
    assert fields["Name"]["constraints"] == {"minLength": 1}
    assert fields["Count"]["constraints"] == {"maximum": 2000}
    assert "constraints" not in fields["Kind"] and "some rows break “enum” of “Kind”" in said
    assert "some rows break “minimum” of “Count”" in said and "“maximum”" not in said
    report = frictionless.validate(str(tmp_path / "a.json"))
    assert report.valid, report.flatten()
    schema, _ = typed(["a", "2024-01-02", "", "", "", ""], tmp_path)
    assert "primaryKey" not in schema


def test_a_guarded_package_has_constraints_that_its_files_meet(frictionless, tmp_path):
    schema = {"fields": [{"name": "Name", "constraints": {"pattern": "[=a-z]+"}}], "primaryKey": "Name"}
    write(tmp_path, {".mdcatalog.json": json.dumps({"schema": schema}),
                     "a.md": "| Name |\n| --- |\n| =b |\n| c |\n"})
    for options, pattern in [([], None), (["--raw"], "[=a-z]+")]:
        run("export", "--to", "datapackage", "--output", "out", *options, "a.md", folder=tmp_path)
        package = tmp_path / "out" / "datapackage.json"
        [field] = json.loads(package.read_text())["resources"][0]["schema"]["fields"]
        assert field.get("constraints", {}).get("pattern") == pattern
        assert frictionless.validate(str(package)).valid


def test_croissant(croissant, tmp_path):
    for path in lists(tmp_path):
        done = run("export", "--to", "croissant", path)
        assert done.returncode == 0
        for name in CROISSANT_LACKS:
            assert name in done.stderr.decode() and name not in json.loads(done.stdout)
        write(tmp_path, {"croissant.json": done.stdout})
        dataset = croissant.Dataset(str(tmp_path / "croissant.json"))
        assert not dataset.metadata.ctx.issues.errors
        columns, rows = records(path)
        [record_set] = dataset.metadata.record_sets
        assert [field.name for field in record_set.fields] == columns
        ids = [field.uuid for field in record_set.fields]
        read = [[record[name] for name in ids] for record in dataset.records(record_set.uuid)]
        assert [[text(value) for value in fields] for fields in read] == rows


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def test_croissant_has_all_tables(croissant, tmp_path):
    table = "| a | a b |\n|-|-|\n| 1 | 2 |\n\n"
    write(tmp_path, {"two.md": table * 2})
    done = run("export", "--to", "croissant", "two.md", folder=tmp_path)
    assert b"description" in done.stderr
    write(tmp_path, {"two.json": done.stdout})
    dataset = croissant.Dataset(str(tmp_path / "two.json"))
    for record_set in dataset.metadata.record_sets:
        assert len(list(dataset.records(record_set.uuid))) == 1
    assert [s.uuid for s in dataset.metadata.record_sets] == ["two", "two-2"]
