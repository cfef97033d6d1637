"""Display widths of whole texts equal those of wcwidth."""

import os
import pathlib
import random

import emoji
import wcwidth
from wcwidth.table_grapheme import EXTENDED_PICTOGRAPHIC, ISC_INVISIBLE_STACKER, ISC_VIRAMA
from wcwidth.table_mc import CATEGORY_MC
from wcwidth.table_vs15 import VS15_WIDE_TO_NARROW
from wcwidth.table_vs16 import VS16_NARROW_TO_WIDE

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


def numbers(spans):
    return [n for first, last in spans for n in range(first, last + 1)]


def generated():
    widths = {n: wcwidth.wcwidth(chr(n)) for n in SCALARS if n >= 0x300}
    tables = [
        table("wide", "Two columns: East Asian wide and full width, and emoji shown as pictures.",
              [n for n, width in widths.items() if width == 2]),
        table("zero", "No column of their own: combining marks and format characters.",
              [n for n, width in widths.items() if width == 0]),
        table("pictographic", "What a skin tone joins with (UTS #51, Extended_Pictographic).",
              numbers(EXTENDED_PICTOGRAPHIC)),
        table("spacingMark", "Marks that give a narrow base a second column (General_Category=Mc).",
              numbers(CATEGORY_MC[wcwidth.list_versions()[-1]])),
        table("virama", "Marks that join two letters (Indic_Syllabic_Category Virama and Invisible_Stacker).",
              sorted(numbers([*ISC_VIRAMA, *ISC_INVISIBLE_STACKER]))),
        table("wideWithSelector", "Narrow characters that U+FE0F makes two columns wide.",
              numbers(VS16_NARROW_TO_WIDE["9.0.0"])),
        table("narrowWithSelector", "Wide characters that U+FE0E makes one column wide.",
              numbers(VS15_WIDE_TO_NARROW["9.0.0"])),
    ]
    return ("// Generated from the Unicode character database, version "
            f"{wcwidth.list_versions()[-1]}; do not edit.\n\n"
            "/// Ranges of code points that are not one column wide (UAX #11, and combining marks).\n"
            "enum DisplayWidthRanges {\n" + "\n".join(tables) + "}\n")


# Words and sequences whose width is not the sum of their characters' widths.
TEXTS = """
नि हिन्दी क्षत्रिय विश्वविद्यालय श्री संस्कृत कार्त्स्न्य தமிழ் மொழி கொடுக்கிறது ஶ்ரீ বাংলা বিজ্ঞান কেন্দ্রীয় ગુજરાતી વિજ્ઞાન ਪੰਜਾਬੀ ଓଡ଼ିଆ తెలుగు
శాస్త్రం ಕನ್ನಡ ಜ್ಞಾನ മലയാളം ശാസ്ത്രം സ്നേഹം සිංහල ශ්‍රී ලංකාව ක්‍රියා ไทย ภาษาไทย น้ำ ผู้ใหญ่ ລາວ ພາສາລາວ ភាសាខ្មែរ ស្រ្តី ឱ្យ မြန်မာ ဘာသာ ကျွန်ုပ် င်္ဂ
བོད་ཡིག སྐྱབས ᬩᬮᬶ ᬓ᭄ᬱ ꦗꦮ ꦏ꧀ꦱ 한국어 日本語 が が 한 é é ❤ ❤️ ⌚ ⌚︎ ⌚️ 1️⃣ #️ a️ 👩‍💻 👩🏽‍🚀 🏳️‍🌈
🇩🇪 🇩🇪🇫🇷 🇩🇪🇫 🇩a🇪 👍 👍🏿 ✌🏿 🕵🏿 a🏿 a‍b क्‍ष क्‌ष क्a ि ् ‍ ️ x‍ 日‍本
""".split()
PIECES = [*"a1#é日क षमिि्́ေ်ါခ្ែஸ்ரீ❤⌚👩💻👍", "‍", "​", "︎", "️", "⃣", "🇦",
          "🇺", "🏻"]


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


def different(texts):
    return [(ascii(text), width, wcwidth.wcswidth(text)) for text, width in zip(texts, widths(texts))
            if width != wcwidth.wcswidth("x" + text + "x") - 2]


def test_every_character():
    assert different([chr(n) for n in SCALARS]) == []


def test_every_emoji():
    assert len(EMOJI) > 3000 and different(EMOJI) == []


def test_words_and_sequences():
    assert different(TEXTS) == []


def test_random_sequences():
    choose = random.Random(7)
    assert different(["".join(choose.choices(PIECES, k=choose.randint(1, 7))).strip()
                      for _ in range(20_000)]) == []
