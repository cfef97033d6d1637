"""The grammars for highlighting match the vocabularies and colour tables."""

import json
import os

import highlighting
import pytest
import tree_sitter
import tree_sitter_markdown
from textmate_grammar.parsers.base import LanguageParser

TABLE = """\
# Lists

Dataset | Task | Modality
--- | :-- | ---
[FIVES](https://example.org/a_(b)) | Instance Segmentation | CT, T1-MRI
| [IXI](https://example.org/ixi) | none \\| here | PET/CT <!-- mdcatalog-ignore empty-cell --> |

CT, no table
"""

FILES = {
    highlighting.TEXTMATE: lambda: json.dumps(
        highlighting.textmate(), indent=2, ensure_ascii=False) + "\n",
    highlighting.HIGHLIGHTS: highlighting.highlights,
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_generated_files_are_up_to_date(path):
    wanted = FILES[path]()
    if os.environ.get("MDCATALOG_REGENERATE"):
        path.write_text(wanted)
    assert path.read_text() == wanted


def tokens(text):
    """Text and innermost scope of each token."""
    grammar = json.loads(highlighting.TEXTMATE.read_text())
    content = LanguageParser(grammar).parse_string(text)
    return [(part, scopes[-1]) for _, part, scopes in content.flatten()]


def test_textmate_colours_a_table():
    seen = tokens(TABLE)

    def with_scope(name):
        return [part for part, scope in seen if scope == f"{name}.mdcatalog"]

    assert with_scope("entity.name.section.column") == ["Dataset", "Task", "Modality"]
    assert with_scope("punctuation.definition.table") == ["--- | :-- | ---"]
    assert with_scope("string.other.link.title") == ["FIVES", "IXI"]
    assert with_scope("markup.underline.link") == [
        "https://example.org/a_(b)", "https://example.org/ixi"]
    assert with_scope("support.constant.task") == ["Instance Segmentation"]
    assert with_scope("support.constant.modality") == ["CT", "T1-MRI", "PET/CT"]
    assert with_scope("constant.character.escape") == ["\\|"]
    assert with_scope("keyword.control.ignore") == ["mdcatalog-ignore"]
    assert with_scope("punctuation.separator.table").count("|") == 8


def test_textmate_leaves_text_alone():
    text = "A line, CT, of text | with a pipe\n\n- CT, MRI\n"
    assert all("mdcatalog.injection" in scope for _, scope in tokens(text))


def captures(query_file, text):
    language = tree_sitter.Language(tree_sitter_markdown.language())
    tree = tree_sitter.Parser(language).parse(text.encode())
    query = tree_sitter.Query(language, query_file.read_text())
    found = tree_sitter.QueryCursor(query).captures(tree.root_node)
    return {name: sorted((node.start_byte, node.text.decode().strip()) for node in nodes)
            for name, nodes in found.items()}


def test_tree_sitter_colours_a_table():
    seen = captures(highlighting.HIGHLIGHTS, TABLE)
    parts = {name: [part for _, part in places] for name, places in seen.items()}
    assert parts["markup.heading"] == ["Dataset", "Task", "Modality"]
    assert parts["markup.link"] == [
        "[FIVES](https://example.org/a_(b))", "[IXI](https://example.org/ixi)"]
    assert parts["constant.builtin"] == ["Instance Segmentation", "CT, T1-MRI"]
    assert "--- | :-- | ---" in parts["punctuation.special"]
    assert parts["punctuation.special"].count("|") == 8


def test_tree_sitter_reads_cells_as_inline_text():
    seen = captures(highlighting.GRAMMAR / "tree-sitter" / "injections.scm", TABLE)
    assert [part for _, part in seen["injection.content"]][:4] == [
        "Dataset", "Task", "Modality", "[FIVES](https://example.org/a_(b))"]
