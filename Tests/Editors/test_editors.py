"""Debian 12's editors open a damaged catalog, show what is wrong, complete, mend and save.

Each is set up by the commands that its README gives, from an empty home.
"""

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
