"""The release: the same bytes each time, and a package that works without other files."""

import gzip
import os
import shutil
import subprocess
import tarfile

import pytest

from conftest import CATALOG, TOOL, only, release

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed")


def test_checksums(released):
    assert len(list(released.iterdir())) == 4
    subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=released, check=True, capture_output=True)


def test_the_same_bytes_each_time(released, tmp_path):
    copy = tmp_path / "mdcatalog"
    shutil.copyfile(TOOL, copy)
    copy.chmod(0o700)
    mask = os.umask(0o077)
    try:
        again = release(tmp_path / "again", MDCATALOG=str(copy), TZ="Asia/Tokyo", LC_ALL="C", HOME="/")
    finally:
        os.umask(mask)
    assert {p.name: p.read_bytes() for p in released.iterdir()} == {p.name: p.read_bytes() for p in again.iterdir()}


def test_the_archive(released, tmp_path):
    version = subprocess.check_output([TOOL, "--version"], text=True).split()[1]
    with tarfile.open(only(released, "*.tar.gz")) as archive:
        names = archive.getnames()
        assert {(member.uid, member.gid, member.mtime) for member in archive} == {(0, 0, 1767225600)}
        archive.extractall(tmp_path, filter="data")
    (top,) = {name.split("/")[0] for name in names}
    assert top.startswith(f"mdcatalog-{version}-linux-")
    assert {name.removeprefix(top + "/") for name in names} >= {
        "mdcatalog", "LICENSE", "README.md", "mdcatalog.1", "completions/_mdcatalog"}
    assert subprocess.run([tmp_path / top / "mdcatalog", "check", CATALOG], capture_output=True).returncode == 1


def dpkg(root, *arguments):
    return subprocess.run(
        ["dpkg", f"--root={root}", "--force-not-root", "--force-script-chrootless", f"--log={root}/log", *arguments],
        capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})


@pytest.fixture
def root(released, tmp_path):
    """An empty root into which the package is installed."""
    for folder in ["info", "updates"]:
        (tmp_path / "var/lib/dpkg" / folder).mkdir(parents=True)
    (tmp_path / "var/lib/dpkg/status").touch()
    done = dpkg(tmp_path, "-i", only(released, "*.deb"))
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path


def test_the_installed_package_needs_nothing_else(root):
    shutil.copy(CATALOG, root / "list.md")
    (root / "proc").mkdir()
    # Swift's runtime reads the arguments from /proc.
    inside = ["unshare", "--mount", "sh", "-c", 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"', root]
    command = [*inside, "/usr/bin/mdcatalog", "check", "/list.md"]
    if subprocess.run([*inside, "/usr/bin/mdcatalog", "--version"], capture_output=True).returncode != 0:
        # chroot is not allowed here; `.ci/run executable` checks that the file is static.
        command = [root / "usr/bin/mdcatalog", "check", root / "list.md"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1 and "[misplaced-value]" in done.stdout and not done.stderr, done
    assert "install ok installed" in dpkg(root, "-s", "mdcatalog").stdout
    assert dpkg(root, "-V", "mdcatalog").stdout == ""


def test_its_files_are_where_debian_expects_them(root):
    share = root / "usr/share"
    assert gzip.decompress((share / "man/man1/mdcatalog.1.gz").read_bytes()) == subprocess.check_output([TOOL, "man"])
    for shell, path in [("bash", "bash-completion/completions/mdcatalog"), ("zsh", "zsh/vendor-completions/_mdcatalog"),
                        ("fish", "fish/vendor_completions.d/mdcatalog.fish")]:
        assert (share / path).read_bytes() == subprocess.check_output([TOOL, "completions", shell])
    licence = (share / "doc/mdcatalog/copyright").read_text()
    assert "License: Expat\n Permission is hereby granted" in licence and "Copyright: 2026" in licence
    assert {oct(path.stat().st_mode & 0o7777) for path in (root / "usr").rglob("*") if path.is_file()} == {"0o644", "0o755"}


def test_it_can_be_removed(root):
    assert dpkg(root, "-P", "mdcatalog").returncode == 0
    assert [path for path in (root / "usr").rglob("*") if path.is_file()] == []
