"""The output's size, written out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec
from convviz.i18n import tr
from convviz.labs.sizes_text import size_formula


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
