"""Kernels that are used together: the eight turns of a compass mask, the nine axes of the Frei-Chen basis."""

from __future__ import annotations

from math import sqrt

from convviz.core.kernel import Kernel
from convviz.core.kernel_makers import compass, weights

KIRSCH = "Kirsch compass"
ROBINSON = "Robinson compass"
FREI_CHEN = "Frei-Chen basis"

_KIRSCH = 'R. Kirsch, "Computer Determination of the Constituent Structure of Biological Images", 1971'
_ROBINSON = 'G. S. Robinson, "Edge Detection by Compass Gradient Masks", CGIP 6(5), 1977'
_FREI_CHEN = 'W. Frei & C.-C. Chen, "Fast Boundary Detection", IEEE Trans. Computers C-26(10), 1977'

# Where the bright side of an edge lies, in the order of `compass`.
_SIDES = {
    "n": "at the top",
    "nw": "at the top left",
    "w": "on the left",
    "sw": "at the bottom left",
    "s": "at the bottom",
    "se": "at the bottom right",
    "e": "on the right",
    "ne": "at the top right",
}
_KIRSCH_N = weights((5, 5, 5), (-3, 0, -3), (-3, -3, -3))
_ROBINSON_N = weights((1, 2, 1), (0, 0, 0), (-1, -2, -1))

# Each mask is divided by its length, so that the nine are orthonormal.
_R2 = sqrt(2)
_MASKS = (
    (2 * _R2, ((1, _R2, 1), (0, 0, 0), (-1, -_R2, -1)), "Measures edges between a top and a bottom."),
    (2 * _R2, ((1, 0, -1), (_R2, 0, -_R2), (1, 0, -1)), "Measures edges between a left and a right."),
    (2 * _R2, ((0, -1, _R2), (1, 0, -1), (-_R2, 1, 0)), "Measures ripples towards the top right."),
    (2 * _R2, ((_R2, -1, 0), (-1, 0, 1), (0, 1, -_R2)), "Measures ripples towards the top left."),
    (2, ((0, 1, 0), (-1, 0, -1), (0, 1, 0)), "Measures lines: upright ones against level ones."),
    (2, ((-1, 0, 1), (0, 0, 0), (1, 0, -1)), "Measures lines: rising ones against falling ones."),
    (6, ((1, -2, 1), (-2, 4, -2), (1, -2, 1)), "Measures the middle and the corners against the sides."),
    (6, ((-2, 1, -2), (1, 4, 1), (-2, 1, -2)), "Measures an upright cross against the corners."),
    (3, ((1, 1, 1), (1, 1, 1), (1, 1, 1)), "Measures brightness: three times the average of nine pixels."),
)

SETS: tuple[Kernel, ...] = (
    *(
        Kernel(
            f"kirsch-{point}",
            f"Kirsch {point.upper()}",
            KIRSCH,
            _KIRSCH,
            f"Finds edges whose bright side is {side}; the largest of the eight tells the direction.",
            values,
        )
        for (point, side), values in zip(_SIDES.items(), compass(_KIRSCH_N), strict=True)
    ),
    *(
        Kernel(
            f"robinson-{point}",
            f"Robinson {point.upper()}",
            ROBINSON,
            _ROBINSON,
            f"Finds edges whose bright side is {side}: a Sobel kernel turned that way.",
            values,
        )
        for (point, side), values in zip(_SIDES.items(), compass(_ROBINSON_N), strict=True)
    ),
    *(
        Kernel(
            f"frei-chen-{number}",
            f"Frei-Chen {number}",
            FREI_CHEN,
            _FREI_CHEN,
            does,
            weights(*mask, over=length),
        )
        for number, (length, mask, does) in enumerate(_MASKS, start=1)
    ),
)
