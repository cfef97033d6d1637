"""The executable under test."""

import json
import os
import subprocess

TOOL = os.environ["MDCATALOG"]
STYLES = ["auto", "aligned", "compact", "tight"]


def run(arguments, document=b"", codes=(0,)):
    done = subprocess.run([TOOL, *arguments], input=document, capture_output=True)
    assert done.returncode in codes, (arguments, done.returncode, done.stderr[-500:])
    return done.stdout


def format(document, style):
    """The formatted bytes of a document."""
    return run(["format", "-", "--style", style], document)


def format_files(paths, style):
    """Formats files in place."""
    run(["format", "--quiet", "--style", style, *map(str, paths)])


def export(document):
    """The tables that the tool exports from a document."""
    return json.loads(run(["export", "--to", "json", "-"], document).decode("utf-8", "surrogatepass"))["tables"]


def broken_tables(document):
    """The 0-based lines of each `broken-table`."""
    arguments = ["check", "-", "--select", "broken-table", "--output-format", "json"]
    return [range(problem["line"] - 1, problem["endLine"]) for problem in json.loads(run(arguments, document, (0, 1)))]


def hints(paths):
    """The lines of the `unformatted-table` hints in each file."""
    arguments = ["check", "--select", "unformatted-table", "--output-format", "json"]
    found = {str(path): [] for path in paths}
    for problem in json.loads(run([*arguments, *map(str, paths)])):
        found[problem["file"]].append(problem["line"])
    return list(found.values())
