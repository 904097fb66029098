"""Small pictures of scenes, made one after another while somebody looks for one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from convviz.core.errors import Refusal
from convviz.core.samples import load_sample
from convviz.figure.figure import Figure, Size
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.pictures import read_source
from convviz.labs.story import tell
from convviz.labs.whole_pictures import WholePictures
from convviz.paint.painter import paint
from convviz.paint.theme import Theme
from convviz.scene.codec import SceneFile, Shown
from convviz.scene.examples import load_example
from convviz.scene.lesson_file import read_lesson
from convviz.scene.scene import Scene
from convviz.scene.scene_files import read_scene
from convviz.scene.work import decode_work
from convviz.state.jobs import Jobs
from convviz.views.gallery_tile import to_image

STAGE = Size(760, 475)
"""The stage that is drawn, to be shown much smaller."""
SIZE = QSize(416, 260)
"""Pixels of a preview; a tile of half as many is sharp on fine screens."""


@dataclass(frozen=True)
class Drawing:
    """The stage of a scene, ready to be painted."""

    figure: Figure


Work = Callable[[], Drawing | QImage]


def of_file(path: str) -> Work:
    """The stage as a scene file has it."""
    return lambda: _drawn(read_scene(path))


def of_lost(path: str) -> Work:
    """The stage as it was when the work was cut off."""
    return lambda: _drawn(decode_work(Path(path).read_bytes()).file)


def of_example(name: str) -> Work:
    """The stage of an example at its first step."""
    return lambda: _staged(load_example(name), None)


def of_lesson(path: Path) -> Work:
    """The stage of a lesson's first page that asks nothing, which a preview would answer."""

    def work() -> Drawing:
        pages = read_lesson(path).pages
        page = next((page for page in pages if page.question is None), None)
        return _staged(page.scene, page.at, page.view) if page else _staged(pages[0].scene, 0.0)

    return work


def of_sample(name: str) -> Work:
    """A picture that comes with the program, the middle of it."""

    def work() -> QImage:
        image = to_image(load_sample(name).pixels)
        mode = Qt.TransformationMode.SmoothTransformation
        if image.width() < SIZE.width() / 2:  # a drawing of a few pixels
            mode = Qt.TransformationMode.FastTransformation
        large = image.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatioByExpanding, mode)
        left, top = (large.width() - SIZE.width()) // 2, (large.height() - SIZE.height()) // 2
        return large.copy(left, top, SIZE.width(), SIZE.height())

    return work


def _drawn(file: SceneFile) -> Drawing:
    return _staged(file.scene, file.t, file.view)


def _staged(scene: Scene, t: float | None, view: Shown = "step") -> Drawing:
    lab = lab_of(scene)
    story = tell(scene, read_source(scene), lab)
    moment = story.timeline.at(story.timeline.finished(0) if t is None else t)
    if view == "whole":
        return Drawing(WholePictures(story, lab).draw(moment, Look(STAGE)))
    return Drawing(lab.draw(story, moment, Look(STAGE)))


class Previews(QObject):
    """Makes previews in the order they are asked for, one at a time: the stage goes first."""

    ready = Signal(str, object)
    """(key, QImage) of a preview that is made."""
    failed = Signal(str, object)
    """(key, Message) of one that cannot be."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self.theme = jobs, theme
        self._waiting: deque[tuple[str, Work]] = deque()
        self._busy = False

    def ask(self, key: str, work: Work) -> None:
        """Asks for a preview."""
        self._waiting.append((key, work))
        if not self._busy:
            self._next()

    def stop(self) -> None:
        """Makes no more."""
        self._waiting.clear()
        self._jobs.drop("preview")

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._waiting:
            return
        key, work = self._waiting.popleft()

        def made(result: Drawing | QImage) -> None:
            self.ready.emit(key, painted(result, self.theme) if isinstance(result, Drawing) else result)
            self._next()

        def failed(refusal: Refusal) -> None:
            self.failed.emit(key, refusal.message)
            self._next()

        self._jobs.start("preview", work, made, failed)


def painted(drawing: Drawing, theme: Theme) -> QImage:
    """A stage as a preview."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.color("card"))
    painter = QPainter(image)
    margin = 10
    scale = min((SIZE.width() - 2 * margin) / STAGE.w, (SIZE.height() - 2 * margin) / STAGE.h)
    painter.translate(margin, margin)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint(drawing.figure, painter, theme)
    painter.end()
    return image
