"""A lesson as a film: its pages one after another, each under its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from convviz.export.footage import Array, Frame
from convviz.export.handout import Read
from convviz.export.take import Take
from convviz.i18n import language
from convviz.paint.film import Film, film_of
from convviz.scene.lesson import Lesson, Page

STANDING = 4
"""Seconds that a page is shown for on which nothing moves."""


@dataclass(frozen=True)
class Reel:
    """Footage of several films, one after another; the single picture is the first one's.

    Attributes:
        parts: films, and whether each of them moves or stands still. All are of one size and rate.
    """

    parts: tuple[tuple[Film, bool], ...]

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.parts[0][0].size

    @property
    def fps(self) -> int:
        """Ticks per second."""
        return self.parts[0][0].fps

    @property
    def ticks(self) -> int:
        """How long it is."""
        return sum(film.ticks if moves else STANDING * film.fps for film, moves in self.parts)

    def frames(self) -> Iterator[Frame]:
        """The frames of all films; no two that follow each other are the same."""
        waiting: Frame | None = None
        for frame in self._all():
            if waiting is not None and np.array_equal(waiting.pixels, frame.pixels):
                waiting = Frame(waiting.pixels, waiting.ticks + frame.ticks)
                continue
            if waiting is not None:
                yield waiting
            waiting = frame
        if waiting is not None:
            yield waiting

    def _all(self) -> Iterator[Frame]:
        for film, moves in self.parts:
            if moves:
                yield from film.frames()
            else:
                yield Frame(film.still(), STANDING * film.fps)

    def samples(self, count: int) -> Iterator[Array]:
        """Pictures from the beginning to the end."""
        each = max(1, count // len(self.parts))
        for film, moves in self.parts:
            yield from film.samples(each) if moves else iter((film.still(),))

    def still(self) -> Array:
        """The single picture."""
        return self.parts[0][0].still()

    def svg(self) -> bytes:
        """The single picture as SVG."""
        return self.parts[0][0].svg()

    def pdf(self) -> bytes:
        """The single picture as a page of PDF."""
        return self.parts[0][0].pdf()


def reel_of(lesson: Lesson, pages: Sequence[Page], like: Take, read: Read) -> Reel:
    """The film of some pages of a lesson, of the size, colours and rate of `like`.

    Raises: as paint.film.film_of.
    """
    return Reel(
        tuple(
            (film_of(_take(lesson, page, like), read(page.scene)), page.watch is not None) for page in pages
        )
    )


def _take(lesson: Lesson, page: Page, like: Take) -> Take:
    first, last = page.watch or (0, None)
    title = page.title.of(language()) or lesson.title.of(language())
    return Take(
        page.scene,
        like.size,
        like.theme,
        like.fps,
        first,
        last,
        like.speed,
        title=title,
        at=page.at,
        zoom=like.zoom,
        still=like.still,
    )
