"""The tables equal those of cmark-gfm, and formatting equals the model of the contract.

`MDCATALOG_ORACLE_SEED` repeats a run, `MDCATALOG_ORACLE_COUNT` sets the number of random documents.
"""

import multiprocessing
import os
import pathlib
import random

import pytest

import differential
import generator

SEED = int(os.environ.get("MDCATALOG_ORACLE_SEED", random.SystemRandom().randrange(1 << 31)))
COUNT = int(os.environ.get("MDCATALOG_ORACLE_COUNT", "10000"))
# Documents of one process: the binding never frees memory, so a process ends after them.
BATCH = 400
SHOWN = 5
FIXTURES = sorted(pathlib.Path(__file__).parents[1].glob("Fixtures/**/*.md"))

# Small documents that were once read or formatted wrongly.
FOUND = [
    b"[ref]: http://a.b\n===\n|-|",
    b"[ref]: http://a.b\n---\n| - |\n| 1 |\n",
    b"a|b\r-|-\r1|2\r",
    b"- [ ] a | b\n  --|--\n  1 | 2\n",
    b"+ [x] \n  |-|\n",
    b"<textarea>\n\n|a|\n|-|\n",
    b"[r]:\nu\n===\n|-|\n|a|\n|-|\n",
    b"123. [a]: b\n\n\n     |x|\n     |-|\n",
    b"a|b\n-:\v|-\n\vc|d\n",
    b"<a b=\"\0\">\n|a|\n|-|\n",
    b"-    > a\n\t\tb\n     > :-\n",
]


def sources():
    files = list(FIXTURES)
    if "MDCATALOG_SEED" in os.environ:
        files.append(pathlib.Path(os.environ["MDCATALOG_SEED"]))
    return files


@pytest.mark.parametrize("path", sources(), ids=lambda p: p.name)
def test_file(path):
    assert differential.check([path.read_bytes()]) == [[]]


@pytest.mark.parametrize("document", FOUND, ids=ascii)
def test_found(document):
    assert differential.check([document]) == [[]]


def check_batch(first):
    numbers = range(first, min(first + BATCH, SEED + COUNT))
    wrong = differential.check([generator.document(number) for number in numbers])
    return [(number, found) for number, found in zip(numbers, wrong) if found]


def test_generated(capsys):
    with capsys.disabled():
        print(f"MDCATALOG_ORACLE_SEED={SEED} MDCATALOG_ORACLE_COUNT={COUNT}")
    with multiprocessing.get_context("fork").Pool(maxtasksperchild=1) as pool:
        batches = pool.imap(check_batch, range(SEED, SEED + COUNT, BATCH), chunksize=1)
        wrong = [failure for batch in batches for failure in batch]
    kinds = {}
    for number, found in wrong:
        kinds.setdefault(found[0][0], []).append(number)
    for kind, numbers in kinds.items():
        print(f"{kind}: {len(numbers)} documents")
        for number in numbers[:SHOWN]:
            small = differential.minimal(generator.document(number), lambda d: differential.fails(d, kind))
            print(f"  {number}: {small!r}")
            print(*(f"    {detail}" for _, detail in differential.check([small])[0]), sep="\n")
    assert not wrong
