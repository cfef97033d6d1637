"""The Docker image: one static file."""

import shutil
import subprocess

import pytest

from conftest import CATALOG, ROOT, TOOL


def has_daemon():
    return bool(shutil.which("docker")) and subprocess.run(["docker", "info"], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_daemon(), reason="not run: there is no Docker daemon")
def test_the_image_checks_a_mounted_folder(tmp_path):
    shutil.copy(TOOL, tmp_path / "mdcatalog")
    image = subprocess.check_output(["docker", "build", "-q", "-f", ROOT / ".ci/Dockerfile", tmp_path], text=True).strip()
    done = subprocess.run(
        ["docker", "run", "--rm", "-v", f"{CATALOG.parent}:/lists:ro", image, "check", f"/lists/{CATALOG.name}"],
        capture_output=True, text=True)
    assert done.returncode == 1 and "[misplaced-value]" in done.stdout, done.stderr
