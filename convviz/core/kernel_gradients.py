"""The first derivatives among the kernels: differences, Roberts, Prewitt, Sobel, Scharr."""

from __future__ import annotations

from convviz.core.kernel import Kernel
from convviz.core.kernel_makers import product, transposed, weights

GRADIENT = "Gradient"

_PREWITT = 'J. M. S. Prewitt, "Object Enhancement and Extraction", 1970'
_PREWITT_X = product((1, 1, 1), (-1, 0, 1))
_ROBERTS = 'L. G. Roberts, "Machine Perception of Three-Dimensional Solids", thesis, MIT, 1963'
_SCHARR = 'H. Scharr, "Optimale Operatoren in der Digitalen Bildverarbeitung", thesis, Heidelberg, 2000'
_SCHARR_X = product((3, 10, 3), (-1, 0, 1))
_SOBEL = 'I. Sobel & G. Feldman, "A 3×3 Isotropic Gradient Operator for Image Processing", 1968'
_SOBEL_5X5_X = product((1, 4, 6, 4, 1), (-1, -2, 0, 2, 1))
_SOBEL_X = product((1, 2, 1), (-1, 0, 1))

GRADIENTS: tuple[Kernel, ...] = (
    Kernel(
        "sobel-x",
        "Sobel x",
        GRADIENT,
        _SOBEL,
        "Finds upright edges: positive where it gets brighter to the right, negative where it gets darker.",
        _SOBEL_X,
    ),
    Kernel(
        "sobel-y",
        "Sobel y",
        GRADIENT,
        _SOBEL,
        "Finds level edges: positive where it gets brighter downwards, negative where it gets darker.",
        transposed(_SOBEL_X),
    ),
    Kernel(
        "scharr-x",
        "Scharr x",
        GRADIENT,
        _SCHARR,
        "Finds upright edges like Sobel, but measures a slanted edge more truly.",
        _SCHARR_X,
    ),
    Kernel(
        "scharr-y",
        "Scharr y",
        GRADIENT,
        _SCHARR,
        "Finds level edges like Sobel, but measures a slanted edge more truly.",
        transposed(_SCHARR_X),
    ),
    Kernel(
        "prewitt-x",
        "Prewitt x",
        GRADIENT,
        _PREWITT,
        "Finds upright edges: the three pixels on the right minus the three on the left.",
        _PREWITT_X,
    ),
    Kernel(
        "prewitt-y",
        "Prewitt y",
        GRADIENT,
        _PREWITT,
        "Finds level edges: the three pixels below minus the three above.",
        transposed(_PREWITT_X),
    ),
    Kernel(
        "sobel-5x5-x",
        "Sobel 5×5 x",
        GRADIENT,
        "OpenCV, getDerivKernels(1, 0, 5)",
        "Finds broad upright edges and is less upset by noise than the 3×3 Sobel.",
        _SOBEL_5X5_X,
    ),
    Kernel(
        "sobel-5x5-y",
        "Sobel 5×5 y",
        GRADIENT,
        "OpenCV, getDerivKernels(0, 1, 5)",
        "Finds broad level edges and is less upset by noise than the 3×3 Sobel.",
        transposed(_SOBEL_5X5_X),
    ),
    Kernel(
        "roberts-falling",
        "Roberts ↘",
        GRADIENT,
        _ROBERTS,
        "Finds edges by one subtraction along a diagonal: a pixel minus its lower right neighbour.",
        weights((1, 0), (0, -1)),
    ),
    Kernel(
        "roberts-rising",
        "Roberts ↗",
        GRADIENT,
        _ROBERTS,
        "Finds edges by one subtraction along a diagonal: upper right pixel minus lower left pixel.",
        weights((0, 1), (-1, 0)),
    ),
    Kernel(
        "difference-x",
        "Difference x",
        GRADIENT,
        "Definition: the central difference (f(x + 1) − f(x − 1)) / 2",
        "Measures the slope along a row: how fast it gets brighter to the right, showing upright edges.",
        weights((-1, 0, 1), over=2),
    ),
    Kernel(
        "difference-y",
        "Difference y",
        GRADIENT,
        "Definition: the central difference (f(y + 1) − f(y − 1)) / 2",
        "Measures the slope down a column: how fast it gets brighter downwards, showing level edges.",
        transposed(weights((-1, 0, 1), over=2)),
    ),
    Kernel(
        "forward-x",
        "Forward difference x",
        GRADIENT,
        "Definition: the forward difference f(x + 1) − f(x)",
        "Finds the thinnest upright edges: each pixel is subtracted from its right neighbour.",
        weights((-1, 1)),
    ),
    Kernel(
        "forward-y",
        "Forward difference y",
        GRADIENT,
        "Definition: the forward difference f(y + 1) − f(y)",
        "Finds the thinnest level edges: each pixel is subtracted from the one below it.",
        weights((-1,), (1,)),
    ),
)
