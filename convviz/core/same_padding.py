"""TensorFlow's SAME padding: ⌈i / s⌉ output cells at any stride. PyTorch's 'same' is its case of stride 1.

A ConvSpec or a PoolSpec knows nothing of the picture it will meet, and so has no such padding: whoever knows
both, a lab, the command line or a function, works the cells out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from convviz.core.spec import Pads

SameTf = Literal["same-tf"]
SAME_TF: SameTf = "same-tf"
"""What it is called wherever padding is chosen by name; "same" is PyTorch's."""

Explicit = Pads | Literal["valid", "same"]
"""What a ConvSpec takes."""


def tensorflow_same(i: int, k: int, s: int = 1, d: int = 1) -> tuple[int, int]:
    """Padding cells (before, after) with which windows of k taps, d apart, make ⌈i / s⌉ cells of i.

    They are the fewest that do, an odd total putting the extra cell after. They depend on i where s is not 1,
    which is why PyTorch has no such layer.

    Source: tf.nn.convolution, "Notes on padding"; ONNX calls it auto_pad SAME_UPPER.
    Example: tensorflow_same(6, 3, s=2) == (0, 1), but tensorflow_same(7, 3, s=2) == (1, 1).
    """
    total = max((-(-i // s) - 1) * s + d * (k - 1) + 1 - i, 0)
    return total // 2, total - total // 2


def tensorflow_same_transposed(k: int, s: int = 1, d: int = 1) -> tuple[int, int, int]:
    """Cells (cut before, cut after, added after) with which stamps of k taps, d apart, make i · s cells of i.

    Stamps longer than the stride reach over by the same cells at any i; of an odd number the one too many is
    cut off at the end. Shorter ones leave cells out there, which are added.

    Source: tf.nn.conv2d_transpose, the gradient of tf.nn.conv2d with SAME; ONNX calls it auto_pad SAME_UPPER.
    Example: tensorflow_same_transposed(3, s=2) == (0, 1, 0); of (2, s=3) it is (0, 0, 1).
    """
    over = d * (k - 1) + 1 - s
    return (over // 2, over - over // 2, 0) if over > 0 else (0, 0, -over)


def same_sides(
    size: Sequence[int], kernel: Sequence[int], stride: Sequence[int], dilation: Sequence[int]
) -> list[tuple[int, int]]:
    """(before, after) of each axis; see tensorflow_same."""
    return [tensorflow_same(*axis) for axis in zip(size, kernel, stride, dilation, strict=True)]


def same_pads(
    size: Sequence[int], kernel: Sequence[int], stride: Sequence[int], dilation: Sequence[int]
) -> Pads:
    """The same of rows and columns: top, bottom, left, right."""
    (top, bottom), (left, right) = same_sides(size, kernel, stride, dilation)
    return (top, bottom, left, right)


def in_cells(
    padding: Explicit | SameTf,
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Sequence[int],
    dilation: Sequence[int],
) -> Explicit:
    """The padding of a picture of `size` (rows, columns) as a ConvSpec takes it: "same-tf" in cells.

    Example: in_cells("same-tf", (6, 7), (3, 3), (2, 2), (1, 1)) == (0, 1, 1, 1).
    """
    return same_pads(size, kernel, stride, dilation) if padding == SAME_TF else padding
