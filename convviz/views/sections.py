"""Groups of rows that show one part of a story and ask for changes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convviz.i18n import Message
from convviz.labs.story import Story
from convviz.views.choices import Choice
from convviz.views.fields import Field
from convviz.views.rows import ParameterRow, Row

SPACING = 2
NARROW = 56
"""Pixels of a field that stands beside a list."""

Ask = Callable[[Any, object], None]
"""(value, gesture)"""
Editor = QWidget
Refuse = Callable[[Message], None]


class Section(QWidget):
    """Rows below one another. What a row asks for, its section says by signal.

    Attributes:
        story: the one that is shown, and asked to be otherwise; None while the section is not there.
        weights: whether weights may decide what is shown. What shows none need not hear of another kernel.
    """

    weights = False

    layer_requested = Signal(object, object)
    """({choice: value} of ConvLayer, gesture)."""
    scene_requested = Signal(object, object)
    """({choice: value} of Scene, gesture)."""
    gesture_ended = Signal()
    asking = Signal(object)
    """Just before a request: what to call with the Message when it is refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story: Story | None = None
        self._added: list[Row] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(SPACING)

    def show_story(self, story: Story) -> None:
        """Shows what a story says about this group."""
        self.story = story

    @property
    def complains(self) -> bool:
        """Whether a row says why what was typed or chosen in it is not taken."""
        return any(row.error for row in self._added)

    def add(self, label: str, *editors: Editor, tip: str | Message = "") -> Row:
        """A new row at the end."""
        row = Row(label, *editors, tip=tip, parent=self)
        self._added.append(row)
        self.rows.addWidget(row)
        return row

    def ask_by(self, editor: Field | Choice | ParameterRow, row: Row, ask: Ask) -> None:
        """Calls ask(value, gesture) for what an editor wants; a refusal of it will show in the row."""

        def request(value: object, gesture: object) -> None:
            row.show_error(None)
            self.asking.emit(partial(row.show_refusal, editor=editor))
            ask(value, gesture)

        editor.value_requested.connect(request)
        if not isinstance(editor, Choice):
            editor.gesture_ended.connect(self.gesture_ended)

    def ask_layer(self, editor: Field | Choice, row: Row, choice: str) -> None:
        """Asks for a choice of the layer."""
        self.ask_by(editor, row, lambda value, gesture: self.layer_requested.emit({choice: value}, gesture))

    def ask_scene(self, editor: Field | Choice, row: Row, choice: str) -> None:
        """Asks for a choice of the scene."""
        self.ask_by(editor, row, lambda value, gesture: self.scene_requested.emit({choice: value}, gesture))
