"""Rows for a lab's own controls, made from what the lab says about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from convviz.core.kernel_text import shown
from convviz.labs.controls import Control, Factors, Number, Pair, Pick, Whole
from convviz.labs.story import Story
from convviz.views.choices import Choice
from convviz.views.entries import factors_text, pair_text, read_factors, read_number, read_pair, read_whole
from convviz.views.fields import Field
from convviz.views.sections import Section

Editor = Field | Choice


def _pair(control: Pair) -> Editor:
    return Field(control.label, partial(read_pair, control.label, least=control.least), pair_text)


def _factors(control: Factors) -> Editor:
    read = partial(read_factors, control.label, least=control.least, most=control.most)
    return Field(control.label, read, factors_text)


def _pick(control: Pick) -> Editor:
    return Choice(control.label, control.options)


def _whole(control: Whole) -> Editor:
    read = partial(read_whole, control.label, least=control.least, most=control.most)
    return Field(control.label, read, str)


def _number(control: Number) -> Editor:
    return Field(control.label, partial(read_number, control.label), shown)


EDITORS: dict[type, Callable[[Any], Editor]] = {
    Pair: _pair,
    Factors: _factors,
    Pick: _pick,
    Whole: _whole,
    Number: _number,
}
"""How each kind of control is set."""


class ControlSection(Section):
    """One row for each control; rows that a layer does not have are hidden."""

    def __init__(self, controls: tuple[Control, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: dict[str, Editor] = {}
        self._rows: list[tuple[Control, QWidget]] = []
        for control in controls:
            editor = EDITORS[type(control)](control)
            row = self.add(control.label, editor, tip=control.tip)
            self.ask_layer(editor, row, control.name)
            self.editors[control.name] = editor
            self._rows.append((control, row))

    def show_story(self, story: Story) -> None:
        """Shows the choices of the story's layer."""
        layer = story.scene.layer
        for control, row in self._rows:
            row.setVisible(control.shown(layer))
            self.editors[control.name].show_value(getattr(layer, control.name))
