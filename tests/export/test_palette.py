"""A film's palette."""

from __future__ import annotations

import numpy as np

from convviz.export.palette import Palette


def flat(*colors: tuple[int, int, int], width: int = 60) -> np.ndarray:
    """Rows of flat colours, each six pixels high."""
    return np.repeat(np.array(colors, np.uint8)[:, None], width, axis=1).repeat(6, axis=0)


def test_few_colours_are_all_kept_exactly() -> None:
    colors = [(255, 255, 255), (0, 0, 0), (230, 159, 0), (0, 158, 115), (1, 102, 94)]
    picture = flat(*colors)
    palette = Palette([picture])
    assert sorted(map(tuple, palette.colors.tolist())) == sorted(colors)
    assert np.array_equal(palette.colors[palette.indices(picture)], picture)


def test_a_rare_colour_that_nothing_resembles_is_kept() -> None:
    rng = np.random.default_rng(1)
    greys = np.repeat(rng.integers(0, 256, (300, 300, 1), np.uint8), 3, axis=2)
    greys[:2, :60] = (230, 159, 0)
    palette = Palette([greys], most=32)
    assert len(palette.colors) == 32
    nearest = palette.colors[palette.indices(np.full((1, 1, 3), (230, 159, 0), np.uint8))][0, 0]
    assert np.abs(nearest.astype(int) - (230, 159, 0)).max() <= 2


def test_colours_of_every_picture_count() -> None:
    red, blue = flat((250, 10, 10)), flat((10, 10, 250))
    palette = Palette([red, blue])
    for picture in (red, blue):
        assert np.array_equal(palette.colors[palette.indices(picture)], picture)


def test_no_more_colours_than_asked_for() -> None:
    rng = np.random.default_rng(0)
    palette = Palette([rng.integers(0, 256, (200, 200, 3), np.uint8)], most=255)
    assert palette.colors.shape == (255, 3)
    assert palette.indices(rng.integers(0, 256, (20, 20, 3), np.uint8)).max() < 255


def test_a_colour_that_was_not_looked_at_becomes_the_nearest() -> None:
    palette = Palette([flat((255, 255, 255), (0, 0, 0), (255, 0, 0))])
    grey = np.array([[(200, 190, 210), (40, 50, 30), (250, 40, 60)]], np.uint8)
    assert palette.colors[palette.indices(grey)].tolist() == [[[255, 255, 255], [0, 0, 0], [255, 0, 0]]]
