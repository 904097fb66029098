import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from convviz.core.lens import (
    DIVERGING,
    LENSES,
    Scale,
    Statistics,
    clamped,
    clamped_mask,
    middle,
    ramp,
    render,
    scale,
    statistics,
)

BLUE, WHITE, RED = (0x21, 0x66, 0xAC), (255, 255, 255), (0xB2, 0x18, 0x2B)
values = hnp.arrays(
    np.float32,
    hnp.array_shapes(min_dims=2, max_dims=3, min_side=1, max_side=9),
    elements=st.floats(-1e6, 1e6, width=32),
)


def row(*numbers: float) -> np.ndarray:
    return np.array([numbers], np.float32)


# --- statistics


@given(values)
def test_the_histogram_counts_every_cell_between_the_least_and_the_greatest(y):
    found = statistics(y)
    assert (found.minimum, found.maximum) == (y.min(), y.max())
    assert found.total == y.size
    assert len(found.counts) == 256
    assert found.edges[0] == found.minimum
    assert found.edges[-1] == found.maximum


def test_whole_numbers_fall_into_the_bin_above_the_edge_they_lie_on():
    y = np.repeat(np.arange(0, 513, dtype=np.float32), 2)[None]
    counts = statistics(y).counts
    assert counts[:-1] == (4,) * 255
    assert counts[-1] == 6
    assert counts == tuple(np.histogram(y, 256)[0])


def test_whole_numbers_are_counted_each():
    found = statistics(row(-2, 1, 1, 0, 1, -2))
    assert found.whole == (2, 0, 1, 3)
    assert found.total == 6
    assert statistics(row(-2, 1, 0.5)).whole == ()
    assert statistics(row(0, 1e6)).whole == ()


def test_one_value_between_whole_numbers_is_enough():
    """A blurred dot on a large canvas: each of its values lies beside the rows that a sample looks at."""
    y = np.zeros((1024, 1024), np.float32)
    y[511:514, 511:514] = np.outer((1, 2, 1), (1, 2, 1)) * np.float32(255 / 16)
    found = statistics(y)
    assert found.whole == ()
    assert found.total == y.size


def test_whole_numbers_end_with_one():
    y = np.zeros((300, 300), np.float32)
    y[7, 7] = 0.8
    y[0, 0] = np.nan
    found = statistics(y)
    assert found.whole == ()
    assert (found.counts[0], found.counts[-1]) == (300 * 300 - 2, 1)
    y[7, 7], y[7, 8] = 2, 0.5
    assert statistics(y).whole == ()
    y[7, 8] = 1
    assert statistics(y).whole == (300 * 300 - 3, 1, 1)


def test_the_histogram_is_numpys_over_several_bands():
    y = np.random.default_rng(1).normal(3, 50, (2, 600, 700)).astype(np.float32)
    ours, theirs = np.array(statistics(y).counts), np.histogram(y, 256)[0]
    assert abs(ours.cumsum() - theirs.cumsum()).max() < 100  # a thousandth of a bin's width apart


def test_infinities_and_nan_are_left_out():
    found = statistics(row(1, np.nan, np.inf, -np.inf, 3))
    assert (found.minimum, found.maximum, found.total) == (1, 3, 2)


def test_nothing_finite_counts_nothing():
    found = statistics(row(np.nan, np.inf))
    assert (found.minimum, found.maximum, found.total) == (0, 0, 0)
    assert scale("signed", found, 255) == Scale(-1, 1)


# --- scale


def test_few_values_reach_to_the_greatest():
    assert scale("signed", statistics(row(-3, 0, 1, 7)), 255) == Scale(-7, 7)
    assert scale("absolute", statistics(row(-9, 0, 1, 7)), 255) == Scale(0, 9)
    assert scale("absolute", statistics(row(5, 5, 5)), 255) == Scale(0, 5)


def test_signed_holds_995_of_a_thousand_values_and_no_more_than_it_must():
    y = np.random.default_rng(2).normal(0, 100, (500, 500)).astype(np.float32)
    high = scale("signed", statistics(y), 255).high
    assert 0.995 <= np.mean(np.abs(y) <= high) < 0.9965


def test_a_single_dot_in_the_dark_is_not_saturated():
    y = np.zeros((500, 500), np.float32)
    y[250, 250:252] = 40, -80
    assert scale("signed", statistics(y), 255) == Scale(-80, 80)


def test_a_flat_output_has_a_scale():
    assert scale("signed", statistics(row(0, 0)), 255) == Scale(-1, 1)


def test_rounding_noise_is_not_shown_as_strong_colour():
    assert scale("absolute", statistics(row(-1e-9, 1e-9)), 255).high == pytest.approx(255e-6)


def test_clamp_offset_and_stretch_show_what_their_names_say():
    of = statistics(row(-5, 300))
    assert scale("clamp", of, 255) == Scale(0, 255)
    assert scale("clamp", of, 65535) == Scale(0, 65535)
    assert scale("offset", of, 255) == Scale(-128, 127)
    assert scale("stretch", of, 255) == Scale(-5, 300)


def test_the_middle_grey_of_each_depth():
    assert (middle(255), middle(65535), middle(1.0), middle(4.5)) == (128, 32768, 0.5, 2.25)


# --- render


def test_diverging_runs_from_blue_over_white_to_red():
    assert DIVERGING.shape == (511, 3)
    assert tuple(DIVERGING[0]) == BLUE
    assert tuple(DIVERGING[255]) == WHITE
    assert tuple(DIVERGING[510]) == RED
    assert not (DIVERGING[[*range(255), *range(256, 511)]] == 255).all(axis=1).any()


def test_signed_shows_zero_as_white_and_the_bounds_and_beyond_as_the_ends():
    pixels = render(row(-20, -10, 0, 10, 1e9), "signed", Scale(-10, 10))
    assert [tuple(p) for p in pixels[0]] == [BLUE, BLUE, WHITE, RED, RED]


def test_signed_of_three_channels_shows_the_one_farthest_from_zero():
    y = np.array([[[1, 1]], [[-10, 0]], [[9, 10]]], np.float32)
    assert [tuple(p) for p in render(y, "signed", Scale(-10, 10))[0]] == [BLUE, RED]


def test_absolute_runs_from_black_to_white_either_way():
    assert render(row(-20, -10, 0, 5, 10), "absolute", Scale(0, 10)).tolist() == [[255, 255, 0, 128, 255]]


def test_clamp_shows_a_picture_as_it_is_and_cuts_the_rest():
    assert render(row(-3, 0, 7, 254.6, 300), "clamp", Scale(0, 255)).tolist() == [[0, 0, 7, 255, 255]]
    assert render(row(0, 257, 65535), "clamp", Scale(0, 65535)).tolist() == [[0, 1, 255]]


def test_offset_shows_zero_as_128():
    by = scale("offset", statistics(row(0)), 255)
    assert render(row(-128, -1, 0, 127, 200), "offset", by).tolist() == [[0, 127, 128, 255, 255]]


def test_stretch_shows_the_least_as_black_and_the_greatest_as_white():
    y = row(-5, 0, 5)
    assert render(y, "stretch", scale("stretch", statistics(y), 255)).tolist() == [[0, 128, 255]]
    assert render(row(4, 4), "stretch", Scale(4, 4)).tolist() == [[0, 0]]


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("shape", [(5, 7), (1, 5, 7), (3, 5, 7)])
def test_pixels_are_grey_for_one_channel_and_rgb_for_three_or_signed(lens, shape):
    y = np.random.default_rng(3).normal(0, 100, shape).astype(np.float32)
    pixels = render(y, lens, scale(lens, statistics(y), 255))
    assert pixels.dtype == np.uint8
    assert pixels.shape == ((5, 7, 3) if lens == "signed" or shape[0] == 3 else (5, 7))


@pytest.mark.parametrize("lens", LENSES)
def test_bands_join_without_a_seam(lens):
    y = np.random.default_rng(4).normal(0, 100, (3, 700, 900)).astype(np.float32)
    by = scale(lens, statistics(y), 255)
    whole = render(y, lens, by)
    for at in (slice(0, 3), slice(290, 293), slice(697, 700)):
        assert np.array_equal(whole[at], render(y[:, at], lens, by))


# --- clamped


@given(values, st.sampled_from(LENSES))
def test_the_mask_marks_as_many_cells_as_are_counted(y, lens):
    by = scale(lens, statistics(y), 255)
    below, above = clamped(y, lens, by)
    mask = clamped_mask(y, lens, by)
    assert mask.shape == y.shape
    assert mask.sum() == below + above
    if lens == "stretch":
        assert below == above == 0


def test_what_lies_outside_is_counted_on_either_side():
    y = row(-300, -1, 0, 255, 256, 900)
    assert clamped(y, "clamp", Scale(0, 255)) == (2, 2)
    assert clamped(y, "offset", Scale(-128, 127)) == (1, 3)
    assert clamped(y, "signed", Scale(-256, 256)) == (1, 1)
    assert clamped(y, "absolute", Scale(0, 256)) == (1, 1)
    assert clamped_mask(y, "absolute", Scale(0, 256)).tolist() == [[True, False, False, False, False, True]]


def test_the_rounding_of_a_black_sky_is_not_counted_as_clamped():
    assert clamped(row(-4.6e-5, 255.0001), "clamp", Scale(0, 255)) == (0, 0)
    assert clamped(row(-0.001, 255.001), "clamp", Scale(0, 255)) == (1, 1)


def test_statistics_are_plain_values():
    assert statistics(row(0, 1)) == Statistics(0.0, 1.0, (1, *(0,) * 254, 1), (1, 1))


@pytest.mark.parametrize("lens", LENSES)
def test_a_ramp_runs_through_all_colours_of_a_scale(lens):
    by = scale(lens, statistics(np.array([[-40.0, 90.0]], np.float32)), 255)
    shown = ramp(lens, by, 511)
    assert shown.shape == (1, 511, 3)
    first, last = ([33, 102, 172], [178, 24, 43]) if lens == "signed" else ([0] * 3, [255] * 3)
    assert (shown[0, 0].tolist(), shown[0, -1].tolist()) == (first, last)
