"""A lesson as a film: its pages one after another, each with what it says and asks, and then its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from unicodedata import east_asian_width

import numpy as np

from convviz import assets
from convviz.core.errors import SpecError
from convviz.export.footage import Array, Frame
from convviz.export.handout import Read
from convviz.export.paper import Paragraph
from convviz.export.take import Take
from convviz.i18n import language, msg, spoken, tr
from convviz.labs.lab import NOTHING, Hidden
from convviz.labs.questions import Asked
from convviz.labs.story import Source
from convviz.paint.film import Film, film_of
from convviz.paint.paragraphs import Captions
from convviz.scene.lesson import Lesson, Page
from convviz.scene.scene import Scene
from convviz.scene.scene import replace as replaced

STANDING, THINKING = 4.0, 6.0
"""Seconds that a page is shown for on which nothing moves, at the least; and that a question stays open."""
READ, READ_CHINESE = 15.0, 6.0
"""Characters that a class reads in a second."""


@dataclass(frozen=True)
class Part:
    """A stretch of a reel: its film is made when its turn comes, and let go of afterwards.

    Attributes:
        ticks: how long it is shown. moves: whether it is a film, or one picture of it that stands still.
    """

    make: Callable[[], Film]
    ticks: int
    moves: bool

    def frames(self) -> Iterator[Frame]:
        """Its frames."""
        if self.moves:
            yield from self.make().frames()
        else:
            yield Frame(self.make().still(), self.ticks)

    def samples(self, count: int) -> Iterator[Array]:
        """Pictures from its beginning to its end."""
        film = self.make()
        yield from film.samples(count) if self.moves else iter((film.still(),))


@dataclass(frozen=True)
class Reel:
    """Footage of several films, one after another; the single picture is the first one's.

    Attributes:
        parts: all of one size and rate. size: (width, height) in pixels. fps: ticks per second.
    """

    parts: tuple[Part, ...]
    size: tuple[int, int]
    fps: int

    @property
    def ticks(self) -> int:
        """How long it is."""
        return sum(part.ticks for part in self.parts)

    def frames(self) -> Iterator[Frame]:
        """The frames of all parts; no two that follow each other are the same."""
        waiting: Frame | None = None
        for part in self.parts:
            for frame in part.frames():
                if waiting is not None and np.array_equal(waiting.pixels, frame.pixels):
                    waiting = Frame(waiting.pixels, waiting.ticks + frame.ticks)
                    continue
                if waiting is not None:
                    yield waiting
                waiting = frame
        if waiting is not None:
            yield waiting

    def samples(self, count: int) -> Iterator[Array]:
        """Pictures from the beginning to the end."""
        each = max(1, count // len(self.parts))
        for part in self.parts:
            yield from part.samples(each)

    def still(self) -> Array:
        """The single picture."""
        return self.parts[0].make().still()

    def svg(self) -> bytes:
        """The single picture as SVG."""
        return self.parts[0].make().svg()

    def pdf(self) -> bytes:
        """The single picture as a page of PDF."""
        return self.parts[0].make().pdf()


def reel_of(lesson: Lesson, pages: Sequence[Page], like: Take, read: Read) -> Reel:
    """The film of some pages of a lesson, one at least; `read` reads a scene's picture.

    `like` says size, colours, rate and language, and steps, speed, title and moment where they are to be
    other ones than the pages' own. What its scene is does not matter.

    Raises: as page_film.
    """
    remembering = _remembering(read)
    titled = [page if page.title.of(_code(like)) else replaced(page, title=lesson.title) for page in pages]
    parts = (part for page in titled for part in _parts(page, like, remembering))
    return Reel(tuple(parts), like.size, like.fps)


def page_film(page: Page, like: Take, source: Source, answered: bool = False) -> Film:
    """The film of one page, with its sentences and its question, open or answered.

    Steps that the page does not have are left out; its scene may have been changed.

    Raises: SpecError("no_such_steps") for steps that are not in order; others as paint.film.film_of, and
    labs.questions.Asked.
    """
    take = replace(like, scene=page.scene, first=0, last=None, whole=page.view == "whole", title="")
    with spoken(like.language, assets.path("i18n")):
        film = film_of(take, source)
        asked = Asked(film.story, page.question) if page.question else None
        captions = _captions(page, like.title, asked, answered)
    timeline = film.story.timeline
    first, last = _steps(page, like, timeline.steps - 1)
    own = timeline.finished(first) if _chosen(like) else min(page.at, timeline.steps)
    moment = timeline.at(own if like.at is None else like.at)
    if asked is not None and answered:
        moment = timeline.at(timeline.finished(moment.step if asked.step is None else asked.step))
    right = Hidden(right=frozenset(asked.cells)) if asked else NOTHING
    return replace(
        film,
        screen=replace(film.screen, captions=captions),
        shots=replace(film.shots, first=first, last=last),
        at=moment.settled if like.still else moment,
        hidden=right if answered or asked is None else replace(asked.hidden, until="later"),
    )


def _parts(page: Page, like: Take, read: Read) -> Iterator[Part]:
    """What there is of a page: its steps, if it is to be watched, or itself; its question, its answer."""
    shots = page_film(page, like, read(page.scene)).shots
    code = _code(like)
    seconds = _time(page.text.of(code) + (page.question.prompt.of(code) if page.question else ""))

    def standing(seconds: float, answered: bool = False) -> Part:
        make = partial(_made, page, like, read, answered)
        return Part(make, round(seconds * like.fps), moves=False)

    moves = page.watch is not None or _chosen(like)
    if moves:
        still = max(shots.hold, seconds - shots.seconds + shots.hold)
        made = partial(_made, page, like, read, hold=still)
        yield Part(made, replace(shots, hold=still).ticks, moves=True)
    elif page.question is None:
        yield standing(seconds)
    if page.question is not None:
        yield standing(THINKING if moves else max(seconds, THINKING))
        yield standing(_time(page.question.after.of(code)), answered=True)


def _made(page: Page, like: Take, read: Read, answered: bool = False, hold: float = 1.0) -> Film:
    film = page_film(page, like, read(page.scene), answered)
    return replace(film, shots=replace(film.shots, hold=hold))


def _remembering(read: Read) -> Read:
    """`read`, which remembers what it read last: pages that follow one another are often on one picture."""
    kept: dict[tuple[object, ...], Source] = {}

    def reading(scene: Scene) -> Source:
        key = (scene.picture, scene.channel, scene.layer.reads_slices)
        if key not in kept:
            kept.clear()
            kept[key] = read(scene)
        return kept[key]

    return reading


# --- what is shown of a page


def _chosen(like: Take) -> bool:
    """Whether other steps are asked for than the pages' own."""
    return like.first != 0 or like.last is not None


def _steps(page: Page, like: Take, end: int) -> tuple[int, int]:
    """The first and the last step that are shown, of those from 0 to `end`."""
    first, last = (like.first, like.last) if _chosen(like) else page.watch or (0, None)
    if first < 0 or (last is not None and last < first):
        raise SpecError("no_such_steps", first=first, last=end if last is None else last, end=end)
    return min(first, end), end if last is None else min(last, end)


def _captions(page: Page, title: str, asked: Asked | None, answered: bool) -> Captions:
    """What is said above the stage and below it, in the language of the moment."""
    code = language()
    above = [Paragraph(title or page.title.of(code), 20.0, True, after=4.0)]
    if page.text.of(code):
        above.append(Paragraph(page.text.of(code), 15.0, after=8.0))
    if page.question is None or asked is None:
        return Captions(tuple(above))
    prompt = Paragraph(page.question.prompt.of(code), 16.0, True, before=6.0, after=2.0)
    truth = f"{tr(msg('Answer: {truth}', truth=asked.truth))}   {page.question.after.of(code)}"
    answer = Paragraph(truth.strip(), 15.0, role="output")
    if answered:
        return Captions(tuple(above), (prompt, answer))
    return Captions(tuple(above), (prompt,), (answer,))


def _code(like: Take) -> str:
    return like.language or language()


def _time(text: str) -> float:
    """Seconds in which a text is read, and what is beside it looked at."""
    wide = sum(east_asian_width(character) in "WF" for character in text)
    return max(STANDING, wide / READ_CHINESE + (len(text) - wide) / READ)
