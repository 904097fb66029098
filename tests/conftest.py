"""What every test stands on: no screen, no file of the user's, no window left behind."""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

# What Python has compiled is kept, for workers and for programs that tests start too: where nothing may be
# written beside the sources, in pytest's own folder. Each worker would compile for eight seconds otherwise.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
    os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parents[1] / ".pytest_cache" / "compiled")
    sys.dont_write_bytecode, sys.pycache_prefix = False, os.environ["PYTHONPYCACHEPREFIX"]

# Read when numpy is imported: every core has a worker of its own, and threads of BLAS would wait for it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import settings

from convviz import i18n
from convviz.state import patience
from tests import texts

# Qt reads these when it is imported; so does every program that a test starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # on whatever machine, the program under test begins in English
HOMES = Path(tempfile.mkdtemp(prefix="convviz-tests-"))
for home in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{home}_HOME"] = str(HOMES / home.lower())

settings.register_profile("dev", deadline=None, max_examples=30)
settings.register_profile("ci", deadline=None, max_examples=80, derandomize=True, print_blob=True)
# The gate's examples are the same every time: what it measures the coverage of does not depend on chance.
settings.register_profile("gate", deadline=None, max_examples=30, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))

# A loop in Python rests so that painting goes smoothly, which nobody watches here: tests would only wait.
patience.REST_S = 0.0


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One worker more than cores, since one often waits for a timer or a window: a tenth less time on two."""
    workers = yield
    return workers if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else workers + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Twelve thousand tests are made, none of which is garbage, nor looked through for it later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_unconfigure() -> None:
    shutil.rmtree(HOMES, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def no_user_files() -> None:
    """Keeps Qt's own idea of a user's folders away from them too; macOS and Windows ignore XDG."""
    if sys.platform in ("darwin", "win32"):
        from PySide6.QtCore import QStandardPaths

        QStandardPaths.setTestModeEnabled(True)


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Files are as good as written once the system has them: no test takes the machine's current away.

    To wait for the disk, which others write to as well, took up to 0.3 s at each start of the program.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)  # which as well refuses what is no open file
        yield


@pytest.fixture(autouse=True)
def every_text_has_its_translations(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fails a test in which the program shows a text that is missing in one of its languages."""
    shown: set[str] = set()
    use = i18n.use

    def listen(lookup: i18n.Lookup, language: str = i18n.ENGLISH) -> None:
        def heard(text: str) -> str:
            shown.add(text)
            return lookup(text)

        use(heard, language)

    monkeypatch.setattr(i18n, "use", listen)
    i18n.use(str)
    yield
    use(str)
    if missing := texts.untranslated(shown, request.path):
        lines = "\n".join(json.dumps(text, ensure_ascii=False) for text in missing)
        pytest.fail(f"Without a translation (python -m tests.texts --write FILE):\n{lines}", pytrace=False)


@pytest.fixture(autouse=True)
def no_window_left_behind(no_user_files: None) -> Iterator[None]:
    """Fails a test that ends with a visible window: the next one would meet it."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    # What pytest-qt has closed is destroyed only by a loop of events; else each later style would dress it.
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.hide()
        widget.deleteLater()
    if left:
        names = ", ".join(f"{type(widget).__name__} “{widget.windowTitle()}”" for widget in left)
        pytest.fail(f"This test left a window open: {names}.", pytrace=False)
