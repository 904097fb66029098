"""The table of kernels: every row, published values, and the algebra that holds between rows."""

from __future__ import annotations

import inspect
import math
import re
from itertools import groupby

import cv2
import numpy as np
import pytest

from convviz import i18n
from convviz.core.errors import KernelError
from convviz.core.kernel import Kernel, Parameter
from convviz.core.kernels import FAMILIES, FEATURED, KERNELS, LARGEST, find, matches, rows

IDS = [kernel.id for kernel in KERNELS]
PARAMETRIC = [(kernel.id, parameter.name) for kernel in KERNELS for parameter in kernel.parameters]


def array(kernel_id: str, **chosen: float) -> np.ndarray:
    return np.array(rows(kernel_id, **chosen))


# --- every row


@pytest.mark.parametrize("kernel", KERNELS, ids=IDS)
def test_each_row_is_complete(kernel: Kernel) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kernel.id)
    assert kernel.name.strip()
    assert kernel.source.strip()
    assert re.fullmatch(r"[A-Z].{20,105}\.", kernel.does), "one sentence, with its full stop"
    assert kernel.family in FAMILIES
    assert hash(kernel) == hash(find(kernel.id))


@pytest.mark.parametrize("kernel", KERNELS, ids=IDS)
def test_each_row_has_rectangular_rows_of_finite_plain_floats(kernel: Kernel) -> None:
    values = kernel.rows()
    assert type(values) is tuple
    assert all(type(row) is tuple and len(row) == len(values[0]) for row in values)
    assert all(type(weight) is float for row in values for weight in row)
    assert np.isfinite(values).all()
    assert np.any(values)
    assert not any(weight == 0 and math.copysign(1, weight) < 0 for row in values for weight in row), "no −0"
    hash(values)


def test_ids_and_names_are_unique_and_there_are_many() -> None:
    assert len(set(IDS)) == len(IDS) >= 44
    assert len({kernel.name for kernel in KERNELS}) == len(KERNELS)


def test_families_stand_together_in_the_order_of_the_table() -> None:
    changes = [family for family, _ in groupby(KERNELS, key=lambda kernel: kernel.family)]
    assert tuple(changes) == FAMILIES
    assert FAMILIES[0] == "Identity and shifts"


def test_the_gallery_begins_as_in_the_picture_of_the_main_window() -> None:
    assert [find(kernel_id).name for kernel_id in FEATURED] == [
        "Sobel x",
        "Sobel y",
        "Scharr x",
        "Laplacian",
        "Gaussian 5×5",
        "Sharpen",
        "Emboss",
        "Gabor",
    ]


@pytest.mark.parametrize("kernel", [k for k in KERNELS if k.parameters], ids=lambda k: k.id)
def test_a_makers_arguments_are_its_parameters(kernel: Kernel) -> None:
    assert callable(kernel.values)
    assert list(inspect.signature(kernel.values).parameters) == [p.name for p in kernel.parameters]


@pytest.mark.parametrize(("kernel_id", "name"), PARAMETRIC)
def test_each_parameter_works_from_its_minimum_to_its_maximum(kernel_id: str, name: str) -> None:
    parameter = next(p for p in find(kernel_id).parameters if p.name == name)
    assert parameter.minimum <= parameter.default <= parameter.maximum
    assert parameter.label
    assert parameter.step > 0
    for value in (parameter.minimum, parameter.default, parameter.maximum):
        made = array(kernel_id, **{name: value})
        assert np.isfinite(made).all()
        assert made.shape[0] % 2 == made.shape[1] % 2 == 1
        assert max(made.shape) <= LARGEST


@pytest.mark.parametrize("kernel", [k for k in KERNELS if k.parameters], ids=lambda k: k.id)
def test_no_kernel_outgrows_63_even_with_every_slider_at_an_end(kernel: Kernel) -> None:
    for end in ("minimum", "maximum"):
        made = kernel.rows(**{p.name: getattr(p, end) for p in kernel.parameters})
        assert max(len(made), len(made[0])) <= 63


# --- finding


def test_an_unknown_id_is_refused_with_names_that_are_near() -> None:
    with pytest.raises(KernelError) as caught:
        find("sobelx")
    assert caught.value.code == "unknown_kernel"
    assert "sobelx" in str(caught.value)
    assert "sobel-x" in str(caught.value)


def test_rows_takes_a_kernel_or_its_id() -> None:
    assert rows("sharpen") == rows(find("sharpen")) == find("sharpen").rows()


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(KernelError, match="Sobel x has no parameter “sigma”") as caught:
        rows("sobel-x", sigma=1)
    assert caught.value.code == "unknown_parameter"


@pytest.mark.parametrize("value", [0.2, 10.1, -1, float("nan"), float("inf")])
def test_a_value_out_of_range_is_refused_with_the_range(value: float) -> None:
    with pytest.raises(KernelError, match=r"Width σ must be from 0\.3 to 10, not") as caught:
        rows("gaussian", sigma=value)
    assert caught.value.code == "parameter_out_of_range"


def test_a_whole_parameter_refuses_a_fraction() -> None:
    with pytest.raises(KernelError, match=r"Length must be a whole number, not 4\.5") as caught:
        rows("motion-blur", length=4.5)
    assert caught.value.code == "parameter_not_whole"


def test_a_checked_value_is_a_float() -> None:
    assert type(Parameter("n", "N", 0, 5, 1, 1, integer=True).checked(3)) is float


@pytest.mark.parametrize(
    ("query", "kernel_id"),
    [
        ("", "identity"),
        ("SOBEL", "sobel-x"),
        ("edge", "sobel-x"),
        ("gauss, 5x5", "gaussian-5x5"),
        ("gauss 5×5", "gaussian-5x5"),
        ("blur", "box-3x3"),
        ("blur motion", "motion-blur"),
        ("kirsch-nw", "kirsch-nw"),
        ("compass", "robinson-e"),
    ],
)
def test_a_search_finds(query: str, kernel_id: str) -> None:
    assert matches(find(kernel_id), query)


@pytest.mark.parametrize(("query", "kernel_id"), [("blur sobel", "sobel-x"), ("zebra", "identity")])
def test_a_search_needs_every_word(query: str, kernel_id: str) -> None:
    assert not matches(find(kernel_id), query)


def test_a_search_reads_what_is_shown_in_the_language_of_the_moment() -> None:
    i18n.use(lambda source: "索贝尔 x" if source == "Sobel x" else source)
    try:
        assert matches(find("sobel-x"), "索贝尔")
        assert not matches(find("sobel-y"), "索贝尔")
    finally:
        i18n.use(str)


# --- published values


@pytest.mark.parametrize(
    ("kernel_id", "published", "over"),
    [
        pytest.param("sobel-x", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], 1, id="Sobel & Feldman 1968, x"),
        pytest.param("sobel-y", [[-1, -2, -1], [0, 0, 0], [1, 2, 1]], 1, id="Sobel & Feldman 1968, y"),
        pytest.param("scharr-x", [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]], 1, id="Scharr 2000, x"),
        pytest.param("scharr-y", [[-3, -10, -3], [0, 0, 0], [3, 10, 3]], 1, id="Scharr 2000, y"),
        pytest.param("prewitt-x", [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]], 1, id="Prewitt 1970, x"),
        pytest.param("prewitt-y", [[-1, -1, -1], [0, 0, 0], [1, 1, 1]], 1, id="Prewitt 1970, y"),
        pytest.param("roberts-falling", [[1, 0], [0, -1]], 1, id="Roberts 1963, one"),
        pytest.param("roberts-rising", [[0, 1], [-1, 0]], 1, id="Roberts 1963, other"),
        pytest.param("gaussian-3x3", [[1, 2, 1], [2, 4, 2], [1, 2, 1]], 16, id="binomial 3x3"),
        pytest.param(
            "gaussian-5x5",
            [[1, 4, 6, 4, 1], [4, 16, 24, 16, 4], [6, 24, 36, 24, 6], [4, 16, 24, 16, 4], [1, 4, 6, 4, 1]],
            256,
            id="Burt & Adelson 1983, a = 3/8",
        ),
        pytest.param("laplacian-4", [[0, 1, 0], [1, -4, 1], [0, 1, 0]], 1, id="Gonzalez & Woods, four"),
        pytest.param("laplacian-8", [[1, 1, 1], [1, -8, 1], [1, 1, 1]], 1, id="Gonzalez & Woods, eight"),
        pytest.param(
            "log-5x5",
            [
                [0, 0, -1, 0, 0],
                [0, -1, -2, -1, 0],
                [-1, -2, 16, -2, -1],
                [0, -1, -2, -1, 0],
                [0, 0, -1, 0, 0],
            ],
            1,
            id="Gonzalez & Woods, LoG",
        ),
        pytest.param("sharpen", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], 1, id="Gonzalez & Woods, sharpen"),
        pytest.param("emboss", [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]], 1, id="common emboss"),
        pytest.param("kirsch-n", [[5, 5, 5], [-3, 0, -3], [-3, -3, -3]], 1, id="Kirsch 1971, N"),
        pytest.param("kirsch-nw", [[5, 5, -3], [5, 0, -3], [-3, -3, -3]], 1, id="Kirsch 1971, NW"),
        pytest.param("kirsch-e", [[-3, -3, 5], [-3, 0, 5], [-3, -3, 5]], 1, id="Kirsch 1971, E"),
        pytest.param("robinson-ne", [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]], 1, id="Robinson 1977, NE"),
        pytest.param("line-45", [[-1, -1, 2], [-1, 2, -1], [2, -1, -1]], 1, id="Gonzalez & Woods, line 45°"),
        pytest.param("corner", [[1, -2, 1], [-2, 4, -2], [1, -2, 1]], 1, id="Immerkær 1996"),
    ],
)
def test_weights_are_the_published_ones(kernel_id: str, published: list[list[int]], over: int) -> None:
    assert rows(kernel_id) == tuple(tuple(weight / over for weight in row) for row in published)


@pytest.mark.parametrize(("kernel_id", "order"), [("sobel-5x5-x", (1, 0)), ("sobel-5x5-y", (0, 1))])
def test_the_5x5_sobel_is_opencvs(kernel_id: str, order: tuple[int, int]) -> None:
    along_x, along_y = cv2.getDerivKernels(*order, 5)
    assert np.array_equal(array(kernel_id), np.outer(along_y, along_x))


def test_frei_chen_masks_1_and_5_are_those_of_the_1977_paper() -> None:
    r = np.sqrt(2)
    assert np.allclose(array("frei-chen-1"), np.array([[1, r, 1], [0, 0, 0], [-1, -r, -1]]) / (2 * r))
    assert np.allclose(array("frei-chen-5"), np.array([[0, 1, 0], [-1, 0, -1], [0, 1, 0]]) / 2)


# --- algebra


def test_the_frei_chen_basis_is_orthonormal() -> None:
    basis = np.array([array(f"frei-chen-{n}").ravel() for n in range(1, 10)])
    assert np.allclose(basis @ basis.T, np.eye(9), atol=1e-12)


@pytest.mark.parametrize("family", ["kirsch", "robinson"])
def test_two_turns_of_a_compass_kernel_are_a_rotation_by_90_degrees(family: str) -> None:
    points = ["n", "nw", "w", "sw", "s", "se", "e", "ne"]
    for place, point in enumerate(points):
        later = points[(place + 2) % 8]
        assert np.array_equal(np.rot90(array(f"{family}-{point}")), array(f"{family}-{later}"))
    assert len({rows(f"{family}-{point}") for point in points}) == 8


def test_robinson_begins_with_sobel_and_two_diagonals_make_twice_prewitt() -> None:
    assert np.array_equal(array("robinson-n"), -array("sobel-y"))
    assert np.array_equal(array("robinson-e"), array("sobel-x"))
    assert np.array_equal(array("robinson-ne") + array("robinson-se"), 2 * array("prewitt-x"))


def test_sharpening_takes_the_laplacian_away() -> None:
    assert np.array_equal(array("sharpen"), array("identity") - array("laplacian-4"))
    assert np.array_equal(array("sharpen-8"), array("identity") - array("laplacian-8"))
    assert np.array_equal(array("high-boost", boost=1), array("sharpen-8"))


def test_unsharp_is_twice_the_picture_minus_its_blur() -> None:
    twice = np.zeros((5, 5))
    twice[2, 2] = 2
    assert np.array_equal(array("unsharp-5x5"), twice - array("gaussian-5x5"))


@pytest.mark.parametrize(
    ("kernel_id", "row", "column"),
    [
        ("shift-left", 2, 1),
        ("shift-right", 2, 3),
        ("shift-up", 1, 2),
        ("shift-down", 3, 2),
        ("identity", 2, 2),
    ],
)
def test_a_shift_moves_the_picture_as_its_name_says(kernel_id: str, row: int, column: int) -> None:
    picture = np.zeros((5, 5), np.float32)
    picture[2, 2] = 1
    assert cv2.filter2D(picture, -1, array(kernel_id))[row, column] == 1


def test_sobel_is_positive_where_it_gets_brighter_to_the_right_and_downwards() -> None:
    ramp = np.tile(np.arange(5, dtype=np.float32), (5, 1))
    assert cv2.filter2D(ramp, -1, array("sobel-x"))[2, 2] == 8
    assert cv2.filter2D(ramp.T.copy(), -1, array("sobel-y"))[2, 2] == 8


def test_kirsch_n_answers_most_to_a_bright_top() -> None:
    picture = np.zeros((5, 5), np.float32)
    picture[:2] = 1
    answers = {k.id: cv2.filter2D(picture, -1, np.array(k.rows()))[2, 2] for k in KERNELS if "kirsch" in k.id}
    assert max(answers, key=lambda kernel_id: answers[kernel_id]) == "kirsch-n"


# --- makers


@pytest.mark.parametrize("sigma", [0.3, 0.8, 1, 2.5, 10])
def test_the_gaussian_is_opencvs_and_sums_to_1(sigma: float) -> None:
    made = array("gaussian", sigma=sigma)
    line = cv2.getGaussianKernel(len(made), sigma)
    assert np.allclose(made, line @ line.T, atol=1e-9)
    assert made.sum() == pytest.approx(1, abs=1e-12)


def test_a_gaussian_reaches_three_sigma() -> None:
    assert array("gaussian", sigma=1).shape == (7, 7)
    assert array("gaussian", sigma=1.1).shape == (9, 9)


@pytest.mark.parametrize("sigma", [0.5, 1.4, 7.5])
def test_the_log_sums_to_0_and_is_negative_in_the_middle(sigma: float) -> None:
    made = array("log", sigma=sigma)
    assert made.sum() == pytest.approx(0, abs=1e-12)
    assert made.min() == made[len(made) // 2, len(made) // 2] < 0


def test_the_log_measures_the_laplacian_of_a_parabola() -> None:
    reach = 13 // 2 + 2
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float64)
    answer = cv2.filter2D(x**2 + y**2, -1, array("log", sigma=1.4))
    assert answer[reach, reach] == pytest.approx(4, rel=0.01)


def test_the_dog_is_a_narrow_gaussian_minus_a_wide_one() -> None:
    made = array("dog", sigma=1, ratio=2)
    narrow, wide = cv2.getGaussianKernel(13, 1), cv2.getGaussianKernel(13, 2)
    assert np.allclose(made, narrow @ narrow.T - wide @ wide.T, atol=1e-9)


def test_motion_blur_along_an_axis_is_an_average() -> None:
    assert rows("motion-blur", length=9, angle=0) == ((1 / 9,) * 9,)
    assert np.allclose(array("motion-blur", length=9, angle=90), np.full((9, 1), 1 / 9))
    assert rows("motion-blur", length=1, angle=30) == ((1.0,),)


def test_motion_blur_of_even_length_halves_its_ends() -> None:
    assert np.allclose(array("motion-blur", length=4, angle=0), np.array([[0.5, 1, 1, 1, 0.5]]) / 4)


def test_motion_blur_rises_to_the_top_right_at_45_degrees_and_sums_to_1() -> None:
    made = array("motion-blur", length=9, angle=45)
    assert made[0, -1] > 0
    assert made[0, 0] == 0
    assert made.sum() == pytest.approx(1)


@pytest.mark.parametrize("angle", [0, 30, 45, 120])
@pytest.mark.parametrize("phase", [0, 90])
def test_gabor_is_opencvs_with_y_upwards(angle: float, phase: float) -> None:
    made = array("gabor", angle=angle, wavelength=5, sigma=2, aspect=0.5, phase=phase)
    size = len(made)
    theirs = cv2.getGaborKernel((size, size), 2, np.radians(-angle), 5, 0.5, np.radians(phase))
    assert np.allclose(made, theirs[::-1, ::-1], atol=1e-9)


def test_gabor_grows_with_its_envelope_up_to_63() -> None:
    assert array("gabor", sigma=2, aspect=1).shape == (13, 13)
    assert array("gabor", sigma=2, aspect=2).shape == (13, 13)
    assert array("gabor", sigma=2, aspect=0.5).shape == (25, 25)
    assert array("gabor", sigma=10, aspect=0.2).shape == (63, 63)


def test_gabor_at_0_degrees_has_upright_stripes() -> None:
    made = array("gabor-0")
    middle = len(made) // 2
    assert made[middle, middle + 2] < 0 < made[middle + 2, middle]
