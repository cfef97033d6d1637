"""Cards as Markdown: rendered by cmark-gfm, they are the text that plain cards show."""

import html.parser
import json
import random
import re

import cmarkgfm
import pytest

from strict import HEADER, URI, Strict, capabilities

EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
# Without `@`: a mail address is a link wherever it is.
PIECES = [
    "a", "b c", "é手", "🧠", "x_y", "_", "__", "*", "**", "~", "~~", "`", "``", "```", "[", "]", "](", "][", "(",
    ")", "!", "![", "<", "</b>", "<b>", "<!--", ">", "&", "&amp;", "&#38;", "&copy", "#", " #", "##", "-", "- ", "+ ",
    "* ", "1. ", "1) ", "---", "===", "\\", "\\\\", ":", "www.", "www.a.org", " www.a.org", "http://", "ftp://a",
    " https://a.org/_x", "://", ".", ",", "=", "[^1]", "[a]: b", "[ ] ", ": ", "~~~ ", "{", "$x$", " ", " ", "\t",
    "\"", "'", "<https://a.org>"]


class Rendering(html.parser.HTMLParser):
    """The text of each block of a page, and its links."""

    def __init__(self, markdown):
        super().__init__()
        self.blocks, self.links, self.tags = [], [], set()
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown))

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if tag in ("p", "h3"):
            self.blocks.append("")
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_data(self, data):
        if self.blocks:
            self.blocks[-1] += data


def folded(text):
    return re.sub(r"\s+", " ", text).strip()


def shown(client, line, column=4):
    return client.about("hover", position={"line": line, "character": column})["contents"]["value"]


def plain_client():
    return Strict(capabilities(hover={"contentFormat": ["plaintext"]}))


def check(markdown, plain):
    """The rendered card is the plain one, and has no link but that of its title."""
    page = Rendering(markdown)
    assert page.tags <= {"p", "h3", "a", "strong"}, (markdown, page.tags)
    title = re.match(r"### \[.*\]\(<(.*)>\)\n", markdown)
    assert len(page.links) == (1 if title else 0), (markdown, page.links)
    lines = [folded(line) for line in plain.split("\n")]
    blocks = [folded(block) for block in page.blocks]
    if title:
        # The plain title ends with the URL.
        assert lines[0].startswith(blocks[0]) or not blocks[0], (markdown, plain)
        lines, blocks = lines[1:], blocks[1:]
    assert blocks == lines, (markdown, plain)


@pytest.mark.parametrize("seed", range(20))
def test_a_card_renders_as_its_plain_text(seed):
    chance = random.Random(seed)

    def text():
        return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 9))).replace("|", "")

    rows = "".join(
        f"| [A{n} {text()}](https://a.org/{n}) | {text()} | Text {text()} | {text()} | {text()} |\n"
        for n in range(100))
    header = f"| Dataset | Description | Labels / Task(s) | {text()} | {text()} |\n|---|---|---|---|---|\n"
    with Strict(capabilities()) as client, plain_client() as plain:
        for each in (client, plain):
            each.open(header + rows)
        for line in [0, *range(2, 102)]:
            column = 4 if line else len(header.split("\n")[0]) - 4
            found = [each.about("hover", position={"line": line, "character": column}) for each in (client, plain)]
            if found[0]:
                check(*(it["contents"]["value"] for it in found))


def test_a_card_is_readable_as_it_is_written():
    row = ("| [A (b)](https://a.org) | [Beta](https://b.org/x_y), 2 + 3: ~5 data_set; C#, www.c.org! "
           "| Text | CT | 2D |\n")
    with Strict(capabilities()) as client:
        client.open(HEADER + row)
        card = shown(client, 2)
        assert card.startswith(
            "### [A (b)](<https://a.org>)\n\n[Beta\\](https:\\//b.org/x_y), 2 + 3: ~5 data_set; C#, www\\.c.org!\n\n"
            "**Labels / Task(s)**: Text\n\n"), card


def test_documentation_of_a_term_is_literal(tmp_path):
    definition = "See www.a.org/_b and <b>https://c.org</b> *d*"
    (tmp_path / ".mdcatalog.json").write_text(
        json.dumps({"terms": {"modality": [{"prefLabel": "Xyz", "definition": definition}]}}))
    uri = (tmp_path / "a.md").as_uri()
    with Strict(capabilities()) as client:
        client.open(HEADER + "| [A](https://a.org) | x | Text | Xy | 2D |\n", uri)
        found = client.about("completion", uri, position={"line": 2, "character": 37})
        page = Rendering(next(i for i in found["items"] if i["label"] == "Xyz")["documentation"]["value"])
        assert page.blocks[0].strip() == definition
        assert not page.links and page.tags == {"p"}
