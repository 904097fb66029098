"""The stage of every lab with its output hidden: nothing on it gives the answer away."""

from __future__ import annotations

import numpy as np
import pytest

import convviz.labs.parts as parts
from convviz.figure.figure import Curve, Figure, Grid, Mark, Outline, Panel, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.lab import Hidden, Look
from convviz.labs.predict import GIVING_AWAY, OF_LAYER, SENTENCE, draw, held
from convviz.labs.story import Story
from convviz.scene.scene import Region
from tests.labs.scenes import CASES, COLOUR, SMALL, STAGE, drawn, scene, story, transposed, unrolled


def everything(told: Story) -> frozenset[tuple[int, int]]:
    region = told.region(0)
    return frozenset(
        (row, col) for row in range(region.top, region.bottom) for col in range(region.left, region.right)
    )


HIGH = Size(700, 600)
"""A stage on which the sum of channels stands above the output, whose heading begins left of it."""


def stage(told: Story, t: float, hidden: Hidden, spot: Spot | None = None, size: Size = STAGE) -> Figure:
    look = Look(size, spot, hidden=hidden)
    return draw(lab_of(told.scene), told, told.timeline.at(t), look)


SMALL_CASES = [name for name, (of, _) in CASES.items() if of.region.height * of.region.width <= 100]


@pytest.mark.parametrize("name", SMALL_CASES)
def test_no_lab_shows_what_is_hidden(name: str) -> None:
    told = story(*CASES[name])
    hidden = Hidden(everything(told))
    for t in (0.5, told.timeline.steps / 2, told.timeline.steps):
        figure = stage(told, t, hidden)
        for grid in figure.grids("output"):
            inside = [
                (row - grid.first[0], col - grid.first[1])
                for row, col in hidden.cells
                if 0 <= row - grid.first[0] < grid.marks.shape[0]
                and 0 <= col - grid.first[1] < grid.marks.shape[1]
            ]
            assert all(grid.marks[cell] & Mark.EMPTY for cell in inside)
        moment = held(Story(**{**vars_of(told), "hidden": hidden.cells}), told.timeline.at(t))
        assert all(moment.reached(phase) == 0 for phase in GIVING_AWAY if phase in moment.order)


def vars_of(told: Story) -> dict[str, object]:
    names = ("scene", "source", "operation", "spec", "operands", "shape", "timeline")
    return {name: getattr(told, name) for name in names}


def told_step() -> Story:
    """Sobel on 8 × 8 noise, all of the output on the stage."""
    return story(scene(padding="valid"), SMALL)


def words_of(figure: Figure) -> list[str]:
    return [tr(item.text) for item in figure.items if isinstance(item, Text)]


def test_nothing_hidden_is_what_the_lab_draws() -> None:
    told = told_step()
    shown = stage(told, 3.9, Hidden())
    assert tr(shown.sentence) == tr(
        lab_of(told.scene).draw(told, told.timeline.at(3.9), Look(STAGE)).sentence
    )
    assert not any(text == "?" for text in words_of(shown))


def test_a_hidden_cell_has_a_question_mark_and_no_sum() -> None:
    told = told_step()
    shown, hidden = stage(told, 3.9, Hidden()), stage(told, 3.9, Hidden(frozenset({(0, 3)})))
    value = f" = {parts.shown(told.step(3).value)}"
    assert any(text.endswith(value) for text in words_of(shown))
    assert not any(text.endswith(value) for text in words_of(hidden))
    assert words_of(hidden).count("?") == 1
    assert hidden.sentence == SENTENCE
    assert tr(SENTENCE) in words_of(hidden)
    products = hidden.grids("products")[0]
    assert (products.marks & Mark.EMPTY).all()


def test_the_sentence_tells_nothing_from_the_beginning_of_the_step_on() -> None:
    told = told_step()
    for t in (3.0, 3.05, 3.2, 3.95):
        assert stage(told, t, Hidden(frozenset({(0, 3)}))).sentence == SENTENCE


def test_other_cells_are_shown_as_ever() -> None:
    told = told_step()
    shown, hidden = stage(told, 2.9, Hidden()), stage(told, 2.9, Hidden(frozenset({(5, 5)})))
    assert hidden.sentence == shown.sentence
    before, after = (figure.grids("output")[0].marks for figure in (shown, hidden))
    assert (before == after).all(), "a cell that no step has reached is empty anyway"


def test_a_pointer_on_a_hidden_cell_learns_nothing() -> None:
    told = told_step()
    hidden = Hidden(frozenset({(0, 0)}))
    spot = Spot("output", 0, 0)
    assert tr(stage(told, 5.9, hidden, spot).sentence) == tr(stage(told, 5.9, hidden).sentence)
    assert tr(stage(told, 5.9, Hidden(), spot).sentence) != tr(stage(told, 5.9, Hidden()).sentence)


def test_before_a_step_gives_anything_away_it_plays_as_ever() -> None:
    told = told_step()
    moment = told.timeline.at(3.05)
    veiled = Story(**{**vars_of(told), "hidden": frozenset({(0, 3)})})
    assert held(veiled, moment) is moment


@pytest.mark.parametrize("name", ["plain", "max pooling", "a whole layer", "dense"])
def test_while_a_window_slides_to_a_hidden_cell_nothing_is_said_of_it(name: str) -> None:
    told = story(*CASES[name])
    _, row, col = told.cell(0)
    figure = stage(told, 0.0, Hidden(frozenset({(row, col)})))
    assert figure.sentence == SENTENCE
    assert tr(stage(told, 0.0, Hidden()).sentence) not in words_of(figure)


def test_what_a_layer_costs_is_not_said_beside_its_stage_while_it_is_asked() -> None:
    told = story(*CASES["groups"])
    said, silent = (" ".join(words_of(stage(told, 0.5, hidden))) for hidden in (Hidden(), Hidden(facts=True)))
    for words in ("weights", "MACs"):
        assert words in said
        assert words not in silent
    products = "27 products"  # the parameters but for the bias
    colours = story(scene(mix="sum", padding="valid"), COLOUR)
    assert products in tr(stage(colours, 0.5, Hidden()).sentence)
    assert stage(colours, 0.5, Hidden(facts=True)).sentence == OF_LAYER


def test_the_legend_does_not_tell_the_least_and_the_largest() -> None:
    told = told_step()
    assert [g for g in stage(told, 3.9, Hidden()).grids("legend") if g.values.size > 1]
    hidden = stage(told, 3.9, Hidden(everything(told)))
    assert not [g for g in hidden.grids("legend") if g.values.size > 1]
    most = parts.shown(float(np.abs(told.values(told.region(0))).max()))
    assert most not in words_of(hidden)


def test_the_legend_of_a_heading_left_of_its_output_does_not_tell_them_either() -> None:
    told = story(scene(mix="sum", padding="valid", region=Region(0, 0, 1, 1)), COLOUR)
    hidden = Look(Size(740, 420), hidden=Hidden(everything(told)))
    for look, count in ((Look(hidden.size), 1), (hidden, 0)):
        figure = draw(lab_of(told.scene), told, told.timeline.at(0.9), look)
        ramps = [grid for grid in figure.grids("legend") if grid.values.size > 1]
        assert len(ramps) == count
        assert all(ramp.x < figure.grids("output")[0].x for ramp in ramps)


def test_blank_cells_are_left_to_be_filled_in() -> None:
    told = told_step()
    assert "?" not in words_of(stage(told, 3.9, Hidden(everything(told), marked=False)))


def test_a_hidden_size_lies_behind_a_curtain() -> None:
    told = told_step()
    figure = stage(told, 3.9, Hidden(size=True))
    output = figure.grids("output")[0]
    curtains = [
        (n, item) for n, item in enumerate(figure.items) if isinstance(item, Panel) and item.role == "card"
    ]
    assert len(curtains) == 1
    n, curtain = curtains[0]
    box = curtain.box
    assert n > figure.items.index(output)
    assert box.x <= output.box.x
    assert box.right >= output.box.right
    assert box.bottom >= output.box.bottom
    assert box.y == 0
    assert figure.sentence == SENTENCE


def test_the_last_cell_is_not_named_where_it_would_tell_the_size() -> None:
    told = told_step()
    end = float(told.timeline.steps)
    assert any(word.startswith("y[5,5] = ") for word in words_of(stage(told, end, Hidden(facts=True))))
    veiled = words_of(stage(told, end, Hidden(size=True)))
    assert any(word.startswith("y[?,?] = ") for word in veiled)
    assert not any("5,5" in word for word in veiled)


def heads_of(figure: Figure) -> list[str]:
    """What each formula begins with."""
    follows = zip(figure.items, figure.items[1:], strict=False)
    return [
        tr(text.text)
        for strip, text in follows
        if isinstance(strip, Panel) and strip.role == "strip" and isinstance(text, Text)
    ]


@pytest.mark.parametrize("name", SMALL_CASES)
def test_where_the_size_is_asked_no_formula_tells_of_which_cell_it_is(name: str) -> None:
    told = story(*CASES[name])
    last = told.timeline.steps - 1
    for part in (0.05, 0.4, 0.99):
        first, end = (heads_of(stage(told, step + part, Hidden(size=True))) for step in (0, last))
        assert first == end
        assert first


def test_nor_does_an_index_in_what_was_unpooled() -> None:
    told = story(*CASES["unpooling overlapping windows"])
    end = told.timeline.steps - 0.01
    row, col = told.cell(told.timeline.steps - 1)[1:]
    index = row * told.shape[2] + col
    shown, hidden = (strip_of(stage(told, end, each)) for each in (Hidden(), Hidden(size=True)))
    assert f"{row}·{told.shape[2]} + {col} = {index}:  " in shown
    assert f"  → y[{row},{col}] = " in shown
    assert any(text.endswith(f" {index}") for text in shown)
    assert "?·? + ? = ?:  " in hidden
    assert "  → y[?,?] = " in hidden
    assert not [text for text in hidden if str(index) in text]


def test_a_stage_without_an_output_has_no_curtain() -> None:
    of, source = CASES["plain"]
    told = story(of, source)

    class Bare:
        def draw(self, story: Story, moment: object, look: Look) -> Figure:
            return Figure(look.size, (), parts.msg("Nothing."))

    figure = draw(Bare(), told, told.timeline.at(0), Look(STAGE, hidden=Hidden(size=True)))  # type: ignore[arg-type]
    assert figure.items == ()


def test_what_is_never_read_is_not_hatched_while_that_is_asked() -> None:
    told = story(scene(padding="valid", stride=(3, 3), dilation=(2, 2)), SMALL)

    def hatched(figure: Figure) -> bool:
        return any(
            bool((item.marks & Mark.UNREAD).any()) for item in figure.items if isinstance(item, Grid)
        ) or tr(parts.UNREAD_KEY.text) in words_of(figure)

    assert hatched(stage(told, 1.9, Hidden()))
    assert not hatched(stage(told, 1.9, Hidden(unread=True)))


def test_right_cells_are_framed() -> None:
    told = told_step()
    figure = stage(told, 35.9, Hidden(right=frozenset({(2, 3)})))
    frames = [item for item in figure.items if isinstance(item, Outline) and item.role == "lit"]
    assert [frame.box for frame in frames] == [figure.grids("output")[0].cell_box(2, 3)]


def covers(figure: Figure) -> list[Panel]:
    return [item for item in figure.items if isinstance(item, Panel) and item.role == "card"]


def others(figure: Figure) -> list[Grid]:
    grids = [item for item in figure.items if isinstance(item, Grid)]
    return [grid for grid in grids if grid.name not in ("input", "legend")]


@pytest.mark.parametrize("name", ["dense", "columns"])
def test_a_hidden_stage_shows_the_input_and_nothing_else(name: str) -> None:
    told = story(*CASES[name])
    shown, figure = stage(told, 0.9, Hidden()), stage(told, 0.9, Hidden(stage="but input"))
    source = figure.grids("input")[0]
    below, beside = (cover.box for cover in covers(figure)[-2:])
    assert source.box.bottom <= below.y
    assert source.box.right <= beside.x
    assert (below.x, below.right, below.bottom) == (0, figure.size.w, figure.size.h)
    assert (beside.y, beside.right) == (0, figure.size.w)
    assert len(others(shown)) >= 3
    assert all(grid.x >= beside.x or grid.y >= below.y for grid in others(shown))
    signs = [text for text in words_of(shown) if text in ("×", "=")]
    assert ("×" in signs) == (name == "dense")
    assert not [text for text in words_of(figure) if text in ("×", "=")]
    assert figure.sentence == SENTENCE
    assert words_of(figure)[-2:] == ["?", tr(SENTENCE)]


def test_what_stands_below_the_grids_can_be_hidden_alone() -> None:
    told = story(*CASES["dense"])
    shown, figure = stage(told, 0.9, Hidden()), stage(told, 0.9, Hidden(stage="below"))
    cover = covers(figure)[-1].box
    assert (cover.x, cover.right, cover.bottom) == (0, figure.size.w, figure.size.h)
    assert all(grid.box.bottom <= cover.y for grid in others(figure))
    counts = [item for item in shown.items if isinstance(item, Text) and "Dense" in tr(item.text)]
    assert counts
    assert all(item.y > cover.y for item in counts)
    assert words_of(figure)[-1] == tr(SENTENCE)


def test_a_stage_that_tells_everything_is_hidden_whole() -> None:
    told = story(*CASES["a stack"])
    figure = stage(told, 0.9, Hidden(stage="all"))
    assert not [item for item in figure.items if isinstance(item, Grid)]
    assert words_of(figure) == ["?", tr(SENTENCE)]
    assert covers(figure)[0].box.w == figure.size.w


def test_a_legend_left_of_the_output_is_the_outputs_as_well() -> None:
    """Below the sum of channels the heading begins left of the output."""
    told = story(scene(mix="sum", padding="valid", show="stretch"), COLOUR)
    shown, hidden = (stage(told, 0.9, each, size=HIGH) for each in (Hidden(), Hidden(everything(told))))
    (output,) = shown.grids("output")
    (ramp,) = (legend for legend in shown.grids("legend") if legend.scale == output.scale)
    (name,) = (item for item in shown.items if isinstance(item, Text) and tr(item.text) == "Output")
    assert name.x < output.x
    ends = {parts.shown(parts.round_to(end)) for end in (output.scale.low, output.scale.high)}
    assert ends <= {*words_of(shown)}
    assert not ends & {*words_of(hidden)}
    assert ramp.x not in [legend.x for legend in hidden.grids("legend")]


def test_a_cover_begins_where_the_outputs_heading_does() -> None:
    told = story(scene(mix="sum", padding="valid"), COLOUR)
    figure = stage(told, 0.9, Hidden(size=True), size=HIGH)
    (name,) = (item for item in figure.items if isinstance(item, Text) and tr(item.text) == "Output")
    (output,) = figure.grids("output")
    assert name.x < output.x
    head, body = (cover.box for cover in covers(figure)[-2:])
    assert head.x < name.x
    assert head.bottom <= body.y
    assert body.x < output.x
    (sigma,) = (item.box for item in figure.items if isinstance(item, Panel) and item.role == "window_fill")
    assert head.bottom <= sigma.y
    assert sigma.bottom <= body.y, "what products are added into is not the output"


@pytest.mark.parametrize("size", [Size(714, 400), Size(520, 420)])
def test_a_cover_below_a_sum_leaves_the_lines_that_come_to_it(size: Size) -> None:
    told = story(scene(drawn(5, 5), mix="sum", padding="valid", region=Region(0, 0, 6, 6)), COLOUR)
    figure = stage(told, 0.9, Hidden(size=True), size=size)
    (sigma,) = (item.box for item in figure.items if isinstance(item, Panel) and item.role == "window_fill")
    assert sigma.bottom <= figure.grids("output")[0].y, "the sum stands above the output"
    lines = [item for item in figure.items if isinstance(item, Curve) and item.end[0] == sigma.x]
    assert max(line.start[1] for line in lines) > sigma.bottom, "some come from below"
    assert all(cover.box.x > sigma.x - 3 for cover in covers(figure) if cover.box.bottom > sigma.y)


def test_beside_a_colour_picture_the_cover_leaves_all_of_it() -> None:
    told = story(unrolled(mix="sum"), COLOUR)
    figure = stage(told, 0.9, Hidden(stage="but input"))
    inputs = figure.grids("input")
    assert len(inputs) == 3
    assert covers(figure)[-1].box.x >= max(grid.box.right for grid in inputs)


def strip_of(figure: Figure) -> list[str]:
    return [tr(i.text) for i in figure.items if isinstance(i, Text) and i.role.startswith("strip")]


def test_hidden_terms_are_neither_in_the_formula_nor_in_the_padding() -> None:
    told = story(scene(padding=(1, 1, 1, 1), padding_mode="reflect"), SMALL)
    cell = frozenset({(0, 0)})
    shown, hidden = (stage(told, 0.9, each) for each in (Hidden(cell), Hidden(cell, terms=True)))
    assert strip_of(stage(told, 1.9, Hidden(cell, terms=True))) == strip_of(stage(told, 1.9, Hidden()))
    assert len(strip_of(shown)) > 3
    assert strip_of(hidden) == ["y[0,0] = ", "?"]
    before, after = shown.grids("input")[0].marks, hidden.grids("input")[0].marks
    copies = before & Mark.COPY > 0
    assert copies.any()
    assert (after[copies] & Mark.EMPTY > 0).all()
    assert (after[~copies] == before[~copies]).all()


def test_what_reaches_a_cell_is_not_singled_out_where_it_is_asked() -> None:
    told = story(transposed(region=Region(0, 0, 9, 9)), SMALL)
    cell = told.cell(20)[1:]
    asked = Hidden(frozenset({cell}), terms=True)
    for t in (20.1, 20.6, 20.99):
        hidden = stage(told, t, asked)
        assert not (hidden.grids("input")[0].marks & Mark.TAP).any()
        assert (hidden.grids("products")[0].marks == Mark.EMPTY).all()
        assert not [item for item in hidden.items if isinstance(item, Outline) and item.dashed]
        assert strip_of(hidden) == [f"y[{cell[0]},{cell[1]}] = ", "?"]
    assert (stage(told, 20.6, Hidden()).grids("input")[0].marks & Mark.TAP).any()


@pytest.mark.parametrize("heat", [False, True])
def test_how_often_pixels_have_been_read_is_not_counted_where_it_is_asked(heat: bool) -> None:
    told = story(unrolled(heat=heat, region=Region(0, 0, 3, 3)), SMALL)
    shown, hidden = (stage(told, 4.9, each).grids("input")[0] for each in (Hidden(), Hidden(counts=True)))
    assert shown.labels if heat else shown.over
    assert (hidden.marks & Mark.EMPTY).all() if heat else hidden.labels
    assert hidden.over is None


def test_a_pointer_is_not_told_what_the_padding_copies() -> None:
    told = story(scene(padding=(1, 1, 1, 1), padding_mode="reflect"), SMALL)
    spot = Spot("input", -1, -1)
    arrows = [
        [item for item in stage(told, 0.9, Hidden(frozenset({(0, 0)}), terms=terms), spot).items
         if isinstance(item, Curve) and item.role == "lit"]
        for terms in (False, True)
    ]  # fmt: skip
    assert [len(found) for found in arrows] == [1, 0]


def test_what_is_kept_back_with_a_sentence_is_not_to_be_had_from_the_pictures() -> None:
    assert Hidden(said=True).pictures
    assert Hidden(facts=True, stage="but input").pictures, "its columns are the output's cells"
    assert not Hidden(facts=True).pictures


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        (Hidden(size=True), True),
        (Hidden(facts=True, stage="but input"), True),
        (Hidden(facts=True, stage="all"), True),
        (Hidden(facts=True, stage="below"), False),
        (Hidden(facts=True), False),
    ],
)
def test_which_step_of_how_many_it_is_may_tell_as_well(hidden: Hidden, expected: bool) -> None:
    assert hidden.places == expected
