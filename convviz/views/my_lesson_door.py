"""Opens the editor of one's own lesson, and does what it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convviz.core.errors import Refusal
from convviz.i18n import Message, msg
from convviz.scene.lesson import Lesson
from convviz.scene.lesson_file import ENDING
from convviz.state.commands import Commands
from convviz.state.my_lesson import MyLesson
from convviz.state.settings import Preferences
from convviz.views import dialogs
from convviz.views.fronted import bring, put_away
from convviz.views.lost_picture import with_lost_pictures
from convviz.views.main_window import MainWindow

if TYPE_CHECKING:
    from convviz.views.lesson_editor import LessonEditor


class MyLessonDoor(QObject):
    """The editor is made when it is first asked for, and closes with the main window."""

    def __init__(
        self,
        window: MainWindow,
        commands: Commands,
        preferences: Preferences,
        mine: MyLesson,
        play: Callable[[Lesson, int], object],
    ) -> None:
        super().__init__(window)
        self._main, self._commands, self._preferences, self._play = window, commands, preferences, play
        self.mine = mine
        self.outside: dict[str, Callable[[Lesson, int], object]] = {}
        """What others do with the lesson and the number of a page: a film of it, a handout, a worksheet."""
        self.editor: LessonEditor | None = None
        self.acts: dict[str, Callable[[], object]] = {"add-page": self._add_last, "my-lesson": self.open}
        window.closing.connect(self._close)
        mine.changed.connect(self._show)
        mine.failed.connect(window.say)

    def open(self) -> None:
        """Shows the editor, in front."""
        if self.editor is None:
            from convviz.views.lesson_editor import LessonEditor

            editor = self.editor = LessonEditor(self._main)
            editor.requested.connect(self._do)
            editor.order_requested.connect(lambda order: self._try(lambda: self.mine.reorder(order)))
            editor.title_requested.connect(self._rename)
            editor.edit_requested.connect(self._edit)
            editor.show_lesson(self.mine, 0)
        bring(self.editor)

    def chosen(self) -> tuple[Lesson, int] | None:
        """The lesson and the page that is chosen in the editor; None while it has no pages."""
        page = self.editor.chosen if self.editor is not None else 0
        return (self.mine.lesson, max(page, 0)) if self.mine.pages else None

    def forget(self) -> None:
        """Makes the editor anew when it is asked for, in the language of then; at once if it is open."""
        before, self.editor = self.editor, None
        if before is not None and put_away(before):
            self.open()

    def _show(self) -> None:
        if self.editor is not None:
            self.editor.show_lesson(self.mine)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.close()

    def _say(self, message: Message | None) -> None:
        if self.editor is not None and self.editor.isVisible():
            self.editor.say(message)
        elif message is not None:
            self._main.say(message)

    def _try(self, act: Callable[[], object]) -> None:
        """Does something, or says why not."""
        try:
            act()
        except Refusal as refusal:
            self._say(refusal.message)

    # --- doing

    def _do(self, name: str, page: int) -> None:
        acts: dict[str, Callable[[], object]] = {
            "new": self._begin,
            "open": self._ask_open,
            "save": self._ask_save,
            "undo": self.mine.undo,
            "redo": self.mine.redo,
            "add": lambda: self._add(page + 1),
            "up": lambda: self._move(page, page - 1),
            "down": lambda: self._move(page, page + 1),
            "delete": lambda: self.mine.delete(page),
            "show": lambda: self._play(self.mine.lesson, page),
            "take": lambda: self._take(page),
            **{name: partial(self._hand_on, act, page) for name, act in self.outside.items()},
        }
        self._say(None)
        self._try(acts[name])

    def _hand_on(self, act: Callable[[Lesson, int], object], page: int) -> None:
        act(self.mine.lesson, page)

    def _view(self) -> str:
        return "whole" if self._main.actions_by_id["whole-view"].isChecked() else "step"

    def _add(self, place: int | None) -> int:
        player, store = self._commands.player, self._commands.store
        player.pause()
        number = self.mine.add(store.scene, player.t, self._view(), place)
        if self.editor is not None:
            self.editor.show_lesson(self.mine, number)
        return number

    def _add_last(self) -> None:
        """Adds the view from the main window; more is done in the editor."""
        number = self._add(None)
        self._say(msg("This view is page {n} of your lesson.", n=number + 1))

    def _take(self, page: int) -> None:
        player, store = self._commands.player, self._commands.store
        player.pause()
        self.mine.edit(page, scene=store.scene, at=player.t, view=self._view())

    def _move(self, page: int, to: int) -> None:
        self.mine.move(page, to)
        if self.editor is not None:
            self.editor.show_lesson(self.mine, to)

    def _rename(self, language: str, title: str) -> None:
        self._try(lambda: self.mine.rename(self.mine.title.having(language, title), ("title", language)))

    def _edit(self, page: int, choices: dict[str, object], gesture: object) -> None:
        whole = (gesture, page) if gesture else None
        self._try(lambda: self.mine.edit(page, whole, **choices))

    # --- files

    def _may_go(self) -> bool:
        """Whether what has not been saved may be given up."""
        return not (self.mine.unsaved and self.mine.pages) or dialogs.ask_give_up(self.editor or self._main)

    def _begin(self) -> None:
        if self._may_go():
            self.mine.begin()

    def _ask_open(self) -> None:
        path = dialogs.ask_lesson(self.editor or self._main, self._preferences.settings.open_folder)
        if path and self._may_go():
            self._preferences.set(open_folder=str(Path(path).parent))
            asking = self.editor or self._main
            with_lost_pictures(asking, str(Path(path).parent), lambda given: self.mine.open(path, given))

    def _ask_save(self) -> None:
        folder = Path(self._preferences.settings.save_folder or ".")
        suggestion = self.mine.path or folder / f"my-lesson{ENDING}"
        path = dialogs.ask_lesson_target(self.editor or self._main, str(suggestion))
        if path:
            self._preferences.set(save_folder=str(Path(path).parent))
            self.mine.save(path)
            self._say(msg("Saved {name}.", name=Path(path).name))
