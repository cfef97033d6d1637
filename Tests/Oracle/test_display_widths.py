"""Display widths equal those of wcwidth, and an emoji has two columns."""

import os
import pathlib

import emoji
import wcwidth
from wcwidth.table_grapheme import EXTENDED_PICTOGRAPHIC

import executable

RANGES = pathlib.Path(__file__).parents[2] / "Sources/TableSyntax/DisplayWidthRanges.generated.swift"
SCALARS = [n for n in range(0xA0, 0x110000) if not 0xD800 <= n < 0xE000]
EMOJI = [e for e, data in emoji.EMOJI_DATA.items() if data["status"] == emoji.STATUS["fully_qualified"]]


def ranges(numbers):
    found = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def table(name, comment, numbers):
    lines, line = [], "   "
    for first, last in ranges(numbers):
        entry = f" 0x{first:X}...0x{last:X},"
        if len(line + entry) > 100:
            lines.append(line)
            line = "   "
        line += entry
    body = "\n".join([*lines, line])
    return f"  /// {comment}\n  static let {name}: [ClosedRange<UInt32>] = [\n{body}\n  ]\n"


def generated():
    widths = {n: wcwidth.wcwidth(chr(n)) for n in SCALARS if n >= 0x300}
    tables = [
        table("wide", "Two columns: East Asian wide and full width, and emoji shown as pictures.",
              [n for n, width in widths.items() if width == 2]),
        table("zero", "No column of their own: combining marks and format characters.",
              [n for n, width in widths.items() if width == 0]),
        table("pictographic", "What joins into emoji sequences, wide by itself or not (UTS #51, Extended_Pictographic).",
              [n for first, last in EXTENDED_PICTOGRAPHIC for n in range(first, last + 1)]),
    ]
    return ("// Generated from the Unicode character database, version "
            f"{wcwidth.list_versions()[-1]}; do not edit.\n\n"
            "/// Ranges of code points that are not one column wide (UAX #11, and combining marks).\n"
            "enum DisplayWidthRanges {\n" + "\n".join(tables) + "}\n")


def widths(texts):
    """The display width of each text, measured by the padding of an aligned table."""
    page = "| " + "h" * 40 + " |\n| - |\n" + "".join(f"| x{text}x |\n" for text in texts)
    lines = executable.format(page.encode(), "aligned").decode().split("\n")[2:-1]
    assert len(lines) == len(texts)
    return [40 + len(text) - len(line[2:-2]) for text, line in zip(texts, lines)]


def test_ranges_are_those_of_the_database():
    if os.environ.get("MDCATALOG_REGENERATE"):
        RANGES.write_text(generated())
    assert RANGES.read_text() == generated()


def test_every_character():
    texts = [chr(n) for n in SCALARS]
    wrong = [(hex(ord(text)), width) for text, width in zip(texts, widths(texts))
             if width != wcwidth.wcwidth(text)]
    assert wrong == []


def test_every_emoji():
    wrong = [(ascii(text), width) for text, width in zip(EMOJI, widths(EMOJI)) if width != 2]
    assert len(EMOJI) > 3000 and wrong == []
