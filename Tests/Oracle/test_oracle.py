"""Formatting never changes the rendered page, and the tables are those of cmark-gfm."""

import json
import os
import pathlib
import random
import subprocess

import pytest

import documents
import gfm

TOOL = os.environ["MDCATALOG"]
SEED = int(os.environ.get("MDCATALOG_ORACLE_SEED", random.SystemRandom().randrange(1 << 31)))
COUNT = int(os.environ.get("MDCATALOG_ORACLE_COUNT", "500"))
FIXTURES = sorted(pathlib.Path(__file__).parents[1].glob("Fixtures/**/*.md"))
STYLES = ["auto", "aligned", "compact"]


def run(arguments, text):
    done = subprocess.run([TOOL, *arguments], input=text.encode(), capture_output=True)
    assert done.returncode == 0, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode()


def formatted(text, style):
    return run(["format", "-", "--style", style], text)


def formatting_failure(text):
    """What is wrong with formatting a text, or None."""
    page = gfm.html(text)
    for style in STYLES:
        once = formatted(text, style)
        if gfm.html(once) != page:
            return f"{style}: the page changed"
        if formatted(once, style) != once:
            return f"{style}: formatting twice changes more"
        if [l for l in once if l in "\r\n"] != [l for l in text if l in "\r\n"]:
            return f"{style}: lines or endings changed"
        if once.startswith("\ufeff") != text.startswith("\ufeff"):
            return f"{style}: the byte order mark changed"
    return None


def table_failure(text):
    """What differs between the exported tables and those of cmark-gfm, or None."""
    ours = json.loads(run(["export", "--to", "json", "-"], text))["tables"]
    theirs = gfm.tables(text)
    definitions = gfm.definitions(text)
    if [t["line"] for t in ours] != [t[0] for t in theirs]:
        return f"tables at {[t['line'] for t in ours]}, cmark-gfm has {[t[0] for t in theirs]}"
    for mine, (line, columns, rows) in zip(ours, theirs):
        if [r["line"] for r in mine["rows"]] != [r[0] for r in rows]:
            return f"table {line}: rows {[r['line'] for r in mine['rows']]}, not {[r[0] for r in rows]}"
        wanted = [(line, columns), *rows]
        got = [mine["columns"], *(r["cells"] for r in mine["rows"])]
        for (number, cells), own in zip(wanted, got):
            own = (own + [""] * len(columns))[: len(columns)]
            for cell, content in zip(own, cells):
                alone = gfm.alone(cell, definitions)
                if alone != content:
                    return f"line {number}: cell {cell!r} is {alone!r}, not {content!r}"
    return None


def minimal(text, failure):
    """The fewest lines that still fail."""
    lines = text.splitlines(keepends=True)
    index = 0
    while index < len(lines):
        fewer = lines[:index] + lines[index + 1:]
        if failure("".join(fewer)):
            lines = fewer
        else:
            index += 1
    return "".join(lines)


def check(text, failure, name):
    found = failure(text)
    if found:
        small = minimal(text, failure)
        pytest.fail(f"{name}: {failure(small)}\n{small!r}")


def sources():
    files = list(FIXTURES)
    if "MDCATALOG_SEED" in os.environ:
        files.append(pathlib.Path(os.environ["MDCATALOG_SEED"]))
    return files


@pytest.mark.parametrize("path", sources(), ids=lambda p: p.name)
@pytest.mark.parametrize("failure", [formatting_failure, table_failure])
def test_file(path, failure):
    check(path.read_bytes().decode(), failure, path.name)


@pytest.mark.parametrize("text", documents.FOUND)
@pytest.mark.parametrize("failure", [formatting_failure, table_failure])
def test_found(text, failure):
    check(text, failure, "found")


def test_generated_formatting():
    print(f"MDCATALOG_ORACLE_SEED={SEED}")
    for number in range(SEED, SEED + COUNT):
        check(documents.document(number), formatting_failure, f"document {number}")


def test_generated_tables():
    print(f"MDCATALOG_ORACLE_SEED={SEED}")
    for number in range(SEED, SEED + COUNT):
        check(documents.document(number), table_failure, f"document {number}")
