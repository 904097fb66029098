"""The stage of transposed convolution: stamps add up to what the window gathers, words follow the state."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.figure.figure import Array, Figure, Grid, Mark, Outline, Size, Spot, Text
from convviz.i18n import tr
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.story import Source, Story, kernel_rows
from convviz.labs.transposed_view import gathered, stamped, stamping, usual_counts
from convviz.labs.transposed_words import formula
from convviz.scene.scene import Region, Scene, TransposedLayer, replace
from tests.core.strategies import pairs
from tests.core.test_listing import execute
from tests.labs.scenes import GREY, SMALL, TINY, drawn, figure, noise, story, transposed
from tests.labs.test_window import phase

END = 1e9
PLAIN = transposed(padding=(0, 0), output_padding=(0, 0), region=Region(0, 0, 17, 17))


def sentence(told: Story, t: float = END, spot: Spot | None = None) -> str:
    return tr(figure(told, t, spot).sentence)


def only(drawn_: Figure, name: str) -> Grid:
    (grid,) = drawn_.grids(name)
    return grid


def strip(told: Story, t: float = END) -> str:
    """The formula's line."""
    drawn_ = figure(told, t)
    texts = [item for item in drawn_.items if isinstance(item, Text) and item.mono]
    return "".join(tr(item.text) for item in texts)


def with_layer(scene: Scene, **choices: Any) -> Scene:
    return replace(scene, layer=replace(scene.layer, **choices))


# --- both views show the same numbers


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    stride, dilation = draw(pairs(1, 4)), draw(pairs(1, 3))
    added = tuple(draw(st.integers(0, max(s, d) - 1)) for s, d in zip(stride, dilation, strict=True))
    corner, size = draw(pairs(0, 12)), draw(pairs(1, 6))
    return transposed(
        drawn(*draw(pairs(1, 4))),
        Region(*corner, *size),
        stride=stride,
        dilation=dilation,
        padding=draw(pairs(0, 3) | st.just("same-tf")),
        output_padding=added,
        bias=draw(st.sampled_from([0.0, 1.5])),
    )


@given(scenes(), st.sampled_from(["region", "image"]))
@settings(max_examples=60, deadline=None)
def test_all_stamps_add_up_to_the_output(scene: Scene, scope: str) -> None:
    told = story(replace(scene, scope=scope))
    for step in (0, told.timeline.steps // 2, told.timeline.steps - 1):
        moment = told.timeline.at(step + 0.999)
        view = stamped(told, moment, None)
        values = told.values(view.region)
        np.testing.assert_allclose(view.sums[view.finished], values[view.finished], atol=1e-3)
        output = lab_of(scene).draw(told, moment, Look(figure(told, 0).size)).grids("output")[0]
        passed = (output.marks & (Mark.EMPTY | Mark.PARTIAL)) == 0
        np.testing.assert_array_equal(passed, view.finished)
    np.testing.assert_allclose(view.sums if scope == "region" else values, values, atol=1e-3)


@given(scenes())
@settings(max_examples=40, deadline=None)
def test_both_views_write_the_same_numbers_in_the_cells(scene: Scene) -> None:
    told, window = story(scene), story(with_layer(scene, view="gather"))
    np.testing.assert_array_equal(
        only(figure(told, END), "output").values, only(figure(window, END), "output").values
    )
    counted = [with_layer(scene, cells="overlaps", view=view) for view in ("stamp", "gather")]
    stamps, window_counts = (only(figure(story(each), END), "output").values for each in counted)
    np.testing.assert_array_equal(stamps, window_counts)


def test_the_stretched_input_has_zeros_between_its_cells() -> None:
    told = story(with_layer(PLAIN, view="gather"))
    view = gathered(told, told.timeline.at(END), None)
    inside = view.input_values[0, 2:-2, 2:-2]
    np.testing.assert_array_equal(inside[::2, ::2], SMALL.planes[0])
    assert not inside[1::2].any()
    assert not inside[:, 1::2].any()
    ghosts = (view.input_marks & Mark.GHOST) > 0
    assert ghosts.sum() == ghosts.size - 64
    assert view.extent == (15, 15)


# --- stamping


def test_a_stamp_is_set_when_its_first_cell_is_reached() -> None:
    told = story(PLAIN)
    begun = stamped(told, told.timeline.at(phase(told, "slide")), None)
    assert not begun.is_set.any()
    first = stamped(told, told.timeline.at(phase(told, "multiply")), None)
    assert np.argwhere(first.is_set).tolist() == [[0, 0]]
    assert first.fresh
    second = stamped(told, told.timeline.at(phase(told, "multiply", step=1)), None)
    assert np.argwhere(second.is_set).tolist() == [[0, 0]]
    assert not second.fresh
    third = stamped(told, told.timeline.at(phase(told, "write", step=2)), None)
    assert np.argwhere(third.is_set).tolist() == [[0, 0], [0, 1]]


def test_beyond_the_animation_lie_sums_that_are_not_finished() -> None:
    told = story(PLAIN)
    output = only(figure(told, 0.99), "output")
    x = float(SMALL.planes[0, 0, 0])
    assert output.values[:3, :3].tolist() == [[x] * 3] * 3
    partial = (output.marks & Mark.PARTIAL) > 0
    assert partial[:3, :3].sum() == 8
    assert partial.sum() == 8
    assert ((output.marks & Mark.EMPTY) > 0).sum() == output.values.size - 9


def test_the_key_to_those_sums_has_room_on_a_small_stage() -> None:
    told = story(with_layer(PLAIN, stride=(1, 1), padding=(0, 0), output_padding=(0, 0)))
    texts = [
        tr(item.text) for item in figure(told, 0.99, size=Size(714, 389)).items if isinstance(item, Text)
    ]
    assert {"written", "sum so far"} <= set(texts)
    less = with_layer(PLAIN, stride=(1, 1), padding=(2, 2), output_padding=(0, 0))
    drawn_ = figure(story(less, Source("seven", SMALL.planes[:, :7, :7], 255.0)), 0.99, size=Size(714, 389))
    assert {"written", "so far"} <= {tr(item.text) for item in drawn_.items if isinstance(item, Text)}


def test_the_cell_at_hand_holds_what_the_formula_has_added() -> None:
    told = story(with_layer(PLAIN, bias=0.5))
    step = 2 * 17 + 2  # row 2, column 2: four stamps overlap
    terms = [float(SMALL.planes[0][place]) for place in ((0, 0), (0, 1), (1, 0), (1, 1))]
    for name, part, terms_passed in (
        ("slide", 0.0, 0), ("lift", 0.9, 0), ("multiply", 0.2, 0), ("multiply", 0.3, 1),
        ("multiply", 0.6, 2), ("multiply", 0.99, 3), ("write", 0.1, 4),
    ):  # fmt: skip
        output = only(figure(told, phase(told, name, part, step)), "output")
        assert bool(output.marks[2, 2] & Mark.EMPTY) == (terms_passed == 0)
        assert output.values[2, 2] == sum(terms[:terms_passed]) + 0.5 * (terms_passed == 4)
    counted = story(with_layer(PLAIN, cells="overlaps"))
    assert only(figure(counted, phase(counted, "multiply", 0.6, step)), "output").values[2, 2] == 2


def test_a_new_stamp_falls_onto_the_output() -> None:
    told = story(PLAIN)
    assert figure(told, phase(told, "lift")).grids("flying")
    falling = figure(told, phase(told, "lift", step=2))  # another term comes first: its frame alone
    assert not falling.grids("flying")
    frames = [item.box for item in falling.items if isinstance(item, Outline) and item.role == "window"]
    stamp = only(falling, "products").box
    assert any(stamp.right < box.right < only(falling, "output").cell_box(0, 4).right for box in frames)
    assert not figure(told, phase(told, "lift", step=1)).grids("flying")
    assert not figure(told, phase(told, "multiply", step=2)).grids("flying")


@pytest.mark.parametrize("spot", [None, Spot("output", 0, 0)])
def test_a_new_stamp_waits_for_its_term_in_the_formula(spot: Spot | None) -> None:
    told = story(replace(PLAIN, region=Region(0, 0, 6, 6)))
    one, two = SMALL.planes[0, 0, :2].astype(float)
    for name, part, neighbours in (
        ("slide", 0.5, [one, 0]), ("lift", 0.9, [one, 0]), ("multiply", 0.4, [one, 0]),
        ("multiply", 0.9, [one, 0]), ("write", 0.0, [one + two, two]),
    ):  # fmt: skip
        output = only(figure(told, phase(told, name, part, step=2), spot), "output")
        assert output.values[1, 2:4].tolist() == neighbours
        assert bool(output.marks[1, 3] & Mark.EMPTY) == (name != "write")
    counted = story(with_layer(told.scene, cells="overlaps"))
    output = only(figure(counted, phase(counted, "multiply", 0.9, step=2), spot), "output")
    assert output.values[:2, 2:4].tolist() == [[1, 0], [1, 0]]


def test_the_outlines_of_overlapping_stamps_can_be_told_apart() -> None:
    told = story(replace(PLAIN, region=Region(0, 0, 7, 7)))
    drawn_ = figure(told, phase(told, "multiply", 0.6, step=2 * 7 + 2))
    box = only(drawn_, "output").box
    frames = [item for item in drawn_.items if isinstance(item, Outline) and item.role == "window"]
    there = [item for item in frames if box.holds(*item.box.center)]
    assert [item.dashed for item in there] == [True, True, True, False]
    sides = [side for item in there for side in {("x", item.box.x), ("x", item.box.right)}]
    assert len(set(sides)) == 4 + 2  # two columns of stamps, each dashed and, of one, whole
    many = story(transposed(drawn(3, 3), stride=(1, 1), output_padding=(0, 0)))
    drawn_ = figure(many, phase(many, "multiply", 0.6, step=3 * 7 + 3))
    box = only(drawn_, "output").box
    frames = [item for item in drawn_.items if isinstance(item, Outline) and item.role == "window"]
    assert [item.dashed for item in frames if box.holds(*item.box.center)] == [False]


def test_of_a_stamp_that_hangs_over_the_stage_a_frame_falls() -> None:
    told = story(transposed(dilation=(2, 2)))
    drawn_ = figure(told, phase(told, "lift"))
    assert not drawn_.grids("flying")
    box = only(drawn_, "output").box
    frames = [item.box for item in drawn_.items if isinstance(item, Outline) and item.role == "window"]
    assert all(frame.right <= box.right + 0.5 and frame.bottom <= box.bottom + 0.5 for frame in frames)


def test_the_stamps_that_overlap_are_gone_through() -> None:
    told = story(PLAIN)
    step = 2 * 17 + 2  # row 2, column 2: four stamps overlap
    seen = [
        stamped(told, told.timeline.at(phase(told, "multiply", n, step)), None) for n in (0.1, 0.3, 0.6, 0.9)
    ]
    assert [view.current for view in seen] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [view.weight for view in seen] == [(2, 2), (2, 0), (0, 2), (0, 0)]
    assert [view.lit_inputs(0) for view in seen] == [[(0, 0)], [(0, 1)], [(1, 0)], [(1, 1)]]
    assert seen[0].taps == 4


def test_each_input_that_reaches_the_cell_carries_its_weight() -> None:
    told = story(with_layer(PLAIN, filters=((drawn(3, 3),),)))
    source = only(figure(told, phase(told, "write", step=2 * 17 + 2), size=figure(told, 0).size), "input")
    taps = np.argwhere(source.marks & Mark.TAP).tolist()
    assert taps == [[0, 0], [0, 1], [1, 0], [1, 1]]
    large = story(replace(with_layer(PLAIN, filters=((drawn(3, 3),),)), region=Region(0, 0, 5, 5)))
    source = only(figure(large, phase(large, "write", step=2 * 5 + 2)), "input")
    assert source.corners is None or source.corners[0][0]


def test_corners_show_where_there_is_room() -> None:
    told = story(replace(PLAIN, region=Region(0, 0, 3, 3)))
    source = only(figure(told, 0.9), "input")
    assert source.corners
    assert source.corners[0] == ["1", ""]
    assert only(figure(told, 0.01), "input").corners is None


def test_stamps_cut_off_by_the_padding_are_never_read() -> None:
    told = story(transposed(padding=(5, 5)))
    view = stamped(told, told.timeline.at(END), None)
    assert stamping(told, Region(0, 0, 7, 7)) == Region(2, 2, 4, 4)
    assert not (view.input_marks & Mark.UNREAD).any()
    lost = story(
        transposed(drawn(2, 1), dilation=(5, 1), stride=(1, 2), padding=(2, 0), output_padding=(0, 0)), TINY
    )  # rows 0 and 1 are stamped on rows −2 and 3, −1 and 4 of an output of 3 rows
    assert (only(figure(lost, END), "input").marks & Mark.UNREAD).all()
    assert sentence(lost, spot=Spot("input", 1, 2)) == (
        "The padding cuts off all of the stamp of row 1, column 2."
    )


def test_where_no_stamp_falls_the_nearest_input_is_on_the_stage() -> None:
    told = story(
        transposed(drawn(1, 1), Region(3, 3, 1, 1), stride=(4, 4), padding=(0, 0), output_padding=(3, 3))
    )
    assert stamping(told, Region(3, 3, 1, 1)) == Region(0, 0, 1, 1)
    assert sentence(told) == "No stamp reaches row 3, column 3: it stays 0."
    assert strip(told) == "y[3,3] = 0"
    biased = story(with_layer(told.scene, bias=-2.0))
    assert strip(biased) == "y[3,3] = 0 − 2 = −2"
    assert strip(biased, 0.0) == "y[3,3] = 0 − 2"
    assert "no stamp" in [tr(item.text) for item in figure(told, END).items if isinstance(item, Text)]


def test_the_whole_image_is_stamped_in_its_own_order() -> None:
    told = story(replace(PLAIN, scope="image", region=Region(0, 0, 5, 5)))
    view = stamped(told, told.timeline.at(2 * 17 + 7.99), None)
    assert (view.region.top, view.region.left) == (0, 5)
    row = told.shape[2] * 2
    assert view.set_at[1].tolist() == [row + 4, row + 6, row + 8]


# --- overlaps


def test_where_the_stride_does_not_divide_the_kernel_overlaps_are_a_checkerboard() -> None:
    told = story(with_layer(PLAIN, cells="overlaps"))
    output = only(figure(told, END), "output")
    assert output.values[2:6, 2:6].tolist() == [[4, 2, 4, 2], [2, 1, 2, 1], [4, 2, 4, 2], [2, 1, 2, 1]]
    assert (output.scale.role, output.scale.high) == ("heat", 4)
    assert usual_counts(told.spec) == (1, 4)
    even = story(transposed(drawn(4, 4), cells="overlaps"))
    assert usual_counts(even.spec) == (4, 4)
    assert set(only(figure(even, END), "output").values[2:-2, 2:-2].ravel()) == {4}


def test_how_many_overlap_everywhere_is_told_where_so_many_do() -> None:
    wide, tiny = (
        story(transposed(drawn(3, 3), stride=(1, 1), output_padding=(0, 0)), of) for of in (SMALL, TINY)
    )
    for told, expected in ((wide, True), (tiny, False)):
        explained = tr(lab_of(told.scene).explain(told, told.timeline.at(END)))
        assert ("Away from the edges 9 overlap everywhere" in explained) == expected


def test_overlaps_grow_with_the_stamps() -> None:
    told = story(with_layer(PLAIN, cells="overlaps"))
    counts = only(figure(told, 2.99), "output").values
    assert counts[:3, :5].tolist() == [[1, 1, 2, 1, 1]] * 3
    assert counts.sum() == 18


# --- words


def test_sentences_follow_the_state() -> None:
    told = story(PLAIN)
    assert "stamps overlap" not in sentence(told, 17 + 1.99)
    assert sentence(told, 17 + 1.99).startswith("One stamp alone reaches row 1, column 1: ")
    crowded = sentence(told, 2 * 17 + 2.99)
    assert crowded.startswith("4 stamps overlap at row 2, column 2 and add up to ")
    assert crowded.endswith("Elsewhere 1 to 4 overlap: a checkerboard.")
    even = story(transposed(drawn(4, 4), padding=(0, 0), output_padding=(0, 0), bias=1.0))
    assert "checkerboard" not in sentence(even)
    assert "with bias 1" in sentence(even)
    window = story(with_layer(PLAIN, view="gather"))
    assert sentence(window, 2 * 17 + 2.99).startswith("Input cells meet 4 of 9 taps, zeros the others: ")


def test_what_output_padding_adds_is_told() -> None:
    told = story(transposed(region=Region(15, 0, 1, 16)))
    assert (
        sentence(told) == "Row 15 is added by output_padding: convolution takes 15–16 rows to 8; 16 is meant."
    )
    told = story(transposed(region=Region(0, 15, 1, 1)))
    assert sentence(told).startswith("Column 15 is added by output_padding: convolution takes 15–16 columns")
    dilated = story(
        transposed(
            stride=(1, 1), dilation=(2, 2), output_padding=(1, 1), padding=(0, 0), region=Region(12, 0, 1, 1)
        )
    )
    assert sentence(dilated) == "Row 12 is added by output_padding."


def test_an_input_cell_is_told_where_it_is_stamped() -> None:
    told = story(PLAIN)
    spot = Spot("input", 1, 2)
    x = int(SMALL.planes[0, 1, 2])
    assert sentence(told, END, spot) == (
        f"{x} at row 1, column 2 times the kernel; output cells it is stamped on here: 9."
    )
    output = only(figure(told, END, spot), "output")
    assert np.argwhere(output.marks & Mark.LIT)[[0, -1]].tolist() == [[2, 4], [4, 6]]
    assert only(figure(told, END, spot), "products").values.tolist() == [[x] * 3] * 3


def test_a_cell_of_the_stretched_input_is_told() -> None:
    told = story(with_layer(PLAIN, view="gather"))
    assert sentence(told, END, Spot("stretched", 2, 4)) == (
        "Row 1, column 2 of the input; output cells on the stage whose window meets it: 9."
    )
    assert sentence(told, END, Spot("stretched", 1, 0)).startswith("A zero put between the input's cells")
    assert sentence(told, END, Spot("stretched", -1, 0)).startswith("Padding, 0,")


def test_a_weight_is_told_what_it_meets() -> None:
    told = story(with_layer(PLAIN, filters=((drawn(3, 3),),)))
    x = int(SMALL.planes[0, 1, 1])
    t = 2 * 17 + 2.99
    assert sentence(told, t, Spot("kernel", 0, 0)).startswith(
        f"Weight 0, 0 meets the input at row 1, column 1: {x} × −2 = "
    )
    assert sentence(told, t, Spot("products", 1, 1)) == "Weight 1, 1 of no stamp falls on row 2, column 2."
    assert only(figure(told, t, Spot("kernel", 0, 0)), "kernel").marks[0, 0] & Mark.LIT
    window = story(with_layer(told.scene, view="gather"))
    assert sentence(window, t, Spot("kernel", 2, 2)).startswith(
        "Weight 2, 2 meets the input at row 1, column 1"
    )


def test_a_finished_output_cell_is_shown_as_it_was_made() -> None:
    told = story(PLAIN)
    asked = figure(told, END, Spot("output", 2, 2))
    assert tr(asked.sentence).startswith("4 stamps overlap at row 2, column 2")
    assert not figure(told, 0.99, Spot("output", 16, 16)).grids("flying")
    assert sentence(told, 0.99, Spot("output", 0, 1)).startswith("One stamp alone reaches row 0, column 0")


def test_the_formula_of_stamps_leaves_zeros_out() -> None:
    a, b = (int(n) for n in SMALL.planes[0, 0, :2])
    told = story(PLAIN)
    assert strip(told, 2.99) == f"y[0,2] = ({a}×1) + ({b}×1) = {a + b}"
    window = story(with_layer(PLAIN, view="gather"))
    assert strip(window, 2.99).count("(0×1)") >= 3
    assert strip(told, 2.01).endswith(f"({b}×1)")
    assert list(formula(stamped(told, told.timeline.at(2.5), None), figure(told, 0).grids("output")[0].box))


# --- sizes and programs


def lines(scene: Scene, source: Any = SMALL) -> list[str]:
    told = story(scene, source)
    return [tr(line) for line in lab_of(scene).size_formula(told)]


def test_sizes_there_and_back() -> None:
    assert lines(transposed()) == [
        "o = s(i − 1) + d(k − 1) + 1 − 2p + a",
        "= 2·(8 − 1) + 1·2 + 1 − 2·1 + 1 = 16",
        "conv: 16 × 16 → 8 × 8",
        "also 15 → 8: output pad 1 gives 16",
    ]


def test_sizes_of_both_axes() -> None:
    assert lines(transposed(stride=(1, 3), output_padding=(0, 2)), TINY) == [
        "o = s(i − 1) + d(k − 1) + 1 − 2p + a",
        "rows = 1·(2 − 1) + 1·2 + 1 − 2·1 + 0 = 2",
        "cols = 3·(3 − 1) + 1·2 + 1 − 2·1 + 2 = 9",
        "conv: 2 × 9 → 2 × 3 (7, 8 → 3, too)",
    ]


def test_without_stride_nothing_is_ambiguous() -> None:
    assert len(lines(transposed(stride=(1, 1), output_padding=(0, 0)))) == 3
    more = transposed(stride=(1, 1), dilation=(2, 2), output_padding=(1, 1), padding=(0, 0))
    assert lines(more)[-1] == "conv: 13 × 13 → 9 × 9"


def test_sizes_with_tensorflows_same() -> None:
    assert lines(transposed(padding="same-tf")) == [
        "o = i·s",
        "p₁ + p₂ = max(d(k − 1) + 1 − s, 0), the odd one after",
        "o = 8·2 = 16, p = 0 + 1",
    ]
    assert lines(transposed(padding="same-tf", stride=(1, 5), dilation=(2, 1), output_padding=(1, 1)), TINY)[
        2:
    ] == [
        "rows = 2·1 = 2, p = 2 + 2",
        "cols = 3·5 = 15, p = 0 + 0, 2 added",
    ]


def test_same_is_told_and_what_it_adds() -> None:
    told = story(transposed(padding="same-tf", stride=(4, 5), region=Region(0, 0, 32, 40)))
    assert told.shape == (1, 32, 40)
    said = tr(lab_of(told.scene).explain(told, told.timeline.at(0.0)))
    assert said.endswith(
        "SAME: 8 × 8 times the stride are 32 × 40, and the SAME convolution takes them back."
    )
    for region, start in ((Region(31, 0, 1, 1), "Row 31 is"), (Region(0, 38, 1, 1), "Column 38 is")):
        added = story(transposed(padding="same-tf", stride=(4, 5), region=region))
        assert sentence(added).startswith(f"{start} added by SAME")


def test_output_padding_is_set_aside_by_same() -> None:
    told = story(transposed(padding="same-tf", output_padding=(0, 0)))
    other = story(transposed(padding="same-tf", output_padding=(1, 1)))
    assert told.spec == other.spec


@pytest.mark.parametrize("language", ["NumPy", "OpenCV", "PyTorch"])
def test_the_program_cuts_as_same_does(language: str) -> None:
    told = story(transposed(padding="same-tf", stride=(2, 1), output_padding=(1, 0), bias=2.0), SMALL)
    assert told.spec.trimmed == (1, 0)
    y, _ = execute(lab_of(told.scene).program(told, language))
    np.testing.assert_allclose(y, told.operation.reference(told.spec, *told.operands), rtol=1e-5)


@pytest.mark.parametrize("source", [SMALL, Source("small colour", noise(3, 8, 8), 255.0)])
@pytest.mark.parametrize("language", ["NumPy", "OpenCV", "PyTorch"])
def test_the_program_computes_the_output(language: str, source: Any) -> None:
    told = story(transposed(bias=2.0), source)
    y, printed = execute(lab_of(told.scene).program(told, language))
    np.testing.assert_allclose(y, told.operation.reference(told.spec, *told.operands), rtol=1e-5)
    assert printed.strip()


def test_a_rotated_weight_is_found_where_it_is_seen() -> None:
    for view, cell in (("stamp", (0, 0, 0, 1)), ("gather", (0, 0, 2, 1))):
        told = story(transposed(drawn(3, 3), view=view))
        assert lab_of(told.scene).kernel_cell(told, Spot("kernel", 0, 1)) == cell
        shown_ = only(figure(told, END), "kernel").values
        rows: Array = np.array(kernel_rows(told.scene.layer.filters[0][0]))  # type: ignore[union-attr]
        assert shown_[0, 1] == rows[cell[2:]]


def test_the_default_doubles_a_picture() -> None:
    told = story(Scene(layer=TransposedLayer()), GREY)
    assert told.shape == (1, 600, 800)
    assert lab_of(told.scene).show == "stretch"
