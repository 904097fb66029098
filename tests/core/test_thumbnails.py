"""A thumbnail shows what a kernel does to the middle of the user's own picture."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core import lens
from convviz.core.border import Border
from convviz.core.kernels import KERNELS, rows
from convviz.core.operations.conv2d import Conv2d
from convviz.core.spec import PADDING_MODES, ConvSpec, Pads
from convviz.core.thumbnails import SIZE, shrunken, thumbnail, thumbnails, weights_picture

BARE = Border(pads=(0, 0, 0, 0))


def ramp(height: int, width: int, dtype: type = np.uint8) -> np.ndarray:
    return np.broadcast_to(np.linspace(0, 200, width), (1, height, width)).astype(dtype)


@pytest.mark.parametrize(
    ("height", "width", "size"),
    [
        (3000, 4000, SIZE),
        (4000, 600, SIZE),
        (72, 96, SIZE),
        (50, 900, (50, 67)),
        (900, 80, (60, 80)),
        (5, 7, (5, 7)),
        (5, 5, (5, 5)),
        (1, 1, (1, 1)),
    ],
)
def test_a_picture_is_cut_to_one_shape_and_shrunk(height: int, width: int, size: tuple[int, int]) -> None:
    small = shrunken(ramp(height, width), 255)
    assert small.shape == size
    assert small.dtype == np.float32
    assert thumbnail(small, rows("identity")).shape == SIZE


def test_the_middle_is_kept() -> None:
    x = np.zeros((1, 90, 900), np.uint8)
    x[:, :, 450] = 255
    assert shrunken(x, 255).argmax(axis=1)[0] in (47, 48, 49)


def test_pixels_of_a_small_picture_stay_squares() -> None:
    x = np.array([[[0, 200, 0, 200], [200, 0, 200, 0], [0, 200, 0, 200]]], np.uint8)
    shown = thumbnail(shrunken(x, 255), rows("identity"))
    np.testing.assert_array_equal(shown, np.kron(x[0], np.ones((24, 24))))


def dot(height: int, width: int) -> np.ndarray:
    """A picture of one white pixel, in its middle."""
    x = np.zeros((1, height, width), np.uint8)
    x[0, height // 2, width // 2] = 255
    return x


def test_a_small_picture_is_shown_whole_and_in_its_shape() -> None:
    (shown,) = thumbnails(dot(5, 5), 255, [rows("identity")])
    np.testing.assert_array_equal(shown, np.kron(dot(5, 5)[0], np.ones((14, 14))))
    assert thumbnails(dot(72, 96), 255, [rows("identity")])[0].shape == SIZE
    assert thumbnails(dot(2, 60), 255, [rows("identity")])[0].shape == (2, 60)


def test_a_dot_stays_one_and_what_becomes_of_it_even() -> None:
    """Nothing is mirrored at the rim of a small picture: the dot's answer ends where the stage's does."""
    (blurred, edges) = thumbnails(dot(5, 5), 255, [rows("gaussian-5x5"), rows("sobel-y")])
    np.testing.assert_array_equal(blurred, blurred[::-1])
    np.testing.assert_array_equal(blurred, blurred.T)
    assert blurred.min() < blurred.max()
    np.testing.assert_array_equal(edges[..., 1] < 255, edges[::-1, :, 1] < 255)
    upper, lower = (half[..., 0].astype(int) - half[..., 2] for half in np.split(edges, [28, 42])[::2])
    assert upper.min() == 0 < upper.max()  # half red
    assert lower.min() < 0 == lower.max()  # half blue
    (shifted,) = thumbnails(dot(3, 3), 255, [((0, 0, 0), (0, 0, 0), (0, 1, 0))])
    assert np.count_nonzero(shifted) == 24 * 24


def test_a_layer_has_zeros_around_a_small_picture() -> None:
    (shown,) = thumbnails(np.full((1, 4, 4), 90, np.uint8), 255, [rows("box-3x3")])
    assert shown[::18, ::18].tolist() == [
        [40, 60, 60, 40],
        [60, 90, 90, 60],
        [60, 90, 90, 60],
        [40, 60, 60, 40],
    ]


def test_a_kernel_meets_the_pixels_of_a_small_picture_not_enlarged_ones() -> None:
    """Along a ramp of seven pixels Sobel answers alike everywhere, not at the edges of large squares."""
    red, _, blue = np.moveaxis(thumbnail(shrunken(ramp(5, 7), 255), rows("sobel-x"))[:, 20:-20], -1, 0)
    assert (red.astype(int) > blue).all()


@pytest.mark.parametrize(
    ("planes", "white", "grey"),
    [
        (np.full((1, 80, 100), 65535, np.uint16), 65535.0, 255),
        (np.full((1, 80, 100), 0.5, np.float32), 1.0, 127.5),
        (np.full((1, 80, 100), np.nan, np.float32), 1.0, 0),
        (np.stack([np.full((80, 100), value, np.uint8) for value in (100, 50, 10)]), 255.0, 60.39),
    ],
)
def test_any_depth_and_colour_becomes_grey(planes: np.ndarray, white: float, grey: float) -> None:
    assert shrunken(planes, white) == pytest.approx(np.full(SIZE, grey), abs=0.01)


@pytest.mark.parametrize("kernel", ["sobel-x", "laplacian-4", "gabor", "log", "point"])
def test_a_kernel_that_sums_to_0_is_shown_signed(kernel: str) -> None:
    assert thumbnail(shrunken(ramp(90, 120), 255), rows(kernel)).shape == (*SIZE, 3)


@pytest.mark.parametrize(
    "kernel", ["identity", "gaussian-5x5", "sharpen", "sharpen-8", "emboss", "high-boost"]
)
def test_a_kernel_that_keeps_brightness_is_shown_as_a_picture(kernel: str) -> None:
    assert thumbnail(shrunken(ramp(90, 120), 255), rows(kernel)).shape == SIZE


def test_identity_shows_the_picture_and_sobel_a_rise_in_red() -> None:
    picture = shrunken(ramp(90, 120), 255)
    np.testing.assert_array_equal(thumbnail(picture, rows("identity")), np.rint(picture))
    red, _, blue = thumbnail(picture, rows("sobel-x"))[30, 40].tolist()
    assert red > blue


@pytest.mark.parametrize("kernel", ["sobel-y", "gaussian-5x5", "roberts-rising"])
def test_without_padding_a_small_picture_has_the_cells_whose_windows_lie_in_it(kernel: str) -> None:
    step = np.repeat(np.array([0, 0, 0, 80, 80, 80], np.uint8)[None, None], 6, 1)
    (padded,), (bare,) = (thumbnails(step, 255, [rows(kernel)], border) for border in (Border(), BARE))
    side = 6 - len(rows(kernel)) + 1
    assert bare.shape[0] == 72 // side * side
    if kernel == "sobel-y":
        assert (bare == bare[0, 0]).all(), "a step to the right has no edge downwards"
        assert (padded != bare[0, 0]).any(), "zeros around it make one"


@pytest.mark.parametrize("mode", ["reflect", "replicate", "circular"])
def test_a_flat_small_picture_stays_flat_with_padding_that_repeats_it(mode: str) -> None:
    flat = np.full((1, 6, 6), 90, np.uint8)
    assert (thumbnails(flat, 255, [rows("box-3x3")], Border(mode))[0] == 90).all()
    assert (thumbnails(flat, 255, [rows("box-3x3")])[0] < 90).any()


@pytest.mark.parametrize("white", [255.0, 1.0])
def test_a_constant_border_has_its_value_in_terms_of_the_picture(white: float) -> None:
    flat = np.full((1, 6, 6), 90 * white / 255, np.float32)
    for level in (90, 180, -30):
        (shown,) = thumbnails(flat, white, [rows("box-3x3")], Border("constant", level * white / 255))
        assert shown[0, 0] == round((4 * 90 + 5 * level) / 9)
        assert shown[36, 36] == 90


@pytest.mark.parametrize("kernel", ["forward-x", "roberts-rising", "sobel-y"])
@pytest.mark.parametrize("pads", [None, (0, 0, 0, 0), (1, 1, 1, 1), (1, 0, 0, 0), (0, 1, 1, 0)])
@pytest.mark.parametrize("mode", PADDING_MODES)
def test_a_small_picture_shows_what_a_layer_computes(kernel: str, pads: Pads | None, mode: str) -> None:
    x = np.random.default_rng(4).integers(0, 256, (1, 6, 6), np.uint8)
    weights = np.array(rows(kernel))[None, None]
    spec = ConvSpec(weights.shape[2:], padding=pads or "same", padding_mode=mode, padding_value=77.5)
    y = Conv2d().reference(spec, x, weights, np.zeros(1))[0].astype(np.float32)
    expected = lens.render(y, "signed", lens.scale("signed", lens.statistics(y), 255))
    times = min(SIZE[0] // len(y), SIZE[1] // y.shape[1])
    (shown,) = thumbnails(x, 255, [rows(kernel)], Border(mode, spec.border_value, pads))
    np.testing.assert_allclose(shown[::times, ::times].astype(int), expected.astype(int), atol=1)


def test_a_kernel_larger_than_an_unpadded_picture_is_shown_as_if_it_were_padded() -> None:
    tiny = np.full((1, 3, 3), 90, np.uint8)
    shown = [thumbnails(tiny, 255, [rows("gaussian-5x5")], border)[0] for border in (Border(), BARE)]
    np.testing.assert_array_equal(*shown)


def test_of_padding_without_end_a_part_is_shown() -> None:
    for pads, shape in (((2, 2, 2, 2), (74, 98)), ((0, 9999, 0, 0), (72 + 96 - 2, 96 - 2))):
        (shown,) = thumbnails(dot(72, 96), 255, [rows("box-3x3")], Border(pads=pads))
        assert shown.shape == shape


def test_every_kernel_has_a_thumbnail() -> None:
    made = thumbnails(ramp(90, 120), 255, [kernel.rows() for kernel in KERNELS])
    assert len(made) == len(KERNELS)
    assert all(picture.dtype == np.uint8 and picture.shape[:2] == SIZE for picture in made)


def test_weights_are_teal_white_and_brown() -> None:
    picture = weights_picture(((-2, 0), (1, 2)))
    assert picture[0, 0].tolist() == [0x01, 0x66, 0x5E]
    assert picture[0, 1].tolist() == [255, 255, 255]
    assert picture[1, 1].tolist() == [0x8C, 0x51, 0x0A]
    assert picture[1, 0].tolist() == pytest.approx([(255 + c) / 2 for c in (0x8C, 0x51, 0x0A)], abs=1)


def test_weights_that_are_all_0_are_white() -> None:
    assert (weights_picture(((0, 0),)) == 255).all()
