"""`check --fix`: its changes, its report, and many problems at once."""

import json
import pathlib
import random
import resource
import subprocess

import pytest

from tool import GOOD, HEADER, TOOL, WRONG, problems, row, run, write

UNSAFE = GOOD + "| [Z](https://z.org) | x | Detection, MRI | CT | 2D |\n"
FIXTURE = pathlib.Path(__file__).parents[1] / "Fixtures" / "imaging-datasets.md"


def fixed(text, *arguments):
    return run("check", "-", *(arguments or ["--fix"]), text=text).stdout.decode()


SORT = ["--unsafe-fixes", "--select", "unsorted-row"]


@pytest.fixture
def sort(tmp_path):
    """The rows of a table after unsafe fixes have sorted it, since a schema asks for order."""
    fields = [{"name": name} for name in ["Description", "Task", "Modality", "Dim."]]
    key = {"name": "Dataset", "mdcatalog:key": True, "mdcatalog:sorted": True}
    write(tmp_path, {"sorted.json": json.dumps({"fields": [key, *fields]})})

    def sort(*rows):
        return fixed(HEADER + "".join(rows), *SORT, "--schema", tmp_path / "sorted.json")[len(HEADER):]
    return sort


def names(count):
    return [f"N{i:06}" for i in range(count)]


def test_unsafe_fixes_move_values():
    assert "| Detection | CT, MRI |" in fixed(UNSAFE, "--unsafe-fixes")
    assert fixed(UNSAFE) == UNSAFE


def test_fixing_twice_changes_nothing():
    once = fixed(FIXTURE.read_text())
    assert fixed(once) == once
    fixable = [p for p in problems("-", text=FIXTURE.read_text()) if p["fixable"]]
    assert fixable and not [p for p in problems("-", text=once) if p["fixable"]]


def test_fixed_problems_are_counted(tmp_path):
    write(tmp_path, {"a.md": WRONG + row("B", "Segmentaton"), "b.md": WRONG, "c.md": GOOD})
    done = run("check", "--fix", folder=tmp_path)
    assert done.stdout == b"Fixed 3 problems in 2 files.\nNo problems in 3 files.\n"
    assert run("check", "--fix", folder=tmp_path).stdout == b"No problems in 3 files.\n"
    done = run("check", "-", "--fix", text=WRONG)
    assert done.stderr == b"Fixed 1 problem in 1 file.\nNo problems in 1 file.\n"


def test_a_file_that_changed_meanwhile_is_kept(tmp_path):
    write(tmp_path, {"a.md": HEADER + "".join(row(name, "Detectoin") for name in names(20000))})
    with subprocess.Popen([TOOL, "check", "--fix", "a.md"], cwd=tmp_path, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as process:
        while f"{tmp_path}/a.md" not in str(open_files(process.pid)) and process.poll() is None:
            pass
        with open(tmp_path / "a.md", "a") as file:
            file.write("more\n")
        said = process.communicate()[1]
    text = (tmp_path / "a.md").read_text()
    assert text.endswith("more\n") or said == b""
    assert "Detectoin" not in text or b"changed since it was read" in said


def open_files(pid):
    """The paths that a process has open, as far as the system shows them."""
    folder = pathlib.Path(f"/proc/{pid}/fd")
    try:
        return [path.readlink() for path in folder.iterdir()]
    except OSError:
        return []


# MARK: Order

@pytest.mark.parametrize("order, sorted_order", [
    ("ACBD", "ABCD"), ("ABCDEFGHIJKLZM", "ABCDEFGHIJKLMZ"), ("MABCDEFGHIJKLNOPQ", "ABCDEFGHIJKLMNOPQ"),
    ("XYZABCDEFGHIJKLMNOPQRSTUVW", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ("BACDEFGHIJKLMNOPQSR", "ABCDEFGHIJKLMNOPQRS")])
def test_rows_are_sorted(order, sorted_order, sort):
    assert sort(*map(row, order)) == "".join(map(row, sorted_order))


def test_rows_inserted_at_one_place_are_sorted(sort):
    order = names(40)
    moved = order[:5] + order[8:30] + [order[7], order[6], order[5]] + order[30:]
    assert sort(*map(row, moved)) == "".join(map(row, order))


def test_sections_are_sorted_separately(sort):
    divider = "|  | **More** |  |  |  |\n"
    first, second = names(20), names(20)
    mixed = first[:3] + [first[4], first[3]] + first[5:]
    assert sort(*map(row, mixed), divider, *map(row, second)) == "".join(
        [*map(row, first), divider, *map(row, second)])


def test_a_silenced_row_stays(sort):
    silenced = row("Z").replace("2D |", "2D <!-- mdcatalog-ignore unsorted-row --> |")
    rows = [silenced, *map(row, "ABCDEFGHIJKL"), row("N"), row("M")]
    assert sort(*rows) == "".join([silenced, *map(row, "ABCDEFGHIJKLMN")])


def test_line_endings_stay_in_place():
    rows = [*map(row, "ZABCDEFGHIJK"), row("L").rstrip("\n")]
    text = HEADER.replace("\n", "\r\n") + "".join(rows).replace("\n", "\r\n")
    wanted = HEADER + "".join(map(row, "ABCDEFGHIJKLZ")).rstrip("\n")
    done = run("check", "-", *SORT, text=text).stdout.decode()
    assert done == wanted.replace("\n", "\r\n")


@pytest.mark.parametrize("shape", ["scattered", "displaced"])
def test_many_rows_out_of_order_are_moved_at_once(shape, sort):
    order = names(20000)
    random.seed(1)
    moved = order[9000:12000] + order[:9000] + order[12000:]
    if shape == "scattered":
        moved = order[:]
        for _ in range(800):
            moved.insert(random.randrange(len(moved)), moved.pop(random.randrange(len(moved))))
    assert sort(*map(row, moved)) == "".join(map(row, order))


# MARK: Size

def test_a_typo_in_each_of_many_rows():
    text = HEADER + "".join(row(name, "Detectoin") for name in names(100000))
    assert fixed(text) == text.replace("Detectoin", "Detection")


@pytest.mark.parametrize("output_format", ["text", "json", "github", "sarif", "junit"])
def test_memory_is_linear_in_the_list(output_format):
    text = HEADER + f"| [A](https://a.org) | Hands | Detection | {', '.join(['CT'] * 64000)} | 2D |\n"
    done = subprocess.run(
        [TOOL, "check", "-", "--output-format", output_format], input=text.encode(), capture_output=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)))
    assert done.returncode == 1 and done.stdout.count(b"duplicate-value") >= 63999
