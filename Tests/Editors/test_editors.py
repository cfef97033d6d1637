"""Real editors open a damaged catalog, show what is wrong, complete, mend, format on save.

Each is set up by the commands that its README gives, from an empty home.
"""

import os
import pathlib
import time

import catalog
import drivers
import pytest

PICTURES = os.environ.get("MDCATALOG_PICTURES")

DEBIAN_12 = {
    "neovim": (drivers.Neovim, ["nvim"], "0.7 to 0.10"),
    "vim-ale": (drivers.VimALE, ["vim"], None),
    "emacs-eglot": (drivers.EmacsEglot, ["emacs"], None),
    "emacs-lsp-mode": (drivers.EmacsLspMode, ["emacs"], None),
}


def picture(name, folder):
    return pathlib.Path(PICTURES or folder) / f"{name}.svg"


def walk_through(driver, name, folder):
    """What a person does in a list, the same in every editor."""
    text = catalog.edited(driver.home.text)
    saved = catalog.formatted(text)
    catalog.assert_shows(driver.wait_for_diagnostics(), driver.home.text)
    driver.complete(picture(name, folder))
    driver.hover(catalog.definition(catalog.TERM))
    driver.fix()
    driver.until("the edits", lambda: driver.text() == text)
    driver.save()
    driver.until("the saved file", lambda: driver.home.catalog.read_text() == saved)
    time.sleep(0.2)
    assert driver.home.catalog.read_bytes() == saved.encode()


@pytest.mark.parametrize("name", DEBIAN_12)
def test_debian_12(name, tmp_path):
    kind, program, heading = DEBIAN_12[name]
    if heading:
        kind = type(kind.__name__, (kind,), {"heading": heading})
    driver = kind(tmp_path, program)
    try:
        walk_through(driver, name, tmp_path)
    finally:
        driver.close()
