"""A lesson being played: which page is open, whether a person has gone exploring, what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.errors import Refusal
from convviz.i18n import Message
from convviz.labs import lab_of
from convviz.labs.lab import NOTHING, Hidden
from convviz.labs.predict import stopped
from convviz.labs.questions import Asked, Place, find
from convviz.labs.story import Story
from convviz.motion.timeline import Moment
from convviz.scene.lesson import Lesson, Page, Question
from convviz.scene.scene import Scene, replace
from convviz.state.player import Player
from convviz.state.session import Session


@dataclass(frozen=True)
class Reply:
    """What was answered: the number as typed or the cell that was clicked; None when it was only revealed."""

    given: str | Place | None
    right: bool


class Course(QObject):
    """The course of a lesson. Views show it and hold nothing of it, and so can be made anew at any time.

    A page is its scene, brought to the store like any other choice: everything can be tried out from there,
    undone, and brought back.
    """

    changed = Signal()
    """Another lesson or page, or another state of it."""

    def __init__(self, session: Session, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._store, self._player = session, session.store, player
        self.lesson: Lesson | None = None
        self.number = 0
        self._replies: dict[int, Reply] = {}
        self._coming: Page | None = None
        self._asked: Asked | None = None
        self._about: Story | None = None
        self._of: Question | None = None
        self.trouble: Message | None = None
        """Why the page's question cannot be asked of its scene, if so."""
        session.story_changed.connect(self._arrive)
        self._store.refused.connect(self._give_up)

    # --- where it stands

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self.lesson.pages[self.number] if self.lesson else None

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.lesson.pages) if self.lesson else 0

    @property
    def explored(self) -> bool:
        """Whether something else than the page is on the stage."""
        page = self.page
        return page is not None and self._coming is None and not _same(self._store.scene, page.scene)

    @property
    def reply(self) -> Reply | None:
        """What the page's question was answered; None while it is open."""
        return self._replies.get(self.number)

    @property
    def asked(self) -> Asked | None:
        """The page's question about what is on the stage; None without one, and while exploring."""
        page, story = self.page, self._session.story
        if page is None or page.question is None or story is None or not _same(story.scene, page.scene):
            return None
        if self._about is not story or self._of is not page.question:
            self._about, self._of = story, page.question
            self._asked, self.trouble = _ask(story, page.question)
        return self._asked

    @property
    def hidden(self) -> Hidden:
        """What must not be seen yet; once it may, which cells were right."""
        asked = self.asked
        if asked is None:
            return NOTHING
        return asked.hidden if self.reply is None else Hidden(right=frozenset(asked.cells))

    @property
    def begins(self) -> float:
        """Where the page begins, in steps: where it says, or earlier in that step.

        The stage stops before the result of a hidden cell: there the page begins, lest its step be called
        done.
        """
        page, story = self.page, self._session.story
        if page is None or story is None:
            return 0.0
        moment = story.timeline.at(page.at)
        before = self._seen(story, moment)
        if before is moment:
            return page.at
        return before.step + story.timeline.starts[before.order.index(before.phase)]

    def waits(self, moment: Moment) -> bool:
        """Whether the stage has stopped before this moment, until the question is answered."""
        story = self._session.story
        return story is not None and self._seen(story, moment) is not moment

    def _seen(self, story: Story, moment: Moment) -> Moment:
        """The moment that the stage shows, which is an earlier one while it would tell the answer."""
        return stopped(lab_of(story.scene), story, moment, self.hidden)

    # --- going through it

    def open(self, lesson: Lesson, number: int = 0) -> None:
        """Opens a lesson at a page.

        Raises: SpecError: it asks what nobody can.
        """
        for page in lesson.pages:
            if page.question:
                find(page.question.asks)
        self.lesson, self._replies = lesson, {}
        self._show(number)

    def close(self) -> None:
        """Leaves the lesson; what is on the stage stays."""
        self.lesson, self._replies, self._coming = None, {}, None
        self.number = 0
        self.changed.emit()

    def go(self, number: int) -> None:
        """Opens a page; nothing beyond the first and the last."""
        if 0 <= number < self.pages and number != self.number:
            self._show(number)

    def following(self) -> None:
        """The next page."""
        self.go(self.number + 1)

    def previous(self) -> None:
        """The page before."""
        self.go(self.number - 1)

    def back(self) -> None:
        """Shows the page as it is in the lesson, after exploring."""
        if self.lesson:
            self._show(self.number)

    def watch(self) -> None:
        """Plays the steps that the page wants to be watched, and pauses at their end."""
        page, story = self.page, self._session.story
        if page is None or page.watch is None or story is None:
            return
        last = story.timeline.steps - 1
        self._player.play_range(min(page.watch[0], last), min(page.watch[1], last))

    def _show(self, number: int) -> None:
        assert self.lesson is not None
        self.number, page = number, self.lesson.pages[number]
        self._player.pause()
        self._coming = page
        if _beside(self._store.scene, page.scene) == page.scene and self._session.story is not None:
            self._begin()
        else:
            # Not when the picture is there at last, but another page was turned to meanwhile.
            self._store.edit(lambda scene: _beside(page.scene, scene) if self._coming is page else scene)
        self.changed.emit()

    def _arrive(self, story: Story) -> None:
        """The scene is another one: the page that was asked for, or somebody goes exploring.

        What is hidden is told at once; the player moves when everybody has been shown the story.
        """
        page = self.page
        if page is None:
            return
        if self._coming is page and _beside(story.scene, page.scene) == page.scene:
            QTimer.singleShot(0, self._begin)
        self.changed.emit()

    def _begin(self) -> None:
        """Goes to where the page begins, if it is still the one that was asked for."""
        page, story = self._coming, self._session.story
        if page is None or story is None or story.scene != page.scene:
            return
        self._coming = None
        self._player.set_timeline(story.timeline)
        self._player.seek(self.begins)
        self.changed.emit()

    def _give_up(self) -> None:
        """The page's scene could not be shown; why has been said."""
        if self._coming is not None:
            self._coming = None
            self.changed.emit()

    # --- predicting

    def answer(self, given: str | Place) -> None:
        """Answers the open question with a number as typed, or with an output cell.

        Raises: KernelError: what was typed is no number.
        """
        asked = self.asked
        if (
            asked is None
            or self.reply is not None
            or isinstance(given, str) != (asked.answer.kind == "number")
        ):
            return
        self._replies[self.number] = Reply(given, asked.is_right(given))
        self._show_truth(asked)

    def reveal(self) -> None:
        """Shows the answer without one."""
        asked = self.asked
        if asked is not None and self.reply is None:
            self._replies[self.number] = Reply(None, False)
            self._show_truth(asked)

    def ask_again(self) -> None:
        """Hides the answer again, for another try."""
        if self._replies.pop(self.number, None) is not None:
            self._player.pause()
            self._player.seek(self.begins)
            self.changed.emit()

    def _show_truth(self, asked: Asked) -> None:
        """Shows what was hidden, written; how the last of it was made."""
        self._player.pause()
        self._player.go(self._player.moment.step if asked.step is None else asked.step)
        self.changed.emit()


def _ask(story: Story, question: Question) -> tuple[Asked | None, Message | None]:
    """The question, or why it cannot be asked."""
    try:
        asked = Asked(story, question)
        asked.check()
    except Refusal as refusal:
        return None, refusal.message
    return asked, None


def _beside(scene: Scene, other: Scene) -> Scene:
    """A scene with what the calculator holds in another: it is on the desk, not on a lesson's page."""
    return replace(scene, sums=other.sums)


def _same(scene: Scene, other: Scene) -> bool:
    """Whether two scenes differ in nothing but how fast they are played, and what the calculator holds."""
    return replace(scene, speed=other.speed, loop=other.loop, sums=other.sums) == other
