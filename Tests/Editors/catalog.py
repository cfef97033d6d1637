"""A damaged catalog, and what an editor should show and save."""

import json
import os
import pathlib
import re
import subprocess

TOOL = pathlib.Path(os.environ["MDCATALOG"]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
EDITORS = ROOT / "Editors"
DAMAGED = pathlib.Path(__file__).with_name("catalog.md").read_text()

# In the middle of this list a modality is completed from its first letters,
LIST = "|CT, XRay |"
START, TYPED, LABEL = ", G", ", Gastro", "Gastroscopy"
# which this modality has not,
OTHER = "Ground-Penetrating Radar"
COMPLETED = f"|CT, {LABEL}, XRay |"
# the card of this term is shown,
TERM = "WSI"
# and this value is fixed by its quick fix.
MISSPELT = "Segmentaton"
FIXED = "Segmentation"


def plain(text):
    """The text without characters that some editors count in their own way."""
    return text.encode("ascii", "ignore").decode()


def edited(text):
    """The text after the steps of the test."""
    return text.replace(LIST, COMPLETED).replace(MISSPELT, FIXED)


def line_of(part):
    """The 1-based line of the first occurrence of a text."""
    return next(number for number, line in enumerate(DAMAGED.splitlines(), 1) if part in line)


def tool(*arguments, text):
    return subprocess.run(
        [TOOL, *arguments], input=text, capture_output=True, text=True, timeout=60).stdout


def formatted(text):
    return tool("format", "-", text=text)


def problems(text):
    """Line, first clause of the message, and code of each problem, sorted.

    Messages in an editor omit the clause that depends on other rows.
    """
    report = tool("check", "-", "--output-format", "json", text=text)
    return sorted(
        (problem["line"], problem["message"].split(";")[0], problem["code"])
        for problem in json.loads(report))


def definition(term):
    """The start of a modality's definition on its card."""
    vocabulary = json.loads((ROOT / "Grammar" / "vocabularies" / "modality.json").read_text())
    concept = next(c for c in vocabulary["concepts"] if c["prefLabel"] == term)
    return " ".join(concept["definition"].split()[:3])


def commands(readme, heading=None):
    """The shell commands below a heading of a README."""
    text = (EDITORS / readme / "README.md").read_text()
    if heading:
        text = re.split(r"^## ", text.split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.M)[0]
    return "".join(re.findall(r"```sh\n(.*?)```", text, flags=re.S))


class Home:
    """An empty home with the catalog in its own folder and the tool on the path."""

    def __init__(self, folder, text=DAMAGED):
        self.folder = folder
        self.text = text
        self.work = folder / "lists"
        self.catalog = self.work / "catalog.md"
        self.environment = dict(
            os.environ, HOME=str(folder), LC_ALL="C.UTF-8",
            PATH=f"{folder}/bin:/usr/local/bin:/usr/bin:/bin")
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "TMUX", "EDITOR"):
            self.environment.pop(name, None)
        self.work.mkdir()
        self.catalog.write_text(text)
        (folder / "bin").mkdir()
        (folder / "bin" / "mdcatalog").symlink_to(TOOL)

    def saved(self):
        """The text of the file; editors remove it for a moment when they save."""
        try:
            return self.catalog.read_text()
        except FileNotFoundError:
            return None

    def follow(self, readme, heading=None):
        """Runs the commands of a README."""
        script = commands(readme, heading)
        assert script, f"Editors/{readme}/README.md gives no commands"
        subprocess.run(
            ["sh", "-eu", "-c", script], cwd=EDITORS / readme, env=self.environment, check=True)
