"""The wheel: installed by pip into an empty environment, without an index and without Swift."""

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
import yaml

from conftest import CATALOG, ROOT, TOOL, only

VERSION = subprocess.check_output([TOOL, "--version"], text=True).split()[1]


def in_it(environment, *command, **options):
    """Runs a command with nothing but the environment on the path."""
    return subprocess.run(
        [environment / "bin" / command[0], *command[1:]], capture_output=True,
        env={"PATH": str(environment / "bin"), "HOME": str(environment)}, **options)


@pytest.fixture(scope="module")
def environment(released, tmp_path_factory):
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    done = in_it(folder, "pip", "install", "--no-index", "--find-links", released, "mdcatalog")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("command", [["mdcatalog"], ["python", "-m", "mdcatalog"]])
def test_the_command_runs(environment, command):
    assert in_it(environment, *command, "--version").stdout.decode() == f"mdcatalog {VERSION}\n"
    done = in_it(environment, *command, "check", CATALOG)
    assert done.returncode == 1 and b"[misplaced-value]" in done.stdout and not done.stderr


def test_the_server_answers(environment):
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}).encode()
    done = in_it(environment, "mdcatalog", "lsp", input=b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert b'"completionProvider"' in done.stdout


def test_a_package_without_its_executable_says_so(released, tmp_path):
    with zipfile.ZipFile(only(released, "*.whl")) as wheel:
        wheel.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mdcatalog"], cwd=tmp_path, capture_output=True, text=True, env={"HOME": str(tmp_path)})
    assert done.returncode == 1 and "install the package again" in done.stderr


def test_it_can_be_removed(released, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", tmp_path], check=True)
    before = sorted(tmp_path.rglob("*"))
    in_it(tmp_path, "pip", "install", "--no-index", "--find-links", released, "mdcatalog")
    assert in_it(tmp_path, "pip", "uninstall", "-y", "mdcatalog").returncode == 0
    assert [path for path in sorted(tmp_path.rglob("*")) if "mdcatalog" in path.name and path not in before] == []


def test_its_metadata(released):
    path = only(released, "*.whl")
    assert re.fullmatch(rf"mdcatalog-{VERSION}-py3-none-\S+\.whl", path.name)
    with zipfile.ZipFile(path) as wheel:
        metadata = wheel.read(f"mdcatalog-{VERSION}.dist-info/METADATA").decode()
        licence = wheel.read(f"mdcatalog-{VERSION}.dist-info/licenses/LICENSE")
        tags = re.findall(r"^Tag: (.*)$", wheel.read(f"mdcatalog-{VERSION}.dist-info/WHEEL").decode(), re.M)
    assert licence == (ROOT / "LICENSE").read_bytes() and tags
    assert {tag.split("-")[2] for tag in tags} == set(path.stem.split("-")[-1].split("."))
    # Links of the README lead somewhere outside the repository too.
    assert "# mdcatalog" in metadata
    assert re.findall(r"\]\((?!https?:|#)[^)]*\)", re.sub(r"`[^`\n]*`|```.*?```", "", metadata, flags=re.S)) == []


def test_pre_commit_installs_it(released, tmp_path):
    """The hook of the README refuses a broken row, and passes after it is fixed; there is no Swift."""
    [hook] = [text for text in re.findall(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
              if "language: python" in text]
    [repository] = yaml.safe_load(hook)["repos"]
    assert repository["hooks"][0]["additional_dependencies"] == [f"mdcatalog=={VERSION}"]
    (tmp_path / "home").mkdir()
    folder = tmp_path / "list"
    folder.mkdir()
    (folder / ".pre-commit-config.yaml").write_text(hook)
    (folder / "list.md").write_text(
        "| Dataset | Task |\n|---|---|\n" + "| [A](https://a.org) | Detection |\n| [B](https://b.org) | Detection | x |\n")
    environment = {
        **os.environ, "PIP_FIND_LINKS": str(released), "HOME": str(tmp_path / "home"),
        "PRE_COMMIT_HOME": str(tmp_path / "cache"), "PATH": "/usr/bin:/bin"}

    def run(*command):
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)

    run("git", "init", "-q")
    run("git", "add", ".")
    done = run(sys.executable, "-m", "pre_commit", "run")
    assert done.returncode == 1 and "list.md:4:" in done.stdout and "extra-cell" in done.stdout, done.stdout + done.stderr
    (folder / "list.md").write_text((folder / "list.md").read_text().replace(" x |", ""))
    run("git", "add", ".")
    done = run(sys.executable, "-m", "pre_commit", "run")
    assert done.returncode == 0, done.stdout + done.stderr
