"""The output's size, written out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.chain_spec import ChainSpec
from convviz.core.errors import SpecError
from convviz.core.pool_spec import PoolSpec
from convviz.core.same_padding import in_cells
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec
from convviz.i18n import tr
from convviz.labs.sizes_text import chain_formula, same_tf_formula, signal_formula, size_formula


def lines(spec: ConvSpec, *size: int) -> list[str]:
    return [tr(line) for line in size_formula(spec, (1, *size))]


def test_the_sum_of_the_design_picture() -> None:
    assert lines(ConvSpec(padding="same"), 7, 7) == [
        "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1",
        "= ⌊(7 + 2·1 − 1·2 − 1) / 1⌋ + 1 = 7",
    ]


def test_axes_that_differ_have_a_line_each() -> None:
    spec = ConvSpec((3, 5), stride=(2, 1), dilation=(1, 2))
    assert lines(spec, 7, 12) == [
        "o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1",
        "rows = ⌊(7 + 2·0 − 1·2 − 1) / 2⌋ + 1 = 3",
        "cols = ⌊(12 + 2·0 − 2·4 − 1) / 1⌋ + 1 = 4",
    ]


def test_uneven_padding_is_written_side_by_side() -> None:
    assert lines(ConvSpec((2, 2), padding="same"), 5, 5) == [
        "o = ⌊(i + p₁ + p₂ − d(k − 1) − 1) / s⌋ + 1",
        "= ⌊(5 + 0 + 1 − 1·1 − 1) / 1⌋ + 1 = 5",
    ]


def test_an_even_axis_is_written_like_the_uneven_one_beside_it() -> None:
    assert lines(ConvSpec(padding=(0, 1, 2, 2)), 5, 5)[1:] == [
        "rows = ⌊(5 + 0 + 1 − 1·2 − 1) / 1⌋ + 1 = 4",
        "cols = ⌊(5 + 2 + 2 − 1·2 − 1) / 1⌋ + 1 = 7",
    ]


def test_a_window_that_does_not_fit_is_refused() -> None:
    with pytest.raises(SpecError, match="window spans 3 cells"):
        size_formula(ConvSpec(), (1, 2, 2))


def padded(height: int, width: int, stride: int = 2) -> ConvSpec:
    """A 3 × 3 window with TensorFlow's SAME."""
    pads = in_cells("same-tf", (height, width), (3, 3), (stride, stride), (1, 1))
    return ConvSpec(stride=(stride, stride), padding=pads)


PADS = "p₁ + p₂ = max((o − 1)s + d(k − 1) + 1 − i, 0)"


def test_tensorflows_same_is_worked_out_from_the_size() -> None:
    assert [tr(line) for line in same_tf_formula(padded(6, 6), (1, 6, 6))] == [
        "o = ⌈i / s⌉ = ⌈6 / 2⌉ = 3",
        PADS,
        "= max(2·2 + 1·2 + 1 − 6, 0) = 0 + 1",
    ]
    uneven = [
        "o = ⌈i / s⌉",
        "rows = ⌈6 / 2⌉ = 3",
        "cols = ⌈7 / 2⌉ = 4",
        PADS,
        "rows = max(2·2 + 1·2 + 1 − 6, 0) = 0 + 1",
        "cols = max(3·2 + 1·2 + 1 − 7, 0) = 1 + 1",
    ]
    assert [tr(line) for line in same_tf_formula(padded(6, 7), (1, 6, 7))] == uneven
    assert [tr(line) for line in signal_formula(padded(6, 7), (1, 6, 7), True)] == [
        "o = ⌈i / s⌉ = ⌈7 / 2⌉ = 4",
        PADS,
        "= max(3·2 + 1·2 + 1 − 7, 0) = 1 + 1",
    ]


def test_what_tensorflows_same_leaves_is_pooled() -> None:
    pool = PoolSpec()
    even = chain_formula(ChainSpec(padded(6, 6), pool), (1, 6, 6), True)
    assert tr(even[-1]) == "pooled: ⌊o / m⌋ = ⌊3 / 2⌋ = 1"
    assert len(even) == 4
    uneven = chain_formula(ChainSpec(padded(6, 7), pool), (1, 6, 7), True)
    assert [tr(line) for line in uneven[1:3]] == [
        "rows = ⌈6 / 2⌉ = 3 → ⌊3 / 2⌋ = 1",
        "cols = ⌈7 / 2⌉ = 4 → ⌊4 / 2⌋ = 2",
    ]
    assert len(uneven) == 6


small = st.integers(1, 4)


@given(st.tuples(small, small), st.tuples(small, small), st.tuples(small, small), st.tuples(*[small] * 4))
def test_what_is_written_is_true(kernel, stride, dilation, pads) -> None:
    """The text, read as a sum, gives its own result, which is the real shape."""
    spec = ConvSpec(kernel, stride, pads, dilation)
    _, height, width = conv_shape(spec, (1, 20, 30))
    for size, line in zip((height, width), (lines(spec, 20, 30)[1:] * 2)[:2], strict=True):
        written, _, result = line.rpartition(" = ")
        sum_ = written.rpartition("= ")[2].translate(str.maketrans("−·", "-*"))
        python = sum_.replace("⌊", "(").replace("⌋", ")").replace("/", "//")
        assert eval(python) == int(result) == size
