"""What can be done with the sizes calculator's stack of layers, each as one change of the scene."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from convviz.core.stack_presets import STACKS
from convviz.core.stacks import (
    Stack,
    StackLayer,
    as_kind,
    resized,
    survey,
    with_axes,
)
from convviz.i18n import msg, tr
from convviz.labs.calculator_answers import wanted_size
from convviz.scene.scene import Scene
from convviz.scene.scene import replace as with_choices
from convviz.scene.sums import FIRST, Sums
from convviz.state.store import SceneStore

NAME = "layer {n}"
"""What a layer is called at first."""


class Calculator(QObject):
    """What can be done with the scene's sums. What does not make sense is refused.

    A change is refused where the layer it is made to would no longer fit its input. Layers further down
    that it leaves without a fit are shown as that, to be put right. It is a change of the scene as any other,
    and undone as such.
    """

    changed = Signal()

    def __init__(self, store: SceneStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._shown = self.sums
        self.survey = survey(self._shown.stack)
        store.changed.connect(self._follow)

    @property
    def sums(self) -> Sums:
        """The scene's; those of CS231n's layer in a scene that has none."""
        return self._store.scene.sums or Sums(replace(FIRST, layers=(_first(),)))

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
            self._store.look(sums=with_choices(self.sums, selected=n))

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
        """The scene before its last change, be that one of the sums or another."""
        self._store.undo()

    def redo(self) -> None:
        """The scene before the last undo."""
        self._store.redo()

    # --- inside

    def _put(self, layer: StackLayer, gesture: object) -> None:
        stack, at = self.sums.stack, self.sums.selected
        layers = (*stack.layers[:at], layer, *stack.layers[at + 1 :])
        self._set(gesture, at, stack=replace(stack, layers=layers))

    def _set_layers(self, layers: tuple[StackLayer, ...], selected: int) -> None:
        self._set(None, None, stack=replace(self.sums.stack, layers=layers), selected=selected)

    def _set(self, gesture: object, changed: int | None, **choices: Any) -> None:
        """Other sums, unless the layer that is changed would cease to fit; a gesture is one step of undo."""
        sums = with_choices(self.sums, **choices)
        if changed is not None:
            seen = survey(sums.stack)
            if seen.trouble and len(seen.rows) == changed < len(self.survey.rows):
                raise seen.trouble
        if sums != self.sums:
            self._store.edit(lambda scene: with_choices(scene, sums=sums), gesture)

    def _follow(self, old: Scene, new: Scene) -> None:
        sums = self.sums
        if sums != self._shown:
            self._shown, self.survey = sums, survey(sums.stack)
            self.changed.emit()


def _first() -> StackLayer:
    return replace(FIRST.layers[0], name=_free_name(()))


def _free_name(layers: tuple[StackLayer, ...]) -> str:
    taken = {layer.name for layer in layers}
    return next(name for n in range(1, len(layers) + 2) if (name := tr(msg(NAME, n=n))) not in taken)
