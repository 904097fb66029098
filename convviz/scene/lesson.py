"""A lesson: pages in order, each a scene, a few sentences, and perhaps something to watch and a question.

Its texts are data, each in the program's two languages. What a question's right answer is stands nowhere in
it: that is computed from the page's scene when it is asked (labs.questions).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from convviz.core.errors import SpecError
from convviz.scene.checks import check_finite, check_most
from convviz.scene.codec import Place
from convviz.scene.scene import Scene

ENGLISH, CHINESE = "en", "zh_CN"
MAX_PAGES = 200
MAX_TEXT = 4000
"""Characters of one text: a page is read in front of a class."""
MAX_INDEX = 1 << 30
"""The largest row, column or step: as many as an output may have."""


class Words(msgspec.Struct, frozen=True, omit_defaults=True):
    """A text in the languages of the program."""

    en: str = ""
    zh: str = msgspec.field(default="", name="zh_CN")

    def __post_init__(self) -> None:
        check_most("text", max(len(self.en), len(self.zh)), MAX_TEXT)

    def of(self, language: str) -> str:
        """The text in a language; in the other one where only that is written."""
        first, second = (self.zh, self.en) if language == CHINESE else (self.en, self.zh)
        return first or second

    def own(self, language: str) -> str:
        """What is written in a language, and not in the other."""
        return self.zh if language == CHINESE else self.en

    def having(self, language: str, text: str) -> Words:
        """With another text in one language."""
        return Words(self.en, text) if language == CHINESE else Words(text, self.zh)


class Question(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something to predict before it is shown.

    Attributes:
        prompt: the question. asks: what is asked for, a row of labs.questions.ANSWERS.
        cell: the cell that is asked about, (row, column), of the output or of the input, as the row says.
        after: what is said when the answer has been revealed.
    """

    prompt: Words
    asks: str
    cell: tuple[int, int] | None = None
    after: Words = Words()

    def __post_init__(self) -> None:
        for name, place in zip(("row", "column"), self.cell or (), strict=False):
            _check_index(name, place)


class Page(msgspec.Struct, frozen=True, omit_defaults=True):
    """One page.

    Attributes:
        scene: what is on the stage. at: where the animation stands, in steps.
        view: the stage, or the whole picture. watch: the first and the last step of what is to be played.
        notes: what only the speaker sees.
        place: in a file, where the page's picture is, if it is a file of its own.
        held: in a file, the name of the page's picture, if the lesson's file holds it.
    """

    title: Words
    text: Words
    scene: Scene
    at: float = 0.0
    view: Literal["step", "whole"] = "step"
    watch: tuple[int, int] | None = None
    question: Question | None = None
    notes: Words = Words()
    place: Place | None = None
    held: str = ""

    def __post_init__(self) -> None:
        check_finite("at", self.at)
        if not 0 <= self.at <= MAX_INDEX:
            raise SpecError("out_of_range", name="at", value=self.at, least=0, most=MAX_INDEX)
        if self.watch:
            first, last = self.watch
            _check_index("step", first)
            _check_index("step", last)
            if last < first:
                raise SpecError("watch_backwards", first=first, last=last)


class Lesson(msgspec.Struct, frozen=True):
    """A lesson. `id` is its file's name without number and ending."""

    id: str
    title: Words
    summary: Words
    pages: tuple[Page, ...]

    def __post_init__(self) -> None:
        check_most("text", len(self.id), MAX_TEXT)
        check_most("pages", len(self.pages), MAX_PAGES)
        if not self.pages:
            raise SpecError("no_pages")


def _check_index(name: str, index: int) -> None:
    if index < 0:
        raise SpecError("negative", name=name, value=index)
    check_most(name, index, MAX_INDEX)
