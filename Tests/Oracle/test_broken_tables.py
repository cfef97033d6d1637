"""`check --fix` turns a broken table into rows and changes nothing else."""

import json
import os
import random
import subprocess

import pytest

import pages
import reference
from executable import TOOL

SEED = int(os.environ.get("MDCATALOG_ORACLE_SEED", random.SystemRandom().randrange(1 << 31)))
COUNT = int(os.environ.get("MDCATALOG_ORACLE_COUNT", "1000"))

GAPS = [[""], [""], [""], ["  "], ["|"], [" |"], [], ["", ""], ["<!-- c -->"], ["# Heading"], ["---"]]
COMMENT = ["<!--", "| a | b | c |", "-->"]
BEHIND = ["Use x | y to choose.", "`a | b`", "Foo | Bar", "- x | y", "1. x | y", "[x]: http://a.b|c|d",
          "[^1]: a | b", "# a | b | c", "text", "", "---", "===", "```", "    a | b | c", "<div>",
          "<span>", "<!-- | a | b | -->", "> | a | b | c |", "| :-: |", "|---|---|"]


def words(rng, count):
    return [rng.choice(["CT", "MRI", "ab", "x1", "z", "[n](http://a.b)", "`c`", ""]) for _ in range(count)]


def row(rng, count):
    text = " | ".join(words(rng, count))
    return f"| {text} |" if rng.random() < 0.7 else text


def table(rng, count):
    marks = count if rng.random() < 0.8 else max(2, count + rng.choice([-1, 1]))
    return [row(rng, count), "|" + "---|" * marks, *(row(rng, count) for _ in range(rng.randrange(4)))]


def nest(rng, lines):
    first, rest = rng.choice([("> ", "> "), (">", ">"), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("  ", "  ")])
    return [(rest if index else first) + line for index, line in enumerate(lines)]


def document(seed):
    rng = random.Random(f"broken {seed}")
    lines = [rng.choice(["", "Text", "- item", "# Heading"])] if rng.random() < 0.4 else []
    for _ in range(rng.randrange(1, 4)):
        count = rng.choice([2, 2, 3, 3, 5])
        part = table(rng, count) + rng.choice(GAPS)
        for _ in range(rng.randrange(4)):
            part.append(row(rng, count) if rng.random() < 0.7 else rng.choice(BEHIND))
            part += COMMENT if rng.random() < 0.03 else []
        if rng.random() < 0.2:
            part += table(rng, count)
        lines += nest(rng, part) if rng.random() < 0.3 else part
        lines += rng.choice([[""], [""], [rng.choice(BEHIND)]])
    return "\n".join(lines) + rng.choice(["\n", ""])


def check(text, *arguments):
    done = subprocess.run([TOOL, "check", "-", "--select", "broken-table", *arguments],
                          input=text.encode(), capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done


def failure(text):
    found = json.loads(check(text, "--output-format", "json").stdout)
    done = check(text, "--fix", "--output-format", "json")
    fixed, left = done.stdout.decode(), json.loads(done.stderr)
    if any(p["fixable"] for p in left):
        return "a fix is left"
    if any(p["fixable"] for p in found) != (fixed != text):
        return "fixed without a report, or not fixed"
    return pages.fix_failure(reference.page(text.encode()), reference.page(fixed.encode()))


def minimal(text):
    """The fewest lines that still fail."""
    lines, index = text.splitlines(keepends=True), 0
    while index < len(lines):
        fewer = lines[:index] + lines[index + 1:]
        if failure("".join(fewer)):
            lines = fewer
        else:
            index += 1
    return "".join(lines)


def test_only_rows_are_fixed():
    print("MDCATALOG_ORACLE_SEED", SEED)
    for seed in range(SEED, SEED + COUNT):
        text = document(seed)
        if failure(text):
            small = minimal(text)
            pytest.fail(f"document {seed}: {failure(small)}\n{small}")


def test_most_kinds_occur():
    """Fixes are offered and withheld often enough for the test above."""
    found = [p for seed in range(300) for p in json.loads(
        check(document(seed), "--output-format", "json").stdout)]
    assert sum(p["fixable"] for p in found) > 30
    assert sum(not p["fixable"] for p in found) > 30


@pytest.mark.parametrize("text, is_changed", [
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n", True),
    ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n>\n> | 3 | 4 |\n", True),
    ("- | a | b | c |\n  |---|---|\n  | 1 | 2 | 3 |\n", True),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|---|\n| 3 | 4 |\n", True),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\ntext\n", False)])
def test_examples(text, is_changed):
    assert (check(text, "--fix").stdout.decode() != text) == is_changed
    assert failure(text) is None
