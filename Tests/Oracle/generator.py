"""Random Markdown documents that are hard for a reader of GFM tables.

A document is a sequence of pieces: tables, blocks that end or hide tables, definitions. Each is put into random
containers and damaged line by line and character by character; then all are joined with random line endings.
Everything comes from one `random.Random`, so a seed gives a document.
"""

import itertools
import random
import re

from words import *


def cell(rng):
    left, right = (rng.choice(BLANKS[:8] if rng.random() < 0.9 else BLANKS) for _ in range(2))
    text = rng.choice(TEXTS) if rng.random() < 0.75 else rng.choice(TEXTS) + rng.choice([" ", "", ", "]) + rng.choice(TEXTS)
    return left + text + right


def row(rng, count):
    style = rng.random()
    text = "|".join(cell(rng) for _ in range(max(1, count)))
    lead = "|" if style < 0.6 or style > 0.9 else ""
    tail = "|" if style < 0.6 or style < 0.7 else ""
    indent = rng.choice(["", "", "", "", "", "", " ", "  ", "   ", "    ", "\t"])
    return indent + lead + text + tail + rng.choice(["", "", "", " ", "  ", "\t", "\v", "\\"])


def delimiter(rng, count):
    marks = [rng.choice(MARKERS) for _ in range(count)]
    if rng.random() < 0.04:
        marks[rng.randrange(count)] = rng.choice(BAD_MARKERS)
    pad = rng.choice(["", "", " ", " ", "\t", "\v", "  "])
    text = "|".join(pad + mark + pad for mark in marks)
    style = rng.random()
    lead = "|" if style < 0.7 else ""
    tail = "|" if style < 0.6 or style > 0.9 or count == 1 and rng.random() < 0.8 else ""
    return rng.choice(["", "", "", "", " ", "   ", "    "]) + lead + text + tail + rng.choice(["", "", "", " ", "\v", "\t"])


def table(rng):
    count = rng.choice([1, 1, 2, 2, 2, 3, 3, 4, 5, 8])
    lines = [row(rng, count), delimiter(rng, max(1, count + (0 if rng.random() < 0.93 else rng.choice([-1, 1]))))]
    for _ in range(rng.choice([0, 0, 1, 2, 3, 5, 9])):
        lines.append(row(rng, count + rng.choice([0, 0, 0, 0, 0, -1, 1, 3])))
    return lines


def simple_width(text):
    wide = sum(1 for c in text if c in "日本한ａ")
    return len(text) - text.count("\u0301") + wide


def tidy(rng):
    """A table close to one of its styles, as `auto` reads it."""
    count = rng.choice([1, 2, 3, 4])
    words = ["a", "bb", "ccc", "dddd", "日本", "e\u0301", "", "eeeeee", "x" * rng.choice([1, 5, 30, 40])]
    rows = [[rng.choice(words) for _ in range(count)] for _ in range(rng.choice([1, 2, 3, 5, 6]))]
    kinds = [rng.choice(["", "", "", "l", "r", "c"]) for _ in range(count)]
    is_aligned = rng.random() < 0.6
    widths = [max([3] + [simple_width(r[c]) for r in rows]) + (rng.random() < 0.1) for c in range(count)]

    def cell_text(text, column):
        if not is_aligned:
            return text
        space = widths[column] - simple_width(text)
        if kinds[column] == "r":
            return " " * space + text
        if kinds[column] == "c":
            return " " * (space // 2) + text + " " * (space - space // 2)
        return text + " " * space

    def marker(column):
        width = widths[column] if is_aligned else 3
        left, right = kinds[column] in ("l", "c"), kinds[column] in ("r", "c")
        return (":" if left else "") + "-" * (width - left - right) + (":" if right else "")

    def line(texts):
        if not is_aligned:
            return "|" + "|".join(f" {t} " if t else "  " for t in texts) + "|"
        return "| " + " | ".join(texts) + " |"

    lines = [line([cell_text(t, c) for c, t in enumerate(rows[0])]), line([marker(c) for c in range(count)])]
    for texts in rows[1:]:
        if rng.random() < 0.2:
            texts = texts[: rng.randrange(1, count + 1)]
        elif rng.random() < 0.1:
            texts = texts + ["z"]
            texts = texts[:count] + ["z"]
            lines.append(line([cell_text(t, c) for c, t in enumerate(texts[:count])])[:-1] + "| z |")
            continue
        lines.append(line([cell_text(t, c) for c, t in enumerate(texts)]))
    for index in range(2, len(lines)):
        change = rng.random()
        if change < 0.08:
            lines[index] = lines[index].strip("| ")
        elif change < 0.16:
            lines[index] = lines[index].replace("  ", " ")
        elif change < 0.2:
            lines[index] += "  "
    return lines


def html_block(rng):
    lines = [rng.choice(HTML)]
    lines += rng.choice([[], [""], ["text"], table(rng)])
    if rng.random() < 0.6:
        lines.append(rng.choice(HTML))
    return lines


def fence(rng):
    return [rng.choice(FENCES)] + table(rng) + [rng.choice(CLOSERS)] + rng.choice([[], table(rng)])


def definitions(rng):
    lines = [rng.choice(DEFINITIONS) for _ in range(rng.choice([1, 1, 2, 2, 3]))]
    if rng.random() < 0.5:
        lines.append(rng.choice(["===", "---", "=", "-", "--", "|-|", "|-|-|", "===|", "text"]))
    if rng.random() < 0.5:
        lines += rng.choice([["|-|"], ["-|"], [":-"], ["|-|-|"], table(rng), ["===", "|-|"]])
    return lines


def front_matter(rng):
    mark = rng.choice(["---", "---", "---", "+++", "--- ", "+++\t"])
    inside = rng.choice([table(rng), ["a | b", "-|-"], ["list:", "- b"], ["- a", "..."], ["# c"], []])
    return [mark, rng.choice(KEYS), *inside, rng.choice([mark, mark, mark, "---", "+++", "", "...", "---x"])]


def footnote(rng):
    """A footnote definition with blocks of its own."""
    content = rng.choice([table, table, tidy, fence, definitions, lambda r: [r.choice(BREAKS) for _ in range(3)]])(rng)
    rest = rng.choice(["    ", "    ", "    ", "\t", "     ", "   ", ""])
    lines = [f"[^1]:{rng.choice(['', ' ', ' ', '  ', chr(9), '      '])}{content[0] if content else ''}"]
    for text in content[1:]:
        lines.append(text if not text.strip(" \t") and rng.random() < 0.5 else rest + text)
    return rng.choice([[], [], table(rng), ["text"]]) + lines + rng.choice([[], [""], ["", *table(rng)]])


def pieces(rng):
    choice = rng.random()
    if choice < 0.38:
        return table(rng)
    if choice < 0.52:
        return tidy(rng)
    if choice < 0.6:
        return html_block(rng)
    if choice < 0.66:
        return fence(rng)
    if choice < 0.75:
        return definitions(rng)
    if choice < 0.77:
        return front_matter(rng)
    if choice < 0.83:
        return footnote(rng)
    if choice < 0.86:
        return rng.choice(MARKS) + table(rng) + rng.choice([[], [""]]) + ["<!-- mdcatalog-ignore-end -->"]
    return [rng.choice(BREAKS) for _ in range(rng.randrange(1, 5))]


def contain(rng, lines):
    """Lines in one container: its first prefix, then its continuation, sometimes lazy or wrong."""
    marker = rng.choice([">", ">", "-", "*", "+", "1.", "1)", "2.", "7)", "10.", "123456789.", "0.", "[^1]:"])
    if marker == ">":
        first = rest = rng.choice([">", "> ", ">  ", ">\t", " > "])
    else:
        blanks = rng.choice([" ", " ", " ", "  ", "   ", "    ", "     ", "\t", " \t"])
        indent = rng.choice(["", "", "", " ", "   "])
        first = indent + marker + blanks
        width = len(first.expandtabs(4))
        if blanks == "     ":
            width = len(indent + marker) + 1
        rest = " " * width
        if marker == "[^1]:":
            rest = "    "
        if rng.random() < 0.25:
            rest = "\t" * ((width + 3) // 4)
        elif rng.random() < 0.1:
            rest = " " * max(0, width - rng.choice([1, 2]))
        if rng.random() < 0.12:
            lines = [""] + lines
        if rng.random() < 0.06:
            first += rng.choice(["[ ] ", "[x] ", "[X] ", "[ ]\t", "[ ]", "[x]  "])
    out = []
    for index, text in enumerate(lines):
        prefix = first if index == 0 else rest
        if index and rng.random() < 0.03:
            prefix = rng.choice(["", " ", first, "    ", rest + " "])
        if index and not text.strip(" \t") and rng.random() < 0.5 and marker != ">":
            prefix = ""
        out.append(prefix + text)
    return out


def damaged(rng, lines):
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2, 4])):
        if not lines:
            return [""]
        at = rng.randrange(len(lines))
        action = rng.randrange(8)
        text = lines[at]
        place = rng.randrange(len(text) + 1)
        if action == 0:
            del lines[at]
        elif action == 1:
            lines.insert(at, rng.choice(BREAKS))
        elif action == 2:
            lines[at] = rng.choice(["> ", ">", "  ", "    ", "- ", "\t", " ", "1. ", "2. ", "[ ] "]) + text
        elif action == 3:
            lines[at] = text[:place] + rng.choice(DAMAGE) + text[place:]
        elif action == 4:
            lines[at] = text[:place] + text[place + 1:]
        elif action == 5:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif action == 6:
            lines.insert(at, rng.choice(lines))
        else:
            lines[at] = text.lstrip(" >\t")
    return lines


def soup(rng):
    """A document of random tokens."""
    tokens = rng.choice(SOUPS)
    return "".join(rng.choice(tokens) for _ in range(rng.choice([5, 10, 20, 40])))


def with_unique_footnotes(text):
    """Each footnote has a label of its own: a page shows only the first of a label."""
    numbers = itertools.count(1)
    return re.sub(r"\[\^[^\] \t\r\n]+\]:", lambda _: f"[^{next(numbers)}]:", text)


def document(number):
    """The bytes of a document."""
    return with_unique_footnotes(raw_document(random.Random(number))).encode("utf-8")


def raw_document(rng):
    if rng.random() < 0.25:
        return soup(rng)
    lines = front_matter(rng) if rng.random() < 0.05 else []
    for _ in range(rng.choice([1, 1, 2, 2, 3, 4, 6])):
        part = pieces(rng)
        if rng.random() < 0.3:
            part = part + rng.choice([[""], [rng.choice(BREAKS)], []]) + pieces(rng)
        for _ in range(rng.choice([0, 0, 0, 0, 1, 1, 2, 3])):
            part = contain(rng, part)
        lines += part
        if rng.random() < 0.75:
            lines.append("" if rng.random() < 0.7 else rng.choice(BREAKS))
    lines = damaged(rng, lines)
    choice = rng.random()
    if choice < 0.65:
        endings = ["\n"]
    elif choice < 0.8:
        endings = ["\r\n"]
    elif choice < 0.9:
        endings = ["\n", "\r\n"]
    elif choice < 0.95:
        endings = ["\r"]
    else:
        endings = ["\n", "\r\n", "\r"]
    text = "".join(line + rng.choice(endings) for line in lines)
    if rng.random() < 0.2:
        text = text.rstrip("\r\n")
    # The reference puts references to footnotes before the text, where a byte order mark changes how tasks are read.
    if rng.random() < 0.04 and "[^" not in text:
        text = "\ufeff" + text
    return text
