"""Opens the sizes calculator from the main window, and brings the present scene's numbers to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from convviz.core.stacks import Stack
from convviz.labs.as_stack import stack_of
from convviz.state.session import Session
from convviz.views.fronted import bring, put_away
from convviz.views.main_window import MainWindow

if TYPE_CHECKING:
    from convviz.state.calculator import Calculator
    from convviz.views.sizes_window import SizesWindow


class SizesDoor(QObject):
    """The calculator's window is made when it is first asked for, and closes with the main window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._main, self._session = window, session
        self.window: SizesWindow | None = None
        self._calculator: Calculator | None = None
        self.acts: dict[str, Callable[[], object]] = {"sizes": self.open}
        window.closing.connect(self._close)
        session.story_changed.connect(self._show_possible)

    def open(self) -> None:
        """Shows the calculator, in front."""
        bring(self.window or self._make())

    def _stack(self) -> Stack | None:
        story = self._session.story
        return None if story is None else stack_of(story.spec, story.x.shape)

    def _bring(self) -> None:
        stack = self._stack()
        if stack is not None and self.window is not None:
            self.window.use(stack)

    def _show_possible(self, _: object = None) -> None:
        if self.window is not None:
            self.window.offer_scene(self._stack() is not None)

    def _make(self) -> SizesWindow:
        from convviz.state.calculator import Calculator
        from convviz.views.sizes_window import SizesWindow

        if self._calculator is None:
            self._calculator = Calculator(self._session.store, self)

        window = self.window = SizesWindow(self._calculator, self._main)
        window.scene_requested.connect(self._bring)
        self._show_possible()
        return window

    def renew(self) -> None:
        """Makes the calculator anew, in the language and the size of the moment; what is in it stays."""
        before, self.window = self.window, None
        if before is None:
            return
        self._make().show_page(before.page.value)
        if put_away(before):
            self.open()

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()
