"""Generates the grammars for highlighting from the vocabularies and schemas in `Grammar/`.

`MDCATALOG_REGENERATE=1 pytest Tests/Grammar` writes them.
"""

import json
import pathlib
import re

GRAMMAR = pathlib.Path(__file__).resolve().parents[2] / "Grammar"
TEXTMATE = GRAMMAR / "textmate" / "mdcatalog.tmLanguage.json"
HIGHLIGHTS = GRAMMAR / "tree-sitter" / "highlights.scm"

BLANKS = r"[ \t]*"
MARKER = rf"{BLANKS}:?-+:?{BLANKS}"
DELIMITER_ROW = rf"^[ \t>]*(?:\|{MARKER}(?:\|{MARKER})*\|?|{MARKER}(?:\|{MARKER})+\|?)[ \t]*$"


def read(path):
    return json.loads(path.read_text())


def vocabularies():
    """The preferred labels of each vocabulary, long ones first."""
    result = {}
    for path in sorted((GRAMMAR / "vocabularies").glob("*.json")):
        terms = [concept["prefLabel"] for concept in read(path)["concepts"]]
        result[path.stem] = sorted(terms, key=lambda term: (-len(term), term))
    return result


def headers():
    """All names of a schema's columns."""
    fields = [field for path in sorted((GRAMMAR / "schemas").glob("*.json"))
              for field in read(path)["fields"]]
    names = {name for field in fields
             for name in [field["title"], *field.get("mdcatalog:headerAliases", [])]}
    return sorted(names, key=lambda name: (-len(name), name))


def pattern(words):
    """An alternation of words in the syntax of all regular expression dialects."""
    return "|".join(re.sub(r"([.+*?()\[\]{}|\\/])", r"\\\1", word).replace(r"\/", "/")
                    for word in words)


def term_rule(name, terms):
    return {
        "match": rf"(\||,)([ \t]*)({pattern(terms)})(?=[ \t]*(?:,|\||$|<!--))",
        "captures": {
            "1": {"name": "punctuation.separator.table.mdcatalog"},
            "3": {"name": f"support.constant.{name}.mdcatalog"},
        },
    }


def textmate():
    """A grammar that is injected into the grammar of Markdown."""
    terms = vocabularies()
    return {
        "comment": "Made of the vocabularies and schemas beside it by the tests in Tests/Grammar.",
        "name": "Markdown catalog",
        "scopeName": "markdown.mdcatalog.injection",
        "injectionSelector": "L:text.html.markdown - (markup.fenced_code, markup.raw, comment)",
        "patterns": [{"include": "#header"}, {"include": "#table"}],
        "repository": {
            "header": {
                "comment": "A table's header row, known by the columns' names.",
                "begin": rf"^(?=[ \t>]*\|?[ \t]*(?:{pattern(headers())})[ \t]*\|)",
                "end": "$",
                "name": "meta.table.header.mdcatalog",
                "patterns": [
                    {"include": "#pipe"},
                    {"match": rf"(?:{pattern(headers())})(?=[ \t]*(?:\||$))",
                     "name": "entity.name.section.column.mdcatalog"},
                ],
            },
            "table": {
                "comment": "From the delimiter row (GFM 4.10) to the next blank line.",
                "begin": DELIMITER_ROW,
                "beginCaptures": {"0": {"name": "punctuation.definition.table.mdcatalog"}},
                "end": r"^(?=[ \t>]*$)",
                "name": "meta.table.mdcatalog",
                "patterns": [{"include": f"#{name}"} for name in
                             ["ignore", "escape", "link", *terms, "pipe"]],
            },
            "ignore": {
                "match": r"<!--[ \t]*(mdcatalog-ignore(?:-start|-end)?)\b([^>]*?)[ \t]*-->",
                "name": "comment.block.html.mdcatalog",
                "captures": {"1": {"name": "keyword.control.ignore.mdcatalog"},
                             "2": {"name": "variable.parameter.rule.mdcatalog"}},
            },
            "escape": {"match": r"\\[|\\]", "name": "constant.character.escape.mdcatalog"},
            "link": {
                "match": r"(\[)((?:[^\]\[\\|]|\\.)*)(\]\()([^()|\s]*(?:\([^()|\s]*\)[^()|\s]*)*)(\))",
                "captures": {
                    "1": {"name": "punctuation.definition.link.mdcatalog"},
                    "2": {"name": "string.other.link.title.mdcatalog"},
                    "3": {"name": "punctuation.definition.link.mdcatalog"},
                    "4": {"name": "markup.underline.link.mdcatalog"},
                    "5": {"name": "punctuation.definition.link.mdcatalog"},
                },
            },
            **{name: term_rule(name, words) for name, words in terms.items()},
            "pipe": {"match": r"\|", "name": "punctuation.separator.table.mdcatalog"},
        },
    }


def quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def highlights():
    """Queries for the block grammar of Markdown in tree-sitter."""
    parts = [
        "; extends",
        "; Made of the vocabularies beside it by the tests in Tests/Grammar.",
        "",
        '(pipe_table_header "|" @punctuation.special)',
        '(pipe_table_row "|" @punctuation.special)',
        "(pipe_table_delimiter_row) @punctuation.special",
        "(pipe_table_header (pipe_table_cell) @markup.heading)",
        "",
        "; A name with its link",
        "(pipe_table_row . (pipe_table_cell) @markup.link",
        r'  (#match? @markup.link "^\\["))',
    ]
    for name, terms in vocabularies().items():
        parts += [
            "", f"; {name.capitalize()}: a cell that is a list of its terms",
            "(pipe_table_row (pipe_table_cell) @constant.builtin",
            f'  (#match? @constant.builtin "^(({quoted(pattern(terms))})(, | *$))+$"))',
        ]
    return "\n".join([*parts, ""])
