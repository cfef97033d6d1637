"""Catalogs of fields that the built-in schema does not know, correct and damaged, each from a seed."""

import random
from dataclasses import dataclass, field


@dataclass
class Column:
    """A column: a name, a URL, a text, numbers, or terms with the delimiter of their list."""

    header: str
    kind: str
    terms: list[str] = field(default_factory=list)
    delimiter: str | None = None
    most: int = 1
    empty: float = 0.0
    low: int = 0
    high: int = 0


@dataclass
class Damage:
    """The damage of a row: its line, the expected rule, and words of which the message contains one."""

    line: int
    code: str
    words: list[str]


@dataclass
class Catalog:
    name: str
    columns: list[Column]
    rows: list[list[str]]
    damages: list[Damage] = field(default_factory=list)

    @property
    def text(self):
        head = [[column.header for column in self.columns], ["---"] * len(self.columns)]
        return "".join("| " + " | ".join(row) + " |\n" for row in head + self.rows)


SYLLABLES = "ka lo mi ru te sha vor qui zen bal dra nor pel ith uma gos cer".split()
WORDS = ("with from after early slow rich deep small quiet common open noted known warm cold "
         "found later mostly first long narrow").split()

PLANETS = [
    Column("Planet", "name"),
    Column("Class", "terms", ["Terrestrial", "Gas giant", "Ice giant", "Super-Earth", "Hot Jupiter",
                              "Hot Neptune", "Dwarf planet", "Rogue planet"]),
    Column("Atmosphere", "terms", ["Nitrogen", "Carbon dioxide", "Hydrogen", "Helium", "Methane",
                                   "Water vapour", "Argon", "Oxygen"], ", ", 3),
    Column("Found by", "terms", ["Transit", "Radial velocity", "Direct imaging", "Microlensing",
                                 "Astrometry", "Timing"]),
    Column("Rings", "terms", ["Yes", "No"]),
    Column("Year", "number", low=1990, high=2024),
    Column("Note", "text"),
]
RECIPES = [
    Column("Recipe", "link"),
    Column("Cuisine", "terms", ["Italian", "Mexican", "Japanese", "Ethiopian", "Lebanese", "Indian",
                                "Indonesian", "French", "Georgian"]),
    Column("Course", "terms", ["Starter", "Main dish", "Side dish", "Dessert", "Breakfast", "Drink"]),
    Column("Diet", "terms", ["Vegan", "Vegetarian", "Gluten-free", "Dairy-free", "Nut-free", "Low-carb"],
           "; ", 3, empty=0.1),
    Column("Difficulty", "terms", ["Easy", "Medium", "Hard"]),
    Column("Minutes", "number", low=5, high=240),
]
LICENCES = [
    Column("Licence", "link"),
    Column("Family", "terms", ["Permissive", "Weak copyleft", "Strong copyleft", "Public domain",
                               "Proprietary", "Source available"]),
    Column("Permissions", "terms", ["Commercial use", "Distribution", "Modification", "Patent use",
                                    "Private use"], ", ", 4),
    Column("Conditions", "terms", ["Licence notice", "State changes", "Disclose source",
                                   "Same licence", "Network disclosure"], ", ", 3, empty=0.15),
    Column("Approved", "terms", ["approved", "not approved", "pending"]),
    Column("Summary", "text"),
]
FIELDS = {"planets": PLANETS, "recipes": RECIPES, "licences": LICENCES}


def catalog(name, seed, row_count=None):
    """A correct catalog."""
    pick = random.Random(f"{name} {seed}")
    columns = FIELDS[name]
    names = set()
    rows = []
    row_count = row_count or pick.randint(60, 240)
    while len(rows) < row_count:
        title = "".join(pick.choice(SYLLABLES) for _ in range(pick.randint(2, 4))).capitalize()
        if title not in names:
            names.add(title)
            rows.append([_cell(pick, column, title) for column in columns])
    return Catalog(name, columns, rows)


def _cell(pick, column, title):
    if pick.random() < column.empty:
        return ""
    if column.kind == "name":
        return title
    if column.kind == "link":
        return f"[{title}](https://{title.lower()}.example/{pick.randint(1, 99)})"
    if column.kind == "number":
        return str(pick.randint(column.low, column.high))
    if column.kind == "text":
        return " ".join(pick.choice(WORDS) for _ in range(pick.randint(4, 9))).capitalize()
    # As in real lists, the first terms are frequent and the last are rare.
    weights = [1 / (place + 1) for place in range(len(column.terms))]
    chosen = []
    for term in pick.choices(column.terms, weights, k=pick.randint(1, column.most)):
        if term not in chosen:
            chosen.append(term)
    return (column.delimiter or "").join(chosen)


def damaged(name, seed, share=0.06):
    """A catalog with typos, swapped cells and missing cells, at most one in a row."""
    made = catalog(name, seed)
    pick = random.Random(f"damage {name} {seed}")
    vocabulary = [index for index, column in enumerate(made.columns) if column.kind == "terms"]
    for index in pick.sample(range(len(made.rows)), max(3, int(len(made.rows) * share))):
        done = None
        while not done:
            damage = pick.choice([_misspell, _trade, _leave_out])
            done = damage(pick, made, made.rows[index], vocabulary)
        made.damages.append(Damage(index + 3, *done))
    return made


def _misspell(pick, made, row, vocabulary):
    column = pick.choice([one for one in vocabulary if row[one]])
    delimiter = made.columns[column].delimiter
    values = row[column].split(delimiter) if delimiter else [row[column]]
    place = pick.randrange(len(values))
    term = values[place]
    if sum(letter.isalpha() for letter in term) < 5:
        return None
    at = pick.choice([index for index in range(1, len(term) - 1) if term[index].isalpha()])
    letter = pick.choice("abcdefghijklmnopqrstuvwxyz")
    slip = pick.choice([
        term[:at] + term[at + 1:], term[:at] + term[at] + term[at:], term[:at] + letter + term[at:],
        term[:at] + term[at + 1] + term[at] + term[at + 2:], term[:at] + letter + term[at + 1:]])
    if slip == term or slip.lower() == term.lower() or slip in made.columns[column].terms:
        return None
    values[place] = slip
    row[column] = (delimiter or "").join(values)
    return "unknown-value", [f"“{term}”"]


def _trade(pick, made, row, vocabulary):
    one, other = sorted(pick.sample([index for index in vocabulary if row[index]], 2))
    row[one], row[other] = row[other], row[one]
    return "misplaced-value", ["each other's column"]


def _leave_out(pick, made, row, vocabulary):
    column = pick.randrange(len(row))
    # Next to an empty cell it does not matter which of the two is missing: the fixed row is the same.
    same = [column]
    for step in (-1, 1):
        place = column + step
        while 0 <= place < len(row) and row[place] == "":
            same.append(place)
            place += step
    del row[column]
    return "missing-cell", [f"“{made.columns[place].header}”" for place in same]


if __name__ == "__main__":
    import sys
    print(damaged(sys.argv[1], int(sys.argv[2])).text, end="")
