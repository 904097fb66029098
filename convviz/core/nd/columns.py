"""im2col and col2im: the windows of an input as columns, and columns added back where they came from.

Source: Chellapilla, Puri & Simard, "High performance convolutional neural networks for document processing",
2006. Each pixel is copied once for every window that reads it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.core.nd.boxes import Box
from convviz.core.nd.taps import Axes, met_along_axes

Array = NDArray[Any]


def gather(
    x: Array, kernel: Axes, stride: Axes, before: Axes, dilation: Axes, box: Box, windows: Array
) -> None:
    """Copies x (C, …) into the windows (C, taps, *box) of the outputs in `box`.

    What hangs over the edge is left as it is; `before` is the padding before each axis.
    """
    for n, tap in enumerate(np.ndindex(kernel)):
        to, cells = met_along_axes(box, stride, tap, dilation, before, x.shape[1:])
        windows[:, n][(slice(None), *to)] = x[(slice(None), *cells)]


def scatter(
    windows: Array, kernel: Axes, stride: Axes, before: Axes, dilation: Axes, box: Box, out: Array
) -> None:
    """Adds the windows (C, taps, *box) to the cells of out (C, …) that they were gathered from."""
    for n, tap in enumerate(np.ndindex(kernel)):
        of, cells = met_along_axes(box, stride, tap, dilation, before, out.shape[1:])
        out[(slice(None), *cells)] += windows[:, n][(slice(None), *of)]
