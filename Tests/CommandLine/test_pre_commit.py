"""The hooks for pre-commit: their manifest and their runs."""

import os
import pathlib
import subprocess
import sys

import pytest
import yaml

from tool import GOOD, HEADER, TOOL, WRONG, row, run, write

ROOT = pathlib.Path(__file__).parent.parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = yaml.safe_load(MANIFEST.read_text())


def pre_commit(*arguments, folder, cache=None):
    environment = {**os.environ, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    if cache:
        environment["PRE_COMMIT_HOME"] = str(cache)
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments], cwd=folder, env=environment, capture_output=True, text=True)


def repository(folder, hooks, files, source="local"):
    """A repository that uses these hooks, with files in the index."""
    config = {"repos": [{"repo": source, "hooks": hooks} | (
        {} if source == "local" else {"rev": subprocess.check_output(
            ["git", "rev-parse", "HEAD"], cwd=source, text=True).strip()})]}
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    write(folder, files | {".pre-commit-config.yaml": yaml.safe_dump(config)})
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return folder


def local(identifier, *arguments):
    """A hook of the manifest that runs the executable under test instead of building one."""
    (hook,) = [hook for hook in HOOKS if hook["id"] == identifier]
    assert hook["entry"].startswith("mdcatalog ")
    return hook | {"language": "system", "entry": TOOL + hook["entry"].removeprefix("mdcatalog"), "args": [*arguments]}


def test_the_manifest_is_valid():
    done = pre_commit("validate-manifest", MANIFEST, folder=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {hook["language"] for hook in HOOKS} == {"swift"}
    assert len({hook["id"] for hook in HOOKS}) == len(HOOKS)


def test_a_broken_row_is_refused_until_it_is_fixed(tmp_path):
    files = {"list.md": WRONG, "b/more.markdown": GOOD, "notes.txt": WRONG}
    folder = repository(tmp_path, [local("mdcatalog-check")], files)
    done = pre_commit("run", folder=folder)
    assert done.returncode == 1 and "list.md:3:32" in done.stdout and "notes.txt" not in done.stdout
    run("check", "--fix", folder=folder)
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    assert pre_commit("run", folder=folder).returncode == 0


@pytest.mark.parametrize("identifier, before, after", [
    ("mdcatalog-fix", WRONG, WRONG.replace("Detectoin", "Detection")), ("mdcatalog-format", GOOD.replace("| [A]", "|[A]"), GOOD)])
def test_a_hook_that_changes_a_file_stops_once(identifier, before, after, tmp_path):
    folder = repository(tmp_path, [local(identifier)], {"list.md": before})
    assert pre_commit("run", folder=folder).returncode == 1
    assert (folder / "list.md").read_text() == after
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    assert pre_commit("run", folder=folder).returncode == 0


def test_only_new_problems_of_a_commit(tmp_path):
    old = HEADER + row("A", "foo")
    folder = repository(tmp_path, [local("mdcatalog-check", "--changed-since", "HEAD")], {"list.md": old})
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *identity, "commit", "-qm", "old"], cwd=folder, check=True)
    write(folder, {"list.md": old + row("B")})
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    assert pre_commit("run", folder=folder).returncode == 0
    write(folder, {"list.md": old + row("B", "bar")})
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    done = pre_commit("run", folder=folder)
    assert done.returncode == 1 and "bar" in done.stdout and "foo" not in done.stdout


@pytest.mark.skipif("MDCATALOG_BUILD_HOOK" not in os.environ, reason="builds the tool once more: MDCATALOG_BUILD_HOOK=1")
def test_pre_commit_builds_the_tool_itself(tmp_path):
    (tmp_path / "user").mkdir()
    folder = repository(tmp_path / "user", [{"id": "mdcatalog-check"}], {"list.md": WRONG}, source=str(ROOT))
    done = pre_commit("run", folder=folder, cache=tmp_path / "cache")
    assert done.returncode == 1 and "list.md:3:32" in done.stdout, done.stdout + done.stderr
