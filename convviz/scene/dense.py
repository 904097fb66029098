"""The choices of a layer on a few cells: dense, local, or with shared weights."""

from __future__ import annotations

from typing import ClassVar, Literal

from convviz.core.dense_spec import DenseSpec, check_natural
from convviz.core.spec import Pair
from convviz.scene.checks import MAX_DISTANCE, check_most
from convviz.scene.layer import LayerChoices


class DenseLayer(LayerChoices, frozen=True, tag="dense"):
    """A layer on a few cells of the picture, dense, local or with shared weights; see core.dense_spec.

    Attributes:
        kernel_size: the window of a local or shared layer. seed: of the weights.
        input_size, corner: (rows, columns) of the picture that are its input, and where they begin.
    """

    stride: ClassVar[Pair] = (1, 1)
    padding: ClassVar[str] = "valid"

    connections: Literal["dense", "local", "shared"] = "dense"
    kernel_size: Pair = (3, 3)
    input_size: Pair = (6, 6)
    corner: Pair = (0, 0)
    seed: int = 3

    def __post_init__(self) -> None:
        DenseSpec(self.connections, (1, *self.input_size), self.kernel_size, self.seed)
        for cells in self.corner:
            check_natural("corner", cells)
            check_most("corner", cells, MAX_DISTANCE)
