"""Kernels worked out from a formula, and kernels turned out of one another.

Each maker takes the parameters a person sets on sliders and returns rows of weights. Angles are degrees,
counter-clockwise as seen on screen; image rows count downwards, so a cell in row r and column c of a
(2n + 1)-square kernel lies at x = c − n, y = n − r. A square kernel is always odd, and its n follows
from the parameters (each maker says how), never past 31: no kernel is larger than 63×63.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Rows = tuple[tuple[float, ...], ...]
Array = npt.NDArray[np.float64]

LARGEST = 63  # cells along either axis of a kernel

# Clockwise around the middle of a 3×3 kernel, from its top left corner.
_RING = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))


def weights(*rows: tuple[float, ...], over: float = 1) -> Rows:
    """The rows as floats, each divided by `over`: weights((1, 2, 1), over=4) == ((0.25, 0.5, 0.25),)."""
    return tuple(tuple(weight / over for weight in row) for row in rows)


def product(column: tuple[float, ...], row: tuple[float, ...], over: float = 1) -> Rows:
    """The outer product of a column and a row: what every separable kernel is."""
    return weights(*(tuple(down * across for across in row) for down in column), over=over)


def transposed(rows: Rows) -> Rows:
    """Rows and columns exchanged: a kernel for changes along x becomes the one for changes along y."""
    return tuple(zip(*rows, strict=True))


def compass(north: Rows) -> tuple[Rows, ...]:
    """The eight turns of a 3×3 kernel by 45° each, counter-clockwise: N, NW, W, SW, S, SE, E, NE.

    A turn moves each outer weight one place along the ring around the middle.
    """
    return tuple(_turned(north, steps) for steps in range(8))


def gaussian(sigma: float) -> Rows:
    """exp(−(x² + y²) / 2σ²) over its own sum, n = ⌈3σ⌉: what lies beyond 3σ is 0.3 % along an axis.

    With σ in pixels, these are the weights of OpenCV's getGaussianKernel(2n + 1, σ), as an outer product.
    """
    return _as_rows(_bell(sigma, math.ceil(3 * sigma)))


def laplacian_of_gaussian(sigma: float) -> Rows:
    """(r² − 2σ²) / σ⁴ times the Gaussian, n = ⌈4σ⌉, made to sum to 0 by taking its mean away.

    Source: Marr & Hildreth 1980; the two normalisations are those of MATLAB's fspecial("log").
    """
    reach = math.ceil(4 * sigma)
    x, y = _plane(reach)
    hat = (x**2 + y**2 - 2 * sigma**2) / sigma**4 * _bell(sigma, reach)
    return _as_rows(hat - hat.mean())


def difference_of_gaussians(sigma: float, ratio: float) -> Rows:
    """A Gaussian of σ minus one of σ·ratio, each of sum 1, n = ⌈3·σ·ratio⌉.

    Source: Marr & Hildreth 1980, who find a ratio of 1.6 nearest to the Laplacian of a Gaussian.
    """
    reach = math.ceil(3 * sigma * ratio)
    return _as_rows(_bell(sigma, reach) - _bell(sigma * ratio, reach))


def high_boost(boost: float) -> Rows:
    """A·identity minus the 8-neighbour Laplacian: −1 around A + 8, always 3×3, of sum A.

    Source: Gonzalez & Woods, Digital Image Processing, 2nd ed., §3.7.
    """
    return weights((-1, -1, -1), (-1, boost + 8, -1), (-1, -1, -1))


def motion_blur(length: float, angle: float) -> Rows:
    """The streak a point leaves: each cell weighs 1 − its distance from a segment of length − 1, or 0.

    The weights are divided by their sum. The kernel is the smallest odd box that holds the streak, so
    a length of 9 at 0° is 1×9 and at 90° is 9×1. Source: MATLAB's fspecial("motion").
    """
    half = (length - 1) / 2
    along_x, along_y = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = _plane(_box_reach(half * along_x), _box_reach(half * along_y))
    nearest = np.clip(x * along_x + y * along_y, -half, half)  # where on the segment, from its middle
    distance = np.hypot(x - nearest * along_x, y - nearest * along_y)
    streak = np.maximum(1 - distance, 0)
    return _as_rows(streak / streak.sum())


def gabor(angle: float, wavelength: float, sigma: float, aspect: float, phase: float) -> Rows:
    """exp(−(x'² + γ²y'²) / 2σ²) · cos(2πx'/λ + ψ), x' along `angle`; n = ⌈3σ⌉, or ⌈3σ/γ⌉ for γ < 1.

    Past 31 the envelope is cut off at n = 31. The angle is that of the wave's direction, across its
    stripes. OpenCV's getGaborKernel counts y downwards and rotates its result by 180°.
    Source: Daugman 1985.
    """
    reach = min(math.ceil(3 * sigma / min(aspect, 1)), LARGEST // 2)
    x, y = _plane(reach)
    turn = math.radians(angle)
    across = x * math.cos(turn) + y * math.sin(turn)
    along = -x * math.sin(turn) + y * math.cos(turn)
    envelope = np.exp(-(across**2 + (aspect * along) ** 2) / (2 * sigma**2))
    return _as_rows(envelope * np.cos(2 * math.pi * across / wavelength + math.radians(phase)))


def _turned(rows: Rows, steps: int) -> Rows:
    turned = [list(row) for row in rows]
    for place, (row, column) in enumerate(_RING):
        from_row, from_column = _RING[(place + steps) % len(_RING)]
        turned[row][column] = rows[from_row][from_column]
    return tuple(tuple(row) for row in turned)


def _plane(reach_x: int, reach_y: int | None = None) -> tuple[Array, Array]:
    """x as a row and y as a column, 0 in the middle and y upwards."""
    reach_y = reach_x if reach_y is None else reach_y
    x = np.arange(-reach_x, reach_x + 1, dtype=np.float64)
    y = np.arange(reach_y, -reach_y - 1, -1, dtype=np.float64)
    return x[np.newaxis, :], y[:, np.newaxis]


def _bell(sigma: float, reach: int) -> Array:
    x, y = _plane(reach)
    bell: Array = np.exp(-(x**2 + y**2) / (2 * sigma**2))
    bell /= bell.sum()
    return bell


def _box_reach(extent: float) -> int:
    # cos 90° comes out as 6e−17, which must not round up to a whole cell.
    return math.ceil(abs(extent) - 1e-9)


def _as_rows(values: Array) -> Rows:
    # A cosine's zeros come out as 6e−17, and zero times a negative number as −0; both mean 0.
    clean = np.where(np.abs(values) < 1e-12 * np.abs(values).max(), 0.0, values)
    return tuple(map(tuple, clean.tolist()))
