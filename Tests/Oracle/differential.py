"""Compares the tool's tables and formatted documents with cmark-gfm and with the model of the contract.

The faults of a document are a list of (kind, detail). Line endings, NUL, byte order marks, VT, FF and
containers are mixed. Numbers of cells (also past the last column), cell texts, line numbers and every byte of a
formatted document are compared, so that rules which do not change the page are checked too.
"""

import pathlib
import re
import shutil
import tempfile

import executable
import model
import reference


def table_failures(ours, document, found, models):
    """Compares the tables of the tool with those of cmark-gfm."""
    lines, wanted = [t["line"] for t in ours], [t.header_line for t in found]
    if lines != wanted:
        return [("tables", f"tables at {lines}, cmark-gfm {wanted}")]
    failures, cells, contents = [], [], []
    for mine, theirs, shape in zip(ours, found, models):
        at = theirs.header_line
        rows, wanted = [r["line"] for r in mine["rows"]], [n for n, _ in theirs.rows]
        if rows != wanted:
            failures.append(("rows", f"table {at}: rows {rows}, cmark-gfm {wanted}"))
            continue
        if len(mine["columns"]) != len(theirs.header):
            failures.append(("columns", f"table {at}: {len(mine['columns'])} columns, not {len(theirs.header)}"))
            continue
        if shape is None:
            failures.append(("header", f"table {at}: no reading of its header row gives {theirs.header}"))
            continue
        texts = [mine["columns"], *(r["cells"] for r in mine["rows"])]
        written = [[text.decode() for text in line.exported] for line in [shape.header, *shape.body]]
        for index, (row, expected) in enumerate(zip(texts, written)):
            if not same_texts(row, expected):
                failures.append(("cells", f"table {at} row {index}: {row}, expected {expected}"))
        for row, html in zip(written, [theirs.header, *(html for _, html in theirs.rows)]):
            cells += [text.encode() for text in (row + [""] * len(html))[: len(html)]]
            contents += html
    for cell, content, alone in zip(cells, contents, reference.alone(cells, document)):
        if content != alone and content[:1] not in ("\v", "\f"):  # no cell after a pipe starts like this
            failures.append(("alone", f"cell {cell!r}: alone {alone!r}, in its table {content!r}"))
    return failures


def same_texts(exported, written):
    """Whether cells are exported as they are written, but for reference links, which become inline links."""
    return len(exported) == len(written) and all(
        mine == theirs or "](" in mine and "[" in theirs for mine, theirs in zip(exported, written))


def joined(document, lines):
    return b"".join(line + ending for line, (_, ending) in zip(lines, reference.lines(document)))


def with_tables(source, tables, style):
    """The lines of the document with each table in a style."""
    out = list(source)
    for table in tables:
        out[table.first: table.first + len(table.lines)] = table.formatted(style)
    return out


def keep_lines(document, source, page, tables):
    """Records the lines whose other form would change the page."""
    for style in ("aligned", "compact"):
        wanted = with_tables(source, tables, style)
        if reference.page(joined(document, wanted)) == page:
            continue
        for table in tables:
            for index in range(len(table.lines)):
                trial = list(source)
                trial[table.first + index] = wanted[table.first + index]
                if reference.page(joined(document, trial)) != page:
                    table.kept.add(index)


# What may hold a pipe of another tool: code, math, wikilinks, URLs; or begin another tool's syntax.
OTHER_SYNTAX = re.compile(rb"`|\$|\[\[|://|www\.|^[\s>|]*[:{=!?<]", re.I)


def with_pieces(document, tables):
    """The tables with a line that the tool may leave as it is whatever the style, which the model does not know: other
    tools' syntax, text below one column, and records that are wrapped over lines."""
    broken = [range(lines.start - 2, lines.stop + 2) for lines in executable.broken_tables(document)]
    return [table for table in tables if any(
        index != 1 and (OTHER_SYNTAX.search(line.source) or b"|" not in line.source.replace(b"\\|", b"")
                        or any(table.first + index in lines for lines in broken))
        for index, line in enumerate(table.lines))]


def find_paragraphs(source, tables, got):
    """Notes the tables whose header row continues a paragraph, as far as the page does not say so: rows keep their
    indentation there. Only a header directly below another line may."""
    for table in tables:
        lines = slice(table.first, table.first + len(table.lines))
        if table.first > 0 and source[table.first - 1].strip(b" \t>") and got[lines] != table.formatted("auto"):
            table.continues_paragraph = True


def layout_failures(document, page, tables, once):
    """Compares a document formatted in each style with the model."""
    source, failures = [line for line, _ in reference.lines(document)], []
    ignored = reference.ignored_lines(document)
    tables = [table for table in tables if table and table.first not in ignored]
    keep_lines(document, source, page, tables)
    pieces = None
    for style, got in once.items():
        if style == "auto":
            find_paragraphs(source, tables, [line for line, _ in reference.lines(got)])
        wanted = with_tables(source, tables, style)
        if got == joined(document, wanted):
            continue
        got_lines = reference.lines(got)
        if [e for _, e in got_lines] != [e for _, e in reference.lines(document)]:
            failures.append(("endings", f"{style}: lines or endings changed"))
            continue
        pieces = pieces or with_pieces(document, tables)
        unknown = {line for table in pieces for line in range(table.first, table.first + len(table.lines))}
        for index, (line, want) in enumerate(zip(got_lines, wanted)):
            if line[0] == want or index in unknown:
                continue
            failures.append((style, f"{style}: line {index + 1} is {line[0]!r}, expected {want!r} from {source[index]!r}"))
            break
    return failures


def failures(document, ours, once, twice):
    """Faults of the tables and of the document formatted once and twice, by style."""
    page, found = reference.page(document), reference.tables(document)
    models = model.read(document, found)
    wrong = table_failures(ours, document, found, models)
    for style, got in once.items():
        if reference.page(got) != page:
            wrong.append(("page", f"{style}: the page changed"))
        if twice[style] != got:
            wrong.append(("twice", f"{style}: formatting twice changes more"))
    if not any(kind in ("tables", "rows", "columns", "header") for kind, _ in wrong):
        wrong += layout_failures(document, page, models, once)
    return wrong


def hint_failures(document, ours, formatted, hints):
    """`check` reports exactly the tables that formatting would change."""
    before, after = reference.lines(document), reference.lines(formatted)
    changed = {n + 1 for n, (a, b) in enumerate(zip(before, after)) if a != b}
    tables = [range(t["line"], t["line"] + 2 + len(t["rows"])) for t in ours]
    wanted = [lines.start for lines in tables if changed & set(lines)]
    return [] if hints == wanted else [("hint", f"hints at {hints}, formatting changes {wanted}")]


def check(documents):
    """Faults of each document; few processes check many documents."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mdcatalog-oracle-"))
    try:
        return _check(documents, [folder / f"{index:05}.md" for index in range(len(documents))])
    finally:
        shutil.rmtree(folder)


def _check(documents, paths):
    def write():
        for path, document in zip(paths, documents):
            path.write_bytes(document)

    write()
    hints, passes = executable.hints(paths), {}
    for style in executable.STYLES:
        write()
        for time in (1, 2):
            executable.format_files(paths, style)
            passes[style, time] = [path.read_bytes() for path in paths]
    out = []
    for index, document in enumerate(documents):
        once = {style: passes[style, 1][index] for style in executable.STYLES}
        twice = {style: passes[style, 2][index] for style in executable.STYLES}
        ours = executable.export(document)
        out.append(failures(document, ours, once, twice)
                   + hint_failures(document, ours, once["auto"], hints[index]))
    return out


def fails(document, kind):
    try:
        return any(kind == found for found, _ in check([document])[0])
    except (UnicodeDecodeError, AssertionError):
        return False


def minimal(document, fails):
    """A smallest document that still fails: first with fewer lines, then with fewer characters."""
    text, changed = document.decode(), True
    while changed:
        changed = False
        for split in (lambda t: [(a + b).decode() for a, b in reference.lines(t.encode())], list):
            for size in (8, 4, 2, 1):
                parts, index = split(text), 0
                while index < len(parts):
                    fewer = parts[:index] + parts[index + size:]
                    if fails("".join(fewer).encode()):
                        parts, changed = fewer, True
                    else:
                        index += size
                text = "".join(parts)
    return text.encode()
