"""Learning from tables without a schema: `schema init`, and hints without configuration.

`MDCATALOG_LEARNING_SEED=N` repeats a run, `MDCATALOG_LEARNING_COUNT=N` makes more catalogs.
`python Tests/Learning/test_learning.py` prints the figures of the README.
"""

import json
import os
import random
import subprocess

import pytest
from generators import FIELDS, catalog, damaged

TOOL = os.environ["MDCATALOG"]
SEED = int(os.environ.get("MDCATALOG_LEARNING_SEED") or random.SystemRandom().randrange(10**6))
COUNT = int(os.environ.get("MDCATALOG_LEARNING_COUNT") or 60)
# A column that is filled in this percentage of the rows counts as required.
REQUIRED_SHARE = 97
KINDS = {"name": "string", "link": "string", "text": "string"}


def run(*arguments, text):
    return subprocess.run([TOOL, *arguments], input=text.encode(), capture_output=True, timeout=60)


def seeds():
    print("seed", SEED)
    return range(SEED, SEED + COUNT)


def infer(made):
    done = run("schema", "init", "-", text=made.text)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), done.stderr.decode()


def found(made):
    done = run("check", "--output-format", "json", "-", text=made.text)
    return [one for one in json.loads(done.stdout) if one["code"] != "unformatted-table"]


def measure(name, seeds):
    """All damages, the damages that were found, and reports without a damage."""
    total = hits = false = 0
    for seed in seeds:
        made = damaged(name, seed)
        reports = found(made)
        for damage in made.damages:
            own = [one for one in reports if one["line"] == damage.line and one["code"] == damage.code
                   and any(word in one["message"] for word in damage.words)]
            total += 1
            hits += bool(own)
            reports = [one for one in reports if one not in own[:1]]
        false += len(reports)
    return total, hits, false


@pytest.mark.parametrize("name", FIELDS)
def test_damage_is_found_without_configuration(name):
    total, hits, false = measure(name, seeds())
    recall, precision = hits / total, hits / max(1, hits + false)
    print(f"{name}: {total} damages, recall {recall:.3f}, precision {precision:.3f}")
    assert recall >= 0.95 and precision >= 0.97


@pytest.mark.parametrize("name", FIELDS)
def test_correct_catalogs_have_no_problems(name):
    for seed in seeds():
        made = catalog(name, seed)
        # A cell is rightly noticed if it is one of few empty ones in its column.
        full = {column.header for index, column in enumerate(made.columns)
                if sum(row[index] != "" for row in made.rows) >= 0.95 * len(made.rows)}
        assert [one for one in found(made) if one["code"] != "empty-cell"
                or not any(f"“{header}”" in one["message"] for header in full)] == []


@pytest.mark.parametrize("name", FIELDS)
def test_schema_init_recovers_columns_kinds_and_vocabularies(name):
    extras = untold = 0
    for seed in seeds():
        made = damaged(name, seed)
        configuration, doubts = infer(made)
        schema = configuration["schema"]
        fields = schema["fields"]
        vocabularies = {one["name"]: [term["prefLabel"] for term in one["concepts"]]
                        for one in schema.get("vocabularies", [])}
        assert [one["title"] for one in fields] == [column.header for column in made.columns]
        assert schema["primaryKey"] == fields[0]["name"]
        for own, column in zip(fields, made.columns):
            if column.kind in KINDS:
                assert own["type"] == "string" and "mdcatalog:vocabulary" not in own
                assert own.get("mdcatalog:link", False) == (column.kind == "link")
            elif column.kind == "number":
                assert own["type"] in ("integer", "year")
            elif own["type"] == "boolean":
                assert own["trueValues"] + own["falseValues"] == column.terms
            else:
                assert own.get("delimiter") == column.delimiter, own
                used = {term for row in catalog(name, seed).rows for term in _values(row, made, column)}
                extra = set(vocabularies[own["mdcatalog:vocabulary"]]) - set(column.terms)
                extras += len(extra)
                untold += sum(f"“{term}”" not in doubts for term in extra)
                assert used - set(vocabularies[own["mdcatalog:vocabulary"]]) <= _rare(name, seed, column)
            filled = [row[fields.index(own)] != "" for row in made.rows if len(row) == len(made.columns)]
            required = own.get("constraints", {}).get("required", False)
            assert required == (sum(filled) * 100 // len(filled) >= REQUIRED_SHARE)
            assert required or column.empty > 0
    # A term that was swapped with the same column three times looks like a term of that column.
    assert extras <= COUNT / 2 and untold <= COUNT / 20


def _values(row, made, column):
    cell = row[made.columns.index(column)]
    return cell.split(column.delimiter) if column.delimiter else [cell]


def _rare(name, seed, column):
    """Terms that occur once or twice; a typo may replace them."""
    made = catalog(name, seed)
    values = [term for row in made.rows for term in _values(row, made, column)]
    return {term for term in values if values.count(term) < 3} | {""}


@pytest.mark.parametrize("name", FIELDS)
def test_an_inferred_schema_is_followed(name, tmp_path):
    made = catalog(name, SEED, row_count=120)
    configuration, _ = infer(made)
    (tmp_path / ".mdcatalog.json").write_text(json.dumps(configuration))
    (tmp_path / "list.md").write_text(made.text)
    done = subprocess.run([TOOL, "schema", "validate"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stdout
    done = subprocess.run([TOOL, "check", "list.md"], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()
    shown = subprocess.run([TOOL, "schema", "show", "list.md"], cwd=tmp_path, capture_output=True)
    assert "schema “catalog”" in shown.stdout.decode()


if __name__ == "__main__":
    print("| catalogs | damages | recall | precision |\n| --- | --: | --: | --: |")
    for name in FIELDS:
        total, hits, false = measure(name, range(SEED, SEED + COUNT))
        print(f"| {name} | {total} | {hits / total:.1%} | {hits / max(1, hits + false):.1%} |")
    print(f"seed {SEED}, {COUNT} catalogs each")
