"""A strict client (pytest-lsp, lsprotocol) that drives the executable over stdio."""

import os
import pathlib
import subprocess

import pytest
from lsprotocol import types

TOOL = os.environ["MDCATALOG"]
FIXTURE = pathlib.Path(__file__).parents[1] / "Fixtures" / "imaging-datasets.md"
CATALOGS = [FIXTURE] + (
    [pathlib.Path(os.environ["MDCATALOG_SEED"])] if "MDCATALOG_SEED" in os.environ else [])


def tool(arguments, text):
    done = subprocess.run([TOOL, *arguments], input=text.encode(), capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode()


def capabilities(encodings=None, pull=False):
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None,
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pull else None,
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            code_action=types.CodeActionClientCapabilities(
                code_action_literal_support=types.ClientCodeActionLiteralOptions(
                    code_action_kind=types.ClientCodeActionKindOptions(value_set=["quickfix", "source"]))),
            document_symbol=types.DocumentSymbolClientCapabilities(
                hierarchical_document_symbol_support=True),
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(snippet_support=True))))


class Text:
    """A document as the client has it, with positions in an encoding."""

    def __init__(self, text, encoding):
        self.text, self.encoding = text, encoding

    def units(self, part):
        if self.encoding == "utf-8":
            return len(part.encode())
        return len(part.encode("utf-16-le")) // 2 if self.encoding == "utf-16" else len(part)

    def lines(self):
        lines, start, index = [], 0, 0
        while index < len(self.text):
            if self.text[index] == "\n" or self.text[index] == "\r" and self.text[index + 1:index + 2] != "\n":
                lines.append(self.text[start:index + 1])
                start = index + 1
            index += 1
        return lines + [self.text[start:]]

    def position(self, line, column):
        return types.Position(line=line, character=self.units(self.lines()[line][:column]))

    def find(self, needle, after="", offset=None):
        """The position after a needle, the first one after another."""
        start = self.text.index(after) if after else 0
        place = self.text.index(needle, start) + (len(needle) if offset is None else offset)
        before = self.text[:place]
        line = len(Text(before, self.encoding).lines()) - 1
        return self.position(line, len(Text(before, self.encoding).lines()[-1]))

    def offset(self, position):
        lines = self.lines()
        start = sum(len(l) for l in lines[:position.line])
        units, column = 0, 0
        line = lines[position.line]
        while units < position.character:
            units += self.units(line[column])
            column += 1
        assert units == position.character, "a position inside a character"
        return start + column

    def apply(self, edits):
        places = sorted((self.offset(e.range.start), self.offset(e.range.end), e.new_text) for e in edits)
        for (_, end, _), (start, _, _) in zip(places, places[1:]):
            assert end <= start, "edits overlap"
        out, last = "", 0
        for start, end, new in places:
            out += self.text[last:start] + new
            last = end
        return out + self.text[last:]


@pytest.fixture(params=CATALOGS, ids=lambda p: p.stem)
def catalog(request):
    return request.param.read_bytes().decode()
