"""No diagnostic has an empty range: several clients draw nothing for it."""

import os
import pathlib
import random

import pytest

from conftest import FIXTURE
from strict import HEADER, URI, Strict, capabilities, span

CELLS = [
    "", " ", " a ", "x", " CT ", " CT, MRI ", "[A](https://a.org)", "[A]()", "[A](x", " \u200b ", "Segmentaton", "`", "\\",
    "é手", "🧠", "<!-- mdcatalog-ignore -->", "-", "3D", "[](https://a.org)", "**A", " www.a.org ", "2D , "]
LINES = [
    "", "text", "a | b", "|", "|---|", "> | a |", "<!-- mdcatalog-ignore-start -->", "| --- | --- |", "- | x |", "|-|-|-|-|-|"]


def documents(seed):
    """Documents with tables of every kind of damage, also at the end of a line and of the text."""
    chance = random.Random(seed)
    for _ in range(40):
        lines = chance.choice([HEADER, "a|b\n-|-\n", "| Dataset | Task |\n|---|---|\n", "> | a | b |\n> |---|---|\n"])
        for _ in range(chance.randint(0, 12)):
            cells = [chance.choice(CELLS) for _ in range(chance.randint(0, 7))]
            row = chance.choice(["|", "| ", ""]) + "|".join(cells) + chance.choice(["|", " |", "", "| "])
            line = row if chance.random() < 0.8 else chance.choice(LINES)
            lines += line + chance.choice(["\n", "\n", "\r\n", "\n\n"])
        yield lines if chance.random() < 0.5 else lines.rstrip("\r\n")


def check(found):
    related = [it["location"] for problem in found for it in problem.get("relatedInformation", [])]
    for problem in found + related:
        start, end = (problem["range"][k] for k in ("start", "end"))
        assert (start["line"], start["character"]) < (end["line"], end["character"]), problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("pull", [False, True])
def test_every_diagnostic_has_a_width(encoding, pull):
    client = {**capabilities(pull=pull), "general": {"positionEncodings": [encoding]}}
    texts = [FIXTURE.read_text(), *documents(encoding + str(pull))]
    if "MDCATALOG_SEED" in os.environ:
        texts.append(pathlib.Path(os.environ["MDCATALOG_SEED"]).read_text())
    count = 0
    with Strict(client) as server:
        for number, text in enumerate(texts):
            uri = f"{URI}{number}"
            server.open(text, uri)
            found = server.pull(uri=uri)["items"] if pull else server.diagnostics(uri)
            check(found)
            count += len(found)
    assert count > 100


def test_a_note_about_many_problems_has_a_width():
    for start in ["", "\n"]:
        with Strict(capabilities()) as client:
            rows = "".join(f"| [N{n}](https://a.org/{n}) | x | Zq | CT | 2D |\n" for n in range(600))
            client.open(start + HEADER + rows)
            found = client.diagnostics()
            assert found[-1]["code"] == "too-many-problems"
            check(found)


@pytest.mark.parametrize("text", ["", "{", '{"style": 3', "{}x", '{"rules"}', "\n", '{"é": 1}'])
def test_problems_of_a_configuration_have_a_width(text, tmp_path):
    path = tmp_path / ".mdcatalog.json"
    path.write_text(text)
    with Strict(capabilities()) as client:
        client.open(HEADER, (tmp_path / "a.md").as_uri())
        found = client.diagnostics(path.as_uri())
        assert found
        check(found)
        client.open(text, path.as_uri())
        client.change({"range": span(0, 0), "text": " "}, uri=path.as_uri())
        check(client.diagnostics(path.as_uri(), 2))
