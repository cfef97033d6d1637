"""Runs the executable under test."""

import json
import os
import subprocess

TOOL = os.environ["MDCATALOG"]
HEADER = "| Dataset | Description | Task | Modality | Dim. |\n| --- | --- | --- | --- | --- |\n"
GOOD = HEADER + "| [A](https://a.org) | Hands | Detection | CT | 2D |\n"
WRONG = HEADER + "| [A](https://a.org) | Hands | Detectoin | CT | 2D |\n"


def run(*arguments, text=None, folder=None, tool=TOOL, timeout=120, environment={}, **options):
    """Runs the tool with a text on stdin; output is in bytes."""
    data = text.encode() if isinstance(text, str) else text
    source = {} if "stdin" in options else {"input": data}
    return subprocess.run(
        [tool, *map(str, arguments)], cwd=folder, env={**os.environ, **environment}, timeout=timeout,
        **source, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options})


def problems(*arguments, **options):
    """The problems that a check reports."""
    return json.loads(run("check", "--output-format", "json", *arguments, **options).stdout)


def write(folder, files):
    """Writes files by name into a folder, and creates their folders."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def row(name, task="Detection", description="Hands"):
    """A row below `HEADER`."""
    return f"| [{name}](https://{name.lower()}.org) | {description} | {task} | CT | 2D |\n"
