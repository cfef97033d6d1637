"""Exit codes, help and options."""

import pytest

from tool import GOOD, HEADER, WRONG, problems, run, write


@pytest.mark.parametrize("arguments, code", [
    (["check", "-"], 1), (["check", "-", "--ignore", "unknown-value"], 0),
    (["check", "-", "--select", "missing-cell"], 0), (["check", "-", "--fix"], 0),
    (["check", "-", "--diff"], 1), (["format", "-"], 0), (["format", "-", "--check"], 0),
    (["check", "-", "--select", "no-such"], 2), (["check", "--no-such"], 2), (["no-such"], 2), ([], 2),
    (["check", "no-such.md"], 2), (["check", ""], 2), (["format", "-", "--style", "wide"], 2),
    (["check", "-", "a.md"], 2), (["rule", "no-such"], 2), (["export", "-"], 2), (["export", "--to", "csv", "-"], 0),
    (["import", "-"], 2), (["import", "--from", "csv", "-"], 2), (["stats", "-"], 0), (["stats"], 2),
    (["--help"], 0), (["-h"], 0), (["help", "check"], 0), (["help", "no-such"], 2), (["check", "--help"], 0),
    (["lsp", "--version"], 0), (["--version"], 0), (["rule"], 0), (["rule", "missing-cell"], 0),
    (["schema", "show"], 0), (["schema", "show", "no-such.md"], 2), (["lsp", "a.md"], 2),
    (["lsp", "--clientProcessId=me"], 2), (["--no-such"], 2)])
def test_exit_codes(arguments, code):
    done = run(*arguments, text=WRONG)
    assert done.returncode == code, done.stderr.decode()
    assert code != 2 or (done.stderr and not done.stdout)


def test_information_and_hints_do_not_count():
    text = GOOD.replace("| [A]", "|[A]")
    assert [p["severity"] for p in problems("-", text=text)] == ["hint"]
    assert run("check", "-", text=text).returncode == 0


def test_arguments_after_two_dashes_are_files(tmp_path):
    write(tmp_path, {"--help": WRONG, "-h": WRONG, "-x.md": WRONG})
    for name in ["--help", "-h", "-x.md"]:
        assert [p["file"] for p in problems("--", name, folder=tmp_path)] == [name]


@pytest.mark.parametrize("arguments", [
    ["check", "--schema", "--help"], ["check", "--ignore", "--version"], ["check", "--select"]])
def test_an_option_is_not_a_value(arguments):
    done = run(*arguments, text=WRONG)
    assert done.returncode == 2 and b"needs a value" in done.stderr


@pytest.mark.parametrize("codes", ["", ",", " , "])
def test_an_empty_selection_is_an_error(codes):
    done = run("check", "-", "--select", codes, text=WRONG)
    assert done.returncode == 2 and b"--select" in done.stderr


def test_a_selection_of_which_nothing_is_left_is_wrong():
    done = run("check", "-", "--select", "missing-cell", "--ignore", "missing-cell", text=WRONG)
    assert done.returncode == 2 and not done.stdout and b"missing-cell" in done.stderr


def test_a_selected_rule_that_a_configuration_switches_off_is_named(tmp_path):
    off = '{"rules": {"unknown-value": "off"}}'
    write(tmp_path, {"a.md": WRONG, "b.md": WRONG, ".mdcatalog.json": off})
    done = run("check", "--select", "unknown-value,empty-cell", folder=tmp_path)
    said = b"mdcatalog: unknown-value reports nothing: .mdcatalog.json switches it off\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, b"No problems in 2 files.\n", said)
    assert run("check", folder=tmp_path).stderr == b""


def test_lists_of_codes_add_up():
    text = HEADER + "| [A](https://a.org) |  | Detectoin | CT | 2D |\n"
    both = ["unknown-value", "empty-cell"]
    assert sorted(p["code"] for p in problems("-", "--select", both[0], f"--select={both[1]}", text=text)) \
        == sorted(both)
    assert problems("-", "--ignore", both[0], "--ignore", f"{both[1]}, missing-cell", text=text) == []


def test_a_log_that_cannot_be_written_is_reported():
    assert b"/no/such/log: the log cannot be written" in run("lsp", "--log", "/no/such/log", text="").stderr


def test_help_names_every_option():
    for command in ["check", "format", "export", "import", "stats", "schema", "rule", "lsp"]:
        text = run(command, "--help").stdout
        assert text == run("help", command).stdout == run(command, "-h").stdout
        assert b"--help" in text and b"--version" in text


def test_explanations_of_rules_fit_the_terminal():
    text = run("rule", "missing-cell").stdout.decode()
    assert "missing-cell (error)" in text and "\nBad: " in text and "\nGood: " in text
    assert all(len(line) <= 80 or line.startswith(("Bad:", "Good:")) for line in text.split("\n"))
