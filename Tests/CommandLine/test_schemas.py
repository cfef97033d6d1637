"""Schemas in configurations: the reader agrees with the JSON Schema."""

import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

TOOL = os.environ["MDCATALOG"]
GRAMMAR = pathlib.Path(__file__).parents[2] / "Grammar"
KEY = {"name": "a", "mdcatalog:key": True}


@pytest.mark.parametrize("configuration, is_valid", [
    ({"schema": {"fields": [KEY]}}, True), ({"schema": "builtin"}, True),
    ({"schema": {"fields": [{"name": "a"}], "primaryKey": "a"}}, True),
    ({"vocabularies": [{"name": "v", "concepts": ["x", "y|z"]}]}, True),
    ({"fields": [{"name": "b", "type": "list", "delimiter": "; "}]}, True),
    ({"schemas": ["builtin", {"fields": [KEY], "mdcatalog:files": "x/*.md"}]}, True),
    ({"fields": [{"name": "b", "type": "boolean", "trueValues": ["2"], "falseValues": "3"}]}, True),
    ({"fields": [{"name": "b", "constraints": {"maxLength": 1, "pattern": "[0-9]", "maximum": 3}}]}, True),
    ({"schemas": []}, False), ({"schemas": ["built-in"]}, False),
    ({"fields": [{"name": "b", "constraints": {"maxLength": 1.5}}]}, False),
    ({"fields": [{"name": "b", "constraints": {"minimum": "low"}}]}, False),
    ({"fields": [{"name": "b", "mdcatalog:withoutName": "yes"}]}, False),
    ({"schema": {"fields": [KEY], "mdcatalog:minimumRows": -1}}, False),
    ({"schema": {}}, False), ({"schema": {"fields": []}}, False),
    ({"schema": {"fields": [{"name": "a"}]}}, False),
    ({"fields": [{"name": "b", "type": "lizt"}]}, False),
    ({"fields": [{"name": "b", "delimiter": " "}]}, False),
    ({"fields": [{"name": "b", "delimiter": "|"}]}, False),
    ({"vocabularies": [{"name": "v"}]}, False), ({"terms": {"task": ["a\nb"]}}, False),
    ({"terms": {"task": [{"prefLabel": "x", "altLabel": [" "]}]}}, False)])
def test_reader_and_json_schema_agree(configuration, is_valid, tmp_path):
    schema = json.loads((GRAMMAR / "configuration.schema.json").read_text())
    assert jsonschema.Draft202012Validator(schema).is_valid(configuration) == is_valid
    (tmp_path / ".mdcatalog.json").write_text(json.dumps(configuration))
    (tmp_path / "a.md").write_text("| a | b |\n| --- | --- |\n| 1 | 2 |\n")
    done = subprocess.run([TOOL, "check", tmp_path], capture_output=True)
    assert (done.returncode == 0) == is_valid, done.stdout.decode()


def test_a_schema_file_without_fields_is_refused(tmp_path):
    (tmp_path / "schema.json").write_text("{}")
    done = subprocess.run(
        [TOOL, "check", "-", "--schema", tmp_path / "schema.json"], input=b"", capture_output=True)
    assert done.returncode == 2 and b"fields" in done.stdout + done.stderr
