"""The choices of an upsampling layer."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from convviz.core.errors import SpecError
from convviz.core.resize_spec import ResizeSpec
from convviz.scene.layer import LayerChoices

MAX_SCALE = 8.0
"""Times that a picture is made larger, or smaller, at most."""


class ResizeLayer(LayerChoices, frozen=True, tag="resize2d"):
    """A 2-D upsampling layer's choices, in PyTorch's terms; see core.resize_spec.ResizeSpec.

    Modes that align nothing leave align_corners aside.
    """

    mode: Literal["nearest", "nearest-exact", "bilinear", "bicubic", "area"] = "bilinear"
    scale: tuple[float, float] = (2.0, 2.0)
    align_corners: bool = False

    def __post_init__(self) -> None:
        ResizeSpec(self.mode, self.scale)
        for factor in self.scale:
            if not 1 / MAX_SCALE <= factor <= MAX_SCALE:
                raise SpecError("out_of_range", name="scale", value=factor, least="1/8", most=8)

    @property
    def step(self) -> tuple[Fraction, Fraction]:
        """Input cells from one output cell to the next."""
        return (1 / Fraction(self.scale[0]), 1 / Fraction(self.scale[1]))
