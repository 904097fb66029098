"""What a kernel is, read from its weights alone: gain, norms, rank, factors, symmetry, frequency response.

Every function takes a 2-D array (or rows) of finite weights, of any size from 1×1, and changes nothing.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from convviz.i18n import Message, msg

Array = npt.NDArray[np.float64]
Parity = Literal["even", "odd"] | None

# Relative to the largest number compared. Weights often passed through float32 (1e−7) on their way here.
_TOLERANCE = 1e-6
_ROUNDING = 1e-14  # relative to Σ|w|: some forty roundings of a float64
_WHOLE = 2.0**53  # up to here a float64 holds every whole number


class Norms(NamedTuple):
    """Σ|w|: how far the output of inputs within ±1 can reach. Σw²: what it does to the variance of noise."""

    absolute: float
    squares: float


class Factors(NamedTuple):
    """A column and a row whose outer product is the kernel, to within `error` (the largest |difference|)."""

    column: tuple[float, ...]
    row: tuple[float, ...]
    error: float


class Symmetry(NamedTuple):
    """How the kernel answers to being mirrored and turned: "even" stays, "odd" changes its sign.

    Attributes:
        x: mirrored left to right.
        y: mirrored top to bottom.
        falling: mirrored at the diagonal that falls from the top left (transposed).
        rising: mirrored at the diagonal that rises to the top right.
        point: turned by 180°, as true convolution turns it; "even" means that convolution and
            cross-correlation give the same.
    """

    x: Parity
    y: Parity
    falling: Parity
    rising: Parity
    point: Parity


def gain(kernel: npt.ArrayLike) -> float:
    """The sum of the weights: what a flat area is multiplied by; the response at frequency 0.

    Added without rounding on the way, so that nine times 1/9 is 1; and weights that cancel up to their
    own rounding, as a LoG's do, sum to 0.
    """
    weights = _weights(kernel).ravel().tolist()
    total = math.fsum(weights)
    return total if abs(total) > _ROUNDING * math.fsum(map(abs, weights)) else 0.0


def norms(kernel: npt.ArrayLike) -> Norms:
    """Σ|w| and Σw²."""
    w = _weights(kernel)
    return Norms(math.fsum(np.abs(w).ravel().tolist()), math.fsum(np.square(w).ravel().tolist()))


def rank(kernel: npt.ArrayLike) -> int:
    """The number of separable kernels that it takes to add up to this one; 0 for a kernel of zeros."""
    strengths = np.linalg.svd(_weights(kernel), compute_uv=False)
    return int(np.count_nonzero(strengths > _TOLERANCE * strengths[0]))


def separable(kernel: npt.ArrayLike) -> Factors | None:
    """The column and the row that the kernel is the product of, or None when its rank is above 1.

    A separable kernel of h×w costs h + w multiplications a pixel in place of h·w. The factors are those a
    person would write: whole numbers for a kernel of whole numbers, Sobel x = [1 2 1]ᵀ·[−1 0 1]; otherwise
    both of the same Σ|w|, a blur's being two blurs. A kernel of one row has the column [1]. The smoothing
    factor is positive; of two that sum to 0, the row ends positive: [−1 0 1], [1 −2 1].
    """
    w = _weights(kernel)
    if rank(w) > 1:
        return None
    if not w.any():
        return Factors((0.0,) * w.shape[0], (0.0,) * w.shape[1], 0.0)
    # All rows of a rank 1 kernel are multiples of the one through its largest weight.
    top, left = np.unravel_index(np.argmax(np.abs(w)), w.shape)
    share = _row_share(w, w[top])
    row, column = w[top] / share, w[:, left] * share / w[top, left]
    signs = gain(row), gain(column), row[np.flatnonzero(row)[-1]]
    if next(sign for sign in signs if sign) < 0:
        row, column = -row, -column
    row, column = row + 0.0, column + 0.0  # adding 0 makes 0 of −0
    error = float(np.abs(w - np.outer(column, row)).max())
    return Factors(tuple(column.tolist()), tuple(row.tolist()), error)


def symmetry(kernel: npt.ArrayLike) -> Symmetry:
    """The mirror and point symmetries; a kernel of zeros is even in all."""
    w = _weights(kernel)
    turned = w[::-1, ::-1]
    return Symmetry(
        _parity(w, w[:, ::-1]), _parity(w, w[::-1]), _parity(w, w.T), _parity(w, turned.T), _parity(w, turned)
    )


def describe_symmetry(kernel: npt.ArrayLike) -> Message:
    """The symmetries in a few words: "odd in x, even in y"."""
    found = symmetry(kernel)
    for pair, texts in (
        ((found.x, found.y), ("{parity} in x", "{parity} in y")),
        ((found.falling, found.rising), ("{parity} across the diagonal ↘", "{parity} across the diagonal ↗")),
        ((found.point,), ("{parity} under a half turn",)),
    ):
        said = [msg(text, parity=msg(parity)) for parity, text in zip(pair, texts, strict=True) if parity]
        if len(said) == 2:
            return msg("{first}, {second}", first=said[0], second=said[1])
        if said:
            return said[0]
    return msg("none")


def frequency_response(kernel: npt.ArrayLike, size: int = 128) -> npt.NDArray[np.float32]:
    """How strongly the kernel passes a wave of each frequency: |H|, frequency 0 at [size // 2, size // 2].

    H(u, v) = Σ w[r, c] · exp(−2πi (u·r + v·c)), u along rows and v along columns, in waves per pixel from
    −1/2 to just below 1/2. Source: the Fourier transform of a sequence, Oppenheim & Schafer,
    Discrete-Time Signal Processing.

    Returns: (size, size) float32.
    """
    frequencies = (np.arange(size) - size // 2) / size
    return _magnitude(_weights(kernel), frequencies[:, np.newaxis], frequencies[np.newaxis, :]).astype(
        np.float32
    )


def describe_response(kernel: npt.ArrayLike) -> Message:
    """What the frequency response means, in one sentence: "Passes changes along x, blocks flat areas."."""
    strength = _magnitude(_weights(kernel), -_RADII * np.sin(_ANGLES), _RADII * np.cos(_ANGLES))
    peak = float(strength.max())
    if peak == 0:
        return msg("Blocks everything: every weight is 0.")
    strength /= peak
    flat = float(strength[0, 0])
    if np.ptp(strength) < _TOLERANCE:
        return msg("Passes every frequency alike.")
    if flat > 1 - _LITTLE:
        return _describe_low_pass(strength)
    if flat > _LITTLE:
        return msg(
            "Passes flat areas, and changes {where} up to {times} times as strongly.",
            where=_where(strength**2),
            times=f"{1 / flat:.2g}",
        )
    if strength[_FINEST:].max() > 0.1:
        return msg("Passes changes {where}, blocks flat areas.", where=_where(strength**2))
    return msg(
        "Passes changes {where} that repeat about every {period} pixels, blocks flat areas and fine detail.",
        where=_where(strength**2),
        period=f"{1 / _RADII.ravel()[strength.argmax()]:.2g}",
    )


# Where describe_response looks: rays from frequency 0 to the edge of the square |u|, |v| ≤ 1/2, one for
# every 5° of a half turn, counter-clockwise as seen (rows count downwards). The other half is the same for
# every kernel of real numbers.
_ANGLES = np.radians(np.arange(0, 180, 5))
_RADII = np.linspace(0, 0.5, 41)[:, np.newaxis] / np.maximum(np.abs(np.cos(_ANGLES)), np.abs(np.sin(_ANGLES)))
_FINEST = 37  # the rows of _RADII nearest to the edge: waves of two pixels and little more
_LITTLE = 0.02  # of the strongest response: what the eye takes for nothing


def _weights(kernel: npt.ArrayLike) -> Array:
    return np.asarray(kernel, dtype=np.float64)


def _row_share(w: Array, row: Array) -> float:
    """What to divide a row of a rank 1 kernel by, so that row and column share its size as a person would."""
    if w.shape[0] == 1:
        return 1.0
    if w.shape[1] == 1:
        return float(row[0])
    if np.array_equal(w, np.rint(w)) and np.abs(w).max() <= _WHOLE:
        return float(np.gcd.reduce(row.astype(np.int64)))
    column_sum = np.abs(w).sum() / np.abs(row).sum()
    return math.sqrt(np.abs(row).sum() / column_sum)


def _parity(w: Array, mirrored: Array) -> Parity:
    if w.shape != mirrored.shape:
        return None
    near = _TOLERANCE * np.abs(w).max()
    if np.abs(w - mirrored).max() <= near:
        return "even"
    return "odd" if np.abs(w + mirrored).max() <= near else None


def _magnitude(w: Array, u: Array, v: Array) -> Array:
    """|H| at the frequencies u and v, which broadcast together."""
    rows, columns = (
        np.exp(-2j * np.pi * f[..., np.newaxis] * np.arange(n)) for f, n in zip((u, v), w.shape, strict=True)
    )
    magnitude: Array = np.abs(((rows @ w) * columns).sum(axis=-1))
    return magnitude


def _describe_low_pass(strength: Array) -> Message:
    if strength[_FINEST:].mean() >= strength[:_FINEST].mean():  # as of 1 0 1, whose finest stripes pass
        return msg("Passes flat areas and some changes, blocks others.")
    where = _where(1 - strength**2)
    if where == _EVERYWHERE:
        return msg("Passes flat areas, weakens fine detail.")
    return msg("Passes flat areas, weakens changes {where}.", where=where)


_EVERYWHERE = msg("in every direction")


def _where(energy: Array) -> Message:
    """The direction in which the energy lies, from its mean along each ray."""
    # Beyond 1/2 lie only the square's corners, where the two diagonals meet again and are one.
    rays = energy.mean(axis=0, where=_RADII <= 0.5)
    quarter = len(rays) // 2
    # Directions are the same after half a turn, so it is twice their angles that can be averaged.
    degrees = math.degrees(np.angle((rays * np.exp(2j * _ANGLES)).sum())) / 2 % 180
    along = round(degrees / 180 * len(rays)) % len(rays)
    if rays[along] > 0.5 * rays.max() and rays[along - quarter] < 0.5 * rays[along]:
        return _direction_name(degrees)
    axes, diagonals = rays[::quarter].max(), rays[quarter // 2 :: quarter].max()
    if axes < _LITTLE * diagonals:
        return msg("along the diagonals")
    if diagonals < _LITTLE * axes:
        return msg("along x and along y")
    return _EVERYWHERE


def _direction_name(degrees: float) -> Message:
    named = {
        0: "along x",
        45: "along the diagonal ↗",
        90: "along y",
        135: "along the diagonal ↘",
        180: "along x",
    }
    nearest = 45 * round(degrees / 45)
    if abs(degrees - nearest) < 3:
        return msg(named[nearest])
    return msg("at about {angle}°", angle=5 * round(degrees / 5))
