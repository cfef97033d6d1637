"""Editors of newer Debian suites pass the same test as those of Debian 12.

Their packages are fetched, a gigabyte, into `MDCATALOG_SUITES`. `MDCATALOG_NEW_EDITORS` is how
many seconds this may take in all; an editor that cannot be had or comes too late is skipped, and
the summary says that it was not run.
"""

import os
import shutil
import time

import catalog
import drivers
import kate
import pytest
import suite
from walk import walk_through

FOLDER = os.environ.get("MDCATALOG_SUITES") or catalog.ROOT / ".build-editors"
SECONDS = float(os.environ.get("MDCATALOG_NEW_EDITORS") or 0)
END = time.monotonic() + SECONDS

TRIXIE, FORKY = suite.Suite("trixie", FOLDER), suite.Suite("forky", FOLDER)
PACKAGES = ["neovim", "hx", "emacs-nox", "elpa-lsp-mode", "elpa-markdown-mode", "vim-nox",
            "vim-ale"]

EDITORS = {
    "neovim-0.10": (TRIXIE, suite.neovim, drivers.AttachedOlderNeovim),
    "helix-25.01": (TRIXIE, suite.helix, drivers.Helix),
    "vim-ale-4": (TRIXIE, suite.vim, drivers.VimALE),
    "emacs-30.1-eglot": (TRIXIE, suite.emacs, drivers.NewerEmacsEglot),
    "emacs-30.1-lsp-mode": (TRIXIE, suite.emacs, drivers.NewerEmacsLspMode),
    "neovim-0.12": (FORKY, suite.neovim, drivers.AttachedNeovim),
    "helix": (FORKY, suite.helix, drivers.Helix),
    "emacs-30.2-eglot": (FORKY, suite.emacs, drivers.NewerEmacsEglot),
    "emacs-30.2-lsp-mode": (FORKY, suite.emacs, drivers.LatestEmacsLspMode),
}


def unpacked(packages, names):
    """Unpacks packages of a suite, or skips without time or network."""
    if time.monotonic() > END:
        pytest.skip("not run: MDCATALOG_NEW_EDITORS gives no time (left)")
    try:
        packages.unpack(*names)
    except suite.NotFetched as failure:
        pytest.skip(f"not run: {failure}")


@pytest.mark.parametrize("name", EDITORS)
def test_newer(name, tmp_path, monkeypatch):
    packages, program, kind = EDITORS[name]
    unpacked(packages, PACKAGES)
    command, environment = program(packages)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, str(value))
    walk_through(kind(tmp_path, command), name)


def test_kate(tmp_path):
    missing = [name for name in ("Xvfb", "openbox", "xdotool", "scrot", "dbus-run-session")
               if not shutil.which(name)]
    if missing:
        pytest.skip(f"not run: {', '.join(missing)} is not there")
    unpacked(FORKY, ["kate"])
    walk_through(kate.Kate(tmp_path, *suite.kate(FORKY)), "kate")
