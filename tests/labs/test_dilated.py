"""The lab of dilated convolution: the comb and its measure, and what layers stacked on each other see."""

from __future__ import annotations

import numpy as np
import pytest

from convviz.core.errors import Refusal
from convviz.figure.figure import Figure, Grid, Mark, Outline, Panel, Size, Spot, Text, Wires
from convviz.functional import conv2d
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.dilated import OFFERED, DilatedLab, read_rates
from convviz.labs.dilated_pile import Pile
from convviz.labs.dilated_words import rates_text
from convviz.labs.story import Story
from convviz.paint.painter import fitted
from convviz.paint.theme import THEMES, load, rgb
from convviz.scene.scene import ConvLayer, DilatedLayer, Region, Scene, replace
from tests.labs.scenes import COLOUR, FLOAT, GREY, SMALL, at, dilated, drawn, figure, story

BESIDE = Size(1010, 365)
LARGE = Size(1472, 872)
TOLD = story(dilated(), GREY)
STACK = story(dilated(view="stack"), GREY)
LAST = float(TOLD.timeline.steps)


def finished(step: int = 12) -> float:
    return TOLD.timeline.finished(step)


def during(told: Story, phase: str, part: float = 0.5, step: int = 12) -> float:
    """The t at which a phase of a step has come so far."""
    starts = (*told.timeline.starts, 1.0)
    n = told.timeline.order.index(phase)
    return step + starts[n] + part * (starts[n + 1] - starts[n])


def words(drawn_: Figure) -> list[str]:
    return [tr(item.text) for item in drawn_.items if isinstance(item, Text)]


def level(drawn_: Figure, n: int) -> Grid:
    return next(grid for grid in drawn_.grids("level") if grid.channel == n)


def marked(grid: Grid, mark: int) -> list[int]:
    """Columns of the first row with a mark, counted from the output cell."""
    return (np.flatnonzero(grid.marks[0] & mark) + grid.first[1]).tolist()


def said(told: Story, spot: Spot | None = None, t: float | None = None) -> str:
    return tr(figure(told, finished() if t is None else t, spot).sentence)


# --- this layer


def test_the_numbers_are_a_convolutions() -> None:
    plain = story(Scene(layer=ConvLayer(dilation=(2, 2)), region=TOLD.scene.region), GREY)
    step, same = TOLD.step(7), plain.step(7)
    assert step.cell == same.cell
    assert step.value == same.value
    x = GREY.planes.astype(np.float64)
    y = conv2d(x, TOLD.operands[1].astype(np.float64), padding=2, dilation=2)
    assert step.value == y[step.cell]
    assert TOLD.shape == y.shape


def test_the_comb_is_shaded_within_the_span_that_is_outlined() -> None:
    drawn_ = figure(TOLD, finished(), size=BESIDE)
    (source,) = drawn_.grids("input")
    taps = np.argwhere(source.marks & Mark.TAP)
    assert len(taps) == 9
    assert (taps.max(0) - taps.min(0) + 1).tolist() == [5, 5]
    window = [item.box for item in drawn_.items if isinstance(item, Outline) and item.role == "window"]
    first = taps.min(0) + source.first
    assert source.cell_box(*first, 5, 5) in window


def test_the_effective_size_is_worked_out_above_the_comb() -> None:
    assert "3 + (3−1)(2−1) = 5" in words(figure(TOLD, 0.0, size=BESIDE))
    uneven = words(figure(story(dilated(drawn(4, 2), dilation=(1, 5)), GREY), 0.0, size=BESIDE))
    assert "2 + (2−1)(5−1) = 6" in uneven
    assert "4" in uneven


def test_the_comb_has_a_tooth_over_each_tap_and_none_over_holes() -> None:
    drawn_ = figure(TOLD, finished(), size=BESIDE)
    (source,) = drawn_.grids("input")
    cols = np.unique(np.argwhere(source.marks & Mark.TAP)[:, 1])
    teeth = [item.box for item in drawn_.items if isinstance(item, Panel) and item.box.bottom <= source.y]
    across = [tooth.center[0] for tooth in teeth if tooth.w < source.cell]
    assert across == [source.x + (col + 0.5) * source.cell for col in cols]
    line = max(teeth, key=lambda box: box.w)
    assert line.w == 5 * source.cell


def test_the_kernel_says_how_many_cells_it_lies_on() -> None:
    assert any("3 × 3 on 5 × 5 cells" in text for text in words(figure(TOLD, 0.0, size=BESIDE)))
    ordinary = words(figure(story(dilated(dilation=(1, 1)), GREY), 0.0, size=BESIDE))
    assert not any(" on " in text for text in ordinary)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (TOLD, "9 taps cover 5 × 5 cells, skipping 16 of 25."),
        (story(dilated(dilation=(1, 1)), GREY), "With dilation 1 the 9 taps lie side by side: 3 × 3 cells."),
        (story(dilated(drawn(1, 1)), GREY), "A single tap has no gaps"),
        (
            story(dilated(mix="sum"), COLOUR),
            "In each of 3 channels 9 taps cover 5 × 5 cells, skipping 16 of 25",
        ),
    ],
)
def test_the_sentence_follows_the_layer(told: Story, expected: str) -> None:
    assert said(told).startswith(expected)


def test_at_the_edge_the_taps_that_read_padding_are_counted() -> None:
    edge = story(dilated(region=Region(3, 0, 5, 5)), GREY)
    assert "3 of its 9 taps read the padding value 0" in said(edge, t=0.9)


def test_a_weight_and_an_input_cell_tell_what_they_do_in_a_convolution() -> None:
    assert "Weight 0, 2 meets" in said(TOLD, Spot("kernel", 0, 2), during(TOLD, "multiply"))
    assert "Output cells on the stage that read row 102" in said(TOLD, Spot("input", 102, 102))
    assert "skipping 16 of 25" in said(TOLD, Spot("output", 100, 100))


# --- the stack


def test_the_stack_is_beside_the_layer_where_there_is_room() -> None:
    assert len(figure(TOLD, 0.0, size=BESIDE).grids("level")) == 4
    assert not figure(TOLD, 0.0, size=BESIDE).grids("field")
    assert figure(TOLD, 0.0, size=LARGE).grids("field")
    narrow = figure(TOLD, 0.0)
    assert not narrow.grids("level")
    assert narrow.grids("input")
    assert not figure(story(dilated(view="layer"), GREY), 0.0, size=LARGE).grids("level")
    alone = figure(STACK, 0.0)
    assert alone.grids("level")
    assert alone.grids("field")
    assert not alone.grids("input")


def test_ordinary_layers_are_not_compared_with_themselves() -> None:
    texts = words(figure(story(dilated(view="stack", stack=(1, 1, 1)), GREY), 0.0))
    assert "dilations 1, 1, 1 see 7 × 7 cells" in texts
    assert not any("dilation 1:" in text or "would see" in text for text in texts)
    assert "field" in texts
    assert "with dilation 1" not in texts, "the key to a frame that is not there"


def test_three_layers_with_rates_1_2_4_see_15_cells_where_ordinary_ones_see_7() -> None:
    drawn_ = figure(STACK, finished())
    assert [grid.values.shape[1] for grid in drawn_.grids("level")] == [15] * 4
    texts = words(drawn_)
    assert [text for text in texts if text.startswith("sees")] == ["sees 3", "sees 7", "sees 15"]
    assert "dilations 1, 2, 4 see 15 × 15 cells" in texts
    assert "layers with dilation 1 would see 7 × 7" in texts
    assert said(STACK) == "3 layers with dilations 1, 2, 4 see 15 × 15 cells, ordinary ones 7 × 7."
    assert "(3−1)·4" in texts
    assert " = 15" in texts


def test_what_each_layer_sees_is_written_large_where_there_is_room(qapp: object) -> None:
    told = story(dilated(view="stack", stack=(2, 2, 2)), GREY)
    for size, least in ((Size(714, 389), 10), (Size(1034, 601), 14), (LARGE, 15)):
        shown = [item for item in figure(told, finished(), size=size).items if isinstance(item, Text)]
        seen = [item for item in shown if tr(item.text).startswith(("spans", "with dilation 1:"))]
        assert len(seen) == 6
        assert all(fitted(item)[1] >= least for item in seen), size


@pytest.mark.parametrize("name", THEMES)
def test_what_ordinary_layers_see_has_a_white_edge_on_dark_heat_in_every_theme(name: str) -> None:
    (field,) = figure(STACK, finished()).grids("field")
    frames = [item for item in figure(STACK, finished()).items if isinstance(item, Outline)]
    (halo, frame) = [
        item for item in frames
        if field.box.x < item.box.x < field.box.right and field.box.y < item.box.y < field.box.bottom
    ]  # fmt: skip
    assert min(rgb(load(name), halo.role)) > 230
    assert halo.width > frame.width >= 3
    assert not frame.dashed, "as in the key"


def test_the_paths_grow_down_with_the_step() -> None:
    seen = []
    for t in (12.0, during(STACK, "lift", 0.6), during(STACK, "multiply", 0.6), finished()):
        drawn_ = figure(STACK, t)
        seen.append([len(marked(level(drawn_, n), Mark.TAP)) for n in (3, 2, 1, 0)])
    assert seen == [[1, 0, 0, 0], [1, 3, 0, 0], [1, 3, 7, 0], [1, 3, 7, 15]]
    wires = [item for item in figure(STACK, 12.0).items if isinstance(item, Wires)]
    assert [len(item.segments) for item in wires] == [3, 9, 21]
    assert " = 15" not in words(figure(STACK, 12.0))


def test_wires_join_a_cell_to_the_cells_it_reads() -> None:
    drawn_ = figure(STACK, finished())
    top, below = level(drawn_, 3), level(drawn_, 2)
    first = next(item for item in drawn_.items if isinstance(item, Wires))
    ends = [(round(x1 - below.x) // round(below.cell) - 7, y1) for _, _, x1, y1 in first.segments]
    assert ends == [(-4, below.y), (0, below.y), (4, below.y)]
    assert all(x0 == top.cell_box(0, 0).center[0] for x0, *_ in first.segments)


def test_gridding_is_hatched_and_counted() -> None:
    told = story(dilated(view="stack", stack=(2, 2, 2)), GREY)
    drawn_ = figure(told, finished())
    assert marked(level(drawn_, 0), Mark.UNREAD) == [-5, -3, -1, 1, 3, 5]
    (field,) = drawn_.grids("field")
    assert int((field.marks & Mark.UNREAD > 0).sum()) == 169 - 49
    assert field.values[6, 6] == 49
    assert "120 of the 13 × 13 = 169 cells" in said(told)
    assert "multiples of 2" in said(told)
    leap = story(dilated(view="stack", stack=(1, 4)), GREY)
    assert "leap further" in said(leap)
    assert "40 of the 11 × 11 = 121" in said(leap)


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((1, 1, 1), "3 ordinary layers see 7 × 7 cells"),
        ((1, 2, 5), "3 layers with dilations 1, 2, 5 see 17 × 17 cells, ordinary ones 7 × 7."),
        ((1,), "One ordinary layer sees 3 × 3 cells"),
        ((6,), "One layer with dilation 6 spans 13 × 13 cells, an ordinary one 3 × 3; it skips 160."),
    ],
)
def test_the_stacks_sentence_follows_its_rates(rates: tuple[int, ...], expected: str) -> None:
    assert said(story(dilated(view="stack", stack=rates), GREY)).startswith(expected)


def test_the_row_below_is_the_pictures_at_the_step() -> None:
    drawn_ = figure(STACK, finished())
    row, col = STACK.step(12).cell[1:]
    assert level(drawn_, 0).values[0].tolist() == GREY.planes[0, row, col - 7 : col + 8].tolist()
    assert f"input, row {row}" in words(drawn_)
    cut = story(replace(STACK.scene, crop=Region(90, 90, 40, 40), region=Region(10, 10, 5, 5)), GREY)
    assert "input, row 100" in words(figure(cut, 0.5))


def test_the_row_below_is_padding_outside_the_picture() -> None:
    told = story(dilated(view="stack", region=Region(0, 0, 5, 5)), SMALL)
    assert marked(level(figure(told, 0.0), 0), Mark.GHOST) == [*range(-7, 0)]
    over = story(dilated(view="stack", padding=(9, 9, 9, 9), region=Region(0, 0, 5, 5)), SMALL)
    assert len(marked(level(figure(over, 0.0), 0), Mark.GHOST)) == 15


def test_a_cell_of_the_stack_lights_its_paths_up_and_down() -> None:
    drawn_ = figure(STACK, finished(), Spot("level", 0, -3, 0))
    assert [marked(level(drawn_, n), Mark.LIT) for n in (0, 1, 2, 3)] == [[-3], [-4, -2], [-4, 0], [0]]
    lit = [item for item in drawn_.items if isinstance(item, Wires) and item.role == "lit"]
    assert [len(item.segments) for item in lit] == [2, 3, 2]
    (field,) = drawn_.grids("field")
    assert np.unique(np.argwhere(field.marks & Mark.LIT)[:, 1]).tolist() == [4]
    assert said(STACK, Spot("level", 0, -3, 0)) == (
        "The input at column −3 from the middle reaches this output by 3 of 27 paths."
    )


@pytest.mark.parametrize(
    ("spot", "expected"),
    [
        (
            Spot("level", 0, 2, 1),
            "Layer 1 at column 2 from the middle sees 3 input cells; this output reads it",
        ),
        (Spot("level", 0, 1, 1), "This output reads nothing of layer 1 at column 1"),
        (Spot("level", 0, 0, 3), "Along the row, this output sees 15 input cells by 27 paths."),
        (Spot("field", 1, 3), "The input at row 1, column 3 from the middle reaches this output by 9 of 729"),
    ],
)
def test_a_cell_of_the_stack_tells_its_paths(spot: Spot, expected: str) -> None:
    assert said(STACK, spot).startswith(expected)


def test_a_cell_that_is_never_seen_says_so() -> None:
    told = story(dilated(view="stack", stack=(2, 2, 2)), GREY)
    assert "the dilations skip it" in said(told, Spot("level", 0, 1, 0))
    assert "whatever the weights" in said(told, Spot("field", 1, 2))
    drawn_ = figure(told, finished(), Spot("field", 1, 2))
    assert not any(marked(level(drawn_, n), Mark.LIT) for n in range(4))
    (field,) = drawn_.grids("field")
    assert np.argwhere(field.marks & Mark.LIT).tolist() == [[7, 8]]


def test_paths_through_layers_are_counted_to_the_layer() -> None:
    assert said(STACK, Spot("level", 0, 2, 1)).endswith("reads it by 2 of 9 paths.")


def test_a_stack_too_wide_for_cells_is_drawn_as_bars() -> None:
    told = story(dilated(drawn(63, 63), view="stack", stack=(32,) * 6), GREY)
    drawn_ = figure(told, finished())
    assert not drawn_.grids("level")
    assert not drawn_.grids("field")
    bars = [item.box.w for item in drawn_.items if isinstance(item, Panel) and item.role == "window"]
    assert len(bars) == 7
    assert bars == sorted(bars, reverse=True)
    assert bars[0] / bars[3] == pytest.approx(11905 / (11905 - 3 * 62 * 32))
    beside = story(dilated(drawn(63, 63), stack=(32,) * 6), GREY)
    assert not figure(beside, finished(), size=LARGE).grids("field")


def test_of_too_many_wires_the_outermost_stand_for_all() -> None:
    told = story(dilated(drawn(15, 15), view="stack", stack=(1, 1, 8)), GREY)
    wires = [item for item in figure(told, finished()).items if isinstance(item, Wires)]
    assert [len(item.segments) for item in wires] == [15, 225, 2]


def test_a_stack_of_single_taps_sees_its_own_cell() -> None:
    told = story(dilated(drawn(1, 1), view="stack", stack=(1, 2)), FLOAT)
    assert [grid.values.shape for grid in figure(told, 0.5).grids("level")] == [(1, 1)] * 3
    assert Pile(at(told, 0.5)).missed == 0
    assert said(told).startswith("Kernels of a single tap see one cell")


# --- the lab


def test_the_explanation_is_of_what_is_on_the_stage() -> None:
    moment = TOLD.timeline.at(finished())
    step, stack = "9 taps cover 5 × 5 cells", "see 15 × 15 cells, ordinary ones 7 × 7"
    texts = {}
    for view in ("both", "layer", "stack"):
        told = story(dilated(view=view), GREY)
        texts[view] = tr(lab_of(told.scene).explain(told, moment))
    assert step in texts["both"]
    assert stack in texts["both"]
    assert stack not in texts["layer"]
    assert step not in texts["stack"]


def test_it_begins_with_a_few_cells_in_the_middle_of_the_stage() -> None:
    lab = DilatedLab()
    scene = Scene(layer=lab.default, region=Region(155, 260, 7, 7))
    assert lab.opening(scene).region == Region(156, 261, 5, 5)
    assert lab.opening(replace(scene, region=Region(0, 1, 1, 9))).region == Region(0, 3, 5, 5)


def test_rates_are_offered_where_the_stack_is_shown() -> None:
    rates = next(control for control in DilatedLab().controls if control.name == "stack")
    assert [rates.shown(DilatedLayer(view=view)) for view in ("both", "layer", "stack")] == [
        True,
        False,
        True,
    ]
    assert rates.options(DilatedLayer()) == OFFERED
    for text in OFFERED:
        assert rates_text(read_rates(text)) == text
        assert DilatedLayer(stack=read_rates(text))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "A stack's dilations are whole numbers such as 1, 2, 4, one for each layer, not “”."),
        ("1 2 3 4 5 6 7", "stack must be at most 6, not 7."),
        ("1, 0", "Dilation must be from 1 to 32, not 0."),
        ("33", "Dilation must be from 1 to 32, not 33."),
        ("1, 2.5", "Dilation must be from 1 to 32, not 2.5."),
        ("1, two", "“two” is not a number."),
    ],
)
def test_rates_that_are_none_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_rates(text)
    assert str(refusal.value) == sentence


def test_rates_are_read_with_commas_or_blanks() -> None:
    assert read_rates(" 1;2  4,8 ") == (1, 2, 4, 8)


@pytest.mark.parametrize("language", ["NumPy", "OpenCV"])
def test_its_program_gives_its_numbers(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = story(dilated(dilation=(3, 2)), SMALL)
    names: dict[str, object] = {}
    exec(lab_of(told.scene).program(told, language), names)
    np.testing.assert_allclose(names["y"], told.operation.reference(told.spec, *told.operands), atol=1e-3)
    assert capsys.readouterr().out


def test_its_program_in_pytorch_has_the_dilation() -> None:
    told = story(dilated(dilation=(3, 2)), SMALL)
    assert "dilation=(3, 2)" in lab_of(told.scene).program(told, "PyTorch")


def test_its_size_is_that_of_the_effective_kernel() -> None:
    told = story(dilated(padding="valid"), SMALL)
    lines = [tr(line) for line in lab_of(told.scene).size_formula(told)]
    assert lines[1] == "= ⌊(8 + 2·0 − 2·2 − 1) / 1⌋ + 1 = 4"
    assert told.shape == (1, 4, 4)
