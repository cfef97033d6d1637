"""A terminal's screen, with its colours, as an SVG picture."""

import re
from html import escape
from unicodedata import combining, east_asian_width

WIDTH, HEIGHT, SIZE = 7.83, 17, 13
FOREGROUND, BACKGROUND = "#d0d0d0", "#1c1c1c"
BASIC = ("#1c1c1c #d75f5f #87af5f #d7af5f #5f87d7 #af87d7 #5fafaf #d0d0d0 "
         "#767676 #ff8787 #afd787 #ffd787 #87afff #d7afff #87d7d7 #ffffff").split()


def palette(number):
    """One of xterm's 256 colours."""
    if number < 16:
        return BASIC[number]
    if number >= 232:
        level = 8 + 10 * (number - 232)
        return f"#{level:02x}{level:02x}{level:02x}"
    number -= 16
    levels = [0 if step == 0 else 55 + 40 * step
              for step in (number // 36, number // 6 % 6, number % 6)]
    return "#" + "".join(f"{level:02x}" for level in levels)


class Style:
    """The state of the escape sequences so far (ECMA-48, SGR)."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.colours = {"38": None, "48": None}
        self.marks = set()

    def apply(self, parameters):
        codes = parameters.replace(":", ";").split(";")
        while codes:
            code = codes.pop(0) or "0"
            number = int(code)
            if number == 0:
                self.reset()
            elif code in ("38", "48"):
                self.colours[code] = self.extended(codes)
            elif code in ("39", "49"):
                self.colours["38" if code == "39" else "48"] = None
            elif 30 <= number <= 37 or 40 <= number <= 47:
                self.colours["38" if number < 40 else "48"] = BASIC[number % 10]
            elif 90 <= number <= 97 or 100 <= number <= 107:
                self.colours["38" if number < 100 else "48"] = BASIC[8 + number % 10]
            elif 1 <= number <= 9:
                self.marks.add(number)
            elif 22 <= number <= 29:
                self.marks -= {1, 2} if number == 22 else {number - 20}

    @staticmethod
    def extended(codes):
        kind = codes.pop(0)
        if kind == "5":
            return palette(int(codes.pop(0)))
        red, green, blue = (int(codes.pop(0)) for _ in range(3))
        return f"#{red:02x}{green:02x}{blue:02x}"

    def look(self):
        """Foreground, background, attributes."""
        fore, back = self.colours["38"] or FOREGROUND, self.colours["48"] or BACKGROUND
        if 7 in self.marks:
            fore, back = back, fore
        extra = ""
        extra += ' font-weight="bold"' if 1 in self.marks else ""
        extra += ' font-style="italic"' if 3 in self.marks else ""
        extra += ' text-decoration="underline"' if 4 in self.marks else ""
        return fore, back, extra


def width(text):
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def runs(line, style):
    """The pieces of a line, each with its column and style."""
    column = 0
    for part in re.split(r"(\x1b\[[0-9;:]*m)", line):
        if part.startswith("\x1b["):
            style.apply(part[2:-1])
        elif part:
            text = re.sub(r"\x1b\([A-Z0-9]|[\x00-\x1f]", "", part)
            yield column, text, style.look()
            column += width(text)


def svg(screen, title):
    lines = screen.rstrip("\n").split("\n")
    columns = max(width(re.sub(r"\x1b\[[0-9;:]*m", "", line)) for line in lines)
    across, down = (columns + 2) * WIDTH, (len(lines) + 1) * HEIGHT
    style, out = Style(), [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:.0f} {down}" '
        f'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{SIZE}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="6" fill="{BACKGROUND}"/>']
    for row, line in enumerate(lines):
        for column, text, (fore, back, extra) in runs(line, style):
            left, wide = (column + 1) * WIDTH, width(text) * WIDTH
            if back != BACKGROUND:
                out.append(f'<rect x="{left:g}" y="{row * HEIGHT + 8}" width="{wide:g}" '
                           f'height="{HEIGHT}" fill="{back}"/>')
            if text.strip():
                out.append(f'<text x="{left:g}" y="{row * HEIGHT + 21}" textLength="{wide:g}" '
                           f'fill="{fore}" xml:space="preserve"{extra}>{escape(text)}</text>')
    return "\n".join([*out, "</svg>", ""])
