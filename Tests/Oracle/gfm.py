"""cmark-gfm as the reference: rendered HTML, and the tables and rows it sees."""

import re

from cmarkgfm import cmark

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]


def html(text, options=0):
    return cmark.markdown_to_html_with_extensions(
        text, options=options | cmark.Options.CMARK_OPT_UNSAFE, extensions=EXTENSIONS)


def tables(text):
    """Each table as (header line, columns, rows), a row as (line, cells' HTML)."""
    page = html(text, cmark.Options.CMARK_OPT_SOURCEPOS)
    found = []
    for match in re.finditer(r'<table data-sourcepos="\d+:\d+-(\d+):.*?</table>', page, re.S):
        rows = []
        for row in re.finditer(r'<tr data-sourcepos="(\d+):.*?>(.*?)</tr>', match[0], re.S):
            cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row[2], re.S)
            rows.append((int(row[1]), [re.sub(r' data-sourcepos="[^"]*"', "", c) for c in cells]))
        # Under a paragraph, cmark-gfm gives the header row the paragraph's line.
        header = rows[1][0] - 2 if len(rows) > 1 else int(match[1]) - 1
        found.append((header, rows[0][1], rows[1:]))
    return found


def definitions(text):
    """The link reference definitions among a page's lines, as far as the page resolves them."""
    found = re.findall(r"\[([^\[\]]+)\]:[ \t]*(\S+)", text)
    return "".join(
        f"[{label}]: {destination}\n" for label, destination in dict(found).items()
        if html(f"[{label}]\n\n{text}").startswith("<p><a "))


def alone(cell, definitions=""):
    """A cell's content when it is put into a table of its own, on a page with definitions."""
    page = html("| h |\n| --- |\n| " + cell + " |\n\n" + definitions)
    body = re.search(r"<tbody>\s*<tr>\s*<td>(.*?)</td>\s*</tr>\s*</tbody>", page, re.S)
    return body[1] if body else None
