"""The choices of a pooling layer."""

from __future__ import annotations

from typing import Literal

import msgspec

from convviz.core.pool_spec import POOLS, PoolSpec
from convviz.core.same_padding import SAME_TF
from convviz.core.spec import Pair, check_choice
from convviz.scene.checks import MAX_DISTANCE, check_most
from convviz.scene.layer import LayerChoices


class PoolLayer(LayerChoices, frozen=True, tag="pool2d"):
    """A max or average pooling layer's choices, in PyTorch's terms; see core.pool_spec.PoolSpec.

    An average sets the dilation aside, and a maximum whether the padding counts. Padding "same-tf" is
    TensorFlow's SAME, which never counts and leaves nothing over that a last window could hang over for.
    """

    kind: Literal["max", "avg"] = "max"
    kernel_size: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Pair | Literal["same-tf"] = (0, 0)
    dilation: Pair = (1, 1)
    ceil_mode: bool = False
    count_include_pad: bool = True

    def __post_init__(self) -> None:
        check_choice("kind", self.kind, POOLS)
        padding = (0, 0) if self.padding == SAME_TF else self.padding
        PoolSpec(**{**msgspec.structs.asdict(self), "kind": "max", "padding": padding})
        for name, cells in (("stride", self.stride), ("dilation", self.dilation)):
            for number in cells:
                check_most(name, number, MAX_DISTANCE)
