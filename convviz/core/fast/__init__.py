"""The fast path: the whole output through OpenCV and BLAS. A strategy is one file here and one row below."""

from convviz.core.fast import filter2d, gemm, shifted
from convviz.core.fast.layer import Strategy

STRATEGIES: tuple[Strategy, ...] = (gemm.STRATEGY, filter2d.STRATEGY, shifted.STRATEGY)
"""In order of preference: the first that suits a layer computes it; the last suits every layer."""
