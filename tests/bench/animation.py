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
from convviz.paint.theme import load
from convviz.views.stage import Stage
from tests.bench.cases import Row, Trial
from tests.bench.window import SIZE, Driver, driven, percentile, photo

AREA = "animation"
FRAMES = {9: 6.0, 64: 10.0}
"""Milliseconds that a frame may take, by the cells along each side of the output on the stage."""
ROUNDS = 4
"""The large photo and the small one are shown in turn so often."""
FIRST = 12
"""Frames until what does not change is kept."""
RATE = 60
LATE_MS = 1.5 * 1000 / RATE
"""After so long a frame of sixty a second has missed its place."""
WATCHED = 48
"""Rows and columns of output cells in which every step is looked at."""
SLOWEST = 59.0
"""Frames per second that are sixty: what is lost is the beginning and the end."""


def cases() -> Iterator[Trial]:
    """All of this part."""
    for cells, limit in FRAMES.items():
        yield Trial(AREA, f"a frame of {cells} × {cells} cells", partial(_painted, cells, limit), cells == 9)
    yield Trial(AREA, "playback", _played)
    yield Trial(AREA, "seeking", _sought)
    yield Trial(AREA, "a step of a trace", _steps, quick=True)


def _painted(cells: int, limit: float, runs: int) -> Iterable[Row]:
    """A whole frame of a stage of 1600 × 1000: figure and painting, at moments all over the timeline."""
    found: dict[int, tuple[list[float], list[float]]] = {1: ([], []), 100: ([], [])}
    with driven() as driver:
        stages = {megapixels: Stage(load("light")) for megapixels in found}
        for turn in range(ROUNDS):
            for megapixels, (walls, own) in found.items():
                driver.show(photo(megapixels, False))
                driver.program.commands.show_cells(cells)
                driver.settle()
                more = _frames(driver, stages[megapixels], cells, turn, 12 * runs // ROUNDS)
                walls += more[0]
                own += more[1]
    for megapixels, (walls, own) in found.items():
        name = f"painting {cells} × {cells} cells, {megapixels} megapixels"
        yield Row.within(AREA, name, percentile(walls, 0.95), limit)
        yield Row.within(AREA, name, percentile(own, 0.95), None, "(ms of the UI thread)")
    small, large = (median(walls) for walls, _ in found.values())
    name = f"painting {cells} × {cells}, 100 megapixels"
    yield Row(AREA, name, "1 megapixel", large, small, large / small, 1.3)


def _frames(
    driver: Driver, stage: Stage, cells: int, turn: int, count: int
) -> tuple[list[float], list[float]]:
    """(wall, UI thread's own) milliseconds of frames, without the first of a story new on the stage."""
    program = driver.program
    player, story = program.player, program.session.story
    assert story is not None
    stage.resize(*SIZE)
    canvas = QImage(stage.size(), QImage.Format.Format_RGB32)
    stage.show_story(story, program.session.lab, player.moment)
    assert stage.figure is not None
    grids = [grid for name in ("input", "kernel", "products", "output") for grid in stage.figure.grids(name)]
    assert len(grids) == 4
    assert grids[-1].values.shape == (cells, cells)
    assert cells > 9 or all(grid.labels is not None for grid in grids), "not all numbers are shown"
    walls, own = [], []
    for n in range(-FIRST, count):
        player.seek((turn * count + n) * 0.37 % player.timeline.steps)
        start, mine = perf_counter(), thread_time()
        stage.show_moment(player.moment)
        stage.render(canvas)
        walls.append((perf_counter() - start) * 1e3)
        own.append((thread_time() - mine) * 1e3)
    return walls[FIRST:], own[FIRST:]


# --- playing


def _played(runs: int) -> Iterable[Row]:
    """At 60 steps a second each step has its frame; at 1,000 several share one, and all are written."""
    with driven() as driver:
        driver.show(photo(100, False))
        for speed in (60.0, 1000.0):
            driver.program.commands.set_scope("image")
            times, steps = _listen(driver, speed, 0.8 * runs)
            gaps, each = np.diff(times) * 1e3, f"at {speed:g} steps per second"
            rate, late = 1e3 / float(np.mean(gaps)), 100 * float(np.mean(gaps > LATE_MS))
            yield Row.at_least(AREA, f"frames {each}", rate, SLOWEST, "per second")
            yield Row.within(AREA, f"late frames {each}", late, 1.0, "%")
            shared, skipped = float(np.mean(np.diff(steps))), _skipped(driver)
            name = f"steps that share a frame {each}"
            if speed > RATE:
                yield Row.at_least(AREA, name, shared, 2, "steps")
            else:
                yield Row.within(AREA, name, shared, None, "steps")
            yield Row.within(AREA, f"steps skipped in the output {each}", skipped, 0.5, "steps")


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


def _skipped(driver: Driver) -> int:
    """Plays on, and counts in every frame what is missing there."""
    missing: list[int] = []
    player = driver.program.player
    driver.program.commands.set_scope("region")
    driver.program.commands.show_cells(WATCHED)  # all that is written stays on the stage
    driver.settle()
    player.seek(0.0)

    def look(_: float) -> None:
        missing.append(_unwritten(driver))

    player.moved.connect(look)
    player.play()
    driver.play(1.2)
    player.pause()
    player.moved.disconnect(look)
    assert missing
    assert player.moment.step > WATCHED, "not even one row was played"
    return sum(missing)


def _unwritten(driver: Driver) -> int:
    """Cells on the stage before the step that is played that are still empty, or hold another number."""
    program = driver.program
    figure, result = program.window.stage.figure, program.session.ready
    assert figure is not None
    assert result is not None
    (grid,) = figure.grids("output")
    assert grid.values.shape == (WATCHED, WATCHED)
    order = np.arange(grid.values.size).reshape(grid.values.shape)
    (top, left), (tall, wide) = grid.first, grid.values.shape
    right = np.abs(grid.values - result.y[0, top : top + tall, left : left + wide]) <= 1e-3
    there = right & ~(grid.marks & Mark.EMPTY).astype(bool)
    return int(np.count_nonzero(~there[order < program.player.moment.step]))


# --- seeking


def _sought(runs: int) -> Iterable[Row]:
    """Anywhere in a picture of 100 megapixels, until the frame is on the screen."""
    with driven() as driver:
        driver.show(photo(100, False))
        driver.program.commands.set_scope("image")
        driver.settle()
        player, stage = driver.program.player, driver.program.window.stage
        times = []
        for t in np.random.default_rng(1).uniform(0, player.timeline.steps, 12 * runs).tolist():
            start = perf_counter()
            player.seek(t)
            stage.repaint()
            times.append((perf_counter() - start) * 1e3)
            driver.play(0.01)
        name = "seeking in 100 megapixels, to the frame"
        yield Row.within(AREA, name, percentile(times, 0.95), 1000 / RATE)
        yield Row.within(AREA, name, median(times), None, "(ms, median)")


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
