"""Data Packages and Croissant datasets, read by the packages that others read them with."""

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


def test_a_package_has_the_schema_as_far_as_rows_keep_it(frictionless, tmp_path):
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
    assert b"is not unique" in done.stderr and b"is required, and 1 row without it" in done.stderr
    write(tmp_path, {"twice.json": done.stdout})
    schema = check_package(frictionless, str(tmp_path / "twice.json"), tmp_path / "twice.md")
    assert schema.primary_key == []
    assert "constraints" not in schema.get_field("Description").to_descriptor()


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
