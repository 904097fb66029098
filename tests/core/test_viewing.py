"""What a screen shows of a large picture is in its place, averaged, and no more than it needs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import lens
from convviz.core.along import along
from convviz.core.dense_spec import DenseSpec
from convviz.core.lens import Scale, Statistics
from convviz.core.operations.conv2d import Conv2d
from convviz.core.operations.resize2d import Resize2d
from convviz.core.resize_spec import ResizeSpec
from convviz.core.spec import ConvSpec
from convviz.core.transposed_spec import TransposedSpec
from convviz.core.viewing import (
    APART,
    AVERAGED,
    FAR,
    SAMPLED,
    SHOWN,
    Display,
    Placement,
    Rect,
    View,
    affordable,
    bars,
    covered,
    input_view,
    placement,
    result_view,
    sample_view,
    serves,
    shrunken_scale,
)
from convviz.core.viewing import window as cell_window

ALL = Rect(0, 0, 8, 12)


def lying(
    spec: ConvSpec | TransposedSpec, shape: tuple[int, ...], size: tuple[int, int] = (8, 12)
) -> Placement:
    """Where the output of a layer lies; the input's size matters only where the output ends."""
    return placement(along(spec, size, shape[1:]), shape[1:])


def picture(height: int = 8, width: int = 12, channels: int = 1, dtype: type = np.uint8) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 255, (channels, height, width)).astype(dtype)


# --- where output cells lie


@pytest.mark.parametrize(
    ("spec", "shape", "cell", "window"),
    [
        (ConvSpec(padding="same"), (1, 8, 12), Rect(0, 0, 1, 1), Rect(-1, -1, 3, 3)),
        (ConvSpec(), (1, 6, 10), Rect(1, 1, 1, 1), Rect(0, 0, 3, 3)),
        (ConvSpec(stride=(2, 3)), (1, 3, 4), Rect(0.5, 0, 2, 3), Rect(0, 0, 3, 3)),
        (ConvSpec(dilation=(2, 1)), (1, 4, 10), Rect(2, 1, 1, 1), Rect(0, 0, 5, 3)),
        (TransposedSpec((2, 2), (2, 2)), (1, 16, 24), Rect(0, 0, 0.5, 0.5), Rect(0, 0, 1, 1)),
        (ConvSpec(kernel_size=(2, 2), padding="same"), (1, 8, 12), Rect(0.5, 0.5, 1, 1), Rect(0, 0, 2, 2)),
    ],
)
def test_a_cell_lies_around_the_middle_of_its_window(
    spec: ConvSpec | TransposedSpec, shape: tuple[int, int, int], cell: Rect, window: Rect
) -> None:
    assert lying(spec, shape).cell(0, 0) == cell
    assert cell_window(along(spec, (8, 12), shape[1:]), 0, 0) == window


@given(
    st.integers(1, 7),
    st.integers(1, 4),
    st.integers(1, 3),
    st.integers(0, 5),
    st.integers(0, 4),
    st.integers(0, 3),
)
def test_a_window_lies_where_the_trace_reads(k: int, s: int, d: int, p: int, row: int, col: int) -> None:
    spec = ConvSpec(kernel_size=(k, k), stride=(s, s), dilation=(d, d), padding=(p, p, p, p))
    x = np.zeros((1, 40, 40), np.uint8)
    trace = Conv2d().trace(spec, x, np.ones((1, 1, k, k)))
    step = trace.at((0, row, col))
    window = cell_window(along(spec, (40, 40), trace.shape[1:]), row, col)
    middle = lying(spec, trace.shape, (40, 40)).cell(row, col)
    assert (middle.top + middle.bottom, middle.left + middle.right) == (
        window.top + window.bottom,
        window.left + window.right,
    )
    assert (window.top, window.bottom) == (step.rows[0], step.rows[-1] + 1)
    assert (window.left, window.right) == (step.cols[0], step.cols[-1] + 1)


@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 3), st.integers(0, 9), st.integers(0, 9))
def test_a_place_in_a_cell_is_that_cell(k: int, s: int, p: int, row: int, col: int) -> None:
    spec = ConvSpec(kernel_size=(k, k), stride=(s, s), padding=(p, p, p, p))
    place = lying(spec, (1, 10, 10))
    cell = place.cell(row, col)
    assert place.at(cell.top + cell.height / 2, cell.left + cell.width / 2) == (row, col)


@pytest.mark.parametrize("corners", [False, True])
@given(row=st.integers(0, 23), col=st.integers(0, 5))
def test_cells_finer_or_coarser_than_pixels_lie_on_what_they_show(corners: bool, row: int, col: int) -> None:
    spec = ResizeSpec(scale=(3.0, 0.5), align_corners=corners)
    place = placement(along(spec, (8, 12), (24, 6)), (24, 6))
    cell = place.cell(row, col)
    assert cell.height == pytest.approx(7 / 23 if corners else 1 / 3)
    assert cell.width == pytest.approx(11 / 5 if corners else 2)
    middle = (cell.top + cell.height / 2, cell.left + cell.width / 2)
    assert place.at(*middle) == (row, col)
    window = cell_window(along(spec, (8, 12), (24, 6)), row, col)
    step = Resize2d().trace(spec, np.zeros((1, 8, 12), np.uint8)).at((0, row, col))
    assert (window.top, window.left) == (step.rows[0], step.cols[0])
    assert (window.bottom, window.right) == (step.rows[-1] + 1, step.cols[-1] + 1)
    assert window.top <= middle[0] <= window.bottom
    assert window.left <= middle[1] <= window.right


def test_a_place_outside_is_the_nearest_cell() -> None:
    place = lying(ConvSpec(), (1, 6, 10))
    assert place.at(-50, 3.5) == (0, 2)
    assert place.at(99, 99) == (5, 9)


# --- the input


def test_all_of_a_small_picture_is_itself() -> None:
    x = picture()
    view = input_view(x, ALL, (100, 100), 255)
    assert view is not None
    assert view.rect == ALL
    assert view.exact
    np.testing.assert_array_equal(view.pixels, x[0])


def test_what_hangs_over_is_left_out() -> None:
    x = picture()
    view = input_view(x, Rect(-3, 5.5, 5.2, 100), (500, 500), 255)
    assert view is not None
    assert view.rect == Rect(0, 5, 3, 7)
    np.testing.assert_array_equal(view.pixels, x[0, :3, 5:])


@pytest.mark.parametrize("rect", [Rect(-5, 0, 4, 4), Rect(8, 0, 4, 4), Rect(0, 12, 4, 4), Rect(0, -9, 4, 9)])
def test_nothing_of_it_is_nothing(rect: Rect) -> None:
    assert input_view(picture(), rect, (10, 10), 255) is None
    place = lying(ConvSpec(padding="same"), (1, 8, 12))
    y = np.zeros((1, 8, 12), np.float32)
    assert result_view(y, Display(place, "signed", 255), rect, (10, 10)) is None
    assert sample_view(lambda rows, cols: y, Display(place, "signed", 255), rect, (10, 10)) is None


def test_a_shrunken_pixel_is_the_average_of_what_falls_on_it() -> None:
    x = np.array([[[0, 100, 10, 10], [100, 200, 10, 10]]], np.uint8)
    view = input_view(x, Rect(0, 0, 2, 4), (1, 2), 255)
    assert view is not None
    assert not view.exact
    assert view.pixels.tolist() == [[100, 10]]


def test_the_resolution_is_that_of_what_is_seen_and_not_more() -> None:
    x = picture(400, 400)
    view = input_view(x, Rect(-100, 0, 800, 400), (80, 40), 255)
    assert view is not None
    assert view.pixels.shape == (40, 40)  # half of the 80 rows lie outside the picture


@pytest.mark.parametrize(
    ("dtype", "white", "value", "shown"),
    [
        (np.uint16, 65535.0, 32768, 128),
        (np.float32, 1.0, 0.5, 128),
        (np.float32, 2.0, 3.0, 255),
        (np.float32, 1.0, -1.0, 0),
        (np.float32, 1.0, np.nan, 0),
        (np.uint8, 255.0, 77, 77),
        (np.uint8, 3.0, 1, 85),
    ],
)
def test_values_from_0_to_white_become_bytes(dtype: type, white: float, value: float, shown: int) -> None:
    view = input_view(np.full((1, 3, 3), value, dtype), Rect(0, 0, 3, 3), (9, 9), white)
    assert view is not None
    assert view.pixels.dtype == np.uint8
    assert (view.pixels == shown).all()


def test_three_planes_are_colours_and_of_two_the_first_is_shown() -> None:
    colour, two = picture(channels=3), picture(channels=2)
    view = input_view(colour, ALL, (50, 50), 255)
    assert view is not None
    np.testing.assert_array_equal(view.pixels, colour.transpose(1, 2, 0))
    view = input_view(two, ALL, (50, 50), 255)
    assert view is not None
    np.testing.assert_array_equal(view.pixels, two[0])


# --- the result


def test_the_result_is_seen_through_the_lens_in_its_place() -> None:
    y = np.arange(60, dtype=np.float32).reshape(1, 6, 10)
    place = lying(ConvSpec(), (1, 6, 10))
    known = lens.statistics(y)
    view = result_view(y, Display(place, "stretch", 255, known), Rect(0, 0, 4, 4), (90, 90))
    assert view is not None
    assert view.rect == Rect(1, 1, 3, 3)
    assert view.exact
    np.testing.assert_array_equal(
        view.pixels, lens.render(y[0, :3, :3], "stretch", lens.scale("stretch", known, 255))
    )


def test_strided_cells_cover_their_strides() -> None:
    y = np.ones((1, 4, 5), np.float32)
    place = Placement(0.5, 0, (2, 3), (4, 5))
    view = result_view(y, Display(place, "clamp", 255), Rect(0, 0, 100, 100), (10, 10))
    assert view is not None
    assert view.rect == Rect(0.5, 0, 8, 15)


def test_shrunken_edges_are_averaged_and_keep_their_colour() -> None:
    y = np.zeros((1, 64, 64), np.float32)
    y[0, :, 30] = 400
    display = Display(lying(ConvSpec(padding="same"), (1, 64, 64)), "signed", 255, lens.statistics(y))
    view = result_view(y, display, Rect(0, 0, 64, 64), (16, 16))
    assert view is not None
    assert not view.exact
    assert view.pixels.shape == (16, 16, 3)
    faded = lens.DIVERGING[255 + 255 // 4]  # an average of 100, were it coloured as a cell of 400
    assert view.pixels[3, 7, 1] < faded[1] - 50
    assert view.pixels[3, 2].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    ("name", "shown", "expected"),
    [
        ("signed", Scale(-60, 60), Scale(-60, 60)),
        ("signed", Scale(-5, 5), Scale(-30, 30)),
        ("signed", Scale(-500, 500), Scale(-90, 90)),
        ("absolute", Scale(0, 60), Scale(0, 60)),
        ("clamp", Scale(0, 3), Scale(-90, 90)),
    ],
)
def test_only_lenses_with_a_strongest_colour_follow_what_is_shown(
    name: str, shown: Scale, expected: Scale
) -> None:
    assert shrunken_scale(name, Scale(-90, 90), shown) == expected


def test_a_sample_shows_what_the_whole_result_would() -> None:
    x, spec = picture(20, 30), ConvSpec(padding="same")
    weight = np.array([[[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]]], float)
    operation = Conv2d()
    y = operation.fast(spec, x, weight)
    display = Display(lying(spec, y.shape), "signed", 255, lens.statistics(y))
    whole = result_view(y, display, Rect(0, 0, 20, 30), (99, 99))
    sampled = sample_view(
        lambda rows, cols: operation.sample(spec, rows, cols, x, weight),
        display,
        Rect(0, 0, 20, 30),
        (99, 99),
    )
    assert whole is not None
    assert sampled is not None
    assert sampled.exact
    assert sampled.rect == whole.rect
    np.testing.assert_array_equal(sampled.pixels, whole.pixels)


def test_a_sample_asks_for_no_more_cells_than_the_screen_has_pixels() -> None:
    asked = []

    def sample(rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        asked.append((rows, cols))
        return np.zeros((1, len(rows), len(cols)), np.float32)

    place = lying(ConvSpec(padding="same"), (1, 3000, 4000))
    view = sample_view(sample, Display(place, "signed", 255), Rect(0, 0, 3000, 4000), (30, 40))
    assert view is not None
    assert not view.exact
    assert view.rect == Rect(0, 0, 3000, 4000)
    ((rows, cols),) = asked
    assert rows.tolist() == list(range(50, 3000, 100))
    assert cols.tolist() == list(range(50, 4000, 100))


def test_of_too_many_cells_for_now_one_stands_for_those_around_it() -> None:
    x = np.arange(2000 * 1500, dtype=np.float32).reshape(1, 2000, 1500)
    assert x.size > AVERAGED
    all_of_it = Rect(0, 0, 2000, 1500)
    quick = input_view(x, all_of_it, (20, 15), float(x.max()), quick=True)
    fine = input_view(x, all_of_it, (20, 15), float(x.max()))
    assert quick is not None
    assert fine is not None
    assert quick.sampled
    assert not fine.sampled
    assert quick.rect == fine.rect == all_of_it
    assert quick.pixels.tolist() == np.rint(x[0, 50::100, 50::100] * (255 / x.max())).tolist()
    display = Display(lying(ConvSpec(padding="same"), x.shape), "stretch", 255, lens.statistics(x))
    seen = result_view(x, display, all_of_it, (20, 15), quick=True)
    assert seen is not None
    assert seen.sampled
    by = lens.scale("stretch", lens.statistics(x), 255)
    np.testing.assert_array_equal(seen.pixels, lens.render(x[:, 50::100, 50::100], "stretch", by))


def test_of_few_cells_no_sample_is_shown_and_of_single_ones_neither() -> None:
    view = input_view(picture(), ALL, (4, 6), 255, quick=True)
    assert view is not None
    assert not view.sampled
    x = np.zeros((1, 900, 700), np.uint8)
    view = input_view(x, Rect(0, 0, 900, 700), (900, 700), 255, quick=True)
    assert view is not None
    assert (view.sampled, view.exact) == (False, True)
    view = input_view(x, Rect(0, 0, 900, 700), (450, 350), 255, quick=True)
    assert view is not None
    assert (view.sampled, view.exact) == (True, False)


def test_of_more_pixels_than_a_mouse_can_wait_for_half_as_many_are_shown_first() -> None:
    x = np.zeros((1, 2000, 1500), np.uint8)
    view = input_view(x, Rect(0, 0, 2000, 1500), (2000, 1500), 255, quick=True)
    assert view is not None
    assert (view.sampled, view.exact, view.pixels.shape) == (True, False, (1000, 750))


@given(st.integers(0, 900), st.integers(1, 100), st.integers(1, 30))
def test_the_cells_of_a_sample_are_the_same_ones_wherever_the_view_begins(
    top: int, height: int, pixels: int
) -> None:
    asked = []

    def sample(rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
        asked.append(rows)
        return np.zeros((1, len(rows), len(cols)), np.float32)

    display = Display(lying(ConvSpec(padding="same"), (1, 1000, 5)), "signed", 255)
    view = sample_view(sample, display, Rect(top, 0, height, 5), (pixels, 5))
    (rows,) = asked
    assert view is not None
    assert len(rows) >= 1
    assert rows.min() >= 0
    assert rows.max() < 1000
    step = int(rows[1] - rows[0]) if len(rows) > 1 else 1
    if len(rows) > 1:
        assert set(np.diff(rows)) == {step}
        assert set(rows % step) == {step // 2}
    assert view.rect.top <= top
    assert view.rect.bottom >= min(top + height, 1000)


SERVING = View(np.zeros((40, 60), np.uint8), Rect(0, 0, 400, 600), exact=False)


@pytest.mark.parametrize(
    ("view", "rect", "size", "served"),
    [
        (SERVING, Rect(100, 100, 200, 300), (20, 30), True),
        (SERVING, Rect(100, 100, 200, 300), (40, 60), False),  # too coarse
        (SERVING, Rect(100, 100, 200, 300), (10, 15), False),  # too fine: it would flicker
        (SERVING, Rect(-50, -50, 400, 600), (40, 60), True),  # beyond the picture there is nothing
        (SERVING, Rect(100, 100, 400, 300), (40, 30), False),
        (SERVING, Rect(100, 400, 200, 300), (20, 30), False),
        (None, Rect(0, 0, 9, 9), (9, 9), False),
        (View(SERVING.pixels, SERVING.rect, False, sampled=True), Rect(0, 0, 200, 300), (20, 30), False),
        (View(SERVING.pixels, Rect(0, 0, 40, 60), True), Rect(5, 5, 10, 10), (500, 500), True),
        (View(SERVING.pixels, Rect(0, 0, 40, 60), True), Rect(5, 5, 30, 30), (10, 10), False),
    ],
)
def test_a_view_serves_where_it_shows_all_at_the_same_size(
    view: View | None, rect: Rect, size: tuple[int, int], served: bool
) -> None:
    assert serves(view, rect, size, Rect(0, 0, 1000, 1000)) is served


@pytest.mark.parametrize("size", [(200, 240), (820, 640), (1080, 1920), (1, 1000)])
@pytest.mark.parametrize("taps", [0, 1, 9, 225, 3969])
@pytest.mark.parametrize("planes", [1, 3])
@pytest.mark.parametrize("apart", [1.0, APART - 0.1, APART, 50.0])
def test_what_a_mouse_waits_for_is_bounded(
    size: tuple[int, int], apart: float, taps: int, planes: int
) -> None:
    rows, cols = affordable(size, apart, taps, planes)
    assert 1 <= rows <= size[0]
    assert 1 <= cols <= size[1]
    each = planes * (taps + SHOWN + (FAR if apart >= APART else 0))
    assert rows * cols * each <= 1.1 * SAMPLED
    if size[0] * size[1] * each <= SAMPLED:
        assert (rows, cols) == size  # as fine as the screen when that is fast enough
    else:
        assert rows * cols * each >= 0.9 * SAMPLED
        assert rows / cols == pytest.approx(size[0] / size[1], rel=0.05)


# --- what a rectangle covers


@pytest.mark.parametrize(
    ("rect", "block"),
    [
        (Rect(1.6, 2.4, 2, 3), (2, 2, 2, 3)),
        (Rect(-4, -4, 100, 100), (0, 0, 8, 12)),
        (Rect(1.2, 1.2, 0.2, 0.2), None),
    ],
)
def test_a_rectangle_covers_the_cells_it_takes_half_of(rect: Rect, block: object) -> None:
    assert covered(rect, (8, 12)) == block


# --- the histogram


def test_bars_hold_every_value_between_their_ends() -> None:
    of = lens.statistics(np.linspace(-10, 30, 1000, dtype=np.float32)[None])
    shown = bars(of, 70)
    assert len(shown) == 64
    assert sum(bar.count for bar in shown) == 1000
    assert shown[0].low == -10
    assert shown[-1].high == 30
    assert all(a.high == b.low for a, b in pairwise(shown))


@pytest.mark.parametrize("most", [20, 64, 111, 300])
@pytest.mark.parametrize(("low", "high"), [(5, 194), (-568, 568), (0, 255), (-3, 4)])
def test_equally_frequent_whole_numbers_make_bars_of_one_height(low: int, high: int, most: int) -> None:
    of = lens.statistics(np.repeat(np.arange(low, high + 1, dtype=np.float32), 7)[None])
    shown = bars(of, most)
    assert len(shown) <= most
    assert {bar.height for bar in shown[:-1]} == {1}
    assert (shown[0].low, shown[-1].high) == (low, high)
    assert all(bar.count == 7 * (bar.high - bar.low + 1) for bar in shown)
    assert all(after.low == bar.high + 1 for bar, after in pairwise(shown))


def test_a_peak_leaves_the_others_to_be_seen() -> None:
    counts = [0] * 256
    counts[128], counts[3] = 1_000_000, 1_000
    shown = bars(Statistics(-1, 1, tuple(counts)), 256)
    assert shown[128].height == 1
    assert shown[3].height == pytest.approx(0.5, abs=0.01)
    assert shown[7].height == 0


def test_no_values_make_no_bars_and_little_room_makes_one() -> None:
    assert bars(Statistics(0, 0, (0,) * 256), 50) == ()
    assert len(bars(Statistics(0, 1, (1,) * 256), 0)) == 1


def test_cells_that_read_everything_lie_in_the_middle_of_it() -> None:
    place = placement(along(DenseSpec("dense", (1, 6, 8), (3, 3)), (6, 8), (4, 6)), (4, 6))
    assert place.cell(0, 0) == Rect(1, 1, 1, 1)
    assert place.cell(3, 5) == Rect(4, 6, 1, 1)
