"""The extension for Visual Studio Code with its real client library.

The library is Debian's source package, bundled by Debian's esbuild and run on node; the `vscode`
module is an imitation (`vscode/api.js`), so the editor's own interface is not tested here.
"""

import json
import os
import pathlib
import shutil
import subprocess

import catalog
import pytest
import suite

HERE = pathlib.Path(__file__).parent / "vscode"
EXTENSION = catalog.EDITORS / "vscode"
FOLDER = os.environ.get("MDCATALOG_SUITES") or catalog.ROOT / ".build-editors"


def library():
    """The client library's source."""
    missing = [name for name in ("node", "esbuild") if not shutil.which(name)]
    if missing:
        pytest.skip(f"not run: {', '.join(missing)} is not there")
    try:
        return suite.Suite("trixie", FOLDER).source("node-vscode-lsp")
    except suite.NotFetched as failure:
        pytest.skip(f"not run: {failure}")


def lay_modules(folder, source):
    """Modules by the names that the library imports."""
    modules = {
        "vscode/index": HERE / "api.js",
        "vscode-languageclient/node": source / "client/src/node/main.ts",
        "vscode-languageserver-protocol/index": source / "protocol/src/node/main.ts",
        "vscode-languageserver-protocol/node": source / "protocol/src/node/main.ts",
        "vscode-languageserver-types/index": source / "types/src/main.ts",
        "vscode-jsonrpc/index": source / "jsonrpc/src/node/main.ts",
        "vscode-jsonrpc/node": source / "jsonrpc/src/node/main.ts",
    }
    for name, target in modules.items():
        module = folder / "node_modules" / f"{name}.js"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(f"module.exports = require({json.dumps(str(target))});\n")


def bundle(folder, source):
    lay_modules(folder, source)
    for file in (EXTENSION / "extension.js", HERE / "drive.js"):
        shutil.copy(file, folder)
    subprocess.run(
        ["esbuild", "drive.js", "--bundle", "--platform=node", "--target=es2020", "--outfile=bundle.js",
         "--log-level=error"], cwd=folder, check=True,
        env=dict(os.environ, NODE_PATH=f"{folder}/node_modules:/usr/share/nodejs"))
    return folder / "bundle.js"


def test_extension(tmp_path):
    program = bundle(tmp_path, library())
    home = catalog.Home(tmp_path)
    done = subprocess.run(
        ["node", program, home.catalog, catalog.TOOL, catalog.LIST, catalog.TYPED,
         catalog.COMPLETED, catalog.TERM, catalog.MISSPELT, catalog.FIXED],
        env=home.environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert not seen["startedEarly"]
    assert sorted((line, message.split(";")[0], code)
                  for line, message, code, _ in seen["diagnostics"]) == catalog.problems(home.text)
    assert catalog.MISSPELT in [part for *_, part in seen["diagnostics"]]
    assert seen["completions"][0] == catalog.LABEL
    assert catalog.definition(catalog.TERM) in seen["hover"]
    assert any(catalog.FIXED in title for title in seen["actions"])
    assert seen["before"] == catalog.edited(home.text)
    assert home.catalog.read_bytes() == catalog.formatted(seen["before"]).encode()
    assert seen["formats"] == [True, False] and seen["formatsAfterRestart"]
    assert seen["symbols"] and not seen["shown"]
