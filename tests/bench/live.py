"""Big photos, drawn live: from the hand to the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from random import uniform
from statistics import median
from typing import NamedTuple

from tests.bench.cases import Row, Trial
from tests.bench.window import Driver, driven, percentile, photo

AREA = "live"
LARGE, SMALL = 100, 1
FRAME_MS = 16.0
PEER_RATIO = 1.3
PLACES = {False: "", True: ", filling the window"}
"""The pictures beside the stage, or instead of it."""


def cases() -> Iterator[Trial]:
    """All of this part."""
    for whole, place in PLACES.items():
        for colour in ("grey", "RGB"):
            name, quick = f"{colour}{place}", (colour, whole) == ("grey", False)
            yield Trial(AREA, f"live, {name}", partial(_moved, name, colour, whole), quick)


def pan(driver: Driver, n: int) -> None:
    """Moves what is seen by more than was made ready around it."""
    driver.program.desk.whole.panes.input.move(0.3 * (-1) ** (n // 4), 0.3 * (-1) ** (n // 2))


def zoom(driver: Driver, n: int) -> None:
    """Three times away, three times closer."""
    driver.program.desk.whole.panes.input.zoom(1 / 0.7 if n % 6 < 3 else 0.7)


class Act(NamedTuple):
    """What a hand does, and the seconds until it does it again: from the least to the most."""

    do: Callable[[Driver, int], object]
    pause: tuple[float, float] = (0.02, 0.02)


THOUGHT = (0.05, 0.5)
"""Seconds between the acts of somebody who looks before going on: some come while the output is computed."""
ACTS = {
    "kernel cell to picture": Act(lambda driver, n: driver.edit(n)),
    "kernel cell to picture, with pauses": Act(lambda driver, n: driver.edit(n), THOUGHT),
    "panning": Act(pan),
    "panning, with pauses": Act(pan, THOUGHT),
    "zooming": Act(zoom),
}
Times = list[tuple[float, float]]
"""(wall, UI thread's own) milliseconds of those acts that asked for a picture."""
ROUNDS = 4
"""The large photo and the small one are shown in turn so often: both meet the same moments of the machine."""
LEAST = 6
"""Acts of a kind at a time: three times away and three times closer."""


def _times(colour: str, whole: bool, runs: int) -> dict[tuple[str, int], Times]:
    """For each act and size of the photo, how long its pictures took."""
    found: dict[tuple[str, int], Times] = {(act, size): [] for act in ACTS for size in (SMALL, LARGE)}
    with driven(whole) as driver:
        for _ in range(ROUNDS):
            for megapixels in (SMALL, LARGE):
                driver.show(photo(megapixels, colour == "RGB"))
                for name in ACTS:
                    found[name, megapixels] += _acted(driver, name, max(LEAST, 8 * runs // ROUNDS))
    return found


def _acted(driver: Driver, name: str, count: int) -> Iterator[tuple[float, float]]:
    act = ACTS[name]
    driver.program.desk.whole.panes.fit()
    driver.settle(0.1)
    if act.do is pan:
        driver.program.desk.whole.panes.input.zoom(0.3)
        driver.settle()
    for n in range(count):
        times = driver.until_painted(partial(act.do, driver, n))
        if times:
            yield times
        driver.play(uniform(*act.pause))
    driver.settle()


def _moved(name: str, colour: str, whole: bool, runs: int) -> Iterable[Row]:
    """Every picture in time, by the 95th percentile; whatever the photo's size, by the medians."""
    found = _times(colour, whole, runs)
    for (act, megapixels), times in found.items():
        walls, own = zip(*times, strict=True)
        case = f"{act}, {megapixels} megapixel{'s' if megapixels > 1 else ''}, {name}"
        yield Row.within(AREA, case, percentile(walls, 0.95), FRAME_MS)
        yield Row.within(AREA, case, median(walls), None, "(ms, median)")
        yield Row.within(AREA, case, median(own), None, "(ms of the UI thread)")
    for act in ACTS:
        large, small = (median(wall for wall, _ in found[act, size]) for size in (LARGE, SMALL))
        case = f"{act}, {LARGE} to {SMALL} megapixel, {name}"
        yield Row(AREA, case, f"{SMALL} megapixel", large, small, large / small, PEER_RATIO)
