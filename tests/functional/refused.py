"""Every refusal of the numeric library that names numbers of its own: code, call, sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from convviz import functional as F  # noqa: N812  (as torch's is known)
from convviz.core.pool_spec import PoolSpec

X, ROW = np.ones((1, 2, 5, 5), np.float32), np.ones((1, 2, 5), np.float32)

PLACES = np.zeros(X.shape, np.int64)

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
    (
        "pool_padding_too_wide",
        lambda: F.max_pool2d(X, 3, padding=2),
        "Padding of 2 is more than half of a pooling window of 3.",
    ),
    (
        "input_smaller_than_window",
        lambda: F.avg_pool3d(X, 6, padding=3),
        "An axis of 2 cells is smaller than the window of 6.",
    ),
    ("divisor_is_zero", lambda: F.avg_pool2d(X, 2, divisor_override=0), "divisor_override must not be 0."),
    (
        "not_an_output_size",
        lambda: F.max_unpool2d(X, PLACES, 2, output_size=(10,)),
        "output_size must be 2 whole numbers, or 4 with batch and channels, not (10,).",
    ),
    (
        "not_pooled_from",
        lambda: F.max_unpool2d(X, PLACES, 2, output_size=(10, 12)),
        "output_size must be from 9 to 11 for this pooling, not 12.",
    ),
    (
        "indices_type",
        lambda: F.max_unpool2d(X, PLACES.astype(np.int32), 2),
        "indices must be of type int64, not int32.",
    ),
    (
        "indices_shape",
        lambda: F.max_unpool2d(X, PLACES[0], 2),
        "indices have shape (2, 5, 5), but the input has (1, 2, 5, 5); both must have one.",
    ),
    (
        "index_outside",
        lambda: F.max_unpool2d(X, PLACES + 100, 2),
        "The index 100 lies outside an output plane of 10 × 10: 100 cells.",
    ),
    (
        "nothing_unpooled",
        lambda: F.max_unpool2d(X, PLACES, 1, padding=(2, 3)),
        "Unpooling makes an output of 1 × -1 cells: the padding cuts everything off.",
    ),
    (
        "not_taps",
        lambda: F.fold(ROW, 5, (2, 2)),
        "2 rows are no whole number of channels of 2 × 2 taps.",
    ),
    ("not_windows", lambda: F.fold(ROW, 3, (1, 2)), "There are 5 columns, but 3 × 2 windows."),
    (
        "scales_to_nothing",
        lambda: F.interpolate(ROW, scale_factor=0.1),
        "5 cells scaled by 0.1 are no cells.",
    ),
    ("size_or_scale", lambda: F.interpolate(ROW), "Give size or scale_factor: one of them, not neither."),
    (
        "size_or_scale",
        lambda: F.interpolate(ROW, 3, 2.0),
        "Give size or scale_factor: one of them, not both.",
    ),
    (
        "recompute_needs_scale",
        lambda: F.interpolate(ROW, 3, recompute_scale_factor=True),
        "recompute_scale_factor needs a scale_factor, not size 3.",
    ),
    (
        "align_corners_unused",
        lambda: F.interpolate(ROW, 3, align_corners=True),
        "align_corners is for linear, bilinear, bicubic, trilinear only, not for mode nearest.",
    ),
    (
        "antialias_unused",
        lambda: F.interpolate(ROW, 3, mode="area", antialias=True),
        "antialias is for bilinear and bicubic only, not for mode area.",
    ),
    (
        "mode_dimensions",
        lambda: F.interpolate(ROW, 3, mode="bilinear"),
        "Mode bilinear needs an input of 4 dimensions, not of shape (1, 2, 5).",
    ),
    (
        "average_has_no_dilation",
        lambda: PoolSpec(kind="avg", dilation=(1, 2)),
        "Average pooling has no dilation; it is 1, 2 here.",
    ),
    (
        "bias_not_spread",
        lambda: F.linear(ROW, ROW[0], ROW[0, 0]),
        "A bias of shape (5,) does not spread over an output of shape (1, 2, 2).",
    ),
    (
        "out_of_range",
        lambda: F.softmax(ROW, 3),
        "dim must be from -3 to 2, not 3.",
    ),
    (
        "shapes_differ",
        lambda: F.cross_entropy(ROW, PLACES[0, :1, :3, 0]),
        "The target has shape (1, 3), but should have (1, 5).",
    ),
    (
        "no_classes",
        lambda: F.nll_loss(ROW[:, :0], PLACES[0, :1, 0]),
        "The input needs at least one class; its shape is (1, 0, 5).",
    ),
    (
        "target_type",
        lambda: F.nll_loss(ROW, ROW[:, 0]),
        "Target classes must be of type int64, not float32.",
    ),
    (
        "no_such_class",
        lambda: F.nll_loss(ROW, PLACES[0, :1, 0] + 7),
        "There is no class 7: there are 2, counted from 0.",
    ),
    (
        "ignore_index_unused",
        lambda: F.cross_entropy(ROW, ROW, ignore_index=1),
        "ignore_index 1 is for targets that are classes, not probabilities.",
    ),
]
