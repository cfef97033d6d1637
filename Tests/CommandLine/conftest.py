"""What a test of the command line needs of the system."""

import os
import pathlib
import shutil
import tempfile

import pytest

from tool import TOOL

NOBODY = 65534


@pytest.fixture
def unprivileged():
    """A folder, and how to run the tool in it without root's rights."""
    folder = pathlib.Path(tempfile.mkdtemp())
    home = folder / "home"
    home.mkdir()
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
    """Makes a folder and all in it belong to the user that `unprivileged` runs as."""
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
