"""Films: ours against matplotlib's FuncAnimation drawing an equal picture into an equal file."""

from __future__ import annotations

import importlib
import os
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from convviz.core.kernel_text import shown
from convviz.export.run import export, exporter_of
from convviz.export.take import Take
from convviz.labs import lab_of
from convviz.labs.pictures import read_source
from convviz.labs.story import Story, tell
from convviz.paint.film import film_of
from convviz.scene.scene import Region, Scene
from tests.bench.cases import Case, Peer, Work

AREA = "films"
SIZE = (960, 540)
FPS = 5
SCENE = Scene(region=Region(155, 260, 7, 7), speed=float(FPS))
"""49 steps of a Sobel kernel on a photo; at this speed a step is one frame, as FuncAnimation draws them."""


def cases() -> tuple[Case, ...]:
    """All cases of this part."""
    peer = Peer("matplotlib FuncAnimation", _matplotlib if find_spec("matplotlib") else None)
    return (Case(AREA, "GIF of 49 steps, 960 × 540", _ours, (peer,), bound=0.1),)


def _ours() -> Work:
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication(["bench", "-platform", "offscreen"])
    source = read_source(SCENE)

    def work() -> object:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "film.gif"
            export(film_of(Take(SCENE, SIZE, fps=FPS), source), path, exporter_of(path))
        return application  # it lives as long as this does

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
