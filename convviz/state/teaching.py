"""What there is for a class: the lesson that is played, and the one that is being made."""

from __future__ import annotations

from pathlib import Path

from convviz.scene.lesson import Lesson
from convviz.scene.lesson_file import ENDING
from convviz.state.course import Course
from convviz.state.my_lesson import MyLesson
from convviz.state.player import Player
from convviz.state.session import Session


class Teaching:
    """Both, made when the program starts.

    Args:
        folder: where what has not been saved of one's own lesson is kept.
    """

    def __init__(self, session: Session, player: Player, folder: Path) -> None:
        self.course = Course(session, player)
        self.mine = MyLesson(folder / f"my-lesson{ENDING}", session.jobs)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is played, or else one's own; None where there is neither."""
        return self.course.lesson or (self.mine.lesson if self.mine.pages else None)
