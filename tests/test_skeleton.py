"""The outside of the house: run.sh in a sandbox without network, the packages that are built, the safety net.

run.sh meets a system made of stand-ins: every program it may call is a few lines of shell that write down how
they were called, and nothing else is on PATH. What it does on a bare Debian is what it does here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
USES = ("sh", "cat", "cksum", "dirname", "grep", "mkdir", "rm", "tr", "cp", "chmod")

# A Python of any version: -c answers for the version and the modules asked about, -m venv copies itself,
# everything else (pip, pytest, the program) is written down with its arguments, its folder and its platform.
PYTHON = """#!/bin/sh
case "$*" in
    *'import sys; sys.exit'*) [ ! -e "$SANDBOX/old-python" ] ;;
    *'import ensurepip, venv'*) [ ! -e "$SANDBOX/no-venv" ] ;;
    *'import pip'*) [ ! -e "${0%/*}/broken" ] ;;
    '-m venv '*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && echo "venv" >>"$SANDBOX/calls" ;;
    *)
        { printf '%s' "${0##*/}"; printf ' [%s]' "$@"; echo; } >>"$SANDBOX/calls"
        { echo "$PWD"; echo "${QT_QPA_PLATFORM-}"; } >"$SANDBOX/last"
        case "$*" in *'pip install'*) [ ! -e "$SANDBOX/no-network" ] ;; *) exit "${STATUS-0}" ;; esac ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$SANDBOX/calls"
echo 'Reading package lists...'
[ ! -e "$SANDBOX/no-network" ]
"""


class Sandbox:
    """A checkout in a folder with spaces, and a system that holds everything until a test takes it away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.checkout = folder / "a check out"
        self.venv = self.checkout / ".venv"
        for place in (self.bin, self.checkout):
            place.mkdir()
        for name in ("run.sh", "pyproject.toml"):
            shutil.copy(ROOT / name, self.checkout)
        for name in USES:
            found = shutil.which(name)
            assert found is not None
            (self.bin / name).symlink_to(found)
        self.program("python3", PYTHON)
        self.program("uname", "#!/bin/sh\necho Linux\n")
        self.program("id", "#!/bin/sh\necho 1000\n")
        self.program("fc-list", "#!/bin/sh\necho 'Some Sans'\n")
        for name in ("Xvfb", "xauth", "xdotool", "pdftoppm"):
            self.program(name, "#!/bin/sh\n")
        self.libraries(without="")

    def program(self, name: str, text: str) -> None:
        path = self.bin / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def libraries(self, without: str) -> None:
        """Makes ldconfig know every library of run.sh's table but those named."""
        table = (ROOT / "run.sh").read_text(encoding="utf-8").split("libraries='\n")[1].split("'")[0]
        names = [line.split()[0] for line in table.splitlines()]
        lines = [f"\t{name} (libc6,x86-64) => /lib/{name}" for name in names if name not in without.split()]
        (self.folder / "ldconfig").write_text("\n".join(lines), encoding="utf-8")
        self.program("ldconfig", '#!/bin/sh\ncat "$SANDBOX/ldconfig"\n')

    def become_root_with_apt(self) -> None:
        self.program("id", "#!/bin/sh\necho 0\n")
        self.program("apt-get", APT)

    def say(self, fact: str) -> None:
        (self.folder / fact).touch()

    def unsay(self, fact: str) -> None:
        (self.folder / fact).unlink()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        (self.folder / "calls").write_text("", encoding="utf-8")
        return subprocess.run(
            ["/bin/sh", str(self.checkout / "run.sh"), *arguments],
            cwd=self.folder,
            env={"PATH": str(self.bin), "SANDBOX": str(self.folder), **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text(encoding="utf-8").splitlines()

    @property
    def last(self) -> list[str]:
        """Folder and Qt platform that the last Python was started with."""
        return (self.folder / "last").read_text(encoding="utf-8").splitlines()


PYTEST = "python [-m] [pytest] [-n] [auto] [--dist] [worksteal]"
INSTALL = "python [-m] [pip] [install] [--quiet] [--disable-pip-version-check] [--editable] [{}]"
START = "python [-P] [-m] [convviz]"


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    if os.name == "nt":
        pytest.skip("run.sh is for systems with a POSIX shell")
    return Sandbox(tmp_path)


def test_first_run_makes_an_environment_and_starts_the_program(sandbox: Sandbox) -> None:
    done = sandbox.run("apply", "my photo.jpg", "-k", "sobel-x")
    assert done.returncode == 0
    assert done.stdout == ""  # what the program prints is all there is on it
    assert sandbox.calls == ["venv", INSTALL.format("."), f"{START} [apply] [my photo.jpg] [-k] [sobel-x]"]
    assert sandbox.last == [str(sandbox.folder), ""]  # in the caller's folder, on the caller's screen


def test_second_run_installs_nothing(sandbox: Sandbox) -> None:
    sandbox.run()
    done = sandbox.run("--help")
    assert sandbox.calls == [f"{START} [--help]"]
    assert done.stderr == ""


def test_changed_project_is_installed_again_in_the_same_environment(sandbox: Sandbox) -> None:
    sandbox.run()
    with (sandbox.checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# one more line\n")
    sandbox.run()
    assert sandbox.calls == [INSTALL.format("."), START]


def test_moved_checkout_is_installed_again(sandbox: Sandbox) -> None:
    sandbox.run()
    sandbox.checkout = sandbox.checkout.rename(sandbox.folder / "elsewhere")
    sandbox.run()
    assert sandbox.calls == [INSTALL.format("."), START]


def test_tests_run_without_a_screen_and_their_status_passes_through(sandbox: Sandbox) -> None:
    done = sandbox.run("test", "-k", "a b", STATUS="3")
    assert done.returncode == 3
    assert sandbox.calls == ["venv", INSTALL.format(".[dev]"), f"{PYTEST} [-k] [a b]"]
    assert sandbox.last == [str(sandbox.checkout), "offscreen"]
    sandbox.run("test", QT_QPA_PLATFORM="xcb")
    assert sandbox.calls == [PYTEST]
    assert sandbox.last == [str(sandbox.checkout), "xcb"]


def test_what_tests_need_is_installed_when_tests_are_asked_for(sandbox: Sandbox) -> None:
    sandbox.run()
    sandbox.run("test")
    assert sandbox.calls == [INSTALL.format(".[dev]"), PYTEST]
    sandbox.run()
    assert sandbox.calls == [START]


@pytest.mark.parametrize("damage", ["unfinished", "bin/broken"])
def test_half_made_environment_is_made_anew(sandbox: Sandbox, damage: str) -> None:
    sandbox.run()
    (sandbox.venv / damage).touch()
    sandbox.run()
    assert sandbox.calls == ["venv", INSTALL.format("."), START]
    assert not (sandbox.venv / damage).exists()


def test_failed_installation_ends_the_run_and_is_repeated_by_the_next(sandbox: Sandbox) -> None:
    sandbox.say("no-network")
    done = sandbox.run()
    assert done.returncode == 1
    assert sandbox.calls == ["venv", INSTALL.format(".")]
    assert done.stderr.endswith("run.sh: Python packages could not be installed; the reason is above\n")
    sandbox.unsay("no-network")
    sandbox.run()
    assert sandbox.calls == ["venv", INSTALL.format("."), START]


def test_root_installs_just_what_is_missing(sandbox: Sandbox) -> None:
    sandbox.become_root_with_apt()
    sandbox.libraries(without="libEGL.so.1 libxcb-cursor.so.0")
    sandbox.program("fc-list", "#!/bin/sh\n")
    done = sandbox.run()
    update, install = sandbox.calls[:2]
    assert update == "apt-get --quiet update"
    assert install.endswith(" install libegl1 libxcb-cursor0 fonts-dejavu-core fonts-wqy-microhei")
    assert "Reading package lists" not in done.stdout + done.stderr
    assert sandbox.calls[-1] == START


def test_root_asks_for_nothing_when_nothing_is_missing(sandbox: Sandbox) -> None:
    sandbox.become_root_with_apt()
    sandbox.run("test")
    assert not [call for call in sandbox.calls if call.startswith("apt-get")]


def test_tests_need_a_screen_of_their_own(sandbox: Sandbox) -> None:
    sandbox.become_root_with_apt()
    for name in ("Xvfb", "xauth", "xdotool", "pdftoppm"):
        (sandbox.bin / name).unlink()
    sandbox.run("test")
    assert sandbox.calls[1].endswith(" install xvfb xauth xdotool poppler-utils")
    sandbox.run()
    assert sandbox.calls == [START]


def test_failing_apt_is_shown_and_the_program_started(sandbox: Sandbox) -> None:
    sandbox.run()
    sandbox.become_root_with_apt()
    sandbox.libraries(without="libxcb-cursor.so.0")
    sandbox.say("no-network")
    done = sandbox.run()
    assert "Reading package lists..." in done.stderr
    assert done.stderr.endswith("run.sh: please type: apt-get install libxcb-cursor0\n")
    assert sandbox.calls[-1] == START


@pytest.mark.parametrize(
    ("programs", "words"),
    [
        (["apt-get", "sudo"], "please type: sudo apt-get install libegl1 libxcb-cursor0\n"),
        (["apt-get"], "please type: su -c 'apt-get install libegl1 libxcb-cursor0'\n"),
        ([], "libegl1 libxcb-cursor0; please install them with this system's package manager\n"),
    ],
)
def test_user_is_told_in_one_line_and_the_program_started(
    sandbox: Sandbox, programs: list[str], words: str
) -> None:
    sandbox.run()
    for name in programs:
        sandbox.program(name, APT)
    sandbox.libraries(without="libEGL.so.1 libxcb-cursor.so.0")
    done = sandbox.run()
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith(words)
    assert sandbox.calls == [START]


def test_python_without_venv_is_named_with_the_libraries(sandbox: Sandbox) -> None:
    sandbox.program("apt-get", APT)
    sandbox.libraries(without="libEGL.so.1")
    sandbox.say("no-venv")
    done = sandbox.run()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.endswith("apt-get install python3-venv libegl1'\n")
    assert sandbox.calls == []


def test_absent_python_is_installed_by_root(sandbox: Sandbox) -> None:
    sandbox.become_root_with_apt()
    (sandbox.bin / "python3").rename(sandbox.folder / "python3")
    sandbox.program("apt-get", APT + '[ "$1" = --quiet ] && cp "$SANDBOX/python3" "$SANDBOX/bin/"\n')
    sandbox.run()
    assert sandbox.calls[1].endswith(" install python3 python3-venv")
    assert sandbox.calls[-1] == START


def test_old_python_is_named_and_another_can_be_chosen(sandbox: Sandbox) -> None:
    sandbox.say("old-python")
    done = sandbox.run()
    assert done.returncode == 1
    assert done.stderr.startswith("run.sh: no Python 3.11 or newer")
    newer = sandbox.folder / "opt" / "python"
    newer.parent.mkdir()
    newer.write_text(PYTHON.replace("old-python", "never"), encoding="utf-8")
    newer.chmod(0o755)
    sandbox.run(PYTHON=str(newer))
    assert sandbox.calls[-1] == START


def test_system_that_is_not_linux_is_asked_for_no_packages(sandbox: Sandbox) -> None:
    sandbox.program("uname", "#!/bin/sh\necho Darwin\n")
    for name in ("ldconfig", "fc-list", "Xvfb"):
        (sandbox.bin / name).unlink()
    done = sandbox.run("test")
    assert done.returncode == 0
    assert "missing" not in done.stderr


# --- what is built from the checkout ---


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def files_in(*folders: str) -> set[str]:
    """Files below folders of the checkout, as they should be found in a package."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts}


def test_wheel_holds_the_program_with_its_resources_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {name for name in files_in("resources") if "/readme/" not in name}
    expected = files_in("convviz") | {f"convviz/{name}" for name in shipped}
    assert {name for name in names if ".dist-info/" not in name} == expected
    assert any(name.endswith("LICENSE") for name in names)


def test_wheel_starts_the_program_by_name(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        assert archive.read(name).decode() == "[gui_scripts]\nconvviz = convviz.cli:main\n"


def test_sdist_holds_what_a_build_and_its_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert files_in("convviz", "resources", "tests") | {"pyproject.toml", "LICENSE", "run.sh"} <= names


def test_project_depends_on_six_packages() -> None:
    names = {requirement.split(">=")[0] for requirement in PROJECT["dependencies"]}
    assert names == {"PySide6-Essentials", "pyqtgraph", "numpy", "opencv-python", "pillow", "msgspec"}


# --- the net under the tests ---


def pytest_on(folder: Path, source: str) -> str:
    """Runs pytest on one test file that stands on this project's conftest.py, and gives what it prints."""
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False).stdout


def test_window_left_open_fails_its_test(tmp_path: Path) -> None:
    printed = pytest_on(
        tmp_path,
        "from PySide6.QtWidgets import QWidget\n"
        "def test_leak(qapp):\n"
        "    global left\n"
        "    left = QWidget(windowTitle='Forgotten')\n"
        "    left.show()\n"
        "def test_next(qapp):\n"
        "    assert not any(widget.isVisible() for widget in qapp.topLevelWidgets())\n",
    )
    assert "This test left a window open: QWidget “Forgotten”." in printed
    assert "2 passed, 1 error" in printed


def test_tests_see_no_file_of_the_user(tmp_path: Path) -> None:
    printed = pytest_on(
        tmp_path,
        "from PySide6.QtCore import QStandardPaths as Paths\n"
        "def test_homes():\n"
        "    for place in (Paths.AppConfigLocation, Paths.AppDataLocation, Paths.CacheLocation):\n"
        "        where = Paths.writableLocation(place)\n"
        "        assert 'convviz-tests-' in where or 'qttest' in where\n",
    )
    assert "1 passed" in printed
