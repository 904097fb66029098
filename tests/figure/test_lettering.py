"""How large numbers may be, told without a font."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF

from convviz.figure.lettering import SMALLEST, SMALLEST_BESIDE, number_size, width
from convviz.paint.fonts import mono, sans


def test_short_numbers_take_a_share_of_their_cell() -> None:
    assert number_size([["1"], ["22"]], 50) == 20
    assert number_size([["1"]], 50, share=0.24) == 12


def test_numbers_in_small_cells_take_more_of_them() -> None:
    assert number_size([["1"], ["−3"]], 23) == 11
    assert number_size([["22"]], 29) == 12
    assert number_size([["1"]], 31) == 12
    assert number_size([["255"]], 23) == 10, "as wide as ever"


def test_the_longest_number_decides() -> None:
    assert number_size([["1", "−1020"]], 34) == 9
    assert number_size([["1", "−131070"]], 38) == SMALLEST


def test_small_cells_may_be_filled_to_the_brim_by_the_smallest_numbers() -> None:
    assert number_size([["255"]], 17) == SMALLEST
    assert number_size([["255"]], 16) == 0, "neighbours would run together"
    assert number_size([["−1020"]], 27) == SMALLEST
    assert number_size([["−1020"]], 26) == 0


def test_small_texts_beside_a_number_are_left_out_rather_than_smaller() -> None:
    assert number_size([["255"]], 36, share=0.24) == SMALLEST_BESIDE
    assert number_size([["255"]], 33, share=0.24) == 0


def test_without_room_there_is_no_size() -> None:
    assert number_size([["1"]], 10) == 0
    assert number_size([["0.0625"]], 20) == 0


@pytest.mark.parametrize("cell", range(11, 60))
@pytest.mark.parametrize("text", ["8", "255", "−1020", "0.0625", "−131070", "1.235e−7"])
def test_what_has_a_size_fits_when_it_is_set(qapp: object, text: str, cell: int) -> None:
    size = number_size([[text]], cell)
    if size:
        assert size >= SMALLEST
        assert QFontMetricsF(mono(size, bold=True)).horizontalAdvance(text) <= cell


@pytest.mark.parametrize(
    "text",
    [
        "window",
        "never read",
        "padding",
        "Kernel, rotated 180°",
        "Input, 64 channels",
        "−131000",
        "写入 written",
    ],
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_width_is_rather_too_large_than_too_small(qapp: object, text: str, bold: bool) -> None:
    real = QFontMetricsF(sans(12, bold)).horizontalAdvance(text)
    assert real <= width(text, 12, bold) <= 1.6 * real
