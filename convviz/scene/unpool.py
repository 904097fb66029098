"""The choices of a max unpooling layer."""

from __future__ import annotations

from typing import Literal

from convviz.core.spec import Pair
from convviz.core.unpool_spec import UnpoolSpec
from convviz.scene.checks import MAX_DISTANCE, check_most
from convviz.scene.layer import LayerChoices


class UnpoolLayer(LayerChoices, frozen=True, tag="unpool2d"):
    """The choices of a max unpooling layer, in PyTorch's terms; see core.unpool_spec.UnpoolSpec.

    Attributes:
        output_size: as large as the picture that was pooled, or the least that the pooling takes to as many
            cells.
    """

    kernel_size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Pair = (0, 0)
    output_size: Literal["picture", "least"] = "picture"

    def __post_init__(self) -> None:
        UnpoolSpec(self.kernel_size, self.stride, self.padding)
        for number in self.stride:
            check_most("stride", number, MAX_DISTANCE)

    @property
    def step(self) -> Pair:
        """Cells of the picture from one output cell to the next: each lies where it was."""
        return (1, 1)
