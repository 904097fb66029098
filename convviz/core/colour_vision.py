"""What colours look like to the three kinds of dichromats, who lack one of the eye's three cones.

About one man in twelve sees red and green less apart than most people do; a protanope or deuteranope does
not see them apart at all, and a tritanope confuses blue with green.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

# Linear RGB in, linear RGB out, at full severity. Each row sums to 1: greys stay as they are.
# Source: G. M. Machado, M. M. Oliveira & L. A. F. Fernandes, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1 (severity 1.0).
MATRICES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
DEFICIENCIES = tuple(MATRICES)
BITS = 6
"""Bits of each channel that the table of `simulated` tells apart: 262 144 colours, a megabyte of answers."""


def linear(colors: Array) -> Array:
    """sRGB from 0 to 255 as linear light from 0 to 1, float64. Source: IEC 61966-2-1."""
    part = np.asarray(colors, np.float64) / 255
    light: Array = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return light


def encoded(light: Array) -> Array:
    """Linear light as sRGB, uint8; what no screen can show is the nearest that it can."""
    part = np.clip(light, 0.0, 1.0)
    curve = np.where(part <= 0.0031308, part * 12.92, 1.055 * part ** (1 / 2.4) - 0.055)
    levels: Array = np.rint(curve * 255).astype(np.uint8)
    return levels


def seen(colors: Array, deficiency: str) -> Array:
    """sRGB colours (…, 3), 0 to 255, as a person with the deficiency sees them, uint8 (…, 3)."""
    return encoded(linear(colors) @ np.array(MATRICES[deficiency]).T)


def simulated(words: Array, deficiency: str) -> Array:
    """A picture of 32-bit words 0xAARRGGBB as such a person sees it, uint32 of the same shape and opacity.

    Each channel is read with BITS bits, so that a window is answered from a table in a few milliseconds; a
    colour differs from `seen` by what those bits leave out.
    """
    drop, mask = 8 - BITS, (1 << BITS) - 1
    index = (words >> (16 + drop)) & mask
    for shift in (8, 0):
        index <<= BITS
        index |= (words >> (shift + drop)) & mask
    answers: Array = words & 0xFF000000
    answers |= _table(deficiency)[index]
    return answers


@lru_cache(maxsize=4)
def _table(deficiency: str) -> Array:
    """The answer of each colour of BITS bits per channel, as 32-bit words."""
    levels = np.arange(1 << BITS)
    steps = np.rint(levels * 255 / levels[-1])
    red, green, blue = np.meshgrid(steps, steps, steps, indexing="ij")
    answers = seen(np.stack([red, green, blue], -1).reshape(-1, 3), deficiency).astype(np.uint32)
    packed: Array = answers[:, 0] << 16 | answers[:, 1] << 8 | answers[:, 2]
    return packed.astype(np.uint32)
