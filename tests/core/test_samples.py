from __future__ import annotations

import re

import numpy as np
import pytest

from convviz import assets
from convviz.core.errors import ImageError
from convviz.core.samples import SAMPLES, Sample, canvas, load_sample

PHOTOS = [sample for sample in SAMPLES if sample.kind == "photo"]
IDS = [sample.id for sample in SAMPLES]


def test_ids_are_kebab_case_and_differ() -> None:
    assert len(set(IDS)) == len(IDS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", id) for id in IDS)
    assert len({sample.title for sample in SAMPLES}) == len(SAMPLES)


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_sample_loads_with_its_title_and_something_to_see(sample: Sample) -> None:
    image = load_sample(sample.id)
    assert image.name == sample.title
    assert image.pixels.dtype == np.uint8
    assert max(image.shape) <= 1000
    assert image.pixels.min() < image.pixels.max()
    assert sample.source.endswith(".")
    assert load_sample(sample.id) is image


def test_at_least_nine_photographs_and_seven_made_pictures() -> None:
    assert len(PHOTOS) >= 9
    assert {"impulse", "step-edge", "disc", "checkerboard", "zone-plate", "gradient", "noise"} <= set(IDS)


def test_every_photograph_states_its_source_and_nothing_lies_about_unlisted() -> None:
    listed = set(
        re.findall(r"^\| `([^`]+)`", assets.path("images", "SOURCES.md").read_text("utf-8"), re.MULTILINE)
    )
    there = {file.name for file in assets.path("images").iterdir()} - {"SOURCES.md"}
    assert listed == there == {sample.origin for sample in PHOTOS}
    assert all("CC0" in sample.source or "public domain" in sample.source for sample in PHOTOS)


def test_photographs_stay_small_to_ship() -> None:
    assert sum(file.stat().st_size for file in assets.path("images").iterdir()) < 3_000_000


def test_unknown_sample_is_refused() -> None:
    with pytest.raises(ImageError, match=r"There is no sample picture “lena”\."):
        load_sample("lena")


def test_impulse_is_one_white_pixel_in_the_middle() -> None:
    pixels = load_sample("impulse").pixels
    assert pixels.shape == (15, 15)
    assert pixels[7, 7] == pixels.sum(dtype=int) == 255


def test_step_edge_stands_between_two_columns() -> None:
    assert (np.diff(load_sample("step-edge").pixels.astype(int)) == [0] * 7 + [170] + [0] * 7).all()


def test_gradient_grows_by_one_a_pixel() -> None:
    assert (np.diff(load_sample("gradient").pixels.astype(int)) == 1).all()


@pytest.mark.parametrize("id", ["disc", "zone-plate"])
def test_round_pictures_are_the_same_from_all_sides(id: str) -> None:
    pixels = load_sample(id).pixels
    np.testing.assert_array_equal(pixels, pixels.T)
    np.testing.assert_array_equal(pixels, pixels[::-1])


def test_disc_has_the_area_of_its_circle() -> None:
    area = load_sample("disc").pixels.sum(dtype=int) / 255
    assert area == pytest.approx(np.pi * (0.6 * 128) ** 2, rel=1e-3)


def test_zone_plate_grows_to_the_finest_stripe_and_no_finer() -> None:
    row = load_sample("zone-plate").pixels[128, 128:].astype(int)
    turns = np.count_nonzero(np.diff(np.sign(np.diff(row))))
    assert 60 <= turns <= 64  # r²·64π passes 64 half turns on the way to the edge


def test_checkerboard_has_squares_of_32() -> None:
    pixels = load_sample("checkerboard").pixels
    np.testing.assert_array_equal(pixels[:32, :32], 0)
    np.testing.assert_array_equal(pixels[:32, 32:64], 255)
    np.testing.assert_array_equal(pixels[32:64, 32:64], 0)


def test_noise_is_the_same_at_every_start() -> None:
    pixels = load_sample("noise").pixels
    assert pixels.mean() == pytest.approx(127.5, abs=2)
    np.testing.assert_array_equal(pixels, np.random.default_rng(20).integers(0, 256, (256, 256), np.uint8))


def test_bars_are_as_wide_as_their_gaps() -> None:
    pixels = load_sample("bars").pixels
    assert pixels.shape == (256, 256)
    for line in (pixels[0], pixels[128:, 0]):
        assert np.count_nonzero(line) * 2 == len(line)
        widths = np.diff(np.flatnonzero(np.diff(line.astype(int))))
        assert set(widths) == {1, 2, 4, 8, 16}


def test_canvas_holds_its_bytes_row_after_row() -> None:
    image = canvas(2, 3, bytes([0, 1, 2, 3, 4, 5]))
    np.testing.assert_array_equal(image.pixels, [[0, 1, 2], [3, 4, 5]])
    assert image.name == "Canvas"


@pytest.mark.parametrize(("height", "width", "count"), [(2, 3, 5), (2, 3, 7), (0, 3, 0), (-1, -6, 6)])
def test_canvas_of_a_wrong_length_is_refused(height: int, width: int, count: int) -> None:
    with pytest.raises(ImageError, match=rf"needs {height * width} bytes, not {count}\."):
        canvas(height, width, bytes(count))
