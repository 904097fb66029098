"""Columns that fit, numbers that have room, formulas that are shortened in the middle."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import convviz.labs.parts as parts
from convviz.figure import lettering
from convviz.figure.figure import Box, Grid, Mark, Outline, Scale, Size, Text
from convviz.i18n import msg
from convviz.labs.parts import Formula, Key, Span

WIDE = Box(0, 300, 1000, 44)


def test_columns_are_as_wide_as_wanted_when_there_is_room() -> None:
    assert parts.fitting([300, 100], [50, 50], 500) == (1.0, [300, 100])


def test_columns_shrink_together_but_not_below_what_headings_need() -> None:
    factor, columns = parts.fitting([400, 100], [50, 80], 400)
    assert factor == 0.8
    assert columns == [320, 80]


def test_headings_share_what_little_room_there_is() -> None:
    factor, columns = parts.fitting([500, 500], [200, 100], 150)
    assert columns == [100, 50]
    assert factor <= 0.1


@given(
    st.lists(st.tuples(st.floats(0, 5000), st.floats(1, 300)), min_size=1, max_size=5), st.floats(50, 2000)
)
def test_columns_always_fit(columns: list[tuple[float, float]], room: float) -> None:
    factor, widths = parts.fitting(*zip(*columns, strict=True), room)
    assert sum(widths) <= room + 1
    assert 0 <= factor <= 1
    assert all(width >= wanted * factor - 1e-6 for width, (wanted, _) in zip(widths, columns, strict=True))


def test_columns_stand_in_the_middle_with_more_between_them_where_there_is_room() -> None:
    at = parts.side_by_side([100, 200], [50, 50], 432, 20, 10)
    assert (at.factor, at.widths) == (1.0, (100, 200))
    assert at.starts == (51, 181)  # 432 − 300 − 30 between them leave 51 on either side
    crowded = parts.side_by_side([400, 200], [50, 50], 432, 20, 30)
    assert crowded.starts[0] == pytest.approx(parts.MARGIN, abs=3)
    assert crowded.starts[1] - crowded.starts[0] == pytest.approx(crowded.widths[0] + 20, abs=1)


def test_cells_are_whole_pixels_unless_they_are_tiny() -> None:
    assert parts.whole(33.9) == 33
    assert parts.whole(3.7) == 3.7


def test_a_low_stage_gives_its_height_to_the_cells() -> None:
    low, high = parts.bands(Size(800, 332)), parts.bands(Size(800, 620))
    assert low.grids.h == 332 - parts.HEAD - 28 - 36
    assert high.strip.h > low.strip.h
    for bands in (low, high):
        assert bands.grids.bottom < bands.sentence < bands.strip.y


def test_numbers_are_written_where_they_can_be_read() -> None:
    assert parts.labels(np.array([[1, -2.5]]), 40) == (("1", "−2.5"),)
    assert parts.labels(np.array([[1, -131070.0]]), 20) is None
    assert parts.labels(np.array([[1.0]]), 10) is None


# --- headings


def test_keys_stand_at_the_right_end_as_many_as_fit() -> None:
    keys = (parts.WINDOW_KEY, parts.UNREAD_KEY, parts.PADDING_KEY)
    wide = list(parts.heading(0, 300, (msg("Input"),), keys))
    assert [str(item.text) for item in wide if isinstance(item, Text)] == [
        "window", "never read", "padding", "Input",
    ]  # fmt: skip
    narrow = list(parts.heading(0, 150, (msg("Input"),), keys))
    assert [str(item.text) for item in narrow if isinstance(item, Text)] == ["window", "Input"]


def test_a_key_says_less_before_it_is_left_out() -> None:
    keys = (parts.WRITTEN_KEY, Key(msg("sum so far"), Mark.PARTIAL, 0.5, shorter=msg("so far")))
    for room, said in ((300, ["written", "sum so far"]), (190, ["written", "so far"]), (150, ["written"])):
        texts = [str(i.text) for i in parts.heading(0, room, (msg("Output"),), keys) if isinstance(i, Text)]
        assert texts == [*said, "Output"]


def test_a_key_shows_the_mark_it_explains() -> None:
    outline = next(iter(Key(msg("window"), "window").at(0, 10)))
    assert isinstance(outline, Outline)
    assert outline.role == "window"
    cell = next(iter(Key(msg("never read"), Mark.UNREAD).at(0, 10)))
    assert isinstance(cell, Grid)
    assert cell.name == "legend"
    assert cell.marks[0, 0] == Mark.UNREAD


def test_a_legend_says_what_the_ends_of_its_ramp_mean() -> None:
    items = list(parts.legend(10, 50, 300, Scale("signed", -1023.4, 1023.4), (msg("signed"),)))
    assert [str(item.text) for item in items if isinstance(item, Text)] == ["−1023", "1023", "signed"]
    ramp = next(item for item in items if isinstance(item, Grid))
    assert (ramp.values[0, 0], ramp.values[0, -1]) == (-1023.4, 1023.4)
    assert ramp.values[0, 4] == 0


def test_the_most_that_a_legend_names_is_a_value_that_occurs() -> None:
    scale = Scale("image", 711.0, 1418.0)
    items = list(parts.legend(10, 50, 300, scale, (msg("stretched · least to most"), msg("stretched"))))
    assert [str(item.text) for item in items if isinstance(item, Text)][:2] == ["711", "1418"]
    assert [parts.round_to(end) for end in (0.12345, -999.6, 65535, 3.45678e8)] == [
        0.123,
        -1000,
        65535,
        3.46e8,
    ]


# --- the formula


def written(formula: Formula, box: Box = WIDE) -> tuple[str, float]:
    items = [item for item in parts.strip(box, formula) if isinstance(item, Text)]
    return "".join(str(item.text) for item in items), items[0].size


def formula(count: int, term: str = "(12×−3)", keep: int | None = None, tail: str = " = 5") -> Formula:
    return Formula(Span("y = "), count, lambda n: Span(term.replace("n", str(n))), keep, (Span(tail),))


def test_a_formula_that_fits_is_written_out() -> None:
    assert written(formula(3)) == ("y = (12×−3) + (12×−3) + (12×−3) = 5", 15)


def test_letters_shrink_before_terms_are_left_out() -> None:
    text, size = written(formula(12))
    assert text.count("×") == 12
    assert size == 12


def test_the_middle_is_left_out_when_it_is_too_long() -> None:
    text, size = written(formula(500, "(n)"))
    assert text.startswith("y = (0) + (1) + (2)")
    assert text.endswith(" + … + (499) = 5")
    assert size == 15


def test_the_term_in_play_stays() -> None:
    text, _ = written(formula(500, "(n)", keep=300))
    assert " + … + (300) + … + (499) = 5" in text


def test_three_terms_are_written_however_small() -> None:
    text, size = written(formula(9, "(0.0625×−131070)"), Box(0, 0, 500, 36))
    assert text.count("×") == 3
    assert size < 13


def test_room_is_kept_for_the_tail_from_the_beginning() -> None:
    short, long = (
        formula(9, "(0.0625×−1310)", tail=""),
        formula(9, "(0.0625×−1310)", tail=" = −1310.625 → ReLU → 0"),
    )
    reserved = Formula(short.head, short.count, short.term, None, (), reserve=len(" = −1310.625 → ReLU → 0"))
    assert written(reserved)[1] == written(long)[1]


@given(st.lists(st.integers(1, 20), min_size=1, max_size=40), st.integers(0, 400), st.data())
def test_kept_terms_fit_and_gaps_stand_where_terms_are_missing(
    lengths: list[int], room: int, data: st.DataObject
) -> None:
    keep = data.draw(st.none() | st.integers(0, len(lengths) - 1))
    kept = parts.kept_terms(len(lengths), lambda n: Span("x" * lengths[n]), keep, room)
    texts = ["…" if n is None else "x" * lengths[n] for n in kept]
    there = [n for n in kept if n is not None]
    assert len(" + ".join(texts)) <= room or not there
    assert there == sorted(set(there))
    missing = set(range(len(lengths))) - set(there)
    assert (None in kept) == bool(missing)
    if len(there) > 1:
        assert len(lengths) - 1 in there
        assert keep is None or keep in there


def test_terms_that_matter_are_kept_before_others() -> None:
    def kept(room: int, first: list[int], keep: int | None = None) -> list[int | None]:
        return parts.kept_terms(9, lambda n: Span("xxxxx"), keep, room, first)

    assert kept(26, []) == [0, 1, None, 8]
    assert kept(26, [3, 4]) == [None, 3, 4, None]
    assert kept(26, [4], keep=6) == [None, 4, None, 6, None]
    assert kept(100, [3, 4]) == [*range(9)]


def test_terms_matter_that_are_not_0_the_largest_most() -> None:
    assert parts.weightiest(np.array([0.0, 2.0, -5.0, 0.0, 2.0])) == [2, 1, 4]
    assert parts.weightiest(np.array([1.0, 3.0])) == parts.weightiest(np.zeros(4)) == []


@pytest.mark.parametrize("width", [500, 532, 732, 1000, 1472])
def test_a_formula_never_leaves_its_strip(width: float) -> None:
    long = Formula(
        Span("y[2999,3999] = "),
        27,
        lambda n: Span("(−131070×−0.0625)"),
        20,
        (Span(" − 0.3333 = −1.235e−7 → leaky ReLU → −1.235e−9"),),
    )
    items = [item for item in parts.strip(Box(0, 0, width, 36), long) if isinstance(item, Text)]
    last = items[-1]
    assert last.x + len(str(last.text)) * 0.602 * last.size <= width - 10


def test_a_legend_without_room_for_its_numbers_is_left_out() -> None:
    scale, words = Scale("signed", -3.8e6, 3.8e6), (msg("signed"),)
    assert list(parts.legend(0.0, 49.0, 400.0, scale, words))
    assert not list(parts.legend(0.0, 49.0, 120.0, scale, words))


def test_a_legends_ramp_shrinks_before_its_words_are_left_out() -> None:
    scale = Scale("signed", -2940.0, 2940.0)
    words = (msg("signed · 0 is white"), msg("signed"))
    for room, cells in ((260.0, 7.0), (160.0, None)):
        items = list(parts.legend(0, 0, room, scale, words))
        (ramp,) = [item for item in items if isinstance(item, Grid)]
        said = items[-1]
        assert isinstance(said, Text)
        assert said.room is not None
        assert said.room >= lettering.width("signed", 10.5)
        assert ramp.cell == cells if cells else 4 <= ramp.cell < 7
