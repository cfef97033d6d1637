"""`.gitignore` excludes the same files as in git."""

import json
import shutil
import subprocess

import pytest

from conftest import give_away
from tool import WRONG, run, write

FILES = [
    "a.md", "b.md", "sub/a.md", "sub/deep/a.md", "sub/deep/c.md", "out/a.md", "out/keep.md", "docs/out/a.md",
    "docs/x/y/z/a.md", "foo/bar/q.md", "#hash.md", "!bang.md", "sp ace.md", "trail .md", "é.md", "a[1].md", "A.md"]
RULES = [
    "a.md\n", "/a.md\n", "sub/a.md\n", "out/\n", "/out/\n", "out/*\n!out/keep.md\n", "out/\n!out/keep.md\n",
    "**/a.md\n", "sub/**\n", "docs/**/a.md\n", "docs/x/**/z\n", "foo/bar\n", "\\#hash.md\n", "#hash.md\n",
    "\\!bang.md\n", "*\n!*/\n!a.md\n", "/*\n!/sub\n", "?.md\n", "??.md\n", "[ab].md\n", "[!a].md\n", "[^a]*.md\n",
    "a\\[1\\].md\n", "a[[]1].md\n", "[[:alpha:]]*.md\n", "[[:upper:]].md\n", "[![:alpha:]]*\n", "[a-].md\n", "[]a].md\n",
    "[a\n", "a.md   \n", "trail\\ .md\n", "a.md\r\nb.md\r\n", "\ufeffa.md\n", "é.md\n", "//a.md\n", "a.md\x0bb.md\n",
    "a.md\x0c\n", "a.md\u2028b.md\n", "a.md\\\n", "a\\.md\n", "**\n", "*/\n", "\n\n!\n/\n", "a.md\t\n"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("rules", RULES)
def test_the_same_as_git(rules, tmp_path):
    write(tmp_path, dict.fromkeys(FILES, WRONG))
    write(tmp_path, {".gitignore": rules})
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    for folder, operands in [(".", []), ("sub", []), (".", ["sub"]), (".", ["out"]), ("docs", [])]:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "-o", "--exclude-per-directory=.gitignore", *operands], cwd=tmp_path / folder,
            capture_output=True, check=True).stdout.decode().split("\0")
        wanted = {name for name in listed if name.endswith(".md")}
        report = run("check", "--output-format", "json", *operands, folder=tmp_path / folder).stdout
        assert {p["file"] for p in json.loads(report)} == wanted, (folder, operands)


def test_an_excluded_folder_is_excluded_when_named(tmp_path):
    write(tmp_path, {".git/config": "", ".gitignore": "out/\n", "out/a.md": WRONG, "out/sub/b.md": WRONG})
    for folder, operands in [(".", ["out"]), ("out", []), (".", ["out/sub"]), ("out/sub", ["."])]:
        done = run("check", *operands, folder=tmp_path / folder)
        assert done.returncode == 0 and not done.stdout
        assert b"no Markdown files found: .gitignore excludes" in done.stderr
    assert run("check", "out/a.md", folder=tmp_path).returncode == 1


def test_with_unreadable_rules_nothing_is_written(unprivileged):
    folder, options = unprivileged
    write(folder, {"sub/.gitignore": "a.md\n", "sub/a.md": WRONG, "b.md": WRONG})
    give_away(folder)
    (folder / "sub/.gitignore").chmod(0)
    done = run("check", "--fix", folder=folder, **options)
    assert done.returncode == 2 and b"sub/.gitignore: Permission denied" in done.stderr
    assert (folder / "sub/a.md").read_text() == WRONG and (folder / "b.md").read_text() != WRONG
