"""Takes pictures of the program for a person to look at: python -m tests.looks FOLDER [PHOTO].

Every view at the three sizes it is judged at, light and dark. The README's picture is made here too.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from convviz.app import Program
from convviz.scene.lesson_file import built_in
from convviz.scene.scene import ConvLayer, Preset, Region, replace
from convviz.state.settings import SettingsFile

SIZES = ((1280, 720), (1600, 1000), (1920, 1080))
THEMES = ("light", "dark")
View = Callable[[Program], None]


def step_by_step(program: Program) -> None:
    """The main window, in the middle of a region."""
    program.player.go(26)


def multiplying(program: Program) -> None:
    """A step under way, on a cropped input with padding around it."""
    program.commands.crop_to_stage()
    program.player.seek(9.36)


def channels(program: Program) -> None:
    """Three channels summed by a filter, with stride, bias and activation."""
    program.store.set(channel="all")
    settle(program)
    program.commands.set_layer({"mix": "sum", "stride": (2, 2), "bias": (10.0,), "activation": "relu"})
    program.commands.go_to(*(n // 4 for n in program.session.story.x.shape[1:]))


def large_kernel(program: Program) -> None:
    """A kernel too large for numbers, with sliders."""
    program.commands.pick_kernel("gabor")
    program.player.go(20)


def dilated(program: Program) -> None:
    """The comb of a dilated window, and cells that nothing reads."""
    program.store.edit(
        lambda scene: replace(
            scene,
            region=Region(0, 0, 4, 4),
            crop=Region(100, 100, 11, 11),
            layer=ConvLayer(
                filters=((Preset("gaussian-3x3"),),),
                stride=(2, 2),
                dilation=(2, 2),
                padding=(1, 1, 1, 1),
                padding_mode="reflect",
            ),
        )
    )
    program.player.go(5)


def whole_image(program: Program) -> None:
    """The whole picture fills the window."""
    program.desk.do("whole-view")


def lesson(program: Program) -> None:
    """A page of a lesson whose question is open."""
    program.desk.lessons.open(built_in()[0].path)
    settle(program)
    program.teaching.course.go(2)


VIEWS: tuple[View, ...] = (step_by_step, multiplying, channels, large_kernel, dilated, whole_image, lesson)


def settle(program: Program) -> None:
    """Waits until nothing more is coming."""
    quiet = 0
    while quiet < 15:
        QApplication.processEvents()
        time.sleep(0.01)
        quiet = quiet + 1 if program.jobs.idle() and program.session.agreement else 0


def take(
    app: QApplication, view: View, size: tuple[int, int], theme: str, photo: str | None, path: Path
) -> None:
    """One picture of one view."""
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder) / "settings.json")
        file.save(replace(file.load()[0], theme=theme))
        program = Program(app, photo, file)
        program.window.resize(*size)
        program.start()
        while program.session.story is None or (
            photo and program.session.story.source.title != Path(photo).name
        ):
            QApplication.processEvents()
        settle(program)
        view(program)
        settle(program)
        program.window.grab().save(str(path))
        program.window.close()
        program.window.deleteLater()
        QApplication.processEvents()


def main(folder: str, photo: str | None = None) -> None:
    """All views at all sizes in all themes."""
    app = QApplication([])
    Path(folder).mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        for width, height in SIZES:
            for theme in THEMES:
                path = Path(folder) / f"{view.__name__}-{width}x{height}-{theme}.png"
                take(app, view, (width, height), theme, photo, path)
                print(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
