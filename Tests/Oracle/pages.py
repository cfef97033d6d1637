"""A rendered page as blocks of text and rows of tables, to see what a fix has changed."""

import re
from collections import Counter
from html.parser import HTMLParser

LEAVES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "hr"}
CONTAINERS = {"blockquote", "ul", "ol", "table", "thead", "tbody", "div"}


class Page(HTMLParser):
    """`blocks` counts (leaf, text) pairs, `rows` counts rows as their text."""

    def __init__(self, html):
        super().__init__()
        self.blocks, self.rows = Counter(), Counter()
        self.leaf, self.text, self.row = "p", [], None
        self.feed(html)
        self.flush()

    def flush(self):
        text = "".join(self.text).strip()
        if self.row is None and (text or self.leaf == "hr"):
            self.blocks[("p" if self.leaf == "li" else self.leaf, text)] += 1
        self.text = []

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.flush()
            self.row = []
        elif tag in ("td", "th") and self.row is not None:
            self.row.append("|")
        elif tag in LEAVES | CONTAINERS:
            self.flush()
            self.leaf = tag if tag in LEAVES else "p"
        elif tag != "a":  # A bare URL may end elsewhere in a cell.
            self.handle_data(self.get_starttag_text())

    def handle_endtag(self, tag):
        if tag == "tr" and self.row is not None:
            self.rows["".join(self.row)] += 1
            self.row = None
        elif tag in LEAVES | CONTAINERS:
            self.flush()
            self.leaf = "p"

    def handle_data(self, data):
        (self.text if self.row is None else self.row).append(data)

    def handle_comment(self, data):
        self.flush()
        self.blocks[("comment", data)] += 1


def letters(texts):
    """The letters and digits of some texts, without order."""
    return Counter(re.findall(r"\w", " ".join(texts)))


def fix_failure(before, after):
    """Changes between two pages other than paragraphs that became rows, or None.

    The text above a header row in its paragraph must stay a paragraph.
    """
    before, after = Page(before), Page(after)
    if before.rows - after.rows:
        return f"rows are gone: {before.rows - after.rows}"
    gone = list((before.blocks - after.blocks).elements())
    left = list((after.blocks - before.blocks).elements())
    for leaf, text in gone + left:
        if leaf != "p":
            return f"this was no paragraph: {leaf} {text!r}"
    starts = [text for _, text in left]
    for _, text in gone:
        start = next((s for s in starts if text.startswith(s)), "")
        if start:
            starts.remove(start)
        if not all("|" in line for line in text[len(start):].strip().split("\n")):
            return f"this was no paragraph of rows: {text!r}"
    if starts:
        return f"new text: {starts}"
    new = [*(text for _, text in left), *(after.rows - before.rows).elements()]
    if letters(text for _, text in gone) != letters(new):
        return "the new rows are not the text of the paragraphs that are gone"
    return None
