"""Big photos, drawn live: from the hand to the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from statistics import median

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
            for megapixels in (SMALL, LARGE):
                name = f"{megapixels} megapixel{'s' if megapixels > 1 else ''}, {colour}{place}"
                quick = (megapixels, colour, whole) == (SMALL, "grey", False)
                yield Trial(AREA, name, partial(_moved, name, megapixels, colour, whole), quick)
            name = f"{LARGE} to {SMALL} megapixel, {colour}{place}"
            yield Trial(AREA, name, partial(_compared, name, colour, whole))


def pan(driver: Driver, n: int) -> None:
    """Moves what is seen by more than was made ready around it."""
    driver.program.desk.whole.panes.input.move(0.3 * (-1) ** (n // 4), 0.3 * (-1) ** (n // 2))


def zoom(driver: Driver, n: int) -> None:
    """Three times away, three times closer."""
    driver.program.desk.whole.panes.input.zoom(1 / 0.7 if n % 6 < 3 else 0.7)


ACTS: dict[str, Callable[[Driver, int], object]] = {
    "kernel cell to picture": lambda driver, n: driver.edit(n),
    "panning": pan,
    "zooming": zoom,
}
Times = dict[str, list[tuple[float, float]]]
_found: dict[tuple[int, str, bool], Times] = {}


def _times(megapixels: int, colour: str, whole: bool, runs: int) -> Times:
    """For each act, (wall, UI thread's own) milliseconds of those that asked for a picture."""
    found: Times = {}
    with driven(whole) as driver:
        driver.show(photo(megapixels, colour == "RGB"))
        for name, act in ACTS.items():
            if name == "panning":
                driver.program.desk.whole.panes.input.zoom(0.3)
                driver.settle()
            found[name] = []
            for n in range(8 * runs):
                times = driver.until_painted(partial(act, driver, n))
                found[name] += [times] if times else []
                driver.play(0.02)
            driver.settle()
    return found


def _moved(name: str, megapixels: int, colour: str, whole: bool, runs: int) -> Iterable[Row]:
    found = _found[megapixels, colour, whole] = _times(megapixels, colour, whole, runs)
    for act, times in found.items():
        walls, own = zip(*times, strict=True)
        yield Row.within(AREA, f"{act}, {name}", percentile(walls, 0.95), FRAME_MS)
        yield Row.within(AREA, f"{act}, {name}", median(walls), None, "(ms, median)")
        yield Row.within(AREA, f"{act}, {name}", median(own), None, "(ms of the UI thread)")


def _compared(name: str, colour: str, whole: bool, runs: int) -> Iterable[Row]:
    """By the medians from the hand to the picture, which were measured just before."""
    large, small = (_found.get((size, colour, whole), {}) for size in (LARGE, SMALL))
    for act in large if small else ():
        ours, peer = (median(wall for wall, _ in found[act]) for found in (large, small))
        yield Row(AREA, f"{act}, {name}", f"{SMALL} megapixel", ours, peer, ours / peer, PEER_RATIO)
