"""What a lesson can ask: each answer counted once more, in another way."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.errors import KernelError, SpecError
from convviz.core.kernel_text import number, shown
from convviz.i18n import tr
from convviz.labs.questions import ANSWERS, Asked, tolerance
from convviz.labs.story import Source, Story
from convviz.scene.lesson import Question, Words
from convviz.scene.scene import Drawn, Preset, Region, Scene, replace
from tests.labs.scenes import (
    COLOUR,
    SMALL,
    chained,
    connected,
    dilated,
    drawn,
    pooled,
    resized,
    scene,
    story,
    transposed,
    unrolled,
)

FIVE = Source("five", np.arange(25).reshape(1, 5, 5).astype(np.uint8), 255.0)
WHOLE = Region(0, 0, 9, 9)


def ask(told: Story, asks: str, cell: tuple[int, int] | None = None) -> Asked:
    return Asked(told, Question(Words(), asks, cell))


def answer(of: Scene, source: Source, asks: str, cell: tuple[int, int] | None = None) -> float:
    return ask(story(of, source), asks, cell).number


def counted(told: Story) -> np.ndarray:
    """How often each input cell is read, tap by tap over every step."""
    counts = np.zeros(told.x.shape[1:], int)
    for step in told.trace:
        for tap in step.taps:
            if tap.source is not None and tap.channel == 0:
                counts[tap.source[1:]] += 1
    return counts


LAYERS = {
    "plain": scene(region=WHOLE),
    "stride 3": scene(region=WHOLE, padding="valid", stride=(3, 3)),
    "holes": scene(region=WHOLE, padding="valid", dilation=(2, 2), stride=(2, 2)),
    "replicate": scene(region=WHOLE, padding=(2, 1, 0, 3), padding_mode="replicate"),
    "reflect": scene(region=WHOLE, padding=(2, 2, 2, 2), padding_mode="reflect", stride=(2, 2)),
    "circular": scene(region=WHOLE, padding=(1, 1, 1, 1), padding_mode="circular"),
    "matrices": unrolled(region=WHOLE),
    "pooling": pooled(WHOLE, kernel_size=(3, 3)),
}


@pytest.mark.parametrize("name", LAYERS)
def test_what_is_read_is_what_the_taps_read(name: str) -> None:
    told = story(LAYERS[name], SMALL)
    counts = counted(told)
    assert ask(told, "unread").number == np.count_nonzero(counts == 0)
    for cell in ((0, 0), (3, 4), (7, 7)):
        assert ask(told, "copies", cell).number == counts[cell]


def test_how_many_windows_read_a_cell() -> None:
    told = story(LAYERS["replicate"], SMALL)
    for cell in ((0, 0), (3, 4), (7, 7)):
        readers = sum(any(tap.source == (0, *cell) for tap in step.taps) for step in told.trace)
        assert ask(told, "readers", cell).number == readers


def test_the_value_of_a_cell_is_that_of_the_output() -> None:
    told = story(scene(drawn(3, 3), padding="valid", region=WHOLE), FIVE)
    expected = told.operation.reference(told.spec, *told.operands)[0]
    assert expected.shape == (3, 3)
    for cell in np.ndindex(3, 3):
        assert ask(told, "value", cell).number == expected[cell]


def test_the_magnitude_is_the_length_of_what_all_channels_say() -> None:
    across, down = (Preset("sobel-x"),), (Preset("sobel-y"),)
    one = scene(*down, region=WHOLE, padding="valid")
    both = replace(one, layer=replace(one.layer, filters=(across, down), bias=(0.0, 0.0)))
    # FIVE grows by 1 a column and by 5 a row.
    assert answer(both, FIVE, "magnitude", (2, 1)) == pytest.approx((8**2 + 40**2) ** 0.5)
    assert answer(one, FIVE, "magnitude", (2, 1)) == 40


def test_sizes_and_costs_are_those_of_the_layer() -> None:
    of = scene(drawn(3, 3), region=WHOLE, padding=(1, 1, 1, 1), stride=(2, 2), mix="sum", bias=(1.0,))
    numbers = {
        "rows": 150,
        "columns": 200,
        "channels": 1,
        "cells": 30_000,
        "taps": 27,
        "weights": 27,
        "parameters": 28,
        "macs": 27 * 30_000,
        "weights_sum": 3 * sum(map(sum, drawn(3, 3).rows)),
        "receptive_field": 3,
        "matrix_rows": 27,
        "matrix_columns": 30_000,
        "matrix_cells": 27 * 30_000,
    }
    told = story(of, COLOUR)
    assert {asks: ask(told, asks).number for asks in numbers} == numbers


def test_padding_under_a_window() -> None:
    of = scene(region=WHOLE, padding=(1, 1, 1, 1))
    assert [answer(of, FIVE, "outside", cell) for cell in ((0, 0), (0, 2), (2, 2))] == [5, 3, 0]


def test_the_field_of_stacked_rates() -> None:
    assert answer(dilated(stack=(1, 2, 4)), COLOUR, "receptive_field") == 15
    assert answer(dilated(stack=(1, 2, 4), view="layer"), COLOUR, "receptive_field") == 5


def test_stamps_that_overlap() -> None:
    of = transposed(region=WHOLE, stride=(2, 2), padding=(0, 0), output_padding=(0, 0))
    assert [answer(of, FIVE, "overlaps", cell) for cell in ((0, 0), (1, 1), (2, 2), (2, 1))] == [1, 1, 4, 2]


def test_counts_on_the_stage() -> None:
    step = Source("step", np.repeat([[[10] * 3 + [90] * 3]], 6, 1).astype(np.uint8), 255.0)
    up = scene(region=WHOLE, padding="valid")
    assert answer(up, step, "zeros") == 8
    assert answer(up, step, "negative") == 0
    down = Source("down", step.planes[:, :, ::-1], 255.0)
    assert answer(up, down, "negative") == 8


@pytest.mark.parametrize(("asks", "best"), [("largest", np.max), ("smallest", np.min)])
def test_every_cell_that_is_as_good_is_right(asks: str, best) -> None:
    told = story(scene(region=Region(2, 2, 3, 3), padding="valid"), FIVE)
    asked = ask(told, asks)
    values = told.values(told.region(0))
    top, left = told.region(0).top, told.region(0).left
    expected = {(r + top, c + left) for r, c in np.ndindex(3, 3) if values[r, c] == best(values)}
    assert set(asked.cells) == expected
    assert all(asked.is_right(cell) for cell in expected)
    assert len(expected) == 9 or not asked.is_right(next(iter({(top, left), (top + 1, left)} - expected)))
    assert asked.number == best(values)
    assert asked.at(asked.cells[0]) == asked.number


def test_the_strongest_may_be_negative() -> None:
    told = story(scene(drawn(1, 1), region=WHOLE, padding="valid"), FIVE)
    assert ask(told, "strongest").cells == ((4, 4),)
    assert ask(told, "strongest").number == -48
    assert str(ask(told, "strongest").truth) == "−48, in row 4, column 4"


# --- being right


@pytest.mark.parametrize(
    ("value", "right", "wrong"),
    [
        (12.0, ("12", "12.0", "24/2", " 12 "), ("13", "12.4", "-12")),
        (-3.0, ("-3", "−3"), ("3",)),
        (0.1111111, ("0.1111", "0.11", "1/9"), ("0.1", "0.12")),
        (182.5, ("182.5", "182.51"), ("182", "183")),
        (1234.4, ("1234", "1234.4"), ("1233", "1236")),
        (98765.4, ("98765", "98765.4"), ("98764", "98770")),
        (0.0012345, ("0.001234", "0.0012345"), ("0.0012", "0.001")),
    ],
)
def test_a_number_is_right_in_the_digits_that_are_shown(
    value: float, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    asked = ask(story(scene(), FIVE), "rows")
    asked.__dict__["number"] = value
    assert [asked.is_right(text) for text in right] == [True] * len(right)
    assert [asked.is_right(text) for text in wrong] == [False] * len(wrong)


def test_a_sum_of_the_numbers_that_are_shown_is_right() -> None:
    """A weight of 1/9 is shown as 0.1111: 180 × 0.1111 = 19.998."""
    grey = Source("A dot", np.pad(np.full((1, 1, 1), 180, np.uint8), ((0, 0), (2, 2), (2, 2))), 255.0)
    asked = ask(story(scene(Preset("box-3x3"), region=Region(0, 0, 3, 3)), grey), "value", (1, 1))
    assert asked.number == pytest.approx(20)
    for text, right in {"19.998": True, "20": True, "20.00": True, "19.98": False, "19.9": False}.items():
        assert asked.is_right(text) is right, text


def test_what_the_numbers_shown_give_stays_exact_where_they_are() -> None:
    whole = ask(story(scene(Drawn(((1, 2), (3, 4)))), FIVE), "value", (1, 1))
    assert whole.is_right(str(whole.number))
    assert not whole.is_right(str(whole.number + 0.01))


def test_no_other_whole_number_is_right_however_much_is_rounded() -> None:
    bright = Source("bright", np.full((1, 40, 40), 60000, np.uint16), 65535.0)
    asked = ask(story(scene(Preset("box-3x3")), bright), "value", (5, 5))
    assert not asked.is_right(str(round(asked.number) - 1))


def dots(*values: float, dtype: type = np.uint8) -> Source:
    """A row of pixels in the dark."""
    return Source("dots", np.pad(np.array([[values]], dtype), ((0, 0), (3, 3), (3, 3))), 255.0)


BIASED_BOX = {"bias": (-199.9,), "padding": "valid"}
BRIGHT = Source("bright", np.full((1, 9, 9), 200, np.uint8), 255.0)
"""Nine times 200/9 are 200, less 199.9 are 0.1; nine times 200 · 0.1111 are 199.98, less 199.9 are 0.08."""


@pytest.mark.parametrize(
    ("of", "source", "cell", "texts"),
    [
        pytest.param(
            pooled(WHOLE, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1)), FIVE, (0, 0),
            {"6": True, "6.4": False, "5.6": False, "5": False}, id="a maximum beside padding",
        ),
        pytest.param(
            scene(Drawn(((1.0,),)), region=WHOLE), dots(0.0043217, dtype=np.float32), (3, 3),
            {"0.004322": True, "0.0043217": True, "0": False, "-0.0005": False, "0.0044": False},
            id="a small value",
        ),
        pytest.param(
            scene(Preset("box-3x3"), region=WHOLE, **BIASED_BOX), BRIGHT, (2, 2),
            {"0.1": True, "0.08": True, "0.09": False, "0.11": False, "0": False}, id="a bias",
        ),
        pytest.param(
            scene(Preset("box-3x3"), region=WHOLE, activation="sigmoid", **BIASED_BOX), BRIGHT, (2, 2),
            {"0.525": True, "0.52": True, "0.5": False, "0.53": False, "0.545": False}, id="sigmoid",
        ),
        pytest.param(
            scene(Preset("box-3x3"), region=WHOLE, bias=(-200.01,), padding="valid", activation="relu"),
            BRIGHT, (2, 2), {"0": True, "-0.01": False, "-0.03": False, "0.01": False}, id="relu",
        ),
        pytest.param(
            chained(Preset("box-3x3"), region=WHOLE, activation="tanh", pool_size=2, **BIASED_BOX),
            BRIGHT, (1, 1), {"0.09967": True, "0.07983": True, "0.09": False, "0.12": False},
            id="the largest of a block",
        ),
        pytest.param(
            chained(Preset("box-3x3"), region=WHOLE, activation="none", pool="avg", **BIASED_BOX),
            BRIGHT, (1, 1), {"0.1": True, "0.08": True, "0.09": False, "0.11": False},
            id="the mean of a block",
        ),
        pytest.param(
            pooled(WHOLE, kind="avg", kernel_size=(3, 3), stride=(1, 1)),
            dots(123.456, 777.7777, dtype=np.float32), (3, 3),
            {"100.14": True, "100.1": True, "100.2": False, "99.9": False}, id="the mean of nine",
        ),
        pytest.param(
            scene(Preset("log"), region=WHOLE), Source("flat", np.full((1, 20, 20), 100, np.uint8), 255.0),
            (8, 8), {"0": True, "0.3": False, "-0.2": False, "0.01": False}, id="products that cancel",
        ),
        pytest.param(
            scene(Drawn(((0.1, 0.1, 0.1, -0.3),)), region=WHOLE, activation="sigmoid", padding="valid"),
            Source("sevens", np.full((1, 9, 9), 7, np.uint8), 255.0), (2, 2),
            {"0.5": True, "0": False}, id="products that cancel, squeezed",
        ),
        pytest.param(
            scene(Drawn(((1.0,),)), region=WHOLE), dots(3.4028235e38, dtype=np.float32), (3, 3),
            {"3.4028234663852886e38": True, "3.4e38": False}, id="the largest there is",
        ),
    ],
)  # fmt: skip
def test_no_number_is_right_but_the_true_one_and_what_those_shown_give(
    of: Scene, source: Source, cell: tuple[int, int], texts: dict[str, bool]
) -> None:
    asked = ask(story(of, source), "value", cell)
    assert {text: asked.is_right(text) for text in texts} == texts


def test_of_small_sums_only_the_digits_that_are_shown_are_right() -> None:
    """All that is rounded of 169 products would come to 0.3, but it cancels for the most part."""
    told = story(scene(Preset("log"), region=WHOLE), SMALL)
    region = told.region(0)
    cell = tuple(int(n) for n in np.argwhere(np.abs(told.values(region)) > 1e-3)[0])
    asked, step = ask(told, "value", cell), told.trace.at((0, *cell))
    read = sum(number(shown(tap.value)) * number(shown(tap.weight)) for tap in step.taps)
    assert asked.is_right(shown(asked.number))
    assert asked.is_right(shown(read))
    assert not asked.is_right(str(asked.number + 0.2))
    assert not asked.is_right(str(asked.number - 0.2))


def test_whole_numbers_are_exact() -> None:
    assert tolerance(1e9) == 0.0


def test_what_is_no_number_is_neither_right_nor_wrong() -> None:
    with pytest.raises(KernelError):
        ask(story(scene(), FIVE), "rows").is_right("twelve")


def test_a_number_is_no_cell() -> None:
    assert not ask(story(scene(), FIVE), "rows").is_right((0, 0))


# --- what cannot be asked


@pytest.mark.parametrize(
    ("of", "asks", "cell", "sentence"),
    [
        (
            scene(),
            "colour",
            None,
            f"There is no question “colour”; one of {', '.join(ANSWERS)} can be asked.",
        ),
        (scene(), "value", None, "The question “value” is about one cell, but names none."),
        (
            scene(),
            "value",
            (5, 0),
            "The question “value” is about row 5, column 0, but rows go from 0 to 4, columns from 0 to 4.",
        ),
        (
            scene(padding="valid"),
            "value",
            (3, 0),
            "The question “value” is about row 3, column 0, but rows go from 0 to 2, columns from 0 to 2.",
        ),
        (
            pooled(),
            "weights_sum",
            None,
            "The question “weights_sum” cannot be asked here: it has no weights.",
        ),
        (
            resized(),
            "matrix_rows",
            None,
            "The question “matrix_rows” cannot be asked here: it is no convolution layer.",
        ),
    ],
)
def test_a_question_that_has_no_answer_is_refused(
    of: Scene, asks: str, cell: tuple[int, int] | None, sentence: str
) -> None:
    with pytest.raises(SpecError) as refused:
        ask(story(of, FIVE), asks, cell).check()
    assert str(refused.value) == sentence


@pytest.mark.parametrize("asks", ANSWERS)
def test_every_row_can_be_asked_of_a_layer(asks: str) -> None:
    of = transposed(region=WHOLE) if asks == "overlaps" else scene(Preset("sobel-x"), region=WHOLE)
    asked = ask(story(of, FIVE), asks, (1, 1))
    asked.check()
    assert tr(asked.truth)
    hidden = asked.hidden
    assert hidden.keeps
    assert hidden.said == (asked.answer.concerns in ("counts", "nothing")), "the sentence at least may tell"
    assert hidden.cells <= {(row, col) for row in range(99) for col in range(99)}


@pytest.mark.parametrize(
    ("of", "asks", "expected"),
    [
        (dilated(stack=(1, 1)), "receptive_field", "all"),
        (unrolled(region=WHOLE), "matrix_cells", "but input"),
        (connected("dense", input_size=(5, 5)), "parameters", "below"),
        (unrolled(region=WHOLE), "value", ""),
        (scene(region=WHOLE), "parameters", ""),
    ],
)
def test_a_stage_that_says_what_is_asked_is_hidden(of: Scene, asks: str, expected: str) -> None:
    assert ask(story(of, FIVE), asks, (1, 1)).hidden.stage == expected


@pytest.mark.parametrize(
    ("rows", "expected"), [([[0, 0], [0, 3]], True), ([[1, 0], [0, 3]], False), ([[0, 0], [0, 0]], False)]
)
def test_a_single_term_is_hidden_with_its_result(rows: list[list[float]], expected: bool) -> None:
    told = story(scene(Drawn(tuple(map(tuple, rows))), region=WHOLE, padding="valid"), FIVE)
    assert ask(told, "value", (1, 1)).hidden.terms == expected
    assert not ask(told, "outside", (1, 1)).hidden.terms


@pytest.mark.parametrize(("view", "expected"), [("stamp", True), ("gather", False)])
def test_what_reaches_a_cell_is_hidden_where_the_stage_singles_it_out(view: str, expected: bool) -> None:
    told = story(transposed(region=WHOLE, view=view), FIVE)
    assert ask(told, "value", (1, 1)).hidden.terms == expected
    assert ask(told, "overlaps", (1, 1)).hidden.terms


def test_stamps_that_are_counted_are_not_listed() -> None:
    hidden = ask(story(transposed(region=WHOLE), FIVE), "overlaps", (1, 1)).hidden
    assert hidden.terms
    assert hidden.cells == {(1, 1)}
