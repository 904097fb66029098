"""Films, by themselves and against matplotlib's FuncAnimation drawing an equal picture into an equal file."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from convviz.core.kernel_text import shown
from convviz.export.run import export, exporter_of
from convviz.export.take import Take
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import Story, tell
from convviz.paint.film import film_of
from convviz.scene.scene import Region, SamplePicture, Scene, replace
from tests.bench.cases import Case, Peer, Row, Trial, Work
from tests.bench.window import application

AREA = "films"
SIZE = (960, 540)
FPS = 5
SCENE = Scene(region=Region(155, 260, 7, 7), speed=float(FPS))
"""49 steps of a Sobel kernel on a photo; at this speed a step is one frame, as FuncAnimation draws them."""
HD = (1920, 1080)
SHORT, LONG = 4, 20
"""Seconds of film: what is kept in memory is not to grow with them."""


def cases() -> Iterator[Case | Trial]:
    """All cases of this part."""
    peer = Peer("matplotlib FuncAnimation", _matplotlib if find_spec("matplotlib") else None)
    yield Case(AREA, "GIF of 49 steps, 960 × 540", _ours, (peer,), bound=0.1)
    yield Trial(AREA, "a GIF by itself", _gif)
    if find_spec("av"):
        yield Trial(AREA, "an MP4 of 10 s, 1920 × 1080", _mp4)
        yield Trial(AREA, "memory", _memory)


def exported(take: Take, ending: str) -> tuple[float, int]:
    """The seconds that an export takes, and the bytes of its file."""
    source = read_source(take.scene)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"film.{ending}"
        start = perf_counter()
        export(film_of(take, source), path, exporter_of(path))
        return perf_counter() - start, path.stat().st_size


def _gif(runs: int) -> Iterable[Row]:
    """Every step with its phases, as the dialog begins with."""
    application()
    take = Take(replace(SCENE, speed=2.0), SIZE, fps=exporter_of("film.gif").fps)
    found = [exported(take, "gif") for _ in range(max(2, runs // 2))]
    # Of a photo with more greys, too: the cat's was 2.03 MB where this one's was 1.95.
    cat = replace(take.scene, picture=SamplePicture("chelsea"), region=Region(245, 124, 7, 7))
    found.append(exported(Take(cat, SIZE, fps=take.fps), "gif"))
    yield Row.within(AREA, "GIF of 49 steps with phases, 960 × 540", median(s for s, _ in found), 4, "s")
    megabytes = max(size for _, size in found) / 1e6
    yield Row.within(AREA, "its size", megabytes, 2, "MB")


def _mp4(runs: int) -> Iterable[Row]:
    application()
    seconds = median(exported(film(10), "mp4")[0] for _ in range(max(2, runs // 2)))
    yield Row.within(AREA, "MP4 of 10 s, 1920 × 1080, 30 per second", seconds, 10, "s")


def film(seconds: int) -> Take:
    """So many seconds of HD at two steps per second: every phase is seen."""
    return Take(replace(SCENE, region=Region(155, 260, 9, 9)), HD, last=2 * seconds - 1, speed=2.0)


MEMORY = """
import sys
from tests.bench.export import exported, film
from tests.bench.window import application, peak
app = application()
exported(film(int(sys.argv[1])), "mp4")
print(peak())
"""


def _memory(runs: int) -> Iterable[Row]:
    """The most that programs of their own take for a short film and for a long one."""
    short, long = (_most(seconds) for seconds in (SHORT, LONG))
    name = f"memory for {LONG} s of 1920 × 1080 (MB)"
    yield Row(AREA, name, f"for {SHORT} s", long, short, long / short, 1.05)


def _most(seconds: int) -> float:
    words = [sys.executable, "-c", MEMORY, str(seconds)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def _ours() -> Work:
    application()
    source = read_source(SCENE)

    def work() -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "film.gif"
            export(film_of(Take(SCENE, SIZE, fps=FPS), source), path, exporter_of(path))
            return path.stat().st_size

    return work


def _matplotlib() -> Work:
    os.environ["MPLBACKEND"] = "agg"
    story = tell(SCENE, read_source(SCENE), lab_of(SCENE))
    importlib.import_module("matplotlib.pyplot")

    def work() -> object:
        return _animated(story)

    return work


def _animated(story: Story) -> int:
    """The same grids, numbers, window and formula, written by PillowWriter."""
    pyplot: Any = importlib.import_module("matplotlib.pyplot")
    animation: Any = importlib.import_module("matplotlib.animation")
    figure, axes = pyplot.subplots(1, 4, figsize=(SIZE[0] / 100, SIZE[1] / 100), dpi=100)

    def draw(n: int) -> list[Any]:
        step, region = story.step(n), story.region(n)
        values = story.values(region).copy()
        for ax in axes:
            ax.clear()
            ax.set_axis_off()
        top, left = region.top - 1, region.left - 1
        _grid(axes[0], story.x[0, top : top + 9, left : left + 9], "gray", "Input")
        _grid(axes[1], step.weights[0], "BrBG", "Kernel")
        _grid(axes[2], step.products[0], "coolwarm", "Products")
        values.flat[n + 1 :] = float("nan")
        _grid(axes[3], values, "coolwarm", "Output")
        row, col = divmod(n, region.width)
        for ax, size in ((axes[0], 3), (axes[3], 1)):
            ax.add_patch(pyplot.Rectangle((col - 0.5, row - 0.5), size, size, fill=False, lw=3, ec="orange"))
        terms = zip(step.values[0].flat, step.weights[0].flat, strict=True)
        figure.suptitle(" + ".join(f"({shown(x)}×{shown(w)})" for x, w in terms), y=0.1, fontsize=9)
        return list(axes)

    film = animation.FuncAnimation(figure, draw, frames=story.timeline.steps, interval=1000 / FPS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.gif"
        film.save(path, writer=animation.PillowWriter(fps=FPS))
        size = path.stat().st_size
    pyplot.close(figure)
    return size


def _grid(ax: Any, values: Any, colors: str, title: str) -> None:
    ax.imshow(values, cmap=colors)
    ax.set_title(title, fontsize=10)
    for row, line in enumerate(values.tolist()):
        for col, value in enumerate(line):
            if value == value:
                ax.text(col, row, shown(value), ha="center", va="center", fontsize=7)
