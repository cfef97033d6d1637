"""Random Markdown documents full of tables and of what ends or breaks them."""

import random

WORDS = ["CT", "MRI", "Segmentation", "3D", "a b", "", "x", "日本語", "é", "👩‍👩‍👧", "**bold**",
         "`a`", "`a \\| b`", "\\|", "\\\\|", "a\\", "[x](http://a.b)", "<b>", "&amp;", "~~s~~",
         "-", ":-:", "*", "_", "\t", "<!-- c -->", "http://a.b/c", "a@b.cd", "![i](u)"]
BREAKS = ["", "", "# Heading", "> quote", "- item", "* item", "1. one", "2) two", "---", "***",
          "```", "~~~", "```python", "<div>", "</div>", "<!-- comment", "-->", "<!-- whole -->",
          "<script>", "</script>", "    code | code", "\tcode", "text without pipe", "===", "|",
          " | ", "[ref]: http://a.b", "<?php", "?>", "   ", "<b>inline</b>", "+ plus", "a | b",
          "---|---", "|---|", "|-|", "-", ":-"]
ENDINGS = ["\n", "\n", "\n", "\r\n", "\r"]


def cell(rng):
    return " " * rng.choice([0, 1, 1, 1, 2, 5]) + rng.choice(WORDS) + " " * rng.choice([0, 1, 1, 3])


def row(rng, count, outer=None):
    outer = rng.random() < 0.7 if outer is None else outer
    text = "|".join(cell(rng) for _ in range(max(1, count)))
    lead = "|" if outer or rng.random() < 0.1 else ""
    tail = "|" if outer or rng.random() < 0.1 else ""
    return " " * rng.choice([0, 0, 0, 0, 1, 3]) + lead + text + tail + rng.choice(["", "", " ", "  "])


def delimiter(rng, count):
    marks = [rng.choice(["---", "-", ":--", "--:", ":-:", "-----", ":---------"]) for _ in range(count)]
    pad = rng.choice(["", " "])
    text = "|".join(pad + m + pad for m in marks)
    return ("|" + text + "|") if count == 1 or rng.random() < 0.7 else text


def table(rng):
    count = rng.choice([1, 2, 2, 3, 3, 4, 5])
    lines = [row(rng, count), delimiter(rng, count if rng.random() < 0.93 else count + 1)]
    for _ in range(rng.choice([0, 1, 2, 3, 6, 9])):
        lines.append(row(rng, count + rng.choice([0, 0, 0, 0, -1, 1, 2])))
    return lines


def aligned(rng):
    count = rng.choice([2, 3, 4])
    rows = [[rng.choice(["a", "bb", "ccc", "dddd"]) for _ in range(count)] for _ in range(4)]
    widths = [max(3, *(len(r[c]) for r in rows)) for c in range(count)]
    def line(r):
        return "| " + " | ".join(v.ljust(w) for v, w in zip(r, widths)) + " |"
    return [line(rows[0]), "| " + " | ".join("-" * w for w in widths) + " |", *map(line, rows[1:])]


def nest(rng, lines):
    kind = rng.randrange(6)
    if kind == 0:
        return ["> " + l for l in lines]
    if kind == 1:
        return ["- " + lines[0]] + ["  " + l for l in lines[1:]]
    if kind == 2:
        return ["1. " + lines[0]] + ["   " + l for l in lines[1:]]
    if kind == 3:
        return ["> - " + lines[0]] + [">   " + l for l in lines[1:]]
    if kind == 4:
        return [">" + l for l in lines]
    return ["- a", ""] + ["  " + l for l in lines]


def document(seed):
    rng = random.Random(seed)
    lines = []
    for _ in range(rng.randrange(1, 7)):
        choice = rng.random()
        if choice < 0.55:
            lines += table(rng)
        elif choice < 0.65:
            lines += aligned(rng)
        elif choice < 0.8:
            lines += nest(rng, table(rng))
        else:
            lines += [rng.choice(BREAKS) for _ in range(rng.randrange(1, 4))]
        lines += [rng.choice(BREAKS)] if rng.random() < 0.7 else [""]
    for _ in range(rng.randrange(0, 4)):
        at = rng.randrange(len(lines))
        action = rng.randrange(4)
        if action == 0:
            del lines[at]
        elif action == 1:
            lines.insert(at, rng.choice(BREAKS))
        elif action == 2:
            lines[at] = rng.choice(["> ", "  ", "    ", "- "]) + lines[at]
        else:
            text = lines[at]
            place = rng.randrange(len(text) + 1)
            lines[at] = text[:place] + rng.choice("|\\`<>-: \t*[]()é") + text[place:]
        if not lines:
            lines = [""]
    ending = rng.choice(ENDINGS)
    text = ending.join(lines)
    if rng.random() < 0.8:
        text += ending
    if rng.random() < 0.05:
        text = "\ufeff" + text
    return text


# Small documents on which formatting once changed the page, or a table was not cmark-gfm's.
FOUND = [
    "[ref]: http://a.b\n===\n|-|",
    "[ref]: http://a.b\n---\n| - |\n| 1 |\n",
]
