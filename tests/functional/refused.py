"""Every refusal of the numeric library that names numbers of its own: code, call, sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from convviz import functional as F  # noqa: N812  (as torch's is known)

X, ROW = np.ones((1, 2, 5, 5), np.float32), np.ones((1, 2, 5), np.float32)

REFUSED: list[tuple[str, Callable[[], Any], str]] = [
    (
        "not_one_per_axis",
        lambda: F.conv1d(ROW, ROW, stride=(1, 2)),
        "stride must be one whole number, or 1 of them, not (1, 2).",
    ),
    (
        "wrong_dimensions",
        lambda: F.conv1d(X, ROW),
        "The input must have 2 dimensions, or 3 as a batch, not shape (1, 2, 5, 5).",
    ),
    (
        "same_needs_every_stride_1",
        lambda: F.conv3d(X[None], X[None], padding="same", stride=(1, 2, 1)),
        "padding 'same' needs stride 1, not 1, 2, 1.",
    ),
    (
        "output_padding_too_large",
        lambda: F.conv_transpose2d(X, X[0, :, None], stride=2, output_padding=3),
        "output_padding 3 must be less than the stride (2) or the dilation (1).",
    ),
    (
        "nothing_comes_out",
        lambda: F.conv_transpose1d(ROW[..., :1], ROW[0, :, None, :3], padding=2),
        "1 cells, stamped with 3 taps at stride 1, dilation 1 and padding 2, make -1 cells.",
    ),
]
