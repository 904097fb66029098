"""The animation: what a frame costs to paint, whether frames come in time, and steps without any delay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from statistics import median
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtGui import QImage

from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import ConvSpec
from convviz.figure.figure import Mark
from tests.bench.cases import Row, Trial
from tests.bench.window import Driver, driven, percentile, photo

AREA = "animation"
FRAMES = {9: 6.0, 64: 10.0}
"""Milliseconds that a frame may take, by the cells along each side of the output on the stage."""
LATE_MS = 1.5 * 1000 / 60
"""After so long a frame of sixty a second has missed its place."""


def cases() -> Iterator[Trial]:
    """All of this part."""
    for cells, limit in FRAMES.items():
        yield Trial(AREA, f"a frame of {cells} × {cells} cells", partial(_painted, cells, limit), cells == 9)
    yield Trial(AREA, "playback", _played)
    yield Trial(AREA, "a step of a trace", _steps, quick=True)


def _painted(cells: int, limit: float, runs: int) -> Iterable[Row]:
    """A whole frame of the stage: the figure is made and painted, at moments all over the timeline."""
    found: dict[int, list[float]] = {}
    for megapixels in (1, 100):
        with driven() as driver:
            driver.show(photo(megapixels, False))
            driver.program.commands.show_cells(cells)
            driver.settle()
            walls, own = _frames(driver, 12 * runs)
            found[megapixels] = own
            name = f"painting {cells} × {cells} cells, {megapixels} megapixels"
            yield Row.within(AREA, name, percentile(walls, 0.95), limit)
            yield Row.within(AREA, name, percentile(own, 0.95), None, "(ms of the UI thread)")
    small, large = median(found[1]), median(found[100])
    yield Row(
        AREA, f"painting {cells} × {cells}, 100 megapixels", "1 megapixel", large, small, large / small, 1.3
    )


def _frames(driver: Driver, count: int) -> tuple[list[float], list[float]]:
    stage, player = driver.program.window.stage, driver.program.player
    canvas = QImage(stage.size(), QImage.Format.Format_RGB32)
    walls, own = [], []
    for n in range(count):
        player.seek(n * 0.37 % player.timeline.steps)
        start, mine = perf_counter(), thread_time()
        stage.render(canvas)
        walls.append((perf_counter() - start) * 1e3)
        own.append((thread_time() - mine) * 1e3)
    return walls, own


def _played(runs: int) -> Iterable[Row]:
    """At 60 steps a second each step has its frame; at 1,000 several share one."""
    with driven() as driver:
        driver.show(photo(100, False))
        driver.program.commands.set_scope("image")
        for speed in (60.0, 1000.0):
            times, steps = _listen(driver, speed, 0.4 * runs)
            gaps = np.diff(times) * 1e3
            late = 100 * float(np.mean(gaps > LATE_MS))
            yield Row.within(AREA, f"late frames at {speed:g} steps per second", late, 1.0, "%")
            jumps = np.diff(steps)
            name = f"steps per frame at {speed:g} per second"
            yield Row.within(AREA, name, float(np.mean(jumps)), None, "steps")
            skipped = float(_unwritten(driver))
            yield Row.within(AREA, f"steps skipped in the output at {speed:g}", skipped, None, "steps")


def _listen(driver: Driver, speed: float, seconds: float) -> tuple[list[float], list[int]]:
    """When frames were painted while it played, and the step each showed."""
    times, steps = [], []
    player, stage = driver.program.player, driver.program.window.stage

    def painted(_: float) -> None:
        stage.repaint()
        times.append(perf_counter())
        steps.append(player.moment.step)

    driver.program.commands.set_speed(speed)
    player.seek(0.0)
    player.moved.connect(painted)
    player.play()
    driver.play(seconds)
    player.pause()
    player.moved.disconnect(painted)
    return times, steps


def _unwritten(driver: Driver) -> int:
    """Cells on the stage that come before the step played last and are still empty."""
    story, figure = driver.program.session.story, driver.program.window.stage.figure
    assert story is not None
    assert figure is not None
    (grid,) = figure.grids("output")
    region = story.region(driver.program.player.moment.step)
    written = driver.program.player.moment.step - region.top * story.shape[2]
    rows, cols = np.nonzero((grid.marks & Mark.EMPTY) > 0)
    before = (rows * story.shape[2] + cols + region.left) < written
    return int(before.sum())


def _steps(runs: int) -> Iterable[Row]:
    """Steps anywhere in the largest picture, each asked for once."""
    x = photo(100, False)[None]
    trace = Conv2d().trace(ConvSpec(padding="same"), x, np.arange(9.0).reshape(1, 1, 3, 3), np.zeros(1))
    places = np.random.default_rng(0).integers(0, len(trace), 300 * runs).tolist()
    times = []
    for n in places:
        start = perf_counter()
        trace[n]
        times.append((perf_counter() - start) * 1e6)
    yield Row.within(AREA, "trace[n], 3 × 3, 100 megapixels", median(times), 60, "µs")
