"""What a piece of work costs, in nanoseconds: the planner's constants, measured, and nothing else.

Measured on two cores of an AMD EPYC (Zen 4), with OpenCV 5.0 and OpenBLAS, on planes of 1024² to 4096² cells.
Only their ratios decide, and those are alike on machines of this kind; where two strategies are close, either
will do.
"""

from __future__ import annotations

CALL = 4e3
"""One call of OpenCV or numpy on planes, with the Python around it."""
PASS = 0.3
"""Per cell: reading one or two planes and writing one, as a copy, a sum or a product does."""
SPLIT = 0.6
"""Per cell: dealing out the columns of a plane to as many planes as the stride."""
NEAR, PASS_NEAR, SPLIT_NEAR = 1 << 21, 0.18, 0.28
"""The cells of a plane up to which it stays in the processor's cache, and both costs there. Dealing out takes
0.2 in a loop; where something else ran before, rows were quicker at all layers that this made ties of."""
PHASES = 0.15
"""Per cell: what filter2D takes longer on phases that are seen in place, not side by side."""
GATHER = 0.7
"""Per cell: reading every s-th cell of a row, which fetches those between too."""
FILTER, FILTER_TAP = 0.4, 0.021
"""filter2D on float32, per cell and per cell and tap that is not 0."""
FILTER_NEAR, FILTER_TAP_NEAR = 0.2, 0.0165
"""The same of planes that stay in the processor's cache, see NEAR."""
ROWS, ROWS_TAP = 0.12, 0.034
"""The same by one thread, of a part that stays in the cache."""
ADDED = 0.75
"""What it takes more to filter a plane of its own and add it to the sums, by one thread as well."""
CORES = 2
"""Of the machine that all this was measured on."""
HAND_OVER = 1.8e5
"""Until another thread has begun its part, and this one has heard that it is done."""
BYTES, BYTES_TAP = 0.25, 0.075
"""filter2D on bytes, which it turns into floats tap by tap: from 6 taps on, converting them first pays."""
SEPARABLE, SEPARABLE_TAP = 0.45, 0.03
"""sepFilter2D, per cell and per cell and tap of the column and the row, up to 14 of a row or column."""
SEPARABLE_LONG = 0.06
"""The same per tap beyond that."""
DFT, DFT_TAP = 8.0, 0.0035
"""filter2D's DFT, per cell and per cell and tap: it works on tiles, larger than the kernel."""
DFT_DOUBLE = 2.2
"""How many times as long it takes in float64, with the rounding afterwards."""
MAC, VECTOR = 0.02, 3
"""A matrix product by one thread, per multiply-accumulate; a single row takes as long as so many."""
COLUMN, COLUMN_APART = 0.25, 0.42
"""Writing a cell of the windows, by one thread: of a run of cells, and of every s-th one."""
MIX = 0.1
"""A matrix product with few rows, per cell of either matrix: memory is what it waits for."""

DIRECT_TAPS = 129
"""The largest kernel, in taps, that filter2D sums directly on float32; larger ones go through its DFT."""
BYTES_DIRECT_TAPS = 49
"""The same on any other depth."""
DFT_PAYS = 380
"""From so many taps on, the DFT is quicker than several kernels of DIRECT_TAPS one after the other."""


def filtered(taps: int, area: int = 1) -> float:
    """Per cell of a plane, by filter2D in as many parts as a kernel of this area takes."""
    parts = -(-max(taps, area) // DIRECT_TAPS)
    return FILTER + taps * FILTER_TAP + (parts - 1) * (FILTER + PASS)


def separated(rows: int, cols: int) -> float:
    """Per cell of a plane, by sepFilter2D."""
    return SEPARABLE + sum(k * (SEPARABLE_TAP if k < 14 else SEPARABLE_LONG) for k in (rows, cols))


def transformed(taps: int) -> float:
    """Per cell of a plane, by filter2D's DFT."""
    return DFT + taps * DFT_TAP
