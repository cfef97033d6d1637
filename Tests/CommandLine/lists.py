"""Catalogs for tests of export and import."""

import json
import os
import pathlib
import random

from tool import run

ROOT = pathlib.Path(__file__).parents[2]
FIXTURE = ROOT / "Tests" / "Fixtures" / "imaging-datasets.md"
LISTS = [FIXTURE] + (
    [pathlib.Path(os.environ["MDCATALOG_SEED"])] if "MDCATALOG_SEED" in os.environ else [])
PIECES = [
    "|", "\\|", "\\", "`a|b`", "`", "=1+1", "+", "-", "@x", "'", "'=", "\n", "\r\n", '"', ",", "\t", ";",
    "<!-- c -->", "<b>", "é", "手", "🧠", "[a](https://b.c)", "<br>", " ", "&amp;", "#", "\ufeff", "1"]
SEEDS = range(12)


def odd_records(seed):
    """Records with odd values, some with equal names."""
    choose = random.Random(seed)
    columns = ["Dataset", *(f"Column {number}" for number in range(1, choose.randint(2, 4)))]

    def value():
        return "".join(choose.choice(PIECES) for _ in range(choose.randint(0, 5)))

    return [{column: ("n" + str(choose.randint(0, 9)) if not index else "") + value()
             for index, column in enumerate(columns)} for _ in range(choose.randint(1, 9))]


def odd_list(folder, seed):
    """A catalog with odd cells."""
    path = folder / f"odd-{seed}.md"
    data = json.dumps(odd_records(seed))
    done = run("import", "--from", "json", "--into", path, "-", text=data)
    assert done.returncode == 0, done.stderr.decode()
    return path


def tables(path):
    """The tables of `export --to json` without line numbers."""
    done = run("export", "--to", "json", path)
    return [(table["columns"], [row["cells"] for row in table["rows"]])
            for table in json.loads(done.stdout)["tables"]]


def records(path):
    """The only table of a list: its header, and rows with one cell for each column."""
    [(columns, rows)] = tables(path)
    return columns, [(row + [""] * len(columns))[:len(columns)] for row in rows]
