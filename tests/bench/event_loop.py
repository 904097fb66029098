"""What stands in the way of the event loop: a heartbeat beats while the window is used."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import uniform

from convviz.export.run import exporter_of
from convviz.export.take import Take
from convviz.paint.film import film_of
from convviz.scene.scene import Region, replace
from convviz.state.exporting import Exporting
from convviz.state.saving import ResultSaver
from tests.bench.cases import Row, Trial
from tests.bench.live import pan, zoom
from tests.bench.opening import jpeg, png
from tests.bench.window import Driver, Heartbeat, driven

AREA = "event loop"
BLOCK_MS = 30.0
PHOTOS = {
    "24-megapixel JPEG": jpeg,
    "100-megapixel PNG": png,
    "100-megapixel PNG, RGB": partial(png, colour=True),
}
PAUSES = (0.05, 0.5)
"""Seconds between edits that are not dragged: some come while the output is computed."""


def cases() -> Iterator[Trial]:
    """All of this part."""
    for name, make in PHOTOS.items():
        yield Trial(AREA, name, partial(_blocked, name, make))


def _blocked(name: str, make: Callable[[Path], Path], runs: int) -> Iterable[Row]:
    with driven() as driver, tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder))
        for act, do in {
            "opening": lambda: _open(driver, path),
            "editing": lambda: _edit(driver),
            "editing with pauses": lambda: _edit(driver, PAUSES),
            "panning and zooming": lambda: _look_around(driver),
            "editing, pictures filling the window": lambda: _filling(driver, _edit),
            "panning, pictures filling the window": lambda: _filling(driver, _look_around),
            "playing": lambda: _play(driver, "region", 60.0),
            "playing the whole picture": lambda: _play(driver, "image", 1000.0),
            "exporting a GIF": lambda: _export(driver, Path(folder) / "film.gif"),
            "exporting an MP4": lambda: _export(driver, Path(folder) / "film.mp4"),
            "saving the result": lambda: _save(driver, Path(folder) / "result.npy"),
        }.items():
            heart = Heartbeat()
            do()
            driver.settle(1.0)
            longest, own = heart.stop()
            yield Row.within(AREA, f"{act}, {name}", longest, BLOCK_MS)
            yield Row.within(AREA, f"{act}, {name}", own, None, "(ms of the UI thread)")


def _open(driver: Driver, path: Path) -> None:
    driver.program.commands.open_file(str(path))
    driver.wait_for(driver.is_open(path))


def _edit(driver: Driver, pause: tuple[float, float] = (0.03, 0.03)) -> None:
    for n in range(20):
        driver.edit(n)
        driver.play(uniform(*pause))


def _look_around(driver: Driver) -> None:
    for n in range(20):
        (zoom if n % 2 else pan)(driver, n)
        driver.play(0.03)


def _filling(driver: Driver, do: Callable[[Driver], None]) -> None:
    driver.program.window.show_whole_image(True)
    driver.settle()
    do(driver)
    driver.settle()
    driver.program.window.show_whole_image(False)


def _play(driver: Driver, scope: str, speed: float) -> None:
    driver.program.commands.set_scope(scope)
    driver.program.commands.set_speed(speed)
    driver.program.player.play()
    driver.play(1.5)
    driver.program.player.pause()


def _export(driver: Driver, path: Path) -> None:
    story, exporter = driver.program.session.story, exporter_of(path)
    assert story is not None
    if not exporter.installed:
        return
    scene = replace(story.scene, region=Region(0, 0, 5, 5), scope="region")
    exporting = Exporting(driver.program.jobs)
    take = Take(scene, (1280, 720), fps=25, speed=10.0)
    exporting.start(lambda: film_of(take, story.source), str(path), exporter)
    while exporting.running:
        driver.play(0.05)


def _save(driver: Driver, path: Path) -> None:
    saver = ResultSaver(driver.program.session, driver.program.jobs)
    driver.settle()
    saver.save_values(str(path))
    driver.wait_for(path.exists)
