"""Rows for a lab's own controls, made from what the lab says about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from convviz.core.kernel_text import shown
from convviz.labs.controls import Control, Factors, Number, Offer, Pair, Pick, Place, Typed, Whole
from convviz.labs.offers import possible
from convviz.labs.story import Story
from convviz.views.choices import Choice, FieldChoice, Option
from convviz.views.entries import factors_text, pair_text, read_factors, read_number, read_pair, read_whole
from convviz.views.fields import Field
from convviz.views.rows import Row
from convviz.views.sections import Section

Editor = Field | Choice


def _pair(control: Pair) -> Editor:
    return Field(control.label, partial(read_pair, control.label, least=control.least), pair_text)


def _factors(control: Factors) -> Editor:
    read = partial(read_factors, control.label, least=control.least, most=control.most)
    return Field(control.label, read, factors_text)


def _pick(control: Pick) -> Editor:
    return Choice(control.label, control.options)


def _offer(control: Offer) -> Editor:
    return Choice(control.label, ())


def _whole(control: Whole) -> Editor:
    read = partial(read_whole, control.label, least=control.least, most=control.most)
    return Field(control.label, read, str)


def _number(control: Number) -> Editor:
    return Field(control.label, partial(read_number, control.label), shown)


def _typed(control: Typed) -> Editor:
    return Field(control.label, control.read, control.write)


EDITORS: dict[type, Callable[[Any], Editor]] = {
    Pair: _pair,
    Factors: _factors,
    Pick: _pick,
    Offer: _offer,
    Whole: _whole,
    Number: _number,
    Typed: _typed,
}
"""How each kind of control is set."""


def _offered(control: Control, story: Story) -> Iterable[Option]:
    """What a list offers now."""
    if isinstance(control, Offer):
        return control.options(story)
    assert isinstance(control, Pick)
    options = control.options
    return [one for one in options if possible(story, control.name, one[0])] if control.checked else options


class ControlSection(Section):
    """One row for each control, made when first shown; rows that a layer does not have are hidden.

    The rows of all labs together take as long to make as the rest of the window.
    """

    weights = True  # a lab's controls may be about anything

    def __init__(self, controls: tuple[Control, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls = controls
        self._lists: dict[str, FieldChoice] = {}
        self._made: dict[str, Editor] = {}

    @property
    def editors(self) -> dict[str, Editor]:
        """What each control is set in, by the control's name."""
        return self._made if self._rows else {}

    @cached_property
    def _rows(self) -> tuple[tuple[Control, Row], ...]:
        """Each control with its row, where Tab meets it: before what stands below."""
        rows = tuple((control, self._row(control)) for control in self.controls)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders only what takes the focus
        for before, (_, row) in zip((self, *(row.editors[0] for _, row in rows)), rows, strict=False):
            QWidget.setTabOrder(before, row.editors[0])
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return rows

    def _row(self, control: Control) -> Row:
        return self._place(control) if isinstance(control, Place) else self._choice(control)

    def _choice(self, control: Control) -> Row:
        """A row for a choice of the layer."""
        editor = EDITORS[type(control)](control)
        around: Field | Choice | FieldChoice = editor
        if isinstance(control, Typed) and isinstance(editor, Field):
            around = self._lists[control.name] = FieldChoice(editor)
        row = self.add(control.label, around, tip=control.tip)
        self.ask_layer(editor, row, control.name)
        self._made[control.name] = editor
        return row

    def _place(self, control: Place) -> Row:
        """A row for a number of the scene, whose range the story has."""

        def read(text: str) -> int:
            return read_whole(control.label, text, 0, control.most(self._told))

        def ask(value: int, gesture: object) -> None:
            self.scene_requested.emit(control.change(self._told, value), gesture)

        editor = self._made[control.name] = Field(control.label, read, str)
        row = self.add(control.label, editor, tip=control.tip)
        self.ask_by(editor, row, ask)
        return row

    @property
    def _told(self) -> Story:
        assert self.story is not None
        return self.story

    def show_story(self, story: Story) -> None:
        """Shows the choices of the story's layer."""
        super().show_story(story)
        layer = story.scene.layer
        for control, row in self._rows:
            row.setVisible(control.shown(layer))
            editor = self.editors[control.name]
            if isinstance(control, Typed):
                self._lists[control.name].offer(
                    (text, text)
                    for text in control.options(layer)
                    if possible(story, control.name, control.read(text))
                )
            elif isinstance(editor, Choice):
                editor.offer(_offered(control, story))
            value = (
                control.value(story) if isinstance(control, Place | Offer) else getattr(layer, control.name)
            )
            editor.show_value(value)
