"""Convolution as matrices on the stage: a row times the windows as columns, or a Toeplitz matrix."""

from __future__ import annotations

from typing import Any, Literal

import convviz.labs.im2col_words as matrix_words
from convviz.figure.figure import Figure, Spot
from convviz.i18n import Message
from convviz.labs.controls import Control, Pick
from convviz.labs.convolution import ConvolutionLab
from convviz.labs.im2col_board import is_toeplitz, look
from convviz.labs.im2col_stage import draw as draw_columns
from convviz.labs.lab import Look
from convviz.labs.program import gemm_program
from convviz.labs.story import Story
from convviz.labs.toeplitz_stage import draw as draw_toeplitz
from convviz.motion.timeline import Moment
from convviz.scene.scene import Im2colLayer, Region, Scene, replace

OPENING = 6
"""Rows and columns of the part of the picture it begins with: its 9 × 16 matrix has room for its numbers."""


class Im2colLab(ConvolutionLab):
    """The same layer as matrices; kernels, parameters and numbers are convolution's."""

    layer_type: type = Im2colLayer
    title = "Matrix (im2col)"
    default: Any = Im2colLayer()
    tells: Literal["below", "but input", "all"] = "but input"
    controls: tuple[Control, ...] = (
        Pick(
            "view",
            "View",
            "The windows as columns that the filter multiplies, or the filter as a sparse matrix "
            "that multiplies all pixels.",
            (("columns", "columns"), ("toeplitz", "Toeplitz")),
        ),
        Pick(
            "heat",
            "Input shows",
            "The pixels, or how often the windows copy each of them.",
            ((False, "pixels"), (True, "copies (heat)")),
        ),
    )

    def opening(self, scene: Scene) -> Scene:
        """A small part of the picture, in the middle of what was on the stage."""
        crop, region = scene.crop, scene.region
        if crop and max(crop.height, crop.width) <= OPENING + 2:
            return replace(scene, region=Region(0, 0, crop.height, crop.width))
        down, along = (crop.top, crop.left) if crop else (0, 0)
        part = Region(
            down + max(0, region.top + (region.height - OPENING) // 2),
            along + max(0, region.left + (region.width - OPENING) // 2),
            OPENING,
            OPENING,
        )
        return replace(scene, crop=part, region=Region(0, 0, OPENING, OPENING))

    def draw(self, story: Story, moment: Moment, look_: Look) -> Figure:
        """Columns or Toeplitz, as the layer says."""
        board = look(story, moment, look_.spot)
        if is_toeplitz(story):
            items = draw_toeplitz(board, look_.size, look_.zoom)
        else:
            items = draw_columns(board, look_.size, look_.zoom, not look_.hidden.facts)
        return Figure(look_.size, tuple(items), matrix_words.sentence(board))

    def explain(self, story: Story, moment: Moment) -> Message:
        """The step, how often pixels are copied, and what that means for the whole picture."""
        return matrix_words.explain(look(story, moment, None))

    def program(self, story: Story, language: str) -> str:
        """The matrix product, in one of core.listing.LANGUAGES."""
        return gemm_program(story, language)

    def kernel_cell(self, story: Story, spot: Spot) -> tuple[int, int, int, int]:
        """As a convolution's, of the kernel that is unrolled into a row."""
        if not is_toeplitz(story):
            row, col = divmod(spot.col, story.spec.kernel_size[1])
            spot = Spot("kernel", row, col, spot.channel)
        return super().kernel_cell(story, spot)
