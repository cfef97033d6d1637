"""`--changed-since`: only problems that are new since a commit."""

import subprocess

import pytest

from tool import GOOD, HEADER, TOOL, WRONG, problems, row, run, write

OLD = HEADER + row("A", "foo") + row("B", "bar") + row("C") + row("E", "Detectoin")
LEFT = "Left out: 3 problems on unchanged lines.\n"


def git(folder, *words):
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *settings, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {"list.md": OLD, "b/other.md": WRONG})
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def check(folder, *arguments, reference="HEAD", **options):
    done = run("check", "--changed-since", reference, *arguments, folder=folder, **options)
    return done.returncode, done.stdout.decode()


def found(folder, *arguments, reference="HEAD", **options):
    return [(p["line"], p["code"]) for p in problems(
        "--changed-since", reference, *arguments, folder=folder, **options)]


def test_old_damage_is_left_out(repository):
    assert check(repository) == (
        0, "No new problems in 2 files.\nLeft out: 4 problems on unchanged lines.\n")


def test_a_new_row_and_a_changed_one_count(repository):
    write(repository, {"list.md": "# Title\n\n" + OLD.replace("bar", "baz") + row("F", "quux")})
    assert found(repository) == [(6, "unknown-value"), (9, "unknown-value")]
    git(repository, "commit", "-q", "-a", "-m", "second")
    assert found(repository) == []
    assert found(repository, reference="HEAD~1") == [(6, "unknown-value"), (9, "unknown-value")]


def test_formatting_does_not_change_rows(repository):
    write(repository, {"list.md": run("format", "--style", "aligned", "-", text=OLD.replace(" |\n", "\n")).stdout})
    assert found(repository) == []


@pytest.mark.parametrize("change, code", [
    (lambda text: text.replace(row("B", "bar"), "\n" + row("B", "bar")), "broken-table"),
    (lambda text: text.replace("| --- | --- |", "| --- |", 1), "broken-table"),
    (lambda text: text.replace("[C](https://c.org)", "[B](https://c.org)"), "duplicate-name"),
    (lambda text: text.replace(row("A", "foo"), row("e") + row("A", "foo")), "duplicate-name")])
def test_new_problems_of_unchanged_rows_count(change, code, repository):
    write(repository, {"list.md": change(OLD)})
    assert code in {p[1] for p in found(repository)}
    write(repository, {"list.md": OLD})
    assert found(repository) == []


def test_new_and_renamed_files(repository):
    write(repository, {"new.md": WRONG})
    git(repository, "mv", "list.md", "renamed list.md")
    assert {p["file"] for p in problems("--changed-since", "HEAD", folder=repository)} == {"new.md"}
    assert check(repository, "renamed list.md")[1].endswith(LEFT)


def test_commits_of_the_other_branch_do_not_count(repository):
    git(repository, "checkout", "-q", "-b", "mine")
    write(repository, {"mine.md": WRONG})
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "mine")
    git(repository, "checkout", "-q", "main")
    write(repository, {"list.md": GOOD})
    git(repository, "commit", "-q", "-a", "-m", "fixed")
    git(repository, "checkout", "-q", "mine")
    assert {p["file"] for p in problems("--changed-since", "main", folder=repository)} == {"mine.md"}


def test_in_a_folder_and_from_stdin(repository):
    assert check(repository / "b")[1].endswith("Left out: 1 problem on unchanged lines.\n")
    assert check(repository / "b", "../list.md")[1].endswith(LEFT)
    text = OLD + row("F", "quux")
    assert found(repository, "-", "--stdin-filename", "list.md", text=text) == [(7, "unknown-value")]
    assert found(repository / "b", "-", "--stdin-filename", "../list.md", text=text) == [(7, "unknown-value")]
    assert len(found(repository, "-", "--stdin-filename", "new.md", text=text)) == 4


def test_only_new_problems_are_fixed(repository):
    write(repository, {"list.md": OLD + row("F", "Segmentaton")})
    assert check(repository, "--fix")[0] == 0
    assert (repository / "list.md").read_text() == OLD + row("F", "Segmentation")


def test_with_a_baseline(repository):
    run("check", "--baseline", "known.json", "--write-baseline", "b", folder=repository)
    assert check(repository, "--baseline", "known.json")[1] == (
        "No new problems in 2 files.\nLeft out: 1 problem of the baseline.\n" + LEFT)


def test_names_of_every_kind(repository):
    names = ["a b.md", "é.md", "-x.md", "q\"\\.md", "new\nline.md", "ﬁ/ä/🧠.md"]
    write(repository, {name: OLD for name in names})
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "names")
    write(repository, {name: OLD + row("F", "quux") for name in names})
    found = problems("--changed-since", "HEAD", folder=repository)
    assert sorted(p["file"] for p in found) == sorted(names) and {p["line"] for p in found} == {7}


def test_a_file_with_windows_line_endings(repository):
    git(repository, "config", "core.autocrlf", "true")
    write(repository, {"list.md": (OLD + row("F", "quux")).replace("\n", "\r\n")})
    assert found(repository) == [(7, "unknown-value")]


@pytest.mark.parametrize("reference", ["no-such", "--help", "", "HEAD:list.md", "HEAD^{tree}"])
def test_a_commit_that_git_does_not_know(reference, repository):
    done = run("check", f"--changed-since={reference}", folder=repository)
    assert done.returncode == 2 and not done.stdout
    assert b"--changed-since" in done.stderr and b"no such commit" in done.stderr


def test_before_the_first_commit_everything_is_new(tmp_path):
    git(tmp_path, "init", "-q")
    write(tmp_path, {"a.md": WRONG})
    assert found(tmp_path) == [(3, "unknown-value")]
    assert run("check", "--changed-since", "main", folder=tmp_path).returncode == 2


def test_no_repository(tmp_path):
    write(tmp_path, {"a.md": WRONG})
    done = run("check", "--changed-since", "HEAD", folder=tmp_path, environment={"GIT_CEILING_DIRECTORIES": "/"})
    assert done.returncode == 2 and not done.stdout and b"not a git repository" in done.stderr


def test_a_file_outside_the_repository(repository, tmp_path_factory):
    other = write(tmp_path_factory.mktemp("other"), {"a.md": WRONG}) / "a.md"
    done = run("check", "--changed-since", "HEAD", other, "list.md", folder=repository)
    assert done.returncode == 2 and b"outside the repository" in done.stderr
    assert done.stdout.endswith(LEFT.encode())


def test_without_git(repository, tmp_path_factory):
    empty = tmp_path_factory.mktemp("empty")
    done = run("check", "--changed-since", "HEAD", folder=repository, environment={"PATH": str(empty)})
    assert done.returncode == 2 and not done.stdout and b"git is not installed" in done.stderr
    assert b"Left out" not in run("check", folder=repository, environment={"PATH": str(empty)}).stdout


def test_git_settings_have_no_effect(repository):
    for name, value in [("diff.renames", "copies"), ("diff.relative", "true"), ("core.quotePath", "true"),
                        ("diff.external", "false"), ("color.ui", "always")]:
        git(repository, "config", name, value)
    write(repository, {"b/other.md": WRONG + row("F", "quux")})
    assert found(repository / "b") == [(4, "unknown-value")]


@pytest.fixture
def nested(repository, tmp_path_factory):
    """A repository with the submodule `sub`, which has one itself."""
    def source(files):
        folder = write(tmp_path_factory.mktemp("source"), files)
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "first")
        return folder

    inner, outer = source({"deep.md": OLD}), source({"docs/list.md": OLD})
    for folder, name, url in [(outer, "in ner", inner), (repository, "sub", outer)]:
        git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(url), name)
        git(folder, "commit", "-q", "-m", "submodule")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "update", "-q", "--init", "--recursive")
    return repository


def test_files_of_submodules_are_compared_with_their_commit(nested):
    assert found(nested) == []
    for name in ["list.md", "sub/docs/list.md", "sub/in ner/deep.md"]:
        write(nested, {name: OLD + row("F", "quux")})
    assert found(nested) == [(7, "unknown-value")] * 3
    # Also once the submodules, then the whole have commits of their own.
    for folder in [nested / "sub" / "in ner", nested / "sub", nested]:
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "second")
    assert found(nested) == [] and found(nested, reference="HEAD~1") == [(7, "unknown-value")] * 3
    assert found(nested / "sub" / "docs", "../..", reference="HEAD~1") == [(7, "unknown-value")] * 3
    assert found(nested / "sub", reference="HEAD~1") == [(7, "unknown-value")] * 2
    assert found(nested, "sub/docs/list.md", reference="HEAD~2") == [
        (3, "unknown-value"), (4, "unknown-value"), (6, "unknown-value"), (7, "unknown-value")]


def test_a_renamed_file_of_a_submodule(nested):
    git(nested / "sub", "mv", "docs/list.md", "docs/other.md")
    write(nested, {"sub/docs/other.md": OLD + row("F", "quux")})
    assert found(nested) == [(7, "unknown-value")]


def test_a_hook_checks_submodules(nested):
    hook = nested / ".git" / "hooks" / "pre-commit"
    hook.write_text(f'#!/bin/sh\n"{TOOL}" check --changed-since HEAD --quiet . || exit 1\n')
    hook.chmod(0o755)
    git(nested, "commit", "-q", "--allow-empty", "-m", "good")
    write(nested, {"sub/docs/list.md": OLD + row("F", "quux")})
    with pytest.raises(subprocess.CalledProcessError):
        git(nested, "commit", "-q", "--allow-empty", "-m", "bad")


def test_a_commit_that_a_submodule_lacks(nested):
    git(nested, "update-index", "--cacheinfo", "160000," + "12" * 20 + ",sub")
    git(nested, "commit", "-q", "-m", "lost")
    done = run("check", "--changed-since", "HEAD", ".", folder=nested)
    assert done.returncode == 2 and b"sub/docs/list.md: " in done.stderr
    assert done.stdout.endswith(b"Left out: 4 problems on unchanged lines.\n")


def test_filters_write_files_as_a_checkout_does(repository):
    git(repository, "config", "filter.swap.clean", "tr a-z n-za-m")
    git(repository, "config", "filter.swap.smudge", "tr n-za-m a-z")
    git(repository, "config", "filter.swap.required", "true")
    write(repository, {".gitattributes": "*.md filter=swap\n"})
    git(repository, "add", "--renormalize", ".")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "filtered")
    assert "| Qngnfrg" in git(repository, "cat-file", "blob", "HEAD:list.md").replace("D", "Q")
    write(repository, {"list.md": OLD + row("F", "quux")})
    assert found(repository) == [(7, "unknown-value")]
    assert found(repository, "-", "--stdin-filename", "list.md", text=OLD + row("G", "quuz")) == [(7, "unknown-value")]


def test_a_filter_that_is_not_installed(repository):
    git(repository, "config", "filter.none.clean", "cat")
    git(repository, "config", "filter.none.smudge", "no-such-program")
    git(repository, "config", "filter.none.required", "true")
    write(repository, {".gitattributes": "*.md filter=none\n", "list.md": OLD + row("F", "quux")})
    assert found(repository) == [(7, "unknown-value")]


def test_line_endings_that_git_converts(repository):
    git(repository, "config", "core.autocrlf", "true")
    write(repository, {"list.md": (OLD + row("F", "quux")).replace("\n", "\r\n")})
    assert found(repository) == [(7, "unknown-value")]


def test_a_shallow_clone(repository, tmp_path_factory):
    git(repository, "checkout", "-q", "-b", "branch")
    write(repository, {"list.md": OLD + row("F", "quux")})
    git(repository, "commit", "-q", "-a", "-m", "second")
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repository}", ".")
    assert found(clone, reference="origin/main") == [(7, "unknown-value")]
    git(clone, "checkout", "-q", "--detach")
    assert found(clone / "b", "..", reference="origin/main") == [(7, "unknown-value")]
    done = run("check", "--changed-since", "HEAD~1", folder=clone)
    assert done.returncode == 2 and b"in a shallow clone, fetch it first" in done.stderr


def test_a_work_tree_of_its_own(repository, tmp_path_factory):
    tree = tmp_path_factory.mktemp("trees") / "tree"
    git(repository, "worktree", "add", "-q", "-b", "other", str(tree))
    git(tree, "mv", "b/other.md", "b/new name.md")
    write(tree, {"b/new name.md": WRONG + row("F", "quux")})
    assert found(tree) == [(4, "unknown-value")]
    assert found(tree / "b") == [(4, "unknown-value")]
    assert found(repository) == []
    # A work tree inside the other one is a repository of its own.
    inside = repository / "inside"
    git(repository, "worktree", "add", "-q", "--detach", str(inside))
    assert found(inside) == []


def test_a_branch_without_commits(repository):
    git(repository, "checkout", "-q", "--orphan", "empty")
    assert len(found(repository)) == 4
    assert found(repository, reference="main") == []
