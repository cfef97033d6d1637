"""Fixtures for tests of the command line."""

import os
import pathlib
import shutil
import tempfile

import pytest

from tool import TOOL

NOBODY = 65534
CLOSED = '{"schema": "builtin"}'


@pytest.fixture(autouse=True)
def owner(tmp_path_factory, monkeypatch):
    """Above the lists of the tests, and where the tool runs, a configuration names the built-in
    schema: the few rows of a test are no evidence for it."""
    folder = tmp_path_factory.getbasetemp()
    (folder / ".mdcatalog.json").write_text(CLOSED)
    monkeypatch.chdir(folder)


@pytest.fixture
def unprivileged():
    """A folder, and options to run the tool in it without root's rights."""
    folder = pathlib.Path(tempfile.mkdtemp())
    home = folder / "home"
    home.mkdir()
    (folder / ".mdcatalog.json").write_text(CLOSED)
    tool = shutil.copy(TOOL, folder / "tool")
    options = {"tool": tool}
    folder.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(home, NOBODY, NOBODY)
        options |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    yield home, options
    for path in [home, *home.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


def give_away(folder):
    """Gives a folder and its contents to the user of `unprivileged`."""
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
