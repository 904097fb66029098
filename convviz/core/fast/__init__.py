"""The fast path: the whole output through OpenCV and BLAS. A strategy is one file here and one row below."""

from convviz.core.fast import (
    dft,
    filter2d,
    gemm,
    mix,
    parts,
    phases,
    rows,
    scale,
    separable,
    shifted,
    strided,
    stuffed,
)
from convviz.core.fast.layer import Strategy

STRATEGIES: tuple[Strategy, ...] = (
    scale.STRATEGY,
    filter2d.STRATEGY,
    separable.STRATEGY,
    phases.STRATEGY,
    parts.STRATEGY,
    dft.STRATEGY,
    strided.STRATEGY,
    rows.STRATEGY,
    stuffed.STRATEGY,
    mix.STRATEGY,
    gemm.STRATEGY,
    shifted.STRATEGY,
)
"""The one that is expected to cost least computes a layer; the last suits every layer."""
