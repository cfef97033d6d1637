"""Real editors open a damaged catalog, show what is wrong, complete, and format on save."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

TOOL = os.environ["MDCATALOG"]
HERE = pathlib.Path(__file__).parent
EDITORS = HERE.parents[1] / "Editors"
FIXTURE = HERE.parent / "Fixtures" / "imaging-datasets.md"


@pytest.fixture
def session(tmp_path):
    """A folder with a catalog of ragged rows, and an environment in which the tool is found."""
    catalog = tmp_path / "catalog.md"
    text = FIXTURE.read_text().replace("| CT, X-Ray, OCT, Microscopy |", "|CT, X-Ray |")
    catalog.write_text(text)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "mdcatalog").symlink_to(TOOL)
    line = next(n for n, l in enumerate(text.splitlines(), 1) if "|CT, X-Ray |" in l)
    environment = dict(
        os.environ, PATH=f"{tmp_path}/bin:{os.environ['PATH']}", HOME=str(tmp_path),
        XDG_CONFIG_HOME=f"{tmp_path}/config", CATALOG=str(catalog), LINE=str(line),
        RESULT=str(tmp_path / "result.json"))
    return tmp_path, catalog, text, environment


def run(command, environment, folder):
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / "result.json").read_text())


def check(arguments, text):
    return subprocess.run([TOOL, *arguments], input=text, capture_output=True, text=True).stdout


def wanted(text):
    return sorted((p["line"], p["code"]) for p in json.loads(
        check(["check", "-", "--output-format", "json"], text)))


def test_neovim(session):
    folder, catalog, text, environment = session
    plugin = folder / "config" / "nvim" / "plugin"
    plugin.mkdir(parents=True)
    shutil.copy(EDITORS / "neovim" / "mdcatalog.lua", plugin)
    (folder / "config" / "nvim" / "init.vim").write_text("filetype plugin on\nset noswapfile\n")
    result = run(
        ["nvim", "--headless", "-c", f"luafile {HERE / 'drive.lua'}"], environment, folder)
    assert sorted(map(tuple, result["diagnostics"])) == wanted(text)
    assert "|CT, X-Ray, Mammography |" in result["line"]
    before = "\n".join(result["before"]) + "\n"
    assert catalog.read_text() == check(["format", "-"], before)
    assert catalog.read_text() != before


def test_emacs(session):
    folder, catalog, text, environment = session
    result = run(
        ["emacs", "--batch", "-l", "package", "-f", "package-initialize",
         "-l", str(EDITORS / "emacs" / "mdcatalog.el"), "-l", str(HERE / "drive.el")],
        environment, folder)
    assert sorted(line for line, _ in result["diagnostics"]) == [line for line, _ in wanted(text)]
    assert "|CT, X-Ray, Mammography |" in result["line"]
    assert catalog.read_text() == check(["format", "-"], result["before"])
    assert catalog.read_text() != result["before"]
