"""What the calculator says: formulas, remarks and answers, and a scene's layer as a stack."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.along import along, first_and_last
from convviz.core.chain_spec import ChainSpec
from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.spec import ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.stacks import Stack, StackLayer, layer_of_kind, shape_after, survey, total
from convviz.core.transposed_spec import TransposedSpec, same_transposed
from convviz.core.unpool_spec import UnpoolSpec
from convviz.i18n import tr
from convviz.labs import LABS
from convviz.labs.as_stack import stack_of
from convviz.labs.calculator import condition, number, remark, size_lines
from convviz.labs.calculator_answers import WANTED, answers, wanted_size
from convviz.labs.lab import Lab
from convviz.labs.story import tell
from convviz.scene.scene import Scene
from tests.core.strategies import CASES, TransposedCase, transposed_cases
from tests.labs.scenes import GREY


def worked(layer: StackLayer, *size: int) -> tuple[str, ...]:
    (row,) = survey(Stack(1, size, (layer,))).rows
    return tuple(map(tr, size_lines(layer, row.before, row.after)))


def said(layer: StackLayer, *size: int) -> str:
    (row,) = survey(Stack(1, size, (layer,))).rows
    return tr(remark(layer, row.before, row.after))


def of(kind: str, axes: int = 1, **choices: Any) -> StackLayer:
    return layer_of_kind(kind, axes, **choices)


@pytest.mark.parametrize(
    ("layer", "size", "lines"),
    [
        (of("conv", 2, padding=1), (7, 7), ("= ⌊(7 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 7",)),
        (of("conv", padding=(1, 2), kernel=4), (7,), ("= ⌊(7 + (1 + 2) − 1·3 − 1) / 1⌋ + 1 = 7",)),
        (
            of("max_pool", 2),
            (7, 8),
            ("rows = ⌊(7 + 2·0 − 1·1 − 1) / 2⌋ + 1 = 3", "cols = ⌊(8 + 2·0 − 1·1 − 1) / 2⌋ + 1 = 4"),
        ),
        (
            of("conv", stride=2, padding="same-tf"),
            (6,),
            ("= ⌈6 / 2⌉ = ⌊(6 + 0 + 1 − 1·2 − 1) / 2⌋ + 1 = 3",),
        ),
        (of("avg_pool", kernel=3, ceil=True), (4,), ("= ⌈(4 + 2·0 − 1·2 − 1) / 2⌉ + 1 = 2",)),
        (of("max_pool", padding=1, ceil=True), (3,), ("= ⌈(3 + 2·1 − 1·1 − 1) / 2⌉ + 1 − 1 = 2",)),
        (of("transposed", stride=2, padding=1, extra=1), (3,), ("= 2·(3 − 1) + 1·2 + 1 − 2·1 + 1 = 6",)),
        (of("unpool", kernel=2, stride=2), (2,), ("= 2·(2 − 1) + 2 − 2·0 = 4",)),
        (of("unpool", kernel=2, stride=2, extra=1), (2,), ("= 2·(2 − 1) + 2 − 2·0 + 1 = 5",)),
        (of("upsample", factor=Fraction(3, 2)), (5,), ("= ⌊5·1.5⌋ = 7",)),
        (
            of("upsample", 3),
            (5, 4, 3),
            ("slices = ⌊5·2⌋ = 10", "rows = ⌊4·2⌋ = 8", "cols = ⌊3·2⌋ = 6"),
        ),
    ],
)
def test_the_formula_with_its_numbers(
    layer: StackLayer, size: tuple[int, ...], lines: tuple[str, ...]
) -> None:
    assert worked(layer, *size)[1:] == lines


def test_a_sum_as_it_is_written_comes_to_the_result_behind_it() -> None:
    """The written sum is evaluated as it stands, so no line can say what is not so."""
    for kind in KINDS:
        for size in range(4, 12):
            for ceil in (False, True):
                layer = of(kind, kernel=3, stride=2, padding=1, ceil=ceil)
                sum_, result = worked(layer, size)[1].removeprefix("= ").rsplit(" = ", 1)
                signs = {"·": "*", "−": "-", "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")"}
                program = "".join(signs.get(letter, letter) for letter in sum_)
                assert eval(program, {"floor": math.floor, "ceil": math.ceil}) == int(result)


def test_the_formula_is_rounded_as_its_layer_is() -> None:
    assert worked(of("max_pool"), 8)[0] == "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1"
    assert worked(of("max_pool", ceil=True), 8)[0] == "o = ⌈(i + 2p − d(k − 1) − 1) / s⌉ + 1"
    assert tr(condition(of("max_pool"))) == "s(o − 1) ≤ i + 2p − d(k − 1) − 1 < s·o"
    assert tr(condition(of("max_pool", ceil=True))) == "s(o − 2) < i + 2p − d(k − 1) − 1 ≤ s(o − 1)"


@pytest.mark.parametrize(
    ("layer", "size", "sentence"),
    [
        (of("conv", padding=1), 7,
         "The size is kept: padding adds the 2 cells that a window spanning 3 takes."),
        (of("conv"), 7, "Without enough padding, a window of k taps takes d(k − 1) cells off."),
        (of("conv", stride=2), 7, "Every cell is read: stride 2 takes the last window to the very end."),
        (of("conv", stride=2, padding=1), 6,
         ("Never read, at the end: 1 of 8 cells, padding included. Stride 2 does not divide 5; these strides "
          "do: 1, 5.")),
        (of("max_pool", kernel=3, ceil=True), 4, "The last window hangs over the end by 1."),
        (of("max_pool", padding=1, ceil=True), 3,
         "Rounded up there is one window more, but it would start in the padding: left out."),
        (of("transposed", stride=2, padding=1), 3,
         "A convolution takes 5 to 6 cells to 3; output padding says which comes back."),
        (of("transposed", kernel=2, stride=3), 3,
         "Stride 3 is longer than the window: some cells get nothing."),
        (of("transposed"), 3, "Every input cell stamps the whole window; neighbours lie s cells apart."),
        (of("unpool", kernel=2, stride=2), 2,
         "Pooling takes 4 to 5 cells to 2; unpooling makes the fewest unless told its output_size."),
        (of("unpool", stride=1), 2, "Each maximum goes back to where it was found; the other cells are 0."),
        (of("upsample", factor=Fraction(3, 2)), 5, "5 × 1.5 is no whole number; it is rounded down."),
        (of("upsample"), 5, "Each output cell reads its nearest neighbours in the input."),
    ],
)  # fmt: skip
def test_what_is_most_particular(layer: StackLayer, size: int, sentence: str) -> None:
    assert said(layer, size) == sentence


def told(layer: StackLayer, size: tuple[int, ...], wanted: str | tuple[int, ...]) -> dict[str, str]:
    found = answers(layer, size, wanted_size(wanted, size))
    return {answer.question: tr(answer.text) for answer in found}


def test_answers_for_a_convolution() -> None:
    assert told(of("conv", 2, kernel=5), (32, 32), "same") == {
        "padding": "2", "stride": "none", "kernel": "1", "dilation": "none", "input": "36",
        "exact": "1, 3, 9, 27",
    }  # fmt: skip


def test_answers_differ_along_axes() -> None:
    found = told(of("conv", 2, kernel=4, stride=2), (9, 12), "half")
    assert found["padding"] == "rows 1 + 2, 2 · cols 1, 1 + 2"
    assert found["exact"] == "rows 1, 5 · cols 1, 2, 4, 8"


def test_many_answers_are_told_by_their_ends() -> None:
    assert told(of("conv"), (7,), (1,))["stride"] == "5 or more"
    assert told(of("conv", stride=7), (20,), (2,))["input"] == "10 to 16"
    assert told(of("conv", kernel=1), (361,), "same")["exact"] == "1, 2, 3, 4, 5, 6, 8, 9 …"
    assert told(of("conv", kernel=9), (3,), "same")["exact"] == "none"


def test_answers_for_layers_that_enlarge() -> None:
    doubling = told(of("transposed", stride=2), (5,), "double")
    assert doubling == {
        "padding": "none", "stride": "none", "kernel": "2", "dilation": "none", "extra": "none",
        "both": "padding 1, output padding 1", "input": "none",
    }  # fmt: skip
    assert told(of("transposed"), (5,), (40,))["both"] == "none"
    assert told(of("upsample"), (3,), "double") == {"factor": "2 to below 7/3", "input": "3"}


@given(
    st.sampled_from(list(KINDS)),
    st.lists(st.integers(3, 20), min_size=1, max_size=3),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(WANTED),
)
def test_using_an_answer_makes_the_output_wanted(
    kind: str, size: list[int], k: int, s: int, word: str
) -> None:
    layer = of(kind, len(size), kernel=k, stride=s)
    wanted = wanted_size(word, tuple(size))
    for answer in answers(layer, tuple(size), wanted):
        if answer.choices is not None:
            choices = dict(answer.choices)
            cells = choices.pop("size", tuple(size))
            assert shape_after(replace(layer, **choices), (1, *cells))[1:] == wanted, answer.question


def test_a_half_is_rounded_up_and_numbers_stay() -> None:
    assert wanted_size("half", (7, 8)) == (4, 4)
    assert wanted_size((3, 2), (7, 8)) == (3, 2)
    with pytest.raises(SpecError) as caught:
        wanted_size((3,), (7, 8))
    assert caught.value.code == "axes_differ"


def test_a_scene_as_a_stack() -> None:
    spec = ConvSpec((4, 5), (2, 1), (1, 2, 0, 3), (1, 2), in_channels=4, out_channels=6, groups=2)
    stack = stack_of(spec, (4, 30, 20))
    assert stack == Stack(
        4, (30, 20),
        (of("conv", 2, kernel=(4, 5), stride=(2, 1), padding=((1, 2), (0, 3)), dilation=(1, 2), filters=6,
            groups=2),),
    )  # fmt: skip
    pool = stack_of(PoolSpec("avg", (3, 3), (2, 2), (1, 0), ceil_mode=True), (3, 9, 9))
    assert pool == Stack(
        3, (9, 9), (of("avg_pool", 2, kernel=(3, 3), stride=(2, 2), padding=((1, 1), (0, 0)), ceil=True),)
    )
    assert stack_of(PoolSpec(dilation=(2, 2)), (3, 9, 9)).layers[0].dilation == (2, 2)
    assert stack_of(object(), (3, 9, 9)) is None


def test_a_scenes_other_layers_are_taken_over() -> None:
    transposed = TransposedSpec((3, 4), (2, 1), (1, 0), (1, 0), (1, 2), channels=3)
    assert stack_of(transposed, (3, 9, 8)) == Stack(
        3, (9, 8),
        (of("transposed", 2, kernel=(3, 4), stride=(2, 1), padding=((1, 1), (0, 0)), extra=(1, 0),
            dilation=(1, 2), filters=3, groups=3),),
    )  # fmt: skip
    resize = ResizeSpec("bicubic", (1 / 3, 1.1), align_corners=True)
    assert stack_of(resize, (3, 9, 8)) == Stack(
        3, (9, 8), (of("upsample", 2, factor=(Fraction(1, 3), Fraction(11, 10)), mode="cubic"),)
    )
    signal = Conv1dSpec((1, 5), (1, 2), (0, 0, 3, 1), (1, 2), in_channels=2, out_channels=4, groups=2)
    assert stack_of(signal, (2, 7, 30)) == Stack(
        2, (30,), (of("conv", kernel=5, stride=2, padding=((3, 1),), dilation=2, filters=4, groups=2),)
    )


def test_unpooling_is_pooling_and_the_way_back() -> None:
    spec = UnpoolSpec((3, 2), (3, 2), (1, 0), (9, 8))
    window = {"kernel": (3, 2), "stride": (3, 2), "padding": ((1, 1), (0, 0))}
    assert stack_of(spec, (3, 9, 8)) == Stack(
        3, (9, 8), (of("max_pool", 2, **window), of("unpool", 2, extra=(2, 0), **window))
    )


def test_a_whole_layer_is_two_of_a_stack() -> None:
    conv = ConvSpec((5, 5), padding="same", in_channels=3, out_channels=8)
    first = of("conv", 2, kernel=5, padding=2, filters=8)
    assert stack_of(ChainSpec(conv, PoolSpec("avg", (2, 2), (2, 2))), (3, 9, 8)) == Stack(
        3, (9, 8), (first, of("avg_pool", 2))
    )
    assert stack_of(ChainSpec(conv, PoolSpec("max", (1, 1), (1, 1))), (3, 9, 8)) == Stack(3, (9, 8), (first,))


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.title)
def test_every_labs_numbers_are_taken_over_that_has_a_formula(lab: Lab) -> None:
    told = tell(Scene(layer=lab.default), GREY, lab)
    assert (stack_of(told.spec, told.x.shape) is None) == (lab.operation == "dense")


@given(st.data())
def test_it_makes_of_them_what_the_scene_shows(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(CASES.keys() - {"dense"})))
    case = data.draw(CASES[key])
    shape = OPERATIONS[key].output_shape(case.spec, case.x.shape)
    stack = stack_of(case.spec, case.x.shape)
    axes = len(stack.size)
    assert survey(stack).rows[-1].after == (1 if axes == 3 else shape[0], *shape[-axes:])


@given(st.data())
def test_its_costs_are_those_of_the_scene(data: st.DataObject) -> None:
    """MACs, and the operations of what multiplies nothing, counted apart in both places."""
    key = data.draw(st.sampled_from(sorted(CASES.keys() - {"dense"})))
    case = data.draw(CASES[key])
    cost = OPERATIONS[key].cost(case.spec, case.x.shape)
    stack = stack_of(case.spec, case.x.shape)
    rows = case.x.shape[1] if len(stack.size) == 1 else 1  # each is a signal of its own
    whole = total(survey(stack).rows)
    assert (whole.weights, rows * whole.macs, rows * whole.operations) == (
        cost.weights,
        cost.macs,
        cost.operations,
    )


def test_pooling_compares_and_adds_but_multiplies_nothing() -> None:
    """As in published counts of MACs, which leave pooling out: 0, and 4 operations for each block of 4."""
    for spec in (PoolSpec(), PoolSpec("avg"), ResizeSpec("area", (0.5, 0.5))):
        (row,) = survey(stack_of(spec, (3, 32, 32))).rows
        assert (row.cost.macs, row.cost.operations) == (0, 3 * 32 * 32)


@given(transposed_cases())
def test_it_sees_as_far_as_a_transposed_scene_does(case: TransposedCase) -> None:
    shape = OPERATIONS["conv_transpose2d"].output_shape(case.spec, case.x.shape)
    (row,) = survey(stack_of(case.spec, case.x.shape)).rows
    for axis, seen, s in zip(
        along(case.spec, case.x.shape[1:], shape[1:]), row.fields, case.spec.stride, strict=True
    ):
        first, last = first_and_last(axis, 0, 1)
        assert seen.jump == Fraction(1, s)
        assert seen.start in (None, first)
        assert seen.size <= last + 1 - first
        assert seen.size == last + 1 - first or axis.o < s


def test_factors_are_written_as_they_are_typed() -> None:
    assert [number(Fraction(*f)) for f in ((2, 1), (3, 2), (7, 3), (1, 8))] == ["2", "1.5", "7/3", "0.125"]


def test_a_transposed_layer_with_tensorflows_same() -> None:
    layer = layer_of_kind("transposed", 2, kernel=3, stride=2, padding="same-tf")
    (row,) = survey(Stack(1, (7, 7), (layer,))).rows
    assert row.after == (1, 14, 14)
    told = [str(line) for line in size_lines(layer, row.before, row.after)]
    assert told == ["o = s·i, p₁ + p₂ = max(d(k − 1) + 1 − s, 0)", "= 2·7 = 14"]
    assert str(condition(layer)) == "s·i = o"
    assert str(remark(layer, row.before, row.after)).startswith("SAME cuts off 0 before and 1 after")
    short = layer_of_kind("transposed", 2, kernel=1, stride=3, padding="same-tf")
    assert "longer than the window" in str(remark(short, (1, 7, 7), (1, 21, 21)))
    found = {answer.question: str(answer.text) for answer in answers(layer, (7, 7), (14, 14))}
    assert (found["stride"], found["input"], found["extra"]) == ("2", "7", "none")


def test_an_unevenly_cut_scene_is_taken_over_as_same() -> None:
    spec = TransposedSpec((3, 3), (2, 2), **same_transposed((3, 3), (2, 2), (1, 1)))
    stack = stack_of(spec, (1, 8, 8))
    assert stack.layers[0].padding == "same-tf"
    assert survey(stack).rows[0].after == (1, 16, 16)
    even = TransposedSpec((4, 4), (2, 2), **same_transposed((4, 4), (2, 2), (1, 1)))
    assert stack_of(even, (1, 8, 8)).layers[0].padding == ((1, 1), (1, 1))
