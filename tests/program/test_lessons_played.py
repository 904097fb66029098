"""Every lesson that comes with the program, played through in a window of 1280 × 720 in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from convviz import i18n
from convviz.figure.figure import Spot
from convviz.figure.unbroken import unbroken
from convviz.i18n import tr
from convviz.labs.lab import Hidden
from convviz.labs.questions import Asked
from convviz.scene.lesson import Page, Question
from convviz.scene.lesson_file import BuiltIn, built_in
from tests import fits
from tests.program.conftest import Person

SIZE = (1280, 720)
LEAST = 260
"""Pixels that the stage has at least, however much the page says."""
AT_ONCE = 1e12
"""Steps per second with which whatever is played has ended at the next frame."""


class Pupil:
    """Somebody who goes through lessons: reads, watches, answers wrong and right, has it revealed.

    Attributes:
        cut: every text that could not be read on the way.
    """

    def __init__(self, person: Person, code: str) -> None:
        self.person, self.code = person, code
        self.course, self.panel = person.program.teaching.course, person.desk.lessons.panel
        self.row = self.panel.question
        self.cut: set[str] = set()
        person.window.setUpdatesEnabled(False)  # laid out, but not painted

    def go_through(self, entry: BuiltIn) -> None:
        """A lesson from its first page to its last."""
        window, lesson = self.person.window, entry.load()
        window.chosen.emit("lessons", str(entry.path))
        assert self.course.lesson == lesson
        for n, page in enumerate(lesson.pages, 1):
            self.arrive(page)
            where = f"{entry.number}.{n}"
            self.read(page, f"{n} of {len(lesson.pages)}" if self.code == "en" else f"{n}")
            self.look(where)
            self.watch(page)
            if page.question:
                self.answer(page.question, where)
            assert window.actions_by_id["next-page"].isEnabled() == (n < len(lesson.pages))
            window.actions_by_id["next-page"].trigger()

    def arrive(self, page: Page) -> None:
        """Waits for the page's story, not for the whole picture's result."""
        self.person.until(lambda: self.course.page == page and self.is_there(page))

    def is_there(self, page: Page) -> bool:
        story, t = self.person.story, self.person.program.player.t
        return story is not None and story.scene == page.scene and t == self.course.begins

    def read(self, page: Page, place: str) -> None:
        """What the page says stands there, in the language of the window, and nothing is to be scrolled."""
        panel, own = self.panel, page.text.own(self.code)
        assert panel.title.text() == page.title.own(self.code)
        assert panel.text.label.text() == unbroken(own)
        assert place in panel.place.text()
        assert self.person.window.actions_by_id["whole-view"].isChecked() == (page.view == "whole")
        assert not panel.back.isVisible()

    def look(self, where: str) -> None:
        """Notes what of the page cannot be read, once the window has come to rest."""
        for _ in range(20):
            QApplication.processEvents()
            found = set(self.unread())
            if not found:
                return
            self.person.qtbot.wait(20)
        self.cut |= {f"{where}: {words}" for words in found}

    def unread(self) -> Iterator[str]:
        """What of the page cannot be read now; the panel is not to be scrolled, nor to push anything out."""
        window, text = self.person.window, self.panel.text
        yield from fits.complaints(self.panel)
        if text.label.heightForWidth(text.viewport().width()) > text.viewport().height() + fits.SLACK:
            yield "the text is to be scrolled"
        if (window.width(), window.height()) != SIZE:
            yield f"the window has grown to {window.width()} × {window.height()}"
        if self.person.stage.isVisible() and self.person.stage.height() < LEAST:
            yield f"the stage has only {self.person.stage.height()} pixels"

    def watch(self, page: Page) -> None:
        """Plays what the page wants to be watched, to its end."""
        player = self.person.program.player
        assert self.panel.watch.isVisible() == (page.watch is not None)
        if page.watch is None:
            return
        self.click(self.panel.watch)
        assert player.playing
        player.speed = AT_ONCE
        player.tick()
        assert not player.playing
        assert player.t == player.timeline.finished(page.watch[1])

    def answer(self, question: Question, where: str) -> None:
        """Answers wrong, then right, then has the answer revealed."""
        row, asked = self.row, self.course.asked
        assert asked is not None, where
        assert row.prompt.text() == unbroken(question.prompt.own(self.code))
        assert self.course.hidden == asked.hidden
        self.say(asked, right=False)
        assert row.badge.text() == tr("Not quite"), where
        self.told(asked, where)
        self.look(f"{where}, answered")  # it says most when the answer was wrong
        self.click(row.again)
        self.say(asked, right=True)
        assert row.badge.text() == tr("Right"), where
        self.told(asked, where)
        self.click(row.again)
        assert self.course.reply is None
        assert self.course.hidden == asked.hidden
        self.click(row.reveal)
        assert not row.badge.isVisible()
        self.told(asked, where)

    def say(self, asked: Asked, right: bool) -> None:
        """Types a number, or clicks an output cell."""
        if asked.answer.kind == "number":
            number = asked.number if right else asked.number + 1
            self.row.field.setText(f"{number:.6g}" if abs(number) < 1e5 else f"{number:.0f}")
            self.click(self.row.check)
            return
        region = asked.story.region(0)
        cells = {
            (row, col)
            for row in range(region.top, region.bottom)
            for col in range(region.left, region.right)
            if ((row, col) in asked.cells) == right
        }
        self.person.click(Spot("output", *min(cells)))

    def told(self, asked: Asked, where: str) -> None:
        """The truth is said, and nothing is hidden any more."""
        said = self.row.said.text()
        assert unbroken(tr(asked.truth)) in said, where
        assert unbroken(asked.question.after.own(self.code)) in said, where
        assert self.course.hidden == Hidden(right=frozenset(asked.cells)), where

    def click(self, button: QPushButton) -> None:
        """Without the mouse, which would have the whole stage drawn each time."""
        assert button.isVisible()
        assert button.isEnabled()
        button.click()


@pytest.fixture
def pupil(speaker: Person) -> Pupil:
    return Pupil(speaker, i18n.language())


def test_every_lesson_is_played_through(pupil: Pupil) -> None:
    for entry in built_in():
        pupil.go_through(entry)
    pupil.person.settle()
    assert not pupil.cut, "\n".join(sorted(pupil.cut))
