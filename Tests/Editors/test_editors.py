"""The editors of Debian 12 open a damaged catalog, show its problems, complete, fix and save.

Each starts from an empty home and is set up by the commands of its README.
"""

import os
import pathlib

import catalog
import drivers
import pytest
from walk import walk_through

EDITORS = {
    "neovim": (drivers.OlderNeovim, ["nvim"]),
    "vim-ale": (drivers.VimALE, ["vim"]),
    "emacs-eglot": (drivers.EmacsEglot, ["emacs"]),
    "emacs-lsp-mode": (drivers.EmacsLspMode, ["emacs"]),
}


@pytest.mark.parametrize("name", EDITORS)
def test_debian_12(name, tmp_path):
    kind, program = EDITORS[name]
    walk_through(kind(tmp_path, program), name)


@pytest.mark.parametrize("name, shut_down", [
    ("emacs-eglot", "(eglot-shutdown (eglot-current-server))"),
    ("emacs-lsp-mode", "(lsp-workspace-shutdown (car (lsp-workspaces)))")])
def test_emacs_saves_without_a_server(name, shut_down, tmp_path):
    kind, program = EDITORS[name]
    driver = kind(tmp_path, program)
    try:
        driver.assert_diagnostics()
        driver.ask(f"(progn {shut_down} t)")
        driver.until("no server", lambda: driver.ask(
            "(if (or (bound-and-true-p eglot--managed-mode) (bound-and-true-p lsp-managed-mode)) 1 2)") == 2)
        driver.terminal.keys("M-<")
        driver.terminal.type("x")
        driver.save()
        driver.until("the saved file", lambda: driver.home.saved() == "x" + driver.home.text)
        said = driver.ask("(with-current-buffer (messages-buffer) (buffer-string))")
        assert "rror" not in said.split("Shutdown")[-1], said
    finally:
        driver.close()


@pytest.mark.skipif(
    "MDCATALOG_VIM_LSP" not in os.environ,
    reason="not run: vim-lsp is in no Debian suite; MDCATALOG_VIM_LSP names its folder")
def test_vim_lsp(tmp_path):
    plugin = os.environ["MDCATALOG_VIM_LSP"]
    walk_through(drivers.VimLsp(tmp_path, ["vim", "--cmd", f"set rtp^={plugin}"]), "vim-lsp")


@pytest.mark.parametrize("name", EDITORS)
@pytest.mark.skipif("MDCATALOG_SEED" not in os.environ, reason="MDCATALOG_SEED names no catalog")
def test_another_catalog_is_shown(name, tmp_path):
    """All problems of a real list are shown."""
    kind, program = EDITORS[name]
    text = pathlib.Path(os.environ["MDCATALOG_SEED"]).read_text()
    driver = kind(tmp_path, program, text)
    try:
        driver.assert_diagnostics()
    finally:
        driver.close()
