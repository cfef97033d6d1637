"""Sessions over stdio: requests of an editor and their answers."""

import asyncio
import json
import signal
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from conftest import FIXTURE, TOOL, Text, capabilities, tool

URI = "file:///workspace/catalog.md"
HEADER = "| Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |\n|---|---|---|---|---|\n"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[TOOL, "lsp"]))
async def client(lsp_client: LanguageClient):
    yield
    if not getattr(lsp_client, "is_shut_down", False):
        await lsp_client.shutdown_session()


async def start(client, encodings=None, pull=False):
    return await client.initialize_session(
        types.InitializeParams(capabilities=capabilities(encodings, pull), root_uri=None))


def open_document(client, text, uri=URI, version=1):
    client.text_document_did_open(types.DidOpenTextDocumentParams(
        text_document=types.TextDocumentItem(uri=uri, language_id="markdown", version=version, text=text)))


def document(uri=URI):
    return types.TextDocumentIdentifier(uri=uri)


async def pull(client, previous=None):
    return await client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(text_document=document(), previous_result_id=previous))


async def complete(client, position):
    return await client.text_document_completion_async(
        types.CompletionParams(text_document=document(), position=position))


async def hover(client, position):
    return await client.text_document_hover_async(
        types.HoverParams(text_document=document(), position=position))


def expected(text):
    """The problems of the command line as (line, code)."""
    found = json.loads(tool(["check", "-", "--output-format", "json"], text))
    return sorted((p["line"] - 1, p["code"]) for p in found)


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("pulls", [False, True])
async def test_a_whole_session(client, catalog, encoding, newline, pulls):
    catalog = catalog.replace("\r\n", "\n").replace("\n", newline)
    catalog = catalog.replace("Brain", "脑🧠 Brain")
    result = await start(client, [encoding], pulls)
    assert result.capabilities.position_encoding == encoding
    text = Text(catalog, encoding)
    open_document(client, catalog)
    if pulls:
        report = await pull(client)
        items = report.items
        again = await pull(client, report.result_id)
        assert again.kind == "unchanged"
        assert URI not in client.diagnostics
    else:
        await client.wait_for_notification("textDocument/publishDiagnostics")
        items = client.diagnostics[URI]
    assert sorted((d.range.start.line, d.code) for d in items) == expected(catalog)

    formatting = await client.text_document_formatting_async(types.DocumentFormattingParams(
        text_document=document(), options=types.FormattingOptions(tab_size=4, insert_spaces=True)))
    assert text.apply(formatting) == tool(["format", "-"], catalog)

    whole = types.Range(start=types.Position(0, 0), end=types.Position(0, 0))
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        text_document=document(), range=whole,
        context=types.CodeActionContext(diagnostics=[], only=["source.fixAll.mdcatalog"])))
    edits = actions[0].edit.document_changes[0].edits
    assert text.apply(edits) == tool(["check", "-", "--fix", "--quiet"], catalog)

    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=document()))
    [heading] = symbols
    [table] = heading.children
    assert len(table.children) > 30
    folds = await client.text_document_folding_range_async(
        types.FoldingRangeParams(text_document=document()))
    assert [(f.start_line, f.end_line) for f in folds] == [
        (table.range.start.line, table.range.end.line)]


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_completion_replaces_one_item(client, encoding):
    row = "| [A](https://a.org) | 脑🧠 Text | Segm | MRI, ul, CT | 2D + |\n"
    await start(client, [encoding])
    text = Text(HEADER + row, encoding)
    open_document(client, text.text)

    found = await complete(client, text.find("ul"))
    item = next(i for i in found.items if i.label == "Ultrasound")
    assert text.apply([item.text_edit]) == HEADER + row.replace("ul,", "Ultrasound,")
    assert not {"MRI", "CT"} & {i.label for i in found.items}

    found = await complete(client, text.find("Segm"))
    assert found.items[0].label == "Segmentation"
    assert text.apply([found.items[0].text_edit]) == HEADER + row.replace("Segm ", "Segmentation ")

    found = await complete(client, text.find("2D +"))
    assert text.apply([found.items[0].text_edit]) == HEADER + row.replace("2D + ", "2D + Time ")


@pytest.mark.asyncio
@pytest.mark.parametrize("typed, label", [
    ("EM", "Electron Microscopy"), ("magnetic resonance", "MRI"), ("mmri", "Multimodal MRI"),
    ("X-", "X-Ray"), ("PET/", "PET/CT")])
async def test_completion_finds_terms(client, typed, label):
    await start(client)
    text = Text(HEADER + f"| [A](https://a.org) | Text | Text | {typed} | 2D |\n", "utf-16")
    open_document(client, text.text)
    found = await complete(client, text.find(typed, "Text | Text"))
    item = next(i for i in found.items if i.label == label)
    assert f"| {label} | 2D |" in text.apply([item.text_edit])


@pytest.mark.asyncio
async def test_completion_of_datasets_and_rows(client):
    await start(client)
    rows = "| [A](https://a.org) | see [B | Text | CT | 2D |\n| [BB](https://b.org) | x | Text | CT | 2D |\n"
    text = Text(HEADER + rows + "\n", "utf-16")
    open_document(client, text.text)
    found = await complete(client, text.find("see [B"))
    assert "see [BB](https://b.org) |" in text.apply([found.items[0].text_edit])
    found = await complete(client, types.Position(line=4, character=0))
    assert found.items[0].insert_text_format == types.InsertTextFormat.Snippet
    assert found.items[0].text_edit.new_text.count(" | ") == 4


@pytest.mark.asyncio
async def test_hover_cards(client):
    await start(client)
    rows = ("| [Alpha](https://a.org) | Livers | Text | CT | 2D |\n"
            "| [Beta](https://b.org) | Images from Alpha | Segmentation | CT | 3D |\n")
    text = Text(HEADER + rows, "utf-16")
    open_document(client, text.text)
    card = (await hover(client, text.find("[Alp"))).contents.value
    for part in ["Alpha", "https://a.org", "Livers", "Text", "CT", "2D"]:
        assert part in card
    assert "**Shares images with**: Beta" in card and "**Mentioned by**: Beta" in card
    mention = (await hover(client, text.find("from Alp"))).contents.value
    assert mention == card
    term = (await hover(client, text.find("| CT", "Beta", 3))).contents.value
    assert "DICOM modality" in term and "2 rows use it" in term
    header = (await hover(client, text.find("Image T"))).contents.value
    assert "CT (2)" in header


@pytest.mark.asyncio
async def test_hover_is_safe(client):
    await start(client)
    text = Text(HEADER + "| [A](command:evil) | <img src=x> [x](command:y) | Text | CT | 2D |\n", "utf-16")
    open_document(client, text.text)
    card = (await hover(client, text.find("[A"))).contents.value
    assert "[x\\](command:y)" in card and "<img" not in card.replace("\\<", "")


@pytest.mark.asyncio
async def test_incremental_changes(client):
    await start(client, pull=True)
    text = HEADER + "| [A](https://a.org) | 🧠 | Segmenttion | CT | 2D |\r\n"
    open_document(client, text)
    items = (await pull(client)).items
    assert [d.code for d in items if d.severity < 3 or d.code == "unknown-value"] == ["unknown-value"]
    wrong = next(d for d in items if d.code == "unknown-value")
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(uri=URI, version=2),
        content_changes=[types.TextDocumentContentChangePartial(range=wrong.range, text="Segmentation")]))
    assert "unknown-value" not in [d.code for d in (await pull(client)).items]


@pytest.mark.asyncio
async def test_quick_fix_by_range_alone(client):
    await start(client)
    text = Text(HEADER + "| [A](https://a.org) | x | CT | Segmentation | 2D |\n", "utf-16")
    open_document(client, text.text)
    place = types.Range(start=text.find("| x | C"), end=text.find("| x | C"))
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        text_document=document(), range=place, context=types.CodeActionContext(diagnostics=[])))
    fix = next(a for a in actions if a.title.startswith("Swap"))
    assert "| x | Segmentation | CT | 2D |" in text.apply(fix.edit.document_changes[0].edits)
    ignore = next(a for a in actions if "Ignore" in a.title)
    assert "2D <!-- mdcatalog-ignore misplaced-value --> |" in text.apply(
        ignore.edit.document_changes[0].edits)


@pytest.mark.asyncio
async def test_formatting_twice_and_ranges(client, catalog):
    await start(client)
    formatted = tool(["format", "-"], catalog)
    open_document(client, formatted)
    options = types.FormattingOptions(tab_size=4, insert_spaces=True)
    assert not await client.text_document_formatting_async(
        types.DocumentFormattingParams(text_document=document(), options=options))
    open_document(client, catalog, version=2)
    pairs = enumerate(zip(catalog.split("\n"), formatted.split("\n")))
    line = next(number for number, (old, new) in pairs if old != new)
    edits = await client.text_document_range_formatting_async(types.DocumentRangeFormattingParams(
        text_document=document(), options=options,
        range=types.Range(start=types.Position(line, 0), end=types.Position(line, 1))))
    text = Text(catalog, "utf-16")
    assert text.apply(edits).split("\n")[line] == formatted.split("\n")[line]
    assert {e.range.start.line for e in edits} == {line}


@pytest.mark.asyncio
async def test_wrong_positions_are_clamped(client, catalog):
    await start(client)
    open_document(client, catalog)
    for line, character in [(0, 0), (10**6, 0), (7, 10**6), (2**31 - 1, 2**31 - 1)]:
        await hover(client, types.Position(line, character))
        await complete(client, types.Position(line, character))


def raw(*messages, expect_exit=None):
    """Sends frames as they are and returns what comes back."""
    data = b"".join(b"Content-Length: %d\r\n\r\n" % len(m) + m for m in (json.dumps(m).encode() for m in messages))
    done = subprocess.run([TOOL, "lsp", "--stdio"], input=data, capture_output=True, timeout=20)
    if expect_exit is not None:
        assert done.returncode == expect_exit
    answers, rest = [], done.stdout
    while rest:
        head, rest = rest.split(b"\r\n\r\n", 1)
        count = int(head.split(b":")[1])
        answers.append(json.loads(rest[:count]))
        rest = rest[count:]
    return answers


def request(number, method, params=None):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def notification(method, params=None):
    return {"jsonrpc": "2.0", "method": method, "params": params or {}}


def test_lifecycle_errors():
    answers = raw(
        request(1, "textDocument/hover", {}), request(2, "initialize", {"capabilities": {}}),
        request(3, "no/such", {}), request(4, "shutdown"), request(5, "textDocument/hover", {}),
        notification("exit"), expect_exit=0)
    codes = {a["id"]: a.get("error", {}).get("code") for a in answers}
    assert codes == {1: -32002, 2: None, 3: -32601, 4: None, 5: -32600}


def test_exit_without_shutdown_is_an_error():
    raw(request(1, "initialize", {"capabilities": {}}), notification("exit"), expect_exit=1)


def test_a_cancelled_request_is_answered():
    text = HEADER + "| [A](https://a.org) | x | Text | CT | 2D |\n" * 20000
    opened = {"textDocument": {"uri": URI, "languageId": "markdown", "version": 1, "text": text}}
    answers = raw(
        request(1, "initialize", {"capabilities": {}}), notification("textDocument/didOpen", opened),
        request(2, "textDocument/hover", {"textDocument": {"uri": URI}, "position": {"line": 3, "character": 3}}),
        notification("$/cancelRequest", {"id": 2}), request(3, "shutdown"), notification("exit"))
    assert next(a for a in answers if a["id"] == 2)["error"]["code"] == -32800


def test_a_crash_leaves_a_note(tmp_path):
    log = tmp_path / "log"
    process = subprocess.Popen(
        [TOOL, "lsp", "--log", str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    body = json.dumps(request(17, "initialize", {"capabilities": {}})).encode()
    process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    process.stdin.flush()
    process.stdout.read(20)
    process.send_signal(signal.SIGSEGV)
    errors = process.communicate(timeout=20)[1].decode()
    note = f"crashed while handling initialize id=17 bytes={len(body)}"
    assert note in errors and note in log.read_text() and process.returncode == -signal.SIGSEGV


def test_strange_documents_are_harmless():
    opened = {"textDocument": {"uri": "file://", "languageId": "x", "version": 0, "text": "\ufeff|a|\n|-|\n"}}
    answers = raw(
        request(1, "initialize", {"capabilities": {}}), notification("textDocument/didOpen", opened),
        notification("textDocument/didClose", {"textDocument": {"uri": "file://"}}),
        notification("textDocument/didChange", {"textDocument": {"uri": "nowhere"}}),
        request(2, "textDocument/hover", {"textDocument": {"uri": "nowhere"}}),
        request(3, "shutdown", {}), notification("exit"), expect_exit=0)
    assert next(a for a in answers if a.get("id") == 2)["error"]["code"] == -32602


@pytest.mark.asyncio
async def test_configuration_changes_without_a_restart(client, tmp_path):
    file, configuration = tmp_path / "a.md", tmp_path / ".mdcatalog.json"
    text = HEADER + "| [A](https://a.org) | x | Text | Hologram | 2D |\n"
    configuration.write_text(
        '{"schema": "builtin", "rules": {"unknown-value": "error", "unformatted-table": "off"}}')
    await start(client)
    open_document(client, text, uri=file.as_uri())
    await client.wait_for_notification("textDocument/publishDiagnostics")
    while file.as_uri() not in client.diagnostics:
        await client.wait_for_notification("textDocument/publishDiagnostics")
    assert [(d.code, d.severity) for d in client.diagnostics[file.as_uri()]] == [("unknown-value", 1)]
    configuration.write_text(
        '{"schema": "builtin", "rules": {"unformatted-table": "off"}, "terms": {"modality": ["Hologram"]}}')
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(
        changes=[types.FileEvent(uri=configuration.as_uri(), type=types.FileChangeType.Changed)]))
    for _ in range(10):
        await client.wait_for_notification("textDocument/publishDiagnostics")
        if not client.diagnostics[file.as_uri()]:
            return
    raise AssertionError("the new term was not taken")
