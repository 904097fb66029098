"""Convolution as matrices on the stage: what stands where, what lights up, and what is said of it."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.figure.figure import Figure, Grid, Mark, Outline, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import LABS, lab_of
from convviz.labs.amounts import size
from convviz.labs.im2col import Im2colLab
from convviz.labs.im2col_board import look
from convviz.labs.im2col_input import copies_so_far
from convviz.labs.im2col_stage import LEAST, page
from convviz.labs.lab import Hidden, Look, Opens
from convviz.labs.story import Source, Story
from convviz.paint.fonts import metrics
from convviz.paint.painter import fitted
from convviz.scene.scene import ConvLayer, Im2colLayer, Preset, Region, Scene, replace
from tests.labs.scenes import COLOUR, SMALL, TINY, drawn, figure, noise, story, unrolled

BIG = Size(1230, 620)
END = 1e9
ALL = Region(0, 0, 8, 8)
FIVE = Source("five", noise(1, 5, 5), 255.0)
SIX = Source("six", noise(1, 6, 6), 255.0)
COLUMNS, TOEPLITZ = story(unrolled(), SIX), story(unrolled(view="toeplitz"), SIX)
(LAB,) = (lab for lab in LABS if isinstance(lab, Im2colLab))


def draw(told: Story, t: float = END, spot: Spot | None = None) -> Figure:
    return figure(told, t, spot, BIG)


def only(figure_: Figure, name: str) -> Grid:
    (grid,) = figure_.grids(name)
    return grid


def words(figure_: Figure) -> list[str]:
    return [tr(item.text) for item in figure_.items if isinstance(item, Text)]


def lit(grid: Grid) -> list[tuple[int, int]]:
    """Lit cells by their index in the whole."""
    return [(r + grid.first[0], c + grid.first[1]) for r, c in np.argwhere(grid.marks & Mark.LIT).tolist()]


def framed(figure_: Figure, grid: Grid, role: str) -> list[tuple[float, ...]]:
    """(row, column, rows, columns) of frames of a role that lie in a grid."""
    boxes = [item.box for item in figure_.items if isinstance(item, Outline) and item.role == role]
    return [
        tuple(round(n / grid.cell, 3) for n in (box.y - grid.y, box.x - grid.x, box.h, box.w))
        for box in boxes
        if grid.box.x <= box.x < grid.box.right and grid.box.y <= box.y < grid.box.bottom
    ]


# --- the matrices


@pytest.mark.parametrize("size", [Size(744, 380), Size(744, 420), BIG])
def test_the_words_about_a_matrix_end_where_it_does(qapp: object, size: Size) -> None:
    three = unrolled(filters=((Preset("sobel-x"),),) * 3, bias=(0.0,) * 3)
    for told in (COLUMNS, story(unrolled(), FIVE), story(three, FIVE)):
        shown = figure(told, END, size=size)
        columns = only(shown, "columns")
        beside = [
            item
            for item in shown.items
            if isinstance(item, Text) and item.x == columns.x and item.y > 30 and item.role == "muted"
        ]
        assert len(beside) == 3
        for item in beside:
            said, height = fitted(item)
            end = item.x + metrics(height, item.bold, item.mono).horizontalAdvance(said)
            assert end <= max(columns.box.right, columns.x + LEAST[1]) + 0.5, said


def test_filter_times_columns_is_what_stands_below_them() -> None:
    shown = draw(COLUMNS)
    columns, row, product = (only(shown, name) for name in ("columns", "kernel", "product"))
    assert columns.values.shape == (9, 16)
    assert row.values.shape == (1, 9)
    np.testing.assert_array_equal(row.values @ columns.values, product.values)
    np.testing.assert_array_equal(product.values.reshape(4, 4), only(shown, "output").values)
    assert (product.x, product.cell) == (columns.x, columns.cell)
    assert product.y == row.y


def test_t_times_the_pixels_is_what_stands_beside_it() -> None:
    shown = draw(TOEPLITZ)
    matrix, pixels, product = (only(shown, name) for name in ("toeplitz", "pixels", "product"))
    assert matrix.values.shape == (16, 36)
    np.testing.assert_array_equal(matrix.values @ pixels.values[0], product.values[:, 0])
    assert (np.count_nonzero(matrix.marks & Mark.EMPTY == 0, axis=1) == 9).all()
    assert (pixels.x, pixels.cell) == (matrix.x, matrix.cell)
    assert product.y == matrix.y


def test_the_column_of_the_window_and_the_cell_that_it_makes_are_framed_in_step() -> None:
    shown = draw(COLUMNS, 5.99)
    assert framed(shown, only(shown, "columns"), "window") == [(0, 5, 9, 1)]
    assert framed(shown, only(shown, "product"), "output") == [(0, 5, 1, 1)]
    assert framed(shown, only(shown, "input"), "window") == [(1, 1, 3, 3)]
    assert framed(shown, only(shown, "output"), "output") == [(1, 1, 1, 1)]
    assert (only(shown, "columns").marks & Mark.TAP > 0).all(0).tolist() == [n == 5 for n in range(16)]


def test_so_is_the_row_of_t() -> None:
    shown = draw(TOEPLITZ, 5.99)
    assert framed(shown, only(shown, "toeplitz"), "window") == [(5, 0, 1, 36)]
    assert framed(shown, only(shown, "product"), "output") == [(5, 0, 1, 1)]


def test_while_the_window_slides_the_frame_slides_to_its_column() -> None:
    shown = draw(COLUMNS, 5.06)
    ((_, column, _, _),) = framed(shown, only(shown, "columns"), "window")
    assert 4 < column < 5


def test_lifted_pixels_fly_into_their_column() -> None:
    """Nine of them, the later in the step the nearer."""
    columns = only(draw(COLUMNS, 5.2), "columns")
    target = columns.cell_box(8, 5)
    distances = []
    for t in (5.14, 5.22):
        flying = draw(COLUMNS, t).grids("flying")
        assert len(flying) == 9
        distances.append(abs(flying[-1].x - target.x) + abs(flying[-1].y - target.y))
    assert distances[0] > distances[1] > 0


def test_many_pixels_fly_as_one() -> None:
    told = story(unrolled(drawn(15, 15), padding="same", region=ALL), COLOUR)
    assert not draw(told, 5.2).grids("flying")


def test_the_tap_in_play_is_lit_in_the_filter_and_in_the_column() -> None:
    middle = next(
        t
        for t in np.arange(5.0, 6.0, 0.005)
        if "flying" not in str(draw(COLUMNS, t)) and lit(only(draw(COLUMNS, t), "kernel"))
    )
    shown = draw(COLUMNS, float(middle))
    ((_, tap),) = lit(only(shown, "kernel"))
    assert lit(only(shown, "columns")) == [(tap, 5)]
    assert lit(only(shown, "input")) == [(1 + tap // 3, 1 + tap % 3)]
    shown = draw(TOEPLITZ, float(middle))
    ((row, pixel),) = lit(only(shown, "toeplitz"))
    assert (row, pixel) == (5, (1 + tap // 3) * 6 + 1 + tap % 3)
    assert lit(only(shown, "pixels")) == [(0, pixel)]


def test_what_is_not_written_yet_is_empty_in_the_product_as_in_the_output() -> None:
    for told in (COLUMNS, TOEPLITZ):
        shown = draw(told, 5.0)
        empty = (only(shown, "product").marks & Mark.EMPTY > 0).ravel()
        assert empty.tolist() == [n >= 5 for n in range(16)]


def test_a_column_is_empty_until_its_window_has_been_copied() -> None:
    for t, count in ((0.0, 0), (5.0, 5), (COLUMNS.timeline.finished(5), 6), (END, 16)):
        shown = draw(COLUMNS, t)
        empty = only(shown, "columns").marks & Mark.EMPTY > 0
        assert empty.tolist() == [[n >= count for n in range(16)]] * 9
        assert f"copied so far: {9 * count} of 144" in words(shown)
    asked = only(draw(COLUMNS, 1.0, Spot("columns", 4, 10)), "columns").marks & Mark.EMPTY > 0
    assert not asked[:, 10].any()
    assert asked[:, 11].all()


def test_padding_is_padding_in_the_columns_too() -> None:
    columns = only(draw(story(unrolled(padding="same", region=ALL)), 0.0), "columns")
    ghosts = columns.marks & Mark.GHOST > 0
    assert np.flatnonzero(ghosts[:, 0]).tolist() == [0, 1, 2, 3, 6]
    assert not columns.values[ghosts].any()
    mirrored = story(unrolled(padding="same", padding_mode="reflect", region=ALL))
    copied = only(draw(mirrored, 0.0), "columns")
    assert (copied.marks & Mark.COPY > 0).sum() == ghosts.sum()


def test_all_filters_are_rows_and_the_one_on_the_stage_can_be_drawn_in() -> None:
    filters = ((Preset("sobel-x"),), (Preset("sobel-y"),), (Preset("box-3x3"),), (Preset("sobel-x"),))
    scene = unrolled(mix="sum", filters=filters, bias=(0.0,) * 4)
    told = story(replace(scene, output=1), COLOUR)
    shown = draw(told)
    assert [grid.first[0] for grid in shown.grids("filters")] == [0, 2]
    kernels = shown.grids("kernel")
    assert [grid.channel for grid in kernels] == [0, 1, 2]
    assert [grid.values.shape for grid in kernels] == [(1, 9)] * 3
    product = only(shown, "product")
    rows = [np.hstack([grid.values for grid in kernels]), *(grid.values for grid in shown.grids("filters"))]
    columns = only(shown, "columns").values
    for row, n in zip(rows, (1, 0, 2), strict=True):
        np.testing.assert_allclose((row @ columns)[0], product.values[n], atol=1e-2)
    assert lab_of(told.scene).kernel_cell(told, Spot("kernel", 0, 5, 2)) == (1, 2, 1, 2)


def test_a_rotated_kernel_is_unrolled_from_its_far_corner() -> None:
    told = story(unrolled(drawn(2, 3), flip=True))
    row = only(draw(told), "kernel")
    np.testing.assert_array_equal(row.values[0], np.array(drawn(2, 3).rows).ravel()[::-1])
    assert LAB.kernel_cell(told, Spot("kernel", 0, 4)) == (0, 0, 0, 1)
    toeplitz = story(unrolled(drawn(2, 3), flip=True, view="toeplitz"))
    assert LAB.kernel_cell(toeplitz, Spot("kernel", 1, 1)) == (0, 0, 0, 1)


def test_of_a_large_matrix_the_part_around_the_window_is_shown() -> None:
    told = story(unrolled(drawn(63, 63), padding="same", region=Region(0, 0, 30, 30)), COLOUR)
    shown = draw(told, 600.99)
    columns = only(shown, "columns")
    rows, count = columns.values.shape
    assert rows < 63 * 63
    assert count < 900
    assert columns.first[1] <= 600 < columns.first[1] + count
    assert any(
        f"here {rows} × {count} of it" in text or f"{rows} × {count} of" in text for text in words(shown)
    )
    shown = draw(told, END, Spot("columns", columns.first[0], columns.first[1]))
    assert framed(shown, only(shown, "columns"), "window")[0][1] == 0


@pytest.mark.parametrize(
    ("count", "at", "most", "expected"),
    [
        (16, 3, 20, range(16)),
        (100, 0, 30.7, range(30)),
        (100, 31, 30, range(30, 60)),
        (100, 99, 30, range(70, 100)),
        (5, 2, 0.2, range(2, 3)),
    ],
)
def test_a_page_holds_its_number(count: int, at: int, most: float, expected: range) -> None:
    assert page(count, at, most) == expected


# --- pointing


def test_a_column_lights_its_window_and_its_output() -> None:
    shown = draw(COLUMNS, 1.0, Spot("columns", 4, 10))
    assert framed(shown, only(shown, "input"), "window") == [(2, 2, 3, 3)]
    assert framed(shown, only(shown, "output"), "output") == [(2, 2, 1, 1)]
    assert lit(only(shown, "columns")) == [(4, 10)]
    assert lit(only(shown, "kernel")) == [(0, 4)]
    assert lit(only(shown, "input")) == [(3, 3)]
    assert only(shown, "product").marks[0, 10] & Mark.EMPTY == 0
    assert "Column 10 of 0–15 is the window for row 2, column 2" in tr(shown.sentence)


def test_a_cell_of_the_product_shows_its_window_in_either_view() -> None:
    for told, spot in ((COLUMNS, Spot("product", 0, 10)), (TOEPLITZ, Spot("product", 10, 0))):
        shown = draw(told, 1.0, spot)
        assert framed(shown, only(shown, "input"), "window") == [(2, 2, 3, 3)]


def test_a_pixel_lights_every_place_it_was_copied_to() -> None:
    shown = draw(COLUMNS, END, Spot("input", 2, 3))
    columns = only(shown, "columns")
    places = lit(columns)
    assert len(places) == 9
    assert {columns.values[place] for place in places} == {SIX.planes[0, 2, 3]}
    assert "once for each tap that reads it, in all 9;" in tr(shown.sentence)
    assert len(lit(only(draw(COLUMNS, END, Spot("input", 0, 0)), "columns"))) == 1


def test_a_pixel_lights_its_column_of_t() -> None:
    for spot in (Spot("input", 2, 3), Spot("pixels", 0, 15)):
        shown = draw(TOEPLITZ, END, spot)
        places = lit(only(shown, "toeplitz"))
        assert len(places) == 9
        assert {pixel for _, pixel in places} == {15}
        assert lit(only(shown, "pixels")) == [(0, 15)]
        assert "one column of T and is not copied; weights in it: 9" in tr(shown.sentence)


def test_a_weight_lights_its_row_of_the_columns() -> None:
    shown = draw(COLUMNS, END, Spot("kernel", 0, 5))
    assert lit(only(shown, "columns")) == [(5, n) for n in range(16)]
    assert lit(only(shown, "kernel")) == [(0, 5)]
    assert "Weight 2 meets row 5 of the columns" in tr(shown.sentence)


def test_a_weight_lights_its_diagonal_of_t() -> None:
    shown = draw(TOEPLITZ, END, Spot("kernel", 0, 2))
    places = lit(only(shown, "toeplitz"))
    assert places == [(n, n // 4 * 6 + n % 4 + 2) for n in range(16)]
    assert "all windows share it" in tr(shown.sentence)


def test_a_cell_of_t_lights_its_window_and_its_pixel() -> None:
    shown = draw(TOEPLITZ, 1.0, Spot("toeplitz", 10, 21))
    assert lit(only(shown, "toeplitz")) == [(10, 21)]
    assert lit(only(shown, "input")) == [(3, 3)]
    assert framed(shown, only(shown, "input"), "window") == [(2, 2, 3, 3)]


def test_a_finished_output_cell_lights_its_column() -> None:
    shown = draw(COLUMNS, END, Spot("output", 0, 1))
    assert framed(shown, only(shown, "columns"), "window") == [(0, 1, 9, 1)]


def test_a_cell_of_the_padding_says_which_pixel_it_is() -> None:
    told = story(unrolled(padding="same", padding_mode="replicate", region=ALL))
    shown = draw(told, END, Spot("input", -1, 0))
    assert tr(shown.sentence) == "The padding at row −1, column 0 copies the pixel at row 0, column 0."
    toeplitz = story(unrolled(padding="same", padding_mode="replicate", region=ALL, view="toeplitz"))
    assert {pixel for _, pixel in lit(only(draw(toeplitz, END, Spot("input", -1, 0)), "toeplitz"))} == {0}
    zeros = draw(story(unrolled(padding="same", region=ALL)), END, Spot("input", -1, 0))
    assert tr(zeros.sentence) == "Row −1, column 0 is padding."


@pytest.mark.parametrize(
    "spot",
    [Spot("columns", 0, 400), Spot("columns", 40, 0), Spot("product", 0, 99), Spot("kernel", 0, 80)],
)
def test_a_cell_that_is_no_longer_there_is_not_pointed_at(spot: Spot) -> None:
    """When another scene is shown, the pointer still is where a cell of the last one was."""
    assert tr(draw(COLUMNS, END, spot).sentence)


def test_nor_is_one_of_t() -> None:
    for spot in (Spot("toeplitz", 99, 0), Spot("toeplitz", 0, 99), Spot("pixels", 0, 99)):
        assert tr(draw(TOEPLITZ, END, spot).sentence)


# --- how often pixels are copied


def test_heat_shows_how_often_each_pixel_is_copied() -> None:
    shown = draw(story(unrolled(heat=True), SIX))
    counts = only(shown, "input")
    assert counts.values[0].tolist() == [1, 2, 3, 3, 2, 1]
    assert counts.values[2, 2] == 9
    assert counts.values.sum() == 144
    assert (counts.scale.role, counts.scale.high) == ("heat", 9)
    assert "copied so far: 144 of 144" in words(shown)


def test_copies_are_counted_along_with_the_window() -> None:
    """Windows of 3 × 3 on 6 × 6, 4 in a row: after 5 of them the second row of windows has begun."""
    told = story(unrolled(heat=True), SIX)
    (counts,) = draw(told, told.timeline.finished(4)).grids("input")
    expected = np.zeros((6, 6))
    for row, col in ((0, 0), (0, 1), (0, 2), (0, 3), (1, 0)):
        expected[row : row + 3, col : col + 3] += 1
    assert counts.values.tolist() == expected.tolist()
    assert counts.scale.high == 9  # the colours do not change their meaning under way
    shown = draw(story(unrolled(), SIX), told.timeline.finished(4))
    assert "copied so far: 45 of 144" in words(shown)
    over = only(shown, "input").over
    assert over is not None
    assert over[1][1] == "3×"
    assert over[5][5] == ""
    sliding = draw(story(unrolled(), SIX), 4.0)  # the fifth window's pixels have not been lifted yet
    assert "copied so far: 36 of 144" in words(sliding)


@pytest.mark.parametrize(("most", "there"), [(9.0, True), (255.0, False)])
def test_weights_stand_in_corners_where_numbers_below_a_count_leave_them_room(
    most: float, there: bool
) -> None:
    digits = Source("digits", np.full((1, 6, 6), most, np.float32), 255.0)
    source = only(draw(story(unrolled(), digits), 4.9), "input")
    assert source.labels
    assert source.over
    assert bool(source.corners) == there


@pytest.mark.parametrize("heat", [False, True])
def test_copies_are_not_counted_while_the_matrix_is_asked_for(heat: bool) -> None:
    told = story(unrolled(heat=heat), SIX)
    for facts in (False, True):
        look_ = Look(BIG, hidden=Hidden(facts=facts))
        shown = LAB.draw(told, told.timeline.at(END), look_)
        assert any("copied so far" in text for text in words(shown)) != facts


def test_copies_of_a_whole_picture_are_counted_row_by_row() -> None:
    told = story(replace(unrolled(region=Region(2, 2, 2, 2)), scope="image"), SIX)
    board = look(told, told.timeline.at(told.timeline.finished(9)), None)
    assert copies_so_far(board.view) == 90
    assert "Copies made so far: 90 of 144, of no pixel on the stage more than 8." in tr(
        LAB.explain(told, told.timeline.at(told.timeline.finished(9)))
    )


def test_a_toeplitz_matrix_copies_nothing() -> None:
    shown = draw(story(unrolled(view="toeplitz"), SIX))
    assert only(shown, "input").over is None
    assert not any("copied so far" in text for text in words(shown))


def test_heat_of_49_pixels_and_their_padding() -> None:
    told = story(unrolled(heat=True, padding="same"), Source("seven", noise(1, 7, 7), 255.0))
    shown = draw(told)
    assert "9 × 49 · 49 pixels, 361 copies and 80 of padding: 9 times as many" in words(shown)
    counts = only(shown, "input")
    assert counts.values.shape == (9, 9)
    assert counts.values.sum() == 361
    assert counts.labels is not None
    assert counts.labels[0][0] == ""
    assert counts.labels[1][1] == "4"


def test_padding_alone_has_no_copies() -> None:
    shown = draw(story(unrolled(padding=(40, 40, 40, 40), heat=True), TINY))
    assert not only(shown, "input").values.any()


# --- the rest


def test_the_whole_picture_is_counted_where_a_part_is_shown() -> None:
    photo = Source("photo", np.zeros((1, 3000, 4000), np.uint8), 255.0)
    told = story(replace(unrolled(padding="same"), crop=Region(0, 0, 6, 6)), photo)
    said = tr(LAB.explain(told, told.timeline.at(0)))
    assert "3000 × 4000, the matrix would have 9 × 12,000,000 numbers, 432 MB as float32" in said
    assert "Made 4.19 MB at a time, it never exists as a whole." in said
    assert any("432 MB" in text for text in words(draw(told)))
    small = story(unrolled(padding="same"), SMALL)
    assert "at a time" not in tr(LAB.explain(small, small.timeline.at(0)))
    assert not any("blocks" in text for text in words(draw(small)))
    told = story(replace(unrolled(view="toeplitz", padding="same"), crop=Region(0, 0, 6, 6)), photo)
    assert "576 TB as float32, nearly all of them 0:" in tr(LAB.explain(told, told.timeline.at(0)))
    few = story(unrolled(view="toeplitz", padding="same"), TINY)
    assert "nearly all" not in tr(LAB.explain(few, few.timeline.at(0)))
    assert "12,000,000 × 12,000,000 cells, 576 TB as float32" in tr(LAB.explain(told, told.timeline.at(0)))


def test_amounts_have_three_digits() -> None:
    texts = [tr(size(n)) for n in (999, 1500, 43_210_000, 432_000_000, 576 * 10**12)]
    assert texts == ["999 bytes", "1.50 KB", "43.2 MB", "432 MB", "576 TB"]


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        ({}, "zeros of the padding, which meet 5 of 9 weights,"),
        ({"padding_mode": "replicate"}, "weights that meet copies in the padding (5 of 9)"),
        ({"padding_mode": "constant", "padding_value": 7.0}, "is added like a bias"),
        ({"padding": "valid"}, "the 9 weights stand where the window's pixels are, beside 55 zeros"),
    ],
)
def test_what_becomes_of_weights_at_the_edge(layer: dict[str, object], expected: str) -> None:
    told = story(unrolled(**{"view": "toeplitz", "padding": "same", **layer}))  # type: ignore[arg-type]
    assert expected in tr(draw(told, 0.0).sentence)


def test_columns_say_how_much_of_them_is_padding() -> None:
    assert "5 of its 9 numbers in the padding" in tr(draw(story(unrolled(padding="same")), 0.0).sentence)


def test_a_bias_is_named() -> None:
    assert "Filter × columns + bias = the output, row by row" in words(draw(story(unrolled(bias=(2.0,)))))


def test_it_begins_with_a_part_of_36_pixels_where_one_looked() -> None:
    assert isinstance(LAB, Opens)
    scene = LAB.opening(Scene(region=Region(150, 260, 7, 7)))
    assert (scene.crop, scene.region) == (Region(150, 260, 6, 6), Region(0, 0, 6, 6))
    scene = LAB.opening(Scene(crop=Region(10, 20, 30, 30), region=Region(0, 12, 10, 10)))
    assert scene.crop == Region(12, 34, 6, 6)
    scene = LAB.opening(Scene(crop=Region(10, 20, 8, 7), region=Region(3, 3, 2, 2)))
    assert (scene.crop, scene.region) == (Region(10, 20, 8, 7), Region(0, 0, 8, 7))


def test_its_layer_is_convolutions_shown_another_way() -> None:
    assert lab_of(Scene(layer=Im2colLayer())) is LAB
    assert lab_of(Scene(layer=ConvLayer())) is not LAB
    assert LAB.operation == "conv2d"


@pytest.mark.parametrize("language", ["NumPy", "OpenCV"])
def test_its_program_multiplies_matrices(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    exec(LAB.program(COLUMNS, language), names)
    assert np.shape(names["columns"]) == (9, 16)
    expected = COLUMNS.operation.reference(COLUMNS.spec, *COLUMNS.operands)
    np.testing.assert_allclose(names["y"], expected, rtol=1e-5)  # type: ignore[call-overload]
    assert capsys.readouterr().out.strip()
