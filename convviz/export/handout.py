"""A lesson on paper: its pages one after another, its questions with blanks, and the answers at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from convviz.core.errors import Refusal
from convviz.export.paper import BLANK, Block, Drawing, NewPage, Paragraph, heading, headline
from convviz.export.worksheet import PAPER, drawing
from convviz.i18n import Message, language, msg, tr
from convviz.labs import lab_of
from convviz.labs.lab import NOTHING, Look
from convviz.labs.predict import draw
from convviz.labs.questions import Asked
from convviz.labs.story import Source, tell
from convviz.labs.whole_pictures import WholePictures
from convviz.scene.lesson import Lesson, Page
from convviz.scene.scene import Scene

Read = Callable[[Scene], Source]
FINER = 3.0
"""Pixels of a photo on paper for each of 1/96 inch."""


def handout(lesson: Lesson, read: Read) -> Iterator[Block]:
    """A lesson in the language of the moment; `read` reads a scene's picture.

    Raises: Refusal: a page's picture cannot be read, or its scene cannot be shown.
    """
    code, answers = language(), list[Paragraph]()
    yield headline(lesson.title.of(code))
    if lesson.summary.of(code):
        yield Paragraph(lesson.summary.of(code), 14.0, role="muted", after=14.0)
    for number, page in enumerate(lesson.pages, 1):
        yield from _page(page, number, read, answers)
    if answers:
        yield NewPage()
        yield headline(msg("Answers"))
        yield from answers


def _page(page: Page, number: int, read: Read, answers: list[Paragraph]) -> Iterator[Block]:
    code = language()
    lab = lab_of(page.scene)
    story = tell(page.scene, read(page.scene), lab)
    asked = Asked(story, page.question) if page.question else None
    yield heading(msg("{n}. {title}", n=number, title=page.title.of(code)))
    if page.text.of(code):
        yield Paragraph(page.text.of(code), keep=True)
    look = Look(PAPER, hidden=replace(asked.hidden, until="end") if asked else NOTHING)
    moment = story.timeline.at(page.at)
    if page.view == "whole":
        whole = WholePictures(story, lab).draw(moment, look, FINER)
        stage = Drawing(whole, whole.size.h)
    else:
        stage = drawing(draw(lab, story, moment, look))
    yield replace(stage, keep=asked is not None)
    if page.question and asked:
        yield Paragraph(f"{page.question.prompt.of(code)}  {BLANK}", bold=True, after=14.0)
        truth = tr(msg("{n}. {truth}", n=number, truth=asked.truth))
        answers.append(Paragraph(f"{truth}   {page.question.after.of(code)}", after=8.0))


def check(lesson: Lesson, read: Read) -> Iterator[tuple[int, Message]]:
    """Everything that is wrong with a lesson's pages: (number of the page, what), from 1."""
    for number, page in enumerate(lesson.pages, 1):
        try:
            story = tell(page.scene, read(page.scene), lab_of(page.scene))
            if page.question:
                Asked(story, page.question).check()
        except Refusal as refusal:
            yield number, refusal.message
            continue
        last = story.timeline.steps - 1
        if page.watch and page.watch[1] > last:
            yield (
                number,
                msg(
                    "It is to be watched to step {step}, but the last is {last}, counted from 0.",
                    step=page.watch[1],
                    last=last,
                ),
            )
        if page.at > last + 1:
            said = "It begins at {at}, but the last step is {last}, counted from 0."
            yield number, msg(said, at=page.at, last=last)
        for name, words in ((msg("title"), page.title), (msg("text"), page.text)):
            if not (words.en and words.zh):
                yield number, msg("Its {name} is not written in both languages.", name=name)
