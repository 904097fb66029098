"""Notes of the scene: written in a window of their own, read by the speaker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convviz.core.errors import Refusal
from convviz.state.documents import Documents
from convviz.views.desk import Desk
from convviz.views.fronted import bring, put_away

if TYPE_CHECKING:
    from convviz.views.notes_window import NotesWindow


class NotesDoor(QObject):
    """The window is made when it is first asked for, and anew in another language."""

    def __init__(self, desk: Desk, documents: Documents) -> None:
        super().__init__(desk)
        self._desk, self._documents = desk, documents
        self.window: NotesWindow | None = None
        self.acts: dict[str, Callable[[], object]] = {"notes": self.open}
        desk.presenting.scene_notes = documents.notes_in
        documents.changed.connect(self._show)
        documents.changed.connect(desk.presenting.show_notes)
        desk.furnished.connect(self._forget)
        desk.window.closing.connect(self._close)

    def open(self) -> None:
        """Shows the window, in front."""
        if self.window is None:
            from convviz.views.notes_window import NotesWindow

            self.window = NotesWindow(self._desk.window)
            self.window.text_requested.connect(self._write)
            self.window.language_shown.connect(self._show)
            self._show()
        bring(self.window)

    def _show(self) -> None:
        if self.window is not None:
            self.window.show_notes(self._documents.own_notes(self.window.language.value))

    def _write(self, language: str, text: str) -> None:
        assert self.window is not None
        try:
            self._documents.write_notes(language, text)
        except Refusal as refusal:
            self.window.say(refusal.message)
        else:
            self.window.say(None)

    def _forget(self) -> None:
        before, self.window = self.window, None
        if before is not None and put_away(before):
            self.open()

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()
