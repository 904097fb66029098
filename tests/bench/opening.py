"""A photo from a file: until it is seen, what it takes of the memory, and the kernels at work on it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np

from convviz.core.cv import cv2
from convviz.core.kernels import KERNELS
from convviz.core.thumbnails import thumbnails
from tests.bench.cases import Row, Trial
from tests.bench.window import driven, photo

AREA = "opening"
LARGE = 100


def cases() -> Iterator[Trial]:
    """All of this part."""
    yield Trial(AREA, "a JPEG of 24 megapixels", _opened)
    yield Trial(AREA, "memory", _memory)
    yield Trial(AREA, "thumbnails", _thumbnails)


def jpeg(folder: Path) -> Path:
    """A photo of 6000 × 4000 in a file."""
    path = folder / "photo.jpg"
    pixels = photo(36, True)[:4000, :6000]
    cv2.imwrite(str(path), pixels, [cv2.IMWRITE_JPEG_QUALITY, 90])
    return path


def png(folder: Path, colour: bool = False) -> Path:
    """A photo of 100 megapixels in a file, hardly compressed."""
    path = folder / "large.png"
    cv2.imwrite(str(path), photo(LARGE, colour), [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return path


def _opened(runs: int) -> Iterable[Row]:
    with driven() as driver, tempfile.TemporaryDirectory() as folder:
        path = jpeg(Path(folder))
        data = np.frombuffer(path.read_bytes(), np.uint8)
        ours, whole, peers = [], [], []
        for n in range(runs):
            driver.program.commands.open_sample("camera" if n % 2 else "coffee")
            driver.settle()
            start = perf_counter()
            ours.append(driver.until_opened(lambda: driver.program.commands.open_file(str(path))))
            driver.wait_for(lambda: driver.program.session.ready is not None, driver.is_open(path))
            whole.append((perf_counter() - start) * 1e3)
            driver.settle()
            start = perf_counter()
            cv2.imdecode(data, cv2.IMREAD_COLOR)
            peers.append((perf_counter() - start) * 1e3)
        mine, theirs, all_of_it = median(ours), median(peers), median(whole)
        case = "first picture of a 24-megapixel JPEG"
        yield Row(AREA, case, "cv2.imdecode", mine, theirs, mine / theirs, 1.3)
        case = "whole result of a 24-megapixel JPEG"
        yield Row(AREA, case, "cv2.imdecode", all_of_it, theirs, all_of_it / theirs, None)


# --- memory and thumbnails

MEMORY = """
import sys
from pathlib import Path
from tests.bench.window import driven, peak
path = Path(sys.argv[1])
with driven() as driver:
    driver.program.commands.open_file(str(path))
    driver.wait_for(driver.is_open(path))
    driver.settle(2)
    for n in range(40):
        driver.edit(n)
        driver.play(0.1 + 0.05 * (n % 5))
    driver.settle(2)
    assert driver.program.session.ready.y.nbytes == 4e8
print(peak())
"""


def _memory(runs: int) -> Iterable[Row]:
    """The most that opening a photo and editing it takes of a program of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-c", MEMORY, str(png(Path(folder)))]
        done = subprocess.run(words, capture_output=True, text=True, check=True)
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
