"""A scene as a film: the stage's own figures, painted off any screen, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from convviz import assets
from convviz.core.cv import cv2
from convviz.core.errors import SpecError
from convviz.export.footage import Frame
from convviz.export.take import Take
from convviz.figure.figure import Box, Figure, Size, Spot, Text
from convviz.figure.projection import MARGIN
from convviz.i18n import msg, spoken
from convviz.labs import lab_of, predict
from convviz.labs.lab import NOTHING, Hidden, Lab, Look
from convviz.labs.story import Source, Story, tell
from convviz.labs.watched import watched
from convviz.labs.whole_pictures import WholePictures
from convviz.motion.shots import Shots
from convviz.motion.timeline import Moment
from convviz.paint.painter import paint
from convviz.paint.paragraphs import SILENCE, Captions, caption
from convviz.paint.theme import Theme, load
from convviz.scene.scene import MAX_SPEED, MIN_SPEED

Array = NDArray[Any]

TITLE, TITLE_SIZE = 34.0, 20.0
"""The height that a title takes, and the size of its letters."""
PLENTY, LEAST = Size(960, 540), Size(560, 280)
"""Room in which a figure is drawn at its own size: more is filled by enlarging it, so that a film of any
size can be read from as far away; less than the least by making it smaller."""
CAPTIONED, WITH_CAPTIONS = 0.45, Size(800, 450)
"""The share of a screen's height that captions may take; the least room with them, instead of LEAST."""
INSET = 16.0
"""Between the sides of a stage and the captions above and below it, as labs leave it to their own texts."""


@dataclass(frozen=True)
class Screen:
    """What a film is shown on: its pixels, its colours, a title above the figure if there is one.

    Attributes:
        captions: what is said above and below the figure. zoom, fixed: as a Take's zoom and scale.
    """

    width: int
    height: int
    theme: Theme
    title: str = ""
    captions: Captions = SILENCE
    zoom: float = 1.0
    fixed: float | None = None

    @property
    def scale(self) -> float:
        """Pixels for one of the figure's: as wished, as far as there is room."""
        if self.fixed is not None:
            return self.fixed
        enlarged = min(self.width / PLENTY.w, self.height / PLENTY.h)
        least = WITH_CAPTIONS if self.captions.above else LEAST
        most = min(self.width / least.w, self.height / least.h)
        usual = max(enlarged, min(1.0, most))
        return min(usual * self.zoom, max(usual, most))

    @property
    def room(self) -> Size:
        """The screen in the figure's pixels."""
        return Size(self.width / self.scale, self.height / self.scale)

    @property
    def top(self) -> float:
        """Where the figure begins, below the title and what else is said there."""
        return MARGIN + (TITLE if self.title else 0) + self.above.h

    @property
    def stage(self) -> Size:
        """What the figure may fill, in its own pixels."""
        return Size(self.room.w - 2 * MARGIN, max(self.room.h - self.top - self.below.h - MARGIN, 1.0))

    @cached_property
    def said(self) -> Captions:
        """The captions, in letters of a size that leaves the figure its room."""
        return self.captions.fitted(self._line, self._most)

    @cached_property
    def above(self) -> Box:
        """The place of the captions above the figure."""
        top = MARGIN + (TITLE if self.title else 0)
        height = Captions(self.said.above).height(self._line)
        return Box(MARGIN + INSET, top, self._line, min(height, self._most))

    @cached_property
    def below(self) -> Box:
        """The place of those below it."""
        height = self.said.height(self._line) - Captions(self.said.above).height(self._line)
        height = min(height, self._most - self.above.h)
        return Box(MARGIN + INSET, self.room.h - MARGIN - height, self._line, height)

    @property
    def _line(self) -> float:
        return self.room.w - 2 * (MARGIN + INSET)

    @property
    def _most(self) -> float:
        return CAPTIONED * self.room.h


@dataclass(frozen=True, eq=False)
class Film:
    """Footage for exporters; see convviz.export.footage.

    Everything shown is `lab.draw` of a moment, painted by `paint`, as on the stage.

    Attributes:
        story: not shared with another thread. shots: the frames' moments.
        at: the moment of the single picture. spot: the cell that is pointed at in it.
        hidden: what is not to be seen. pictures: what is shown instead of the stage, if anything is.
        language: of its texts; the program's own where it says none.
    """

    story: Story
    lab: Lab
    screen: Screen
    shots: Shots
    at: Moment
    spot: Spot | None = None
    hidden: Hidden = NOTHING
    pictures: WholePictures | None = None
    language: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return (self.screen.width, self.screen.height)

    @property
    def fps(self) -> int:
        """Ticks per second."""
        return self.shots.fps

    @property
    def ticks(self) -> int:
        """How long it is."""
        return self.shots.ticks

    def frames(self) -> Iterator[Frame]:
        """The frames; moments that look the same are one."""
        shown: Array | None = None
        ticks = 0
        for moment, count in self.shots:
            pixels = self.picture(moment)
            if shown is not None and not np.array_equal(pixels, shown):
                yield Frame(shown, ticks)
                ticks = 0
            shown, ticks = pixels, ticks + count
        assert shown is not None, "a film has at least one moment"
        yield Frame(shown, ticks)

    def samples(self, count: int) -> Iterator[Array]:
        """Pictures from the beginning to the end, in different phases where there are several."""
        last = self.ticks - 1
        for n in range(count):
            yield self.picture(self.shots.moment(n * last // max(1, count - 1)))

    def still(self) -> Array:
        """The single picture."""
        return self.picture(self.at, self.spot)

    def svg(self) -> bytes:
        """The single picture as SVG."""
        from convviz.paint.vectors import as_svg  # QtSvg is loaded when it is needed

        return as_svg(self.screen.room, self._draw, self.screen.title)

    def pdf(self) -> bytes:
        """The single picture as a page of PDF."""
        from convviz.paint.vectors import as_pdf

        return as_pdf(self.screen.room, self._draw, self.screen.title)

    def picture(self, moment: Moment, spot: Spot | None = None) -> Array:
        """A moment in pixels, uint8 (H, W, 3)."""
        pixels, image = self._canvas
        painter = QPainter(image)
        try:
            painter.scale(self.screen.scale, self.screen.scale)
            self._paint(moment, painter, spot)
        finally:
            painter.end()
        copy: Array = cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGB)
        return copy

    @cached_property
    def _canvas(self) -> tuple[Array, QImage]:
        """Pixels that every picture is painted on, and the same to Qt."""
        width, height = self.size
        pixels = np.zeros((height, width, 4), np.uint8)
        return pixels, QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)

    def figure(self, moment: Moment, spot: Spot | None = None) -> Figure:
        """What is on the stage at a moment, less what only invites to click."""
        look = Look(self.screen.stage, spot, hidden=self.hidden)
        if self.pictures is not None:
            return self.pictures.draw(moment, look, self.screen.scale)
        return watched(predict.draw(self.lab, self.story, moment, look))

    def _draw(self, painter: QPainter) -> None:
        """Paints the single picture."""
        self._paint(self.at, painter, self.spot)

    def _paint(self, moment: Moment, painter: QPainter, spot: Spot | None = None) -> None:
        screen, room = self.screen, self.screen.room
        with spoken(self.language, assets.path("i18n")):
            painter.fillRect(0, 0, round(room.w) + 1, round(room.h) + 1, screen.theme.color("card"))
            if screen.title:
                paint(_heading(screen.title, room.w), painter, screen.theme)
            caption(screen.said.above, painter, screen.theme, screen.above)
            caption(screen.said.below, painter, screen.theme, screen.below)
            painter.translate(MARGIN, screen.top)
            paint(self.figure(moment, spot), painter, screen.theme)


def _heading(title: str, width: float) -> Figure:
    room, said = width - 2 * MARGIN, msg("{title}", title=title)
    line = Text(
        width / 2,
        MARGIN + TITLE / 2 - 2,
        said,
        size=TITLE_SIZE,
        align="center",
        bold=True,
        room=room,
        least=13,
    )
    return Figure(Size(width, TITLE), (line,), said)


def film_of(take: Take, source: Source) -> Film:
    """The film that a person asked for, on the picture of its scene.

    It tells the scene's story anew, so that it may be painted in another thread than the stage.

    Raises: SpecError("no_such_steps") when its steps are not the story's, in order, "no_such_moment" when
    its single picture is to show a time that is not, "out_of_range"; others as labs.story.tell.
    """
    lab = lab_of(take.scene)
    story = tell(take.scene, source, lab)
    steps = story.timeline.steps
    last = steps - 1 if take.last is None else take.last
    if not 0 <= take.first <= last < steps:
        raise SpecError("no_such_steps", first=take.first, last=last, end=steps - 1)
    at = story.timeline.finished(take.first) if take.at is None else take.at
    if not 0 <= at <= steps:
        raise SpecError("no_such_moment", at=at, end=steps)
    speed = take.scene.speed if take.speed is None else take.speed
    if not MIN_SPEED <= speed <= MAX_SPEED:
        raise SpecError("out_of_range", name="speed", value=speed, least=MIN_SPEED, most=MAX_SPEED)
    shots = Shots(story.timeline, take.first, last, speed, take.fps, still=take.still)
    screen = Screen(*take.size, load(take.theme), take.title, zoom=take.zoom, fixed=take.scale)
    moment = story.timeline.at(at)
    return Film(
        story,
        lab,
        screen,
        shots,
        moment.settled if take.still else moment,
        take.spot,
        take.hidden,
        WholePictures(story, lab, take.seen) if take.whole else None,
        take.language,
    )
