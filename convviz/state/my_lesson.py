"""A lesson that is being made: its pages are views that were added, and every change can be undone."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from convviz.core.errors import Refusal
from convviz.core.reasons import of_system
from convviz.core.saving import write_whole
from convviz.i18n import Message, msg
from convviz.labs.questions import find
from convviz.scene.lesson import Lesson, Page, Words
from convviz.scene.lesson_file import encode_lesson, read_lesson, read_lesson_file
from convviz.scene.lesson_pictures import NOTHING_GIVEN, Given, packed_pictures
from convviz.scene.scene import Scene, replace
from convviz.state.jobs import Jobs

WAIT_MS = 800
"""From a change to its writing; further changes in between are written with it."""
LIMIT = 200
"""States that are remembered."""
Pages = tuple[Page, ...]


class MyLesson(QObject):
    """A lesson without pages to begin with. Whatever cannot be done raises a Refusal and changes nothing.

    What has not been saved is kept in a file, so that nothing is lost when the program ends.

    Args:
        kept: that file; None for none.
        jobs: where it is written, a moment after a change; None for at once and here.
    """

    changed = Signal()
    """Other pages, another title; or it was saved."""
    failed = Signal(object)
    """The Message of a copy that could not be kept."""

    def __init__(
        self,
        kept: Path | None = None,
        jobs: Jobs | None = None,
        wait_ms: int = WAIT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept, self._jobs = kept, jobs
        self._version = self._written = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(wait_ms)
        self._soon.timeout.connect(self._have_kept)
        self.title, self.pages = Words(), Pages()
        self.path: Path | None = None
        self._saved: tuple[Words, Pages] = (self.title, self.pages)
        self._past: list[tuple[Words, Pages]] = []
        self._future: list[tuple[Words, Pages]] = []
        self._gesture: object = None
        self._bring_back()

    @property
    def lesson(self) -> Lesson:
        """The lesson as it is.

        Raises: SpecError("no_pages") while it has none.
        """
        name = self.path.stem if self.path else "my-lesson"
        return Lesson(name, self.title, Words(), self.pages)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost with it."""
        return (self.title, self.pages) != self._saved

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._future)

    # --- changing it

    def add(self, scene: Scene, at: float, view: str, place: int | None = None) -> int:
        """Adds a view as a page, the last or at a place; returns its number.

        Raises: SpecError("too_many").
        """
        number = len(self.pages) if place is None else place
        title = Words(f"Page {len(self.pages) + 1}", f"第 {len(self.pages) + 1} 页")
        page = Page(title, Words(), scene, at, "whole" if view == "whole" else "step")
        self._change(self.title, (*self.pages[:number], page, *self.pages[number:]))
        return number

    def move(self, number: int, to: int) -> None:
        """Puts a page in another place."""
        pages = list(self.pages)
        pages.insert(to, pages.pop(number))
        self._change(self.title, tuple(pages))

    def reorder(self, order: list[int]) -> None:
        """Puts the pages in another order, given by their numbers."""
        self._change(self.title, tuple(self.pages[number] for number in order))

    def delete(self, number: int) -> None:
        """Takes a page out."""
        self._change(self.title, (*self.pages[:number], *self.pages[number + 1 :]))

    def edit(self, number: int, gesture: object = None, **choices: object) -> None:
        """Changes a page; changes with the same gesture, a text being typed, are undone as one."""
        page = replace(self.pages[number], **choices)
        if page.question:
            find(page.question.asks)
        self._change(self.title, (*self.pages[:number], page, *self.pages[number + 1 :]), gesture)

    def rename(self, title: Words, gesture: object = None) -> None:
        """Another title for the lesson."""
        self._change(title, self.pages, gesture)

    def undo(self) -> None:
        """Back to the state before."""
        self._travel(self._past, self._future)

    def redo(self) -> None:
        """Forward to what was undone."""
        self._travel(self._future, self._past)

    def _travel(self, back: list[tuple[Words, Pages]], forth: list[tuple[Words, Pages]]) -> None:
        if back:
            forth.append((self.title, self.pages))
            self.title, self.pages = back.pop()
            self._gesture = None
            self._keep()

    def _change(self, title: Words, pages: Pages, gesture: object = None) -> None:
        if (title, pages) == (self.title, self.pages):
            return
        if pages:
            Lesson("", title, Words(), pages)  # refuses too many
        if gesture is None or gesture != self._gesture:
            self._past.append((self.title, self.pages))
            del self._past[:-LIMIT]
        self._future.clear()
        self._gesture = gesture
        self.title, self.pages = title, pages
        self._keep()

    # --- files

    def begin(self) -> None:
        """An empty lesson."""
        self._take(Words(), (), None)

    def open(self, path: str | Path, given: Given = NOTHING_GIVEN) -> None:
        """Goes on with the lesson in a file; `given` says where pictures are that are not found.

        Raises: CodecError, scene_files.PictureLost.
        """
        lesson = read_lesson(path, given)
        self._take(lesson.title, lesson.pages, Path(path))

    def save(self, path: str | Path) -> None:
        """Writes the lesson with its pictures, or where they are, whole or not at all.

        Raises: SpecError("no_pages"), CodecError, ImageError: it cannot be written there.
        """
        before, self.path = self.path, Path(path)
        try:
            folder = self.path.absolute().parent
            write_whole(self.path, encode_lesson(packed_pictures(self.lesson, folder)))
        except Refusal:
            self.path = before
            raise
        self._saved = (self.title, self.pages)
        self._keep()

    def _take(self, title: Words, pages: Pages, path: Path | None) -> None:
        self.title, self.pages, self.path = title, pages, path
        self._saved = (title, pages)
        self._past, self._future, self._gesture = [], [], None
        self._keep()

    def _keep(self) -> None:
        """Has a copy kept of what is not saved, and none of what is."""
        self.changed.emit()
        self._version += 1
        if self._jobs is None:
            self.keep()
        elif not self._soon.isActive():
            self._soon.start()

    def keep(self) -> None:
        """Keeps what has changed here and now; no job may run any more."""
        self._soon.stop()
        if self._kept is not None and self._written != self._version:
            self._hear(self._version, _keep_copy(self._kept, self._unsaved))

    def _have_kept(self) -> None:
        if self._jobs is not None and self._kept is not None:
            path, lesson, version = self._kept, self._unsaved, self._version
            self._jobs.start(
                "keep my lesson",
                lambda: _keep_copy(path, lesson),
                lambda complaint: self._hear(version, complaint),
            )

    def _hear(self, version: int, complaint: Message | None) -> None:
        if complaint is None:
            self._written = version
        else:
            self.failed.emit(complaint)

    @property
    def _unsaved(self) -> Lesson | None:
        """What would be lost; None where nothing would."""
        return self.lesson if self.unsaved and self.pages else None

    def _bring_back(self) -> None:
        """What was not saved when the program ended; a damaged copy is left where it is, for another name."""
        first = self._kept
        for n in count(2):
            if first is None or self._kept is None or not self._kept.is_file():
                return
            try:
                lesson = read_lesson_file(self._kept)
            except Refusal:
                self._kept = first.with_stem(f"{first.stem}-{n}")
            else:
                self.title, self.pages = lesson.title, lesson.pages
                return


def _keep_copy(path: Path, lesson: Lesson | None) -> Message | None:
    """Writes a copy whole or not at all, or takes it away; says so when it could not."""
    try:
        if lesson is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, encode_lesson(lesson))
    except Refusal as refusal:
        return refusal.message
    except OSError as error:
        return msg("{path} was not written: {reason}.", path=str(path), reason=of_system(error))
    return None
