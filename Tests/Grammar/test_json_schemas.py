"""The JSON Schemas accept what the tool accepts, and refuse what it refuses."""

import json
import os
import re
import subprocess

import pytest
from highlighting import GRAMMAR, read
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

TOOL = os.environ["MDCATALOG"]
CONFIGURATION = read(GRAMMAR / "configuration.schema.json")
SCHEMA = read(GRAMMAR / "schema.schema.json")
REGISTRY = Registry().with_resource(
    "configuration.schema.json", Resource.from_contents(CONFIGURATION))


def errors(schema, value):
    return [error.message for error in
            Draft202012Validator(schema, registry=REGISTRY).iter_errors(value)]


@pytest.mark.parametrize("schema", [CONFIGURATION, SCHEMA], ids=["configuration", "schema"])
def test_schemas_are_schemas(schema):
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", [*sorted((GRAMMAR / "schemas").glob("*.json")), *sorted((GRAMMAR / "examples").glob("*.json"))], ids=lambda path: path.name)
def test_built_in_schemas(path):
    assert errors(SCHEMA, read(path)) == []


@pytest.mark.parametrize(
    "path", sorted((GRAMMAR / "vocabularies").glob("*.json")), ids=lambda path: path.name)
def test_built_in_vocabularies(path):
    assert errors({"$ref": "configuration.schema.json#/$defs/vocabulary"}, read(path)) == []


def test_the_readme_s_configuration():
    text = (GRAMMAR.parent / "README.md").read_text()
    [example] = re.findall(r"```json\n(.*?)```", text, flags=re.S)
    assert errors(CONFIGURATION, json.loads(example)) == []


def test_every_rule_can_be_set():
    listed = subprocess.run([TOOL, "rule"], capture_output=True, text=True).stdout
    codes = CONFIGURATION["properties"]["rules"]["propertyNames"]["enum"]
    assert sorted(codes) == sorted(
        line.split()[0] for line in listed.splitlines() if re.match(r"[a-z]+-[a-z-]+ ", line))


GOOD = {
    "empty": {},
    "rules": {"rules": {"unsorted-row": "off", "missing-link": "error", "empty-cell": "on"}},
    "layout": {"style": "compact", "maxProblems": 1}, "associations": {"associations": True},
    "placeholders": {"missingValues": ["", "-", {"value": "99", "label": "unknown"}]},
    "terms": {"terms": {"modality": ["Hologram", {"prefLabel": "Echo 2", "altLabel": "E2"}]}},
    "fields": {"fields": [{"name": "licence", "constraints": {"required": True}}]},
    "builtin": {"schema": "builtin"},
    "own schema": {"schema": {"fields": [
        {"name": "tool", "mdcatalog:key": True},
        {"name": "kind", "type": "list", "mdcatalog:vocabulary": "kind"}],
        "vocabularies": [{"name": "kind", "concepts": ["a", "b"]}]}},
    "another tool's": {"other:thing": [1, 2], "$schema": "configuration.schema.json"},
}
BAD = {
    "not an object": [],
    "unknown setting": {"rulez": {}},
    "unknown rule": {"rules": {"no-such-rule": "off"}},
    "unknown severity": {"rules": {"empty-cell": "loud"}},
    "unknown style": {"style": "wide"},
    "no problems": {"maxProblems": 0}, "some associations": {"associations": "some"},
    "half a problem": {"maxProblems": 1.5}, "one placeholder": {"missingValues": "-"},
    "term without label": {"terms": {"modality": [{"definition": "x"}]}},
    "blank term": {"terms": {"modality": [" "]}},
    "field without name": {"fields": [{"title": "Licence"}]},
    "schema without fields": {"schema": {"name": "x"}},
}


def refused(folder, configuration):
    """Whether the tool reports an error in the configuration of a folder."""
    (folder / ".mdcatalog.json").write_text(json.dumps(configuration))
    (folder / "list.md").write_text("| Dataset | Modality |\n| --- | --- |\n")
    done = subprocess.run([TOOL, "check", "list.md"], cwd=folder, capture_output=True, text=True)
    assert done.returncode in (0, 1, 2), done.stderr
    return "invalid-configuration" in done.stdout + done.stderr or done.returncode == 2


@pytest.mark.parametrize("name", GOOD)
def test_good_configurations(name, tmp_path):
    assert errors(CONFIGURATION, GOOD[name]) == []
    assert not refused(tmp_path, GOOD[name])


@pytest.mark.parametrize("name", BAD)
def test_bad_configurations(name, tmp_path):
    assert errors(CONFIGURATION, BAD[name])
    assert refused(tmp_path, BAD[name])
