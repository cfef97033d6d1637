"""The release, made once for all tests."""

import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
TOOL = os.environ["MDCATALOG"]
CATALOG = ROOT / "Tests/Fixtures/imaging-datasets.md"


def release(folder, **environment):
    done = subprocess.run(
        [ROOT / ".ci/release", folder], capture_output=True, text=True, env={
            **os.environ, "SOURCE_DATE_EPOCH": "1767225600", "MDCATALOG_PYTHON": sys.executable, **environment})
    assert done.returncode == 0, done.stderr
    return folder


def only(folder, pattern):
    (path,) = folder.glob(pattern)
    return path


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    return release(tmp_path_factory.mktemp("released"))
