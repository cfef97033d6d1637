"""Programs of a newer Debian suite, unpacked in a folder and run from there.

apt downloads the packages and checks their signatures. They are unpacked but not installed, without
chroot or mounts, so the machine is not changed. A program runs through the loader of its suite.
Programs that it starts, such as the language server, are those of the machine.
"""

import pathlib
import platform
import subprocess

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


class NotFetched(Exception):
    """The packages of a suite cannot be downloaded."""


def mirror():
    """The Debian mirror of this machine."""
    try:
        return subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages",
             "Label: Debian"], capture_output=True, text=True).stdout.split()[0]
    except (OSError, IndexError):
        raise NotFetched("this machine has no list of Debian's packages") from None


class Suite:
    def __init__(self, name, folder):
        self.name = name
        self.folder = pathlib.Path(folder).resolve() / name
        self.root = self.folder / "root"

    def apt(self, *arguments, timeout=900):
        state = self.folder / "apt"
        command = ["apt-get", "-qq", "-o", "APT::Install-Recommends=false",
                   "-o", f"Dir::Etc::sourcelist={state}/sources.list",
                   "-o", "Dir::Etc::sourceparts=/dev/null", "-o", f"Dir::State={state}",
                   "-o", f"Dir::State::status={state}/status", "-o", f"Dir::Cache={state}",
                   "-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=2",
                   "-o", "Acquire::http::Timeout=20", *arguments]
        try:
            done = subprocess.run(
                command, cwd=self.folder, capture_output=True, text=True, timeout=timeout,
                stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired:
            raise NotFetched(f"{self.name}: {' '.join(arguments)}: too slow") from None
        if done.returncode != 0:
            raise NotFetched(f"{self.name}: {' '.join(arguments)}: {done.stderr.strip()[-400:]}")

    def update(self):
        """Downloads the package lists of the suite once."""
        state = self.folder / "apt"
        if (state / "updated").exists():
            return
        for part in ("lists/partial", "archives/partial"):
            (state / part).mkdir(parents=True, exist_ok=True)
        (state / "status").touch()
        (state / "sources.list").write_text(
            f"deb [signed-by={KEYRING}] {mirror()} {self.name} main\n"
            f"deb-src [signed-by={KEYRING}] {mirror()} {self.name} main\n")
        self.apt("update")
        (state / "updated").touch()

    def unpack(self, *packages):
        """Downloads and unpacks packages with their dependencies, once for each set."""
        done = self.folder / ("unpacked-" + "+".join(packages))
        if done.exists():
            return
        if platform.machine() != "x86_64":
            raise NotFetched("a suite's programs are started on x86-64 only")
        self.update()
        self.apt("install", "--download-only", "-y", *packages)
        self.root.mkdir(exist_ok=True)
        for archive in sorted((self.folder / "apt" / "archives").glob("*.deb")):
            if not (self.folder / "apt" / (archive.name + ".unpacked")).exists():
                subprocess.run(["dpkg-deb", "-x", archive, self.root], check=True)
                (self.folder / "apt" / (archive.name + ".unpacked")).touch()
        done.touch()

    def source(self, package):
        """The folder with the original files of a source package."""
        folder = self.folder / "source" / package
        if not folder.exists():
            self.update()
            self.apt("source", "--tar-only", "--download-only", package)
            archive = next(self.folder.glob(f"{package}_*.orig.tar.*"))
            folder.mkdir(parents=True)
            subprocess.run(
                ["tar", "xf", archive, "-C", folder, "--strip-components=1"], check=True)
        return folder

    def libraries(self):
        folder = self.root / "usr/lib/x86_64-linux-gnu"
        folders = [folder, folder / "libproxy", folder / "pulseaudio"]
        return ":".join(str(folder) for folder in folders if folder.exists())

    def command(self, program):
        """The start of a command line that runs a program of the suite."""
        return [str(self.root / "usr/lib64/ld-linux-x86-64.so.2"),
                "--library-path", self.libraries(), str(self.root / program)]


def one(pattern, root):
    return next(pathlib.Path(root).glob(pattern))


def neovim(suite):
    """The command of Neovim, and the variables for its files."""
    site = f"set rtp+={suite.root}/usr/lib/nvim"
    return [*suite.command("usr/bin/nvim"), "--cmd", site], {
        "VIMRUNTIME": suite.root / "usr/share/nvim/runtime"}


def vim(suite):
    vimfiles = suite.root / "usr/share/vim/vimfiles"
    return [*suite.command("usr/bin/vim.nox"), "--cmd", f"set packpath+={vimfiles}"], {
        "VIMRUNTIME": one("vim9*", suite.root / "usr/share/vim")}


def helix(suite):
    return suite.command("usr/bin/hx"), {"HELIX_RUNTIME": suite.root / "usr/lib/hx/runtime"}


def emacs(suite):
    """Emacs with the sources of its packages on the load path."""
    share = suite.root / "usr/share/emacs"
    dump = one("*/*/emacs-*.pdmp", suite.root / "usr/libexec/emacs")
    version = dump.parents[1].name
    lisp = share / version / "lisp"
    folders = [lisp, *(folder for folder in lisp.rglob("*") if folder.is_dir()),
               *(share / "site-lisp" / "elpa-src").iterdir()]
    return [*suite.command("usr/bin/emacs-nox"), f"--dump-file={dump}"], {
        "EMACSLOADPATH": ":".join(map(str, folders)), "EMACSDATA": share / version / "etc",
        "EMACSDOC": share / version / "etc"}


def kate(suite):
    libraries = suite.root / "usr/lib/x86_64-linux-gnu"
    return suite.command("usr/bin/kate"), {
        "QT_PLUGIN_PATH": str(libraries / "qt6/plugins"),
        "XDG_DATA_DIRS": str(suite.root / "usr/share")}
