"""The page of a catalog, in a browser.

`MDCATALOG_PICTURES=FOLDER` writes a new picture.
"""

import base64
import hashlib
import json
import os
import pathlib
import re

import pytest

import browser
from lists import LISTS, SEEDS, odd_list, records
from tool import GOOD, HEADER, row, run, write

HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))", "[x](javascript&colon;alert(1))", "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)", "[x](//evil.example)",
    '[x](https://a.org/"onmouseover="alert(1))', "[x](https://a.org/'><script>alert(1)</script>)",
    '"><svg onload=alert(1)>', "&lt;script&gt;alert(1)&lt;/script&gt;", "</td></tr></table>",
    "<!-- --><script>alert(1)</script>", "![x](https://a.org/x.png)", "</script><script>alert(1)",
    "${alert(1)}", "<javascript:alert(1)>", "`</style><script>alert(1)</script>`", "<base href=//x>",
    "<meta http-equiv=refresh content=0;url=//x>", "<a href=javascript:alert(1)>x</a>"]
MARK = """window.rows = () => [...document.querySelectorAll("tbody tr")].filter(row => !row.hidden);
window.boxes = [...document.querySelectorAll("input[type=checkbox]")];
window.clear = () => document.querySelector("button[type=reset]").click();
window.search = text => {
  const input = document.getElementById("search");
  input.value = text;
  input.dispatchEvent(new Event("input", {bubbles: true}));
  return rows().map(row => row.rowIndex - 1);
}; null"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """A function that opens a list's page in a browser."""
    if not browser.PROGRAM:
        pytest.skip("not run: no Chromium is there")
    folder = tmp_path_factory.mktemp("pages")
    with browser.opened() as chromium:
        def show(path, *options):
            done = run("export", "--to", "html", path, *options)
            assert done.returncode == 0, done.stderr
            chromium.open(write(folder, {"page.html": done.stdout}) / "page.html")
            chromium.value(MARK)
            return chromium
        yield show


def statistics(path):
    return json.loads(run("stats", "--output-format", "json", path).stdout)["tables"][0]


def facets(path):
    """Each vocabulary column's header, and its values with their rows."""
    return [(column["header"], [(value["value"], value["rows"])
                                for value in column["values"] + column["others"]])
            for column in statistics(path)["columns"] if "vocabulary" in column]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_filters_agree_with_statistics(page, path):
    shown = page(path)
    assert shown.value("document.getElementById('status').textContent") == (
        f"All {statistics(path)['rows']} rows")
    groups = shown.value("""[...document.querySelectorAll("fieldset")].map(set => [
      set.querySelector("legend").textContent,
      [...set.querySelectorAll("label")].map(label => {
        label.querySelector("input").click();
        const count = rows().length;
        label.querySelector("input").click();
        return [label.childNodes[1].data.trim(), Number(label.querySelector("span").textContent), count];
      })])""")
    assert groups == [[header, [[value, count, count] for value, count in values]]
                      for header, values in facets(path)]
    assert shown.value("rows().length") == statistics(path)["rows"]
    assert shown.complaints() == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_two_filters_agree_with_statistics_of_pairs(page, path):
    shown = page(path)
    for pair in statistics(path)["pairs"]:
        for value in pair["values"][:15]:
            count = shown.value("""((columns, values) => {
              clear();
              for (const set of document.querySelectorAll("fieldset")) {
                const place = columns.indexOf(set.querySelector("legend").textContent);
                if (place < 0) continue;
                [...set.querySelectorAll("label")].find(
                  label => label.childNodes[1].data.trim() === values[place])
                  .querySelector("input").click();
              }
              return rows().length;
            })(%s, %s)""" % (json.dumps(pair["columns"]), json.dumps(value["values"])))
            assert count == value["rows"], value


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_search_finds_the_rows_with_all_words(page, path):
    shown = page(path)
    texts = shown.value("[...document.querySelectorAll('tbody tr')].map(row => row.textContent)")
    for search in ["", "mri", "CT  liver", "segmentation brain 3d", "no such word", "(", "<"]:
        expected = [index for index, text in enumerate(texts)
                    if all(word in text.lower() for word in search.lower().split())]
        assert shown.value(f"search({json.dumps(search)})") == expected
        status = shown.value("document.getElementById('status').textContent")
        assert re.search(r"\d+", status)[0] == str(len(expected))
    shown.value("search('liver'); boxes[0].click(); clear(); new Promise(r => setTimeout(r, 20))")
    assert shown.value("rows().length") == len(texts)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_charts_show_the_counts(page, path):
    shown = page(path)
    charts = shown.value("""[...document.querySelectorAll("figure svg")].map(chart =>
      [chart.getAttribute("aria-label"), [...chart.querySelectorAll("text")].map(t => t.textContent)])""")
    expected = [column for column in statistics(path)["columns"] if column.get("values")]
    for (label, texts), column in zip(charts, expected, strict=True):
        counts = [(value["value"], value["rows"]) for value in column["values"]][:10]
        assert label == f"Rows by {column['header']}: " + ", ".join(f"{v} {n}" for v, n in counts)
        assert texts[1::2] == [str(count) for _, count in counts]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_is_shown(page, seed, tmp_path):
    path = odd_list(tmp_path, seed)
    shown = page(path)
    columns, rows = records(path)
    cells = shown.value("[...document.querySelectorAll('tr')].map(row => row.cells.length)")
    assert cells == [len(columns)] * (len(rows) + 1) and shown.complaints() == []


def test_no_cell_can_add_markup_to_the_page(page, tmp_path):
    cells = [cell.replace("|", "\\|") for cell in HOSTILE]
    text = f"# {HOSTILE[0]}\n\nx {HOSTILE[1]}\n\n" + HEADER.replace("Description", HOSTILE[1]) + "".join(
        f"| [n{index}](https://a.org) {cell} | {cell} | {cell} | CT | 2D |\n"
        for index, cell in enumerate(cells))
    shown = page(write(tmp_path, {"a.md": text}) / "a.md")
    assert shown.complaints() == []
    names = shown.value("[...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")
    assert not set(names) & {"img", "base", "iframe", "object", "embed", "link", "foreignObject"}
    assert shown.value("document.scripts.length") == 1
    assert shown.value("document.querySelectorAll('meta').length") == 4
    assert shown.value("rows().length") == len(cells)
    hrefs = shown.value("[...document.links].map(a => a.protocol)")
    assert set(hrefs) == {"https:", "file:"}
    assert shown.value("[...document.links].filter(a => a.protocol == 'file:').length") == 1
    assert shown.value("""[...document.querySelectorAll("*")].every(e => [...e.attributes].every(
      a => !a.name.startsWith("on") && a.name != "style"))""")


def test_the_policy_allows_the_page_and_nothing_else(tmp_path):
    html = run("export", "--to", "html", "-", text=GOOD).stdout.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    [script] = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy and "default-src 'none'" in policy
    assert set(re.findall(r"""\b(?:src|href)=("[^"]*"|[^ ">]*)""", html)) == {
        '"#rows"', '"https://a.org"'}
    assert "url(" not in html and "@import" not in html


def test_the_page_works_with_the_keyboard(page):
    shown = page(LISTS[0])
    first = shown.value("boxes.length")
    focus = "document.activeElement.id || document.activeElement.type || document.activeElement.className"
    seen = []
    for _ in range(4):
        shown.press("Tab")
        seen.append(shown.value(focus))
    assert seen == ["skip", "search", "reset", "checkbox"] and first > 0
    shown.press(" ", " ")
    assert shown.value("boxes[0].checked") and shown.value("rows().length") < shown.value(
        "document.querySelectorAll('tbody tr').length")
    for key in "zzz":
        shown.value("document.getElementById('search').focus()")
        shown.press(key, key)
    assert shown.value("rows().length") == 0


def test_elements_have_names_for_screen_readers(page):
    shown = page(LISTS[0])
    nodes = [(node["role"]["value"], node.get("name", {}).get("value", ""))
             for node in shown.ask("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    roles = {role for role, _ in nodes}
    assert {"main", "banner", "search", "status", "table", "columnheader", "rowheader", "heading",
            "searchbox", "group"} <= roles
    named = {"checkbox", "searchbox", "button", "image", "link", "region", "table", "search", "group"}
    assert all(name for role, name in nodes if role in named)
    assert shown.value("document.documentElement.lang") == "en" and shown.value("document.title")
    assert shown.value("""[...document.querySelectorAll("h1, h2")].map(h => h.localName).join()""") == (
        "h1,h2,h2")


def test_the_page_is_a_table_without_its_script(tmp_path):
    html = run("export", "--to", "html", "-", text=HEADER + row("A") + row("B")).stdout.decode()
    assert '<form id="filters" role="search" aria-label="Filter the rows" hidden>' in html
    assert html.count("<tr") == 3 and '<p id="status" role="status">2 rows</p>' in html


def test_narrow_and_dark(page):
    shown = page(LISTS[0])
    light, dark = shown.picture(400, 800), shown.picture(400, 800, "dark")
    assert light != dark
    assert shown.value("document.documentElement.scrollWidth") <= 400


@pytest.mark.skipif("MDCATALOG_PICTURES" not in os.environ, reason="MDCATALOG_PICTURES names no folder")
def test_picture(page):
    shown = page(LISTS[0])
    shown.value("search('ct'); boxes[0].click(); scrollTo(0, 0)")
    picture = shown.picture(1120, 1120)
    (pathlib.Path(os.environ["MDCATALOG_PICTURES"]) / "page.png").write_bytes(picture)
