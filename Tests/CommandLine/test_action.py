"""The GitHub Action and the workflows: steps run as on a runner, files are valid for GitHub."""

import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tarfile

import pytest
import yaml

from tool import GOOD, TOOL, WRONG, row, write

ROOT = pathlib.Path(__file__).parent.parent.parent
ACTION = ROOT / ".github/actions/mdcatalog/action.yml"
WORKFLOW = ROOT / ".github/workflows/catalog.yml.example"
CI = ROOT / ".github/workflows/ci.yml"
RELEASE = ROOT / ".github/workflows/release.yml"
STEPS = {step["id"]: step for step in yaml.safe_load(ACTION.read_text())["runs"]["steps"] if "run" in step}
DEFAULTS = {name: value["default"] for name, value in yaml.safe_load(ACTION.read_text())["inputs"].items()}
FORMS = ROOT / ".github/ISSUE_TEMPLATE"


@pytest.mark.parametrize("path, schema", [
    (ACTION, "github-actions"), (WORKFLOW, "github-workflows"), (CI, "github-workflows"),
    (RELEASE, "github-workflows"),
    (FORMS / "crash.yml", "github-issue-forms"), (FORMS / "idea.yml", "github-issue-forms"),
    (FORMS / "wrong-report.yml", "github-issue-forms")],
    ids=lambda value: getattr(value, "name", value))
def test_valid_by_its_schema(path, schema):
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}",
         "--force-filetype", "yaml", path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def ci(*arguments):
    return subprocess.run([ROOT / ".ci/run", *arguments], capture_output=True, text=True)


def test_the_workflow_runs_every_stage():
    steps = yaml.safe_load(CI.read_text())["jobs"]["run"]["steps"]
    assert steps[-1]["run"] == ".ci/run"


def test_stages_of_ci_are_listed():
    done = ci("--list")
    lines = done.stdout.splitlines()
    assert done.returncode == 0 and len(lines) % 2 == 0
    for stage, needs in zip(lines[::2], lines[1::2]):
        assert re.fullmatch(r"[a-z-]+ +\S.*", stage) and needs.strip().startswith("needs: Swift")
    names = {line.split()[0] for line in lines[::2]}
    suites = {path.parent.name for path in ROOT.glob("Tests/*/test_*.py")}
    assert len(names) == len(lines) / 2 and len(names) > len(suites)


def test_an_unknown_stage_is_wrong_usage():
    for argument in ["nothing", "--lists"]:
        done = ci("lint", argument)
        assert done.returncode == 2 and not done.stdout and f"“{argument}”" in done.stderr


def test_the_example_calls_this_action_with_inputs_it_has():
    steps = [step for job in yaml.safe_load(WORKFLOW.read_text())["jobs"].values() for step in job["steps"]]
    (call,) = [step for step in steps if "mdcatalog" in step["uses"]]
    path, version = call["uses"].split("@")
    assert ROOT / path.removeprefix("mdcatalog/mdcatalog/") == ACTION.parent
    assert set(call["with"]) <= set(DEFAULTS)
    shown = subprocess.check_output([TOOL, "--version"], text=True)
    assert shown == f"mdcatalog {version.removeprefix('v')}\n"


def step(name, folder, environment):
    """Runs a step as `shell: bash` does; returns the run and its outputs."""
    output = folder / "output.txt"
    output.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]], cwd=folder,
        env={**os.environ, "GITHUB_ACTION_PATH": str(ACTION.parent), "GITHUB_OUTPUT": str(output), **environment},
        capture_output=True, text=True)
    return done, dict(line.split("=", 1) for line in output.read_text().splitlines())


def check(folder, **inputs):
    """Runs the check as its step's `env` gets it from the inputs."""
    inputs = DEFAULTS | {name.replace("_", "-"): value for name, value in inputs.items()}
    environment = {}
    for name, expression in STEPS["check"]["env"].items():
        words = expression.removeprefix("${{ ").removesuffix(" }}").split(" || ")
        environment[name] = inputs[words[0].removeprefix("inputs.")]
    return step("check", folder, environment | {"MDCATALOG": TOOL})[0]


def test_problems_become_annotations(tmp_path):
    done = check(write(tmp_path, {"a b.md": WRONG, "c.md": GOOD}))
    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=a b.md,line=3,") and done.stdout.count("\n") == 1
    assert "1  unknown-value" in done.stderr
    assert check(tmp_path, paths="c.md\n").returncode == 0
    assert check(tmp_path, paths="c.md\na b.md\n", arguments="--ignore\nunknown-value").returncode == 0


def test_inputs_are_not_run_by_the_shell(tmp_path):
    write(tmp_path, {"$(touch x).md": WRONG, "--help": WRONG, "`id`;a.md": WRONG})
    done = check(tmp_path, paths="$(touch x).md\n--help\n`id`;a.md")
    assert done.stdout.count("::warning") == 3 and not (tmp_path / "x").exists()


def test_a_log_for_code_scanning(tmp_path):
    assert check(write(tmp_path, {"a.md": WRONG}), sarif="log.sarif").returncode == 1
    (result,) = json.loads((tmp_path / "log.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "unknown-value"


def test_known_problems_are_left_out(tmp_path):
    def git(*words):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True)
    write(tmp_path, {"a.md": WRONG})
    subprocess.run([TOOL, "check", "--baseline", "known.json", "--write-baseline"], cwd=tmp_path, check=True)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "old")
    write(tmp_path, {"a.md": WRONG + row("B", "foo")})
    for inputs in [{"changed_since": "HEAD"}, {"baseline": "known.json"}]:
        done = check(tmp_path, **inputs)
        assert done.returncode == 1 and done.stdout.count("::") == 2 and "foo" in done.stdout
        assert "Left out: 1 problem" in done.stderr


def released(folder, data=None):
    """A release of the executable under test; its archive holds other data than the checksum says if given."""
    version = subprocess.check_output([TOOL, "--version"], text=True).split()[1]
    name = f"mdcatalog-{version}-{platform.system().lower()}-{platform.machine()}"
    place = folder / f"v{version}"
    place.mkdir()
    with tarfile.open(place / f"{name}.tar.gz", "w:gz") as archive:
        archive.add(TOOL, f"{name}/mdcatalog")
    (place / "SHA256SUMS").write_text(subprocess.check_output(["sha256sum", f"{name}.tar.gz"], cwd=place, text=True))
    if data:
        (place / f"{name}.tar.gz").write_bytes(data)
    return {"RELEASES": folder.as_uri(), "RUNNER_TEMP": str(folder / "runner")}


def test_it_installs_a_release(tmp_path):
    done, outputs = step("install", tmp_path, released(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert subprocess.check_output([outputs["executable"], "--version"]).startswith(b"mdcatalog ")


def test_it_installs_nothing_else(tmp_path):
    done, outputs = step("install", tmp_path, released(tmp_path, b"x"))
    assert done.returncode != 0 and "FAILED" in done.stdout and outputs == {}
    done, outputs = step("install", tmp_path, {"RELEASES": tmp_path.as_uri() + "/none", "RUNNER_TEMP": str(tmp_path)})
    assert done.returncode == 1 and outputs == {}
    assert "/none/v" in done.stdout and "has no SHA256SUMS: give “executable”" in done.stdout
