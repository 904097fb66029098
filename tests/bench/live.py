"""Big photos, drawn live: from the hand to the picture, and what stands in the way of the event loop."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from convviz.core.cv import cv2
from convviz.core.kernels import KERNELS
from convviz.core.thumbnails import thumbnails
from convviz.export.run import exporter_of
from convviz.export.take import Take
from convviz.paint.film import film_of
from convviz.scene.scene import Region, replace
from convviz.state.exporting import Exporting
from tests.bench.cases import Row, Trial
from tests.bench.window import Driver, Heartbeat, driven, percentile, photo

AREA = "live"
LARGE, SMALL = 100, 1
FRAME_MS, BLOCK_MS = 16.0, 30.0
PEER_RATIO = 1.3


def cases() -> Iterator[Trial]:
    """All of this part."""
    for colour in ("grey", "RGB"):
        for megapixels in (SMALL, LARGE):
            name = f"{megapixels} megapixel{'s' if megapixels > 1 else ''}, {colour}"
            quick = (megapixels, colour) == (SMALL, "grey")
            yield Trial(AREA, name, partial(_moved, name, megapixels, colour == "RGB"), quick)
        yield Trial(AREA, f"100 to 1 megapixel, {colour}", partial(_compared, colour))
    yield Trial(AREA, "event loop", _blocked)
    yield Trial(AREA, "opening a JPEG of 24 megapixels", _opened)
    yield Trial(AREA, "memory", _memory)
    yield Trial(AREA, "thumbnails", _thumbnails)


ACTS: dict[str, Callable[[Driver, int], object]] = {
    "kernel cell to picture": lambda driver, n: driver.edit(n),
    "panning": lambda driver, n: driver.program.desk.whole.panes.input.move(
        0.3 * (-1) ** (n // 4), 0.3 * (-1) ** (n // 2)
    ),
    "zooming": lambda driver, n: driver.program.desk.whole.panes.input.zoom(0.7 if n % 6 < 3 else 1 / 0.7),
}


def _times(megapixels: int, colour: bool, runs: int) -> Iterator[tuple[str, list[float], list[float]]]:
    with driven() as driver:
        driver.show(photo(megapixels, colour))
        for name, act in ACTS.items():
            if name == "panning":
                driver.program.desk.whole.panes.input.zoom(0.3)
                driver.settle()
            found = []
            for n in range(5 * runs):
                found.append(driver.until_painted(partial(act, driver, n)))
                driver.play(0.02)
            driver.settle()
            yield name, [wall for wall, _ in found], [own for _, own in found]


_medians: dict[tuple[str, int, str], float] = {}


def _moved(name: str, megapixels: int, colour: bool, runs: int) -> Iterable[Row]:
    for act, walls, own in _times(megapixels, colour, runs):
        _medians[act, megapixels, "RGB" if colour else "grey"] = median(own)
        yield Row.within(AREA, f"{act}, {name}", percentile(walls, 0.95), FRAME_MS)
        yield Row.within(AREA, f"{act}, {name}", median(walls), None, "(ms, median)")
        yield Row.within(AREA, f"{act}, {name}", median(own), None, "(ms of the UI thread)")


def _compared(colour: str, runs: int) -> Iterable[Row]:
    """By the time the UI thread and its picture take; both were measured just before."""
    for act in ACTS:
        large, small = (_medians.get((act, size, colour)) for size in (LARGE, SMALL))
        if large and small:
            case = f"{act}, {LARGE} to {SMALL} megapixel, {colour}"
            yield Row(AREA, case, f"{SMALL} megapixel", large, small, large / small, PEER_RATIO)


# --- the event loop


def _blocked(runs: int) -> Iterable[Row]:
    with driven() as driver, tempfile.TemporaryDirectory() as folder:
        path = str(jpeg(Path(folder)))
        for name, act in {
            "opening": lambda: driver.program.commands.open_file(path),
            "editing": lambda: [(driver.edit(n), driver.play(0.03)) for n in range(20)],
            "panning": lambda: [
                (ACTS["zooming" if n % 2 else "panning"](driver, n), driver.play(0.03)) for n in range(20)
            ],
            "playing": lambda: _play(driver, 60.0, 1.5),
            "exporting": lambda: _export(driver, str(Path(folder) / "film.gif")),
        }.items():
            heart = Heartbeat()
            act()
            driver.settle(1.0)
            longest, own = heart.stop()
            yield Row.within(AREA, f"event loop while {name}", longest, BLOCK_MS)
            yield Row.within(AREA, f"event loop while {name}", own, None, "(ms of the UI thread)")


def _play(driver: Driver, speed: float, seconds: float) -> None:
    driver.program.commands.set_speed(speed)
    driver.program.player.play()
    driver.play(seconds)
    driver.program.player.pause()


def _export(driver: Driver, path: str) -> None:
    story = driver.program.session.story
    assert story is not None
    scene = replace(story.scene, region=Region(0, 0, 5, 5), scope="region")
    exporting = Exporting(driver.program.jobs)
    take = Take(scene, (640, 360), fps=10, speed=10.0)
    exporting.start(lambda: film_of(take, story.source), path, exporter_of(Path(path)))
    while exporting.running:
        driver.play(0.05)


# --- opening


def jpeg(folder: Path) -> Path:
    """A photo of 6000 × 4000 in a file."""
    path = folder / "photo.jpg"
    pixels = photo(36, True)[:4000, :6000]
    cv2.imwrite(str(path), pixels, [cv2.IMWRITE_JPEG_QUALITY, 90])
    return path


def _opened(runs: int) -> Iterable[Row]:
    with driven() as driver, tempfile.TemporaryDirectory() as folder:
        path = jpeg(Path(folder))
        data = np.frombuffer(path.read_bytes(), np.uint8)
        ours, peers = [], []
        for n in range(runs):
            driver.program.commands.open_sample("camera" if n % 2 else "coffee")
            driver.settle()
            ours.append(driver.until_painted(lambda: driver.program.commands.open_file(str(path)))[0])
            driver.settle()
            start = perf_counter()
            cv2.imdecode(data, cv2.IMREAD_COLOR)
            peers.append((perf_counter() - start) * 1e3)
        mine, theirs = median(ours), median(peers)
        yield Row(
            AREA, "first picture of a 24-megapixel JPEG", "cv2.imdecode", mine, theirs, mine / theirs, 1.3
        )


# --- memory and thumbnails

MEMORY = """
import resource
from tests.bench.window import driven, photo
with driven() as driver:
    driver.show(photo(100, False))
    driver.settle(2)
    driver.edit(1)
    driver.settle(2)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def _memory(runs: int) -> Iterable[Row]:
    """The most a program of its own takes, the photo's making included."""
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)
    most = float(done.stdout.split()[-1])
    limit = 2.5 * 4 * LARGE * 1e6 / 2**20 + 350
    yield Row.within(AREA, "memory with 100 megapixels and their result", most, round(limit), "MB")


def _thumbnails(runs: int) -> Iterable[Row]:
    x = np.ascontiguousarray(photo(24, True).transpose(2, 0, 1))
    kernels = [kernel.rows() for kernel in KERNELS]
    times = []
    for _ in range(runs):
        start = perf_counter()
        thumbnails(x, 255.0, kernels)
        times.append((perf_counter() - start) * 1e3)
    yield Row.within(AREA, f"{len(kernels)} thumbnails of 24 megapixels", median(times), 150)
