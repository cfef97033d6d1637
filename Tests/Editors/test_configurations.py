"""The files for editors are well-formed, also for editors that are not tested."""

import json
import re
import shutil
import subprocess
import tomllib

import catalog
import pytest

EDITORS = catalog.EDITORS
CODE = EDITORS / "vscode"
FOLDERS = sorted(path.name for path in EDITORS.iterdir()
                 if path.is_dir() and path.name != "pictures")


@pytest.mark.parametrize("path", sorted(EDITORS.rglob("*.json")), ids=str)
def test_json(path):
    assert json.loads(path.read_text())


@pytest.mark.parametrize("path", sorted(EDITORS.rglob("*.toml")), ids=str)
def test_toml(path):
    assert tomllib.loads(path.read_text())


@pytest.mark.parametrize("name", FOLDERS)
def test_readmes_are_short_and_their_pictures_exist(name):
    folder = EDITORS / name
    text = (folder / "README.md").read_text()
    assert len(text.splitlines()) <= 60
    assert "What you see" in text and "To check that it works" in text
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text):
        assert (folder / picture).exists(), picture
    assert f"({name}/README.md)" in (EDITORS / "README.md").read_text()


@pytest.mark.parametrize("name", FOLDERS)
def test_configurations_start_the_server(name):
    files = [path for path in (EDITORS / name).rglob("*") if path.is_file()
             and path.name not in ("README.md", ".gitignore", ".vscodeignore")]
    text = "".join(path.read_text() for path in files)
    assert re.search(r"mdcatalog[\"']?,? [\[(]?[\"']?lsp|args[\"']?(:| =) \[[\"']lsp|%e lsp"
                     r"|\"lsp\"|'lsp'", text), files


def test_kakoune_reads_its_file(tmp_path):
    """Real Kakoune with an empty imitation of its language client, which is in no Debian suite."""
    if not shutil.which("kak"):
        pytest.skip("not run: kakoune is not there")
    home = catalog.Home(tmp_path)
    (tmp_path / "bin" / "kak-lsp").write_text(
        "#!/bin/sh\necho 'declare-option str lsp_servers'\n"
        "for name in lsp-enable-window lsp-formatting-sync; do"
        " echo \"define-command $name nop\"; done\n"
        "echo 'define-command lsp-inlay-diagnostics-enable -params 1 nop'\n")
    (tmp_path / "bin" / "kak-lsp").chmod(0o755)
    home.follow("kakoune")
    said = tmp_path / "debug.txt"
    file = home.folder / ".config" / "kak" / "autoload" / "mdcatalog.kak"
    subprocess.run(
        ["kak", "-n", "-ui", "dummy", "-e", f"source {file}; set-option buffer filetype markdown;"
         f" write -force; echo -to-file {tmp_path}/servers %opt{{lsp_servers}};"
         f" buffer *debug*; write {said}; quit!", home.catalog],
        env=home.environment, timeout=20, check=True, stdin=subprocess.DEVNULL)
    assert "error" not in said.read_text()
    assert "[mdcatalog]" in (tmp_path / "servers").read_text()


def manifest():
    return json.loads((CODE / "package.json").read_text())


def test_extension_s_script_is_well_formed():
    if not shutil.which("node"):
        pytest.skip("not run: node is not there")
    subprocess.run(["node", "--check", CODE / "extension.js"], check=True)


def test_manifest_has_the_properties_for_packaging():
    """The properties that `vsce package` requires or warns about."""
    values = manifest()
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", values["name"])
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]*", values["publisher"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", values["version"])
    assert re.fullmatch(r"\^\d+\.\d+\.\d+", values["engines"]["vscode"])
    assert values["displayName"] and values["description"] and values["license"]
    assert values["repository"]["url"].startswith("https://")
    assert (CODE / values["main"]).exists() and (CODE / "README.md").exists()
    assert list(values["dependencies"]) == ["vscode-languageclient"]
    assert values["activationEvents"]
    assert set(values["categories"]) <= {
        "Linters", "Formatters", "Programming Languages", "Snippets", "Other"}
    assert len(values["keywords"]) <= 30


def test_manifest_s_files_are_copied_before_packaging():
    values = manifest()["contributes"]
    copied = re.findall(r"\.\./\.\./(\S+)", manifest()["scripts"]["vscode:prepublish"])
    names = {path.rsplit("/", 1)[-1] for path in copied}
    for path in copied:
        assert (CODE / "../.." / path).resolve().exists(), path
    for part in [values["grammars"][0]["path"], values["jsonValidation"][0]["url"]]:
        assert part.rsplit("/", 1)[-1] in names


def test_manifest_changes_no_settings_of_other_files():
    assert "configurationDefaults" not in manifest()["contributes"]


def test_manifest_s_commands_are_in_the_script():
    script = (CODE / "extension.js").read_text()
    assert sorted(command["command"] for command in manifest()["contributes"]["commands"]) == (
        sorted(re.findall(r"registerCommand\('([^']+)'", script)))


def test_manifest_s_settings_are_read():
    """By the script, by the client library (its trace), or by the server."""
    script = (CODE / "extension.js").read_text()
    settings = manifest()["contributes"]["configuration"]["properties"]
    assert set(settings) == {"mdcatalog.trace.server"} | {
        f"mdcatalog.{name}" for name in re.findall(r"settings\.get\('([^']+)'", script)}
    for name, setting in settings.items():
        assert setting.get("description") or setting.get("markdownDescription"), name
        assert "default" in setting and "type" in setting, name
        assert f"`{name}`" in (CODE / "README.md").read_text(), name
    asked = re.search(r"initializationOptions: \{([^}]*)\}", script).group(1)
    server = "".join(path.read_text() for path in (catalog.ROOT / "Sources").rglob("*.swift"))
    for name in re.findall(r"(\w+):", asked):
        assert f'"{name}"' in server, f"the server reads no {name}"
