"""The configuration that applies, and broken configurations."""

import json
import pathlib
import subprocess
import xml.etree.ElementTree as XML

import jsonschema
import pytest

from tool import GOOD, HEADER, TOOL, WRONG, problems, row, run, write

NAME = ".mdcatalog.json"
OFF = '{"rules": {"unknown-value": "off"}}'
BROKEN = '{"style": "aligned",}'


def test_configuration(tmp_path):
    write(tmp_path, {"sub/a.md": WRONG.replace("CT", "Hologram")})
    write(tmp_path, {NAME: '{"rules": {"unknown-value": "hint"}, "terms": {"modality": ["Hologram"]}}'})
    assert [(p["code"], p["severity"]) for p in problems(tmp_path)] == [("unknown-value", "hint")]
    write(tmp_path, {NAME: '{\n  "rules": {"unknown-valu": "hint"}\n}'})
    done = run("check", "--output-format", "json", folder=tmp_path)
    assert done.returncode == 2
    (found,) = [p for p in json.loads(done.stdout) if p["code"] == "invalid-configuration"]
    assert (found["file"], found["line"], found["column"]) == (NAME, 2, 13)


def test_a_configuration_is_found_upwards_from_the_file(tmp_path):
    write(tmp_path, {"proj/c.md": WRONG, f"proj/sub/{NAME}": OFF, "proj/sub/d.md": WRONG})
    for name in ["../c.md", "../sub/../c.md", str(tmp_path / "proj/sub/../c.md")]:
        assert run("check", name, folder=tmp_path / "proj/sub").returncode == 1, name
    assert run("check", "-", "--stdin-filename", "../new.md", text=WRONG, folder=tmp_path / "proj/sub").returncode == 1
    for name in ["d.md", "../sub/d.md", "./d.md"]:
        assert run("check", name, folder=tmp_path / "proj/sub").returncode == 0, name
    assert run("check", "-", "--stdin-filename", "sub/new.md", text=WRONG, folder=tmp_path / "proj").returncode == 0
    # A `..` after a link goes to the parent of its target.
    (tmp_path / "link").symlink_to("proj/sub")
    assert run("check", "link/d.md", folder=tmp_path).returncode == 0
    assert run("check", "link/../c.md", folder=tmp_path).returncode == 1


def test_a_broken_configuration_is_reported_once(tmp_path):
    write(tmp_path, {f"sub/{NAME}": BROKEN, "sub/a.md": WRONG, "sub/b.md": WRONG})
    found = problems("sub/a.md", "sub/../sub/b.md", folder=tmp_path)
    assert [p["file"] for p in found if p["code"] == "invalid-configuration"] == [f"sub/{NAME}"]


@pytest.mark.parametrize("arguments", [
    ["check"], ["check", "--diff"], ["check", "--select", "unknown-value"], ["check", "--quiet"],
    ["check", "--ignore", "invalid-configuration"], ["check", "--output-format", "junit"], ["check", "--statistics"],
    ["check", "--statistics", "--ignore", "invalid-configuration"], ["format"], ["format", "--diff"],
    ["format", "--check", "--quiet"], ["schema", "show", "a.md"], ["schema", "show"],
    ["export", "--to", "csv", "a.md"], ["export", "--to", "json", "a.md"], ["stats", "a.md"], ["schema", "init", "a.md"]])
def test_every_command_reports_a_broken_configuration(arguments, tmp_path):
    write(tmp_path, {NAME: BROKEN, "a.md": WRONG})
    done = run(*arguments, folder=tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode == 2
    assert b".mdcatalog.json:1:" in said or b"invalid-configuration" in said
    if "junit" in arguments:
        suite = XML.fromstring(done.stdout)
        assert suite.attrib["failures"] == "1" and suite[0].get("name") == NAME


@pytest.mark.parametrize("command", [
    ["check", "--fix"], ["check", "--unsafe-fixes"], ["format"], ["format", "--style", "compact"]])
def test_nothing_is_written_under_a_broken_configuration(command, tmp_path):
    text = WRONG.replace("| [A]", "|[A]")
    write(tmp_path, {f"sub/{NAME}": BROKEN, "sub/a.md": text, "b.md": text})
    done = run(*command, folder=tmp_path)
    assert done.returncode == 2 and (tmp_path / "sub/a.md").read_text() == text
    assert (tmp_path / "b.md").read_text() != text
    assert run(*command, "-", "--stdin-filename", "sub/new.md", text=text, folder=tmp_path).stdout.decode() == text
    assert run(*command, "--diff", "sub/a.md", folder=tmp_path).stdout == b""
    schema = write(tmp_path, {"schema.json": "[]"}) / "schema.json"
    if command[0] == "check":
        done = run(*command, "--schema", schema, "-", text=text)
        assert done.returncode == 2 and done.stdout.decode() == text


def test_the_report_shows_where_a_configuration_is_wrong(tmp_path):
    write(tmp_path, {NAME: '\ufeff{\n  "style": "größe"\n}', "a.md": GOOD})
    shown = run("check", folder=tmp_path).stdout.decode().split("\n")
    assert shown[0].startswith(".mdcatalog.json:2:12: error:")
    assert shown[1].endswith('"style": "größe"') and shown[1][shown[2].index("^"):].startswith('"größe"')


@pytest.mark.parametrize("make, reason", [
    (lambda path: path.mkdir(), "folder"), (lambda path: path.symlink_to("nowhere"), "no such file"),
    (lambda path: path.write_bytes(b" " * (5 << 20)), "larger than 4 MiB")])
def test_why_a_configuration_cannot_be_read(make, reason, tmp_path):
    write(tmp_path, {"a.md": GOOD})
    make(tmp_path / NAME)
    done = run("check", folder=tmp_path)
    assert done.returncode == 2 and reason in done.stdout.decode()


def test_a_byte_order_mark_before_the_configuration_is_no_error(tmp_path):
    write(tmp_path, {NAME: "\ufeff" + OFF, "a.md": WRONG})
    assert run("check", folder=tmp_path).returncode == 0


def test_a_schema_of_your_own(tmp_path):
    schema = tmp_path / "planets.json"
    schema.write_text(json.dumps({
        "fields": [{"name": "planet", "title": "Planet", "mdcatalog:key": True},
                   {"name": "kind", "title": "Kind", "type": "list", "mdcatalog:vocabulary": "kind"}],
        "vocabularies": [{"name": "kind", "concepts": ["Rocky", "Gas giant"]}]}))
    text = "| Planet | Kind |\n|---|---|\n| Mars | Roky |\n| Jupiter | gas giant |\n"
    found = problems("-", "--schema", schema, text=text)
    assert [p["code"] for p in found if p["severity"] == "warning"] == ["unknown-value", "nonstandard-value"]
    assert run("check", "-", "--schema", "no-such.json", text=text).returncode == 2
    # Rules and severities still come from the configuration.
    write(tmp_path, {NAME: OFF})
    kept = problems("-", "--schema", schema, text=text, folder=tmp_path)
    assert [p["code"] for p in kept if p["severity"] == "warning"] == ["nonstandard-value"]


def test_formatting_does_not_depend_on_the_schema(tmp_path):
    text = HEADER + row("A") + row("Bbbbbb", "Detection, Segmentation") + "|x|y|\n"
    write(tmp_path, {"own/" + NAME: json.dumps({"schema": {"fields": [{"name": "a", "mdcatalog:key": True}]}})})
    (tmp_path / "none").mkdir()
    for style in ["auto", "aligned", "compact"]:
        done = {run("format", "-", "--style", style, "--stdin-filename", f"{folder}/a.md", text=text, folder=tmp_path).stdout
                for folder in ["own", "none"]}
        assert len(done) == 1


def test_folders_share_a_configuration_that_is_read_once(tmp_path):
    write(tmp_path, {NAME: OFF})
    write(tmp_path, {f"d{i}/a.md": WRONG for i in range(40)})
    traced = subprocess.run(
        ["strace", "-f", "-e", "trace=openat", TOOL, "check"], cwd=tmp_path, capture_output=True) if has_strace() else None
    assert run("check", folder=tmp_path).returncode == 0
    assert traced is None or traced.stderr.count(NAME.encode()) == 1


def has_strace():
    return any(pathlib.Path(folder, "strace").exists() for folder in ["/usr/bin", "/usr/local/bin"])


@pytest.mark.parametrize("configuration, is_valid", [
    ({"rules": {"missing-cell": "off"}, "style": "compact", "maxProblems": 3}, True),
    ({"terms": {"modality": ["X", {"prefLabel": "Y", "altLabel": "Z"}]}, "x:own": []}, True),
    ({"schema": {"fields": [{"name": "a", "mdcatalog:key": True}]}}, True),
    ({"rules": {"no-such": "off"}}, False), ({"style": "wide"}, False), ({"maxProblems": 0}, False),
    ({"unheard": 1}, False), ({"terms": {"modality": [{"altLabel": []}]}}, False)])
def test_the_json_schema_agrees_with_the_reader(configuration, is_valid, tmp_path):
    folder = pathlib.Path(__file__).parents[2] / "Grammar"
    schema = json.loads((folder / "configuration.schema.json").read_text())
    assert jsonschema.Draft202012Validator(schema).is_valid(configuration) == is_valid
    write(tmp_path, {NAME: json.dumps(configuration), "a.md": GOOD})
    assert (run("check", tmp_path).returncode == 2) != is_valid
