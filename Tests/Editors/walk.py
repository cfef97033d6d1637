"""The steps of the test, the same in every editor."""

import os
import pathlib
import time

import catalog


def walk_through(driver, name):
    """Shows problems, completes, shows a card, fixes and saves; checks the saved file."""
    text = catalog.edited(driver.home.text)
    saved = catalog.formatted(text)
    pictures = pathlib.Path(os.environ.get("MDCATALOG_PICTURES") or driver.home.folder)
    try:
        driver.assert_diagnostics()
        driver.complete(pictures / f"{name}.svg")
        driver.hover(catalog.definition(catalog.TERM))
        driver.fix()
        driver.until("the edits", lambda: driver.has(text))
        driver.save()
        driver.until("the saved file", lambda: driver.home.saved() == saved)
        time.sleep(0.2)
        assert driver.home.catalog.read_bytes() == saved.encode()
    finally:
        driver.close()
