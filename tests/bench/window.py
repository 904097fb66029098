"""The real window, driven off screen: what the bench measures is what a person would wait for."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import perf_counter, sleep, thread_time
from typing import TYPE_CHECKING, Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from convviz.app import Program
from convviz.core.cv import cv2
from convviz.core.images import Image
from convviz.figure.figure import Spot
from convviz.labs.pictures import source_of
from convviz.scene.scene import FilePicture, replace
from convviz.state.settings import SettingsFile
from convviz.state.sources import key_of

if TYPE_CHECKING:
    from convviz.views.pane import Pane

SIZE = (1600, 1000)
LONGEST = 20.0
"""Seconds after which what is waited for will not come."""


def application() -> QApplication:
    """The one there is."""
    found = QApplication.instance() or QApplication(["bench"])
    assert isinstance(found, QApplication)
    return found


@cache
def photo(megapixels: int, colour: bool) -> np.ndarray:
    """Soft noise, a square, uint8: like a photo it has edges everywhere."""
    side = round((megapixels * 1e6) ** 0.5)
    tile = cv2.GaussianBlur(np.random.default_rng(0).integers(0, 256, (512, 512, 3), np.uint8), (0, 0), 2)
    times = -(-side // 512)
    pixels = np.tile(tile, (times, times, 1))[:side, :side]
    return np.ascontiguousarray(pixels if colour else pixels[..., 0])


@contextmanager
def driven(whole: bool = False) -> Iterator[Driver]:
    """The program in a window of 1600 × 1000, furnished; with the whole picture filling it, or beside."""
    application()
    with tempfile.TemporaryDirectory() as folder:
        driver = Driver(Program(application(), None, SettingsFile(Path(folder) / "settings.json")))
        driver.program.start()
        driver.program.window.resize(*SIZE)
        driver.settle()
        if whole:
            driver.program.window.show_whole_image(True)
            driver.settle()
        try:
            yield driver
        finally:
            driver.settle()
            driver.program.leave()


class Driver:
    """Does what a hand does, and looks when the picture follows."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._asked, self._start = 0, program.jobs.start
        program.jobs.start = self._counted  # type: ignore[method-assign]

    def settle(self, seconds: float = 0.4) -> None:
        """Runs the program until nothing is computed any more."""
        end = perf_counter() + seconds
        while perf_counter() < end or not self.program.jobs.idle():
            application().processEvents()
            sleep(0.001)

    def play(self, seconds: float) -> None:
        """Lets time go by."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            application().processEvents()
            sleep(0.0005)

    def wait_for(self, *conditions: Callable[[], bool]) -> None:
        """Lets time go by until all of it is so."""
        end = perf_counter() + LONGEST
        while not all(so() for so in conditions):
            assert perf_counter() < end, "what is waited for did not come"
            self.play(0.001)

    def is_open(self, path: Path) -> Callable[[], bool]:
        """Whether the scene is about the picture in a file."""
        return lambda: self.program.store.scene.picture == FilePicture(str(path))

    def show(self, pixels: np.ndarray) -> None:
        """Shows a picture that need not be read; others before it had other paths, if they were others."""
        picture = FilePicture(f"/{'×'.join(map(str, pixels.shape))}.png")
        channel = "all" if pixels.ndim == 3 else "luma"
        image, store = Image(pixels, "bench"), self.program.store
        store.sources.forget(picture)
        scene = replace(store.scene, picture=picture, crop=None, channel=channel)
        store.sources.keep(key_of(scene), image, source_of(picture, image, channel))
        store.edit(lambda _: scene)
        self.settle()

    def edit(self, n: int) -> None:
        """Gives the n-th cell of the kernel another weight."""
        row, col = divmod(n % 9, 3)
        spot = Spot("kernel", row, col)
        self.program.commands.paint_kernel(spot, ((row, col),), 0.1 * n + 0.05, ("bench", n))

    def until_painted(self, act: Callable[[], object]) -> tuple[float, float] | None:
        """Acts and waits for the next view of the result to be on the screen; None where none is asked for.

        Returns: milliseconds, and those of them that this thread computed itself.
        """
        asked = self._asked
        return self._watched(act, self.program.desk.whole.panes.result, lambda: self._asked > asked)

    def until_opened(self, act: Callable[[], object]) -> float:
        """Acts and waits for the first view of another picture to be on the screen. Returns: milliseconds."""
        watched = self._watched(act, self.program.desk.whole.panes.input, lambda: True)
        assert watched is not None
        return watched[0]

    def _watched(
        self, act: Callable[[], object], pane: Pane, expected: Callable[[], bool]
    ) -> tuple[float, float] | None:
        before, start, own = pane.view, perf_counter(), thread_time()
        act()
        if not expected():
            return None
        painted = Painted(self.program.desk.whole.panes.viewport(), pane)
        while painted.view is before or painted.view is None:
            assert perf_counter() - start < LONGEST, "nothing was shown"
            application().processEvents()
            sleep(0.0002)
        painted.stop()
        return (perf_counter() - start) * 1e3, (thread_time() - own) * 1e3

    def _counted(self, key: str, *how: Any, **more: Any) -> None:
        self._asked += key == "view:result"
        self._start(key, *how, **more)


class Painted(QObject):
    """Notes which view of a pane is on the screen."""

    def __init__(self, canvas: QWidget, pane: Pane) -> None:
        super().__init__()
        self.view, self._canvas, self._pane = pane.view, canvas, pane
        canvas.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.view = self._pane.view
        return False

    def stop(self) -> None:
        """Notes no more."""
        self._canvas.removeEventFilter(self)


class Heartbeat:
    """Beats every few milliseconds while the event loop lets it."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.own: list[float] = []
        self._last = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter(), thread_time()
        self.gaps.append((now[0] - self._last[0]) * 1e3)
        self.own.append((now[1] - self._last[1]) * 1e3)
        self._last = now

    def stop(self) -> tuple[float, float]:
        """The longest time between two beats in milliseconds, and the most this thread computed in one."""
        self._beat()
        self._timer.stop()
        return max(self.gaps), max(self.own)


def peak() -> float:
    """The most memory this process has had, in megabytes; on Linux.

    ru_maxrss would be that of the process that started it too, if that had more.
    """
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]
