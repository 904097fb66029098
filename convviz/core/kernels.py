"""The kernels a person finds in the gallery. A new kernel is one row of KERNELS.

Weights are those of a cross-correlation, out[r, c] = Σ w[i, j] · in[r + i, c + j], as OpenCV's filter2D and
PyTorch's conv2d compute it: sobel-x is positive where the picture becomes brighter to the right.
"""

from __future__ import annotations

from convviz.core import kernel_makers as make
from convviz.core.errors import KernelError
from convviz.core.kernel import Kernel, Parameter, matches
from convviz.core.kernel_gradients import GRADIENTS
from convviz.core.kernel_makers import LARGEST, Rows, product, weights
from convviz.core.kernel_sets import SETS
from convviz.i18n import listed

__all__ = [
    "FAMILIES",
    "FEATURED",
    "KERNELS",
    "LARGEST",
    "Kernel",
    "Parameter",
    "Rows",
    "find",
    "matches",
    "rows",
]


def find(kernel_id: str) -> Kernel:
    """The kernel of that id.

    Raises: KernelError("unknown_kernel") with the three ids nearest to it.
    """
    if kernel_id not in _BY_ID:
        from difflib import get_close_matches

        near = get_close_matches(kernel_id, _BY_ID, n=3, cutoff=0)
        raise KernelError("unknown_kernel", id=kernel_id, near=listed(near))
    return _BY_ID[kernel_id]


def rows(kernel: Kernel | str, /, **chosen: float) -> Rows:
    """The weights of a kernel or of the kernel of an id: rows("gaussian", sigma=2.0).

    Raises: KernelError for an unknown id, an unknown parameter or a value outside its range.
    """
    return (find(kernel) if isinstance(kernel, str) else kernel).rows(**chosen)


SHIFTS = "Identity and shifts"
SMOOTHING = "Smoothing"
LAPLACE = "Laplacian"
SHARPENING = "Sharpening and relief"
MOTION = "Motion blur"
GABOR = "Gabor"
LINES = "Lines and corners"

_IMPULSE = "Definition: the unit impulse, or the unit impulse moved by one cell"
_BOOK = "Gonzalez & Woods, Digital Image Processing, 4th ed., "
_MARR = 'D. Marr & E. Hildreth, "Theory of Edge Detection", Proc. R. Soc. Lond. B 207, 1980'
_GABOR = 'J. G. Daugman, "Uncertainty relation for resolution in space …", J. Opt. Soc. Am. A 2(7), 1985'


def _angle(default: float) -> Parameter:
    return Parameter("angle", "Angle θ", 0, 180, default, 1, unit="°")


def _sigma(minimum: float, maximum: float, default: float) -> Parameter:
    return Parameter("sigma", "Width σ", minimum, maximum, default, 0.1, unit="px")


KERNELS: tuple[Kernel, ...] = (
    Kernel(
        "identity",
        "Identity",
        SHIFTS,
        _IMPULSE,
        "Leaves the picture as it is: the only live weight is the 1 in the middle.",
        weights((0, 0, 0), (0, 1, 0), (0, 0, 0)),
    ),
    Kernel(
        "shift-left",
        "Shift left",
        SHIFTS,
        _IMPULSE,
        "Moves the picture one pixel to the left: every output cell reads its right neighbour.",
        weights((0, 0, 0), (0, 0, 1), (0, 0, 0)),
    ),
    Kernel(
        "shift-right",
        "Shift right",
        SHIFTS,
        _IMPULSE,
        "Moves the picture one pixel to the right: every output cell reads its left neighbour.",
        weights((0, 0, 0), (1, 0, 0), (0, 0, 0)),
    ),
    Kernel(
        "shift-up",
        "Shift up",
        SHIFTS,
        _IMPULSE,
        "Moves the picture one pixel up: every output cell reads the neighbour below it.",
        weights((0, 0, 0), (0, 0, 0), (0, 1, 0)),
    ),
    Kernel(
        "shift-down",
        "Shift down",
        SHIFTS,
        _IMPULSE,
        "Moves the picture one pixel down: every output cell reads the neighbour above it.",
        weights((0, 1, 0), (0, 0, 0), (0, 0, 0)),
    ),
    Kernel(
        "box-3x3",
        "Box 3×3",
        SMOOTHING,
        _BOOK + "§3.5",
        "Blurs: every pixel becomes the average of itself and its eight neighbours.",
        weights((1, 1, 1), (1, 1, 1), (1, 1, 1), over=9),
    ),
    Kernel(
        "box-5x5",
        "Box 5×5",
        SMOOTHING,
        _BOOK + "§3.5",
        "Blurs more: every pixel becomes the average of a 5×5 square.",
        product((1,) * 5, (1,) * 5, over=25),
    ),
    Kernel(
        "gaussian-3x3",
        "Gaussian 3×3",
        SMOOTHING,
        "Binomial coefficients 1 2 1, the shortest whole-number Gaussian",
        "Blurs softly: near pixels count more than far ones.",
        product((1, 2, 1), (1, 2, 1), over=16),
    ),
    Kernel(
        "gaussian-5x5",
        "Gaussian 5×5",
        SMOOTHING,
        'P. Burt & E. Adelson, "The Laplacian Pyramid as a Compact Image Code", 1983, with a = 3/8',
        "Blurs smoothly, with less blockiness than a box of the same size.",
        product((1, 4, 6, 4, 1), (1, 4, 6, 4, 1), over=256),
    ),
    Kernel(
        "gaussian",
        "Gaussian",
        SMOOTHING,
        "Definition: exp(−(x² + y²) / 2σ²), sampled and divided by its sum",
        "Blurs as much as you like: a larger σ spreads every pixel over a wider disc.",
        make.gaussian,
        (_sigma(0.3, 10, 1.0),),
    ),
    *GRADIENTS,
    Kernel(
        "laplacian-4",
        "Laplacian",
        LAPLACE,
        _BOOK + "§3.6",
        "Finds edges in every direction: four neighbours minus four times the middle.",
        weights((0, 1, 0), (1, -4, 1), (0, 1, 0)),
    ),
    Kernel(
        "laplacian-8",
        "Laplacian 8",
        LAPLACE,
        _BOOK + "§3.6",
        "Finds edges in every direction, diagonals too: eight neighbours minus eight times the middle.",
        weights((1, 1, 1), (1, -8, 1), (1, 1, 1)),
    ),
    Kernel(
        "log-5x5",
        "LoG 5×5",
        LAPLACE,
        _BOOK + "§10.2, the negative of the Laplacian of a Gaussian",
        "Blurs a little and then finds spots and edges; the middle is positive, so bright spots stay bright.",
        weights(
            (0, 0, -1, 0, 0), (0, -1, -2, -1, 0), (-1, -2, 16, -2, -1), (0, -1, -2, -1, 0), (0, 0, -1, 0, 0)
        ),
    ),
    Kernel(
        "log",
        "LoG",
        LAPLACE,
        _MARR,
        "Blurs and then takes the Laplacian: edges lie where the result changes its sign.",
        make.laplacian_of_gaussian,
        (_sigma(0.5, 7.5, 1.4),),
    ),
    Kernel(
        "dog",
        "DoG",
        LAPLACE,
        _MARR,
        "Subtracts a wide blur from a narrow one: spots and edges of one size remain.",
        make.difference_of_gaussians,
        (_sigma(0.5, 5, 1.0), Parameter("ratio", "Ratio of widths", 1.1, 2, 1.6, 0.1)),
    ),
    Kernel(
        "sharpen",
        "Sharpen",
        SHARPENING,
        _BOOK + "§3.6",
        "Sharpens: the picture minus its Laplacian makes every edge steeper.",
        weights((0, -1, 0), (-1, 5, -1), (0, -1, 0)),
    ),
    Kernel(
        "sharpen-8",
        "Sharpen 8",
        SHARPENING,
        _BOOK + "§3.6",
        "Sharpens strongly, along the diagonals too, and makes noise stronger with it.",
        weights((-1, -1, -1), (-1, 9, -1), (-1, -1, -1)),
    ),
    Kernel(
        "unsharp-5x5",
        "Unsharp mask 5×5",
        SHARPENING,
        "Definition: twice the picture minus its 5×5 binomial blur",
        "Sharpens gently: what a blur takes away is added once more.",
        weights(
            (-1, -4, -6, -4, -1),
            (-4, -16, -24, -16, -4),
            (-6, -24, 476, -24, -6),
            (-4, -16, -24, -16, -4),
            (-1, -4, -6, -4, -1),
            over=256,
        ),
    ),
    Kernel(
        "high-boost",
        "High-boost",
        SHARPENING,
        "Gonzalez & Woods, Digital Image Processing, 2nd ed., §3.7",
        "Sharpens and brightens: A times the picture, with its edges added.",
        make.high_boost,
        (Parameter("boost", "Boost A", 0, 10, 1.2, 0.1),),
    ),
    Kernel(
        "emboss",
        "Emboss",
        SHARPENING,
        "Common in image editors; no first publication is known",
        "Turns the picture into a relief lit from the top left.",
        weights((-2, -1, 0), (-1, 1, 1), (0, 1, 2)),
    ),
    Kernel(
        "motion-blur",
        "Motion blur",
        MOTION,
        'MATLAB, fspecial("motion"): weight 1 − distance from the path',
        "Smears the picture along a line, as when the camera moves while it looks.",
        make.motion_blur,
        (Parameter("length", "Length", 1, 61, 9, 1, integer=True, unit="px"), _angle(0)),
    ),
    Kernel(
        "gabor",
        "Gabor",
        GABOR,
        _GABOR,
        "Finds stripes of one direction and one width, much as cells in our visual cortex do.",
        make.gabor,
        (
            _angle(45),
            Parameter("wavelength", "Wavelength λ", 2, 30, 4, 0.5, unit="px"),
            _sigma(0.5, 10, 2.0),
            Parameter("aspect", "Aspect γ", 0.2, 2, 1, 0.1),
            Parameter("phase", "Phase ψ", -180, 180, 0, 5, unit="°"),
        ),
    ),
    *(
        Kernel(
            f"gabor-{angle}",
            f"Gabor θ={angle}°",
            GABOR,
            _GABOR,
            does,
            make.gabor(angle=angle, wavelength=4, sigma=2, aspect=1, phase=0),
        )
        for angle, does in (
            (0, "Finds fine upright stripes, four pixels from one to the next."),
            (45, "Finds fine stripes that fall from the top left, four pixels from one to the next."),
            (90, "Finds fine level stripes, four pixels from one to the next."),
            (135, "Finds fine stripes that rise to the top right, four pixels from one to the next."),
        )
    ),
    Kernel(
        "line-horizontal",
        "Line 0°",
        LINES,
        _BOOK + "§10.2",
        "Finds thin level lines that are brighter than what lies above and below.",
        weights((-1, -1, -1), (2, 2, 2), (-1, -1, -1)),
    ),
    Kernel(
        "line-vertical",
        "Line 90°",
        LINES,
        _BOOK + "§10.2",
        "Finds thin upright lines that are brighter than what lies left and right.",
        weights((-1, 2, -1), (-1, 2, -1), (-1, 2, -1)),
    ),
    Kernel(
        "line-45",
        "Line 45°",
        LINES,
        _BOOK + "§10.2",
        "Finds thin bright lines that rise to the top right.",
        weights((-1, -1, 2), (-1, 2, -1), (2, -1, -1)),
    ),
    Kernel(
        "line-135",
        "Line 135°",
        LINES,
        _BOOK + "§10.2",
        "Finds thin bright lines that fall from the top left.",
        weights((2, -1, -1), (-1, 2, -1), (-1, -1, 2)),
    ),
    Kernel(
        "corner",
        "Corner",
        LINES,
        'J. Immerkær, "Fast Noise Variance Estimation", CVIU 64(2), 1996',
        "Finds corners and single dots, and stays silent on straight upright and level edges.",
        product((1, -2, 1), (1, -2, 1)),
    ),
    Kernel(
        "cross-derivative",
        "Cross derivative",
        LINES,
        'P. Beaudet, "Rotationally Invariant Image Operators", ICPR, 1978: ∂²/∂x∂y',
        "Finds corners: large where the picture changes along x and along y together.",
        product((-1, 0, 1), (-1, 0, 1), over=4),
    ),
    Kernel(
        "point",
        "Point",
        LINES,
        _BOOK + "§10.2",
        "Finds single bright dots and draws outlines: the middle against all its neighbours.",
        weights((-1, -1, -1), (-1, 8, -1), (-1, -1, -1)),
    ),
    *SETS,
)

FAMILIES: tuple[str, ...] = tuple(dict.fromkeys(kernel.family for kernel in KERNELS))

FEATURED: tuple[str, ...] = (
    "sobel-x",
    "sobel-y",
    "scharr-x",
    "laplacian-4",
    "gaussian-5x5",
    "sharpen",
    "emboss",
    "gabor",
)

_BY_ID = {kernel.id: kernel for kernel in KERNELS}
