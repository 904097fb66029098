"""What the sizes calculator holds: a stack of layers, the one looked at, the output wanted. With undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from convviz.core.stack_presets import STACKS
from convviz.core.stacks import (
    Stack,
    StackLayer,
    Survey,
    as_kind,
    layer_of_kind,
    resized,
    survey,
    with_axes,
)
from convviz.i18n import msg, tr
from convviz.labs.calculator_answers import wanted_size

UNDO = 200
"""Changes remembered."""
NAME = "layer {n}"
"""What a layer is called at first."""
FIRST = Stack(3, (32, 32), (layer_of_kind("conv", 2, kernel=5, filters=10, name="layer 1"),))


@dataclass(frozen=True)
class Sums:
    """What the calculator shows.

    Attributes:
        stack: the layers and their input.
        selected: the layer that is looked at.
        wanted: its output, for the questions asked backwards: numbers, or a word for them.
        each: bytes that a number takes in memory.
    """

    stack: Stack = FIRST
    selected: int = 0
    wanted: str | tuple[int, ...] = "same"
    each: int = 4

    @property
    def layer(self) -> StackLayer:
        """The layer that is looked at."""
        return self.stack.layers[self.selected]


class Calculator(QObject):
    """The calculator's sums, and what can be done with them. What does not make sense is refused.

    A change is refused where the layer it is made to would no longer fit its input. Layers further down
    that it leaves without a fit are shown as that, to be put right.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        first = replace(FIRST.layers[0], name=_free_name(()))
        self.sums = Sums(replace(FIRST, layers=(first,)))
        self.survey = survey(self.sums.stack)
        self._undo: list[Sums] = []
        self._redo: list[Sums] = []
        self._gesture: object = None

    # --- choices

    def set_layer(self, choices: dict[str, Any], gesture: object = None) -> None:
        """Other choices for the layer looked at.

        Raises: SpecError when it does not fit its input with them.
        """
        self._put(replace(self.sums.layer, **choices), gesture)

    def set_kind(self, kind: str) -> None:
        """Another kind of layer, with the choices that both have."""
        self._put(as_kind(self.sums.layer, kind), None)

    def set_input(self, choices: dict[str, Any], gesture: object = None) -> None:
        """Another channel count, or size, of the stack's input.

        Raises: SpecError when the first layer does not fit it.
        """
        self._set(gesture, 0, stack=replace(self.sums.stack, **choices))

    def set_axes(self, axes: int) -> None:
        """One, two or three axes, for the input and all layers."""
        stack, wanted = self.sums.stack, self.sums.wanted
        layers = tuple(with_axes(layer, axes) for layer in stack.layers)
        self._set(
            None,
            None,
            stack=replace(stack, size=resized(stack.size, axes), layers=layers),
            wanted=resized(wanted, axes) if isinstance(wanted, tuple) else wanted,
        )

    def set_wanted(self, wanted: str | tuple[int, ...], gesture: object = None) -> None:
        """Another output wanted.

        Raises: SpecError when it has other axes than the input.
        """
        wanted_size(wanted, self.sums.stack.size)
        self._set(gesture, None, wanted=wanted)

    def set_each(self, each: int) -> None:
        """Other bytes for a number."""
        self._set(None, None, each=each)

    # --- rows

    def select(self, n: int) -> None:
        """Looks at another layer; nothing to undo."""
        if n != self.sums.selected and 0 <= n < len(self.sums.stack.layers):
            self.sums = replace(self.sums, selected=n)
            self.changed.emit()

    def add(self) -> None:
        """Another layer like the one looked at, below it, and looks at it."""
        sums = self.sums
        layers, at = sums.stack.layers, sums.selected + 1
        new = replace(sums.layer, name=_free_name(layers))
        self._set_layers((*layers[:at], new, *layers[at:]), at)

    def remove(self) -> None:
        """Takes out the layer looked at.

        Raises: SpecError when it is the only one.
        """
        layers, at = self.sums.stack.layers, self.sums.selected
        left = (*layers[:at], *layers[at + 1 :])
        self._set_layers(left, min(at, max(len(left) - 1, 0)))

    def move(self, by: int) -> None:
        """Moves the layer looked at up (−1) or down (1), as far as there is room."""
        layers, at = list(self.sums.stack.layers), self.sums.selected
        to = min(max(at + by, 0), len(layers) - 1)
        if to != at:
            layers.insert(to, layers.pop(at))
            self._set_layers(tuple(layers), to)

    def load(self, preset: str) -> None:
        """A stack of STACKS."""
        self.take(STACKS[preset].make())

    def take(self, stack: Stack) -> None:
        """Another stack altogether."""
        wanted = self.sums.wanted if isinstance(self.sums.wanted, str) else "same"
        self._set(None, None, stack=stack, selected=0, wanted=wanted)

    @property
    def preset(self) -> str | None:
        """The row of STACKS that is shown as it was published."""
        return next((name for name, row in STACKS.items() if row.make() == self.sums.stack), None)

    # --- undo

    def undo(self) -> None:
        """What was before the last change."""
        self._back(self._undo, self._redo)

    def redo(self) -> None:
        """What was before the last undo."""
        self._back(self._redo, self._undo)

    def _back(self, stack: list[Sums], other: list[Sums]) -> None:
        if stack:
            other.append(self.sums)
            self._show(stack.pop())

    # --- inside

    def _put(self, layer: StackLayer, gesture: object) -> None:
        stack, at = self.sums.stack, self.sums.selected
        layers = (*stack.layers[:at], layer, *stack.layers[at + 1 :])
        self._set(gesture, at, stack=replace(stack, layers=layers))

    def _set_layers(self, layers: tuple[StackLayer, ...], selected: int) -> None:
        self._set(None, None, stack=replace(self.sums.stack, layers=layers), selected=selected)

    def _set(self, gesture: object, changed: int | None, **choices: Any) -> None:
        """Other sums, unless the layer that is changed would cease to fit; one change per gesture is kept."""
        sums = replace(self.sums, **choices)
        seen = survey(sums.stack)
        if changed is not None and seen.trouble and len(seen.rows) == changed < len(self.survey.rows):
            raise seen.trouble
        if sums == self.sums:
            return
        if gesture is None or gesture is not self._gesture:
            self._undo = [*self._undo[1 - UNDO :], self.sums]
        self._gesture = gesture
        self._redo.clear()
        self._show(sums, seen)

    def _show(self, sums: Sums, seen: Survey | None = None) -> None:
        self.sums = sums
        self.survey = seen or survey(sums.stack)
        self.changed.emit()


def _free_name(layers: tuple[StackLayer, ...]) -> str:
    taken = {layer.name for layer in layers}
    return next(name for n in range(1, len(layers) + 2) if (name := tr(msg(NAME, n=n))) not in taken)
