"""One axis of any layer, against cells that are followed one by one."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.layer_sizes import KINDS, Axis, Field, field
from convviz.core.sizes import receptive_field

small = st.integers(1, 4)
axes = st.builds(
    lambda k, s, p, q, d: Axis(k=k, s=s, before=p, after=q, d=d),
    small, small, st.integers(0, 3), st.integers(0, 3), st.integers(1, 3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("i", "k", "s", "p", "extra", "o"),
    [(2, 3, 1, 0, 0, 4), (6, 4, 1, 2, 0, 5), (5, 3, 1, 1, 0, 5), (7, 3, 1, 2, 0, 5), (2, 3, 2, 0, 0, 5),
     (3, 3, 2, 1, 0, 5), (3, 3, 2, 1, 1, 6)],
)  # fmt: skip
def test_the_figures_of_dumoulin_and_visin_transposed_back(i, k, s, p, extra, o) -> None:
    axis = Axis(k=k, s=s, before=p, after=p, extra=extra)
    assert KINDS["transposed"].size(axis, i) == o


def test_a_four_wide_row_pooled_by_three_every_two_in_the_onnx_documentation() -> None:
    assert KINDS["max_pool"].size(Axis(k=3, s=2, ceil=True), 4) == 2
    assert KINDS["max_pool"].size(Axis(k=3, s=2), 4) == 1


def test_unpooling_gives_the_fewest_cells_that_are_pooled_to_as_many() -> None:
    assert KINDS["unpool"].size(Axis(k=2, s=2), 2) == 4
    assert KINDS["unpool"].size(Axis(k=2, s=2, extra=1), 2) == 5
    with pytest.raises(SpecError, match=r"output_padding 2 must be less than the stride \(2\)"):
        KINDS["unpool"].size(Axis(k=2, s=2, extra=2), 2)
    with pytest.raises(SpecError) as caught:
        KINDS["unpool"].size(Axis(k=2, s=1, before=1, after=1), 1)
    assert caught.value.code == "nothing_comes_out"


@pytest.mark.parametrize(("i", "factor", "o"), [(3, 2, 6), (5, Fraction(3, 2), 7), (5, Fraction(1, 2), 2)])
def test_upsampling_rounds_down(i: int, factor: Fraction, o: int) -> None:
    assert KINDS["upsample"].size(Axis(factor=Fraction(factor)), i) == o


def test_scaling_to_nothing_is_refused() -> None:
    with pytest.raises(SpecError) as caught:
        KINDS["upsample"].size(Axis(factor=Fraction(1, 3)), 2)
    assert str(caught.value) == "2 cells times 1/3 leave no whole cell."


@given(axes, st.integers(1, 9))
def test_a_transposed_convolution_reads_the_cells_that_stamp_on_it(axis: Axis, i: int) -> None:
    stamped: dict[int, set[int]] = {}
    for cell in range(-30, i + 30):
        for t in range(axis.k):
            stamped.setdefault(cell * axis.s + t * axis.d - axis.before, set()).add(cell)
    for first in range(-3, 4):
        for last in range(first, first + 6):
            met = set().union(*(stamped.get(n, set()) for n in range(first, last + 1)))
            seen = KINDS["transposed"].reads(axis, (first, last))
            assert seen == ((min(met), max(met)) if met else None)


@pytest.mark.parametrize(("mode", "reach"), [("nearest", 1), ("linear", 2), ("cubic", 4)])
@pytest.mark.parametrize(
    "factor", [Fraction(1), Fraction(2), Fraction(3), Fraction(3, 2), Fraction(1, 2), Fraction(2, 3)]
)
def test_upsampling_reads_what_changes_its_output(mode: str, reach: int, factor: Fraction) -> None:
    """The ONNX Resize operator is asked which inputs matter, by changing them one at a time."""
    onnx, ort = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    node = onnx.helper.make_node(
        "Resize", ["x", "", "scales"], ["y"], mode=mode, nearest_mode="floor",
        coordinate_transformation_mode="asymmetric" if mode == "nearest" else "half_pixel",
    )  # fmt: skip
    value = onnx.helper.make_tensor_value_info
    float_, i = onnx.TensorProto.FLOAT, 12
    graph = onnx.helper.make_graph(
        [node],
        "g",
        [value("x", float_, [1, 1, 1, i])],
        [value("y", float_, None)],
        [onnx.numpy_helper.from_array(np.array([1, 1, 1, float(factor)], np.float32), "scales")],
    )
    opset = [onnx.helper.make_opsetid("", 13)]
    model = onnx.helper.make_model(graph, opset_imports=opset, ir_version=8)
    session = ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    matters = [
        session.run(None, {"x": np.eye(i, dtype=np.float32)[n].reshape(1, 1, 1, i)})[0].ravel()
        for n in range(i)
    ]
    kind, axis = KINDS["upsample"], Axis(factor=factor, reach=reach)
    outputs = len(matters[0])
    assert kind.size(axis, i) == outputs
    for n in range(outputs):
        met = [cell for cell in range(i) if abs(matters[cell][n]) > 1e-6]
        first, last = kind.reads(axis, (n, n))
        if first >= 0 and last < i:  # beyond the edges the edge cell is read again
            assert (min(met), max(met)) == (first, last)


def test_interpolated_neighbours_see_no_further_than_each_alone() -> None:
    kind, axis = KINDS["upsample"], Axis(factor=Fraction(3, 2), reach=4)
    for first in range(8):
        for last in range(first, first + 8):
            alone = [kind.reads(axis, (n, n)) for n in range(first, last + 1)]
            assert kind.reads(axis, (first, last)) == (min(a for a, _ in alone), max(b for _, b in alone))


@given(st.lists(axes, min_size=1, max_size=5))
def test_the_field_of_downsampling_layers_is_that_of_araujo_et_al(stack: list[Axis]) -> None:
    known = receptive_field([(axis.k, axis.s, axis.before, axis.d) for axis in stack])
    seen = field([(KINDS["conv"], axis) for axis in stack], 5)
    assert seen == Field(known.size, Fraction(known.jump), known.start)


@given(axes, axes, st.integers(1, 6))
def test_the_field_after_a_transposed_convolution_is_the_widest_that_a_cell_sees(
    first: Axis, second: Axis, o: int
) -> None:
    layers = [(KINDS["conv"], first), (KINDS["transposed"], second)]
    widths = []
    for n in range(o):
        cells = KINDS["transposed"].reads(second, (n, n))
        if cells is not None:
            low, high = KINDS["conv"].reads(first, cells)
            widths.append(high - low + 1)
    assume(o >= second.s)
    seen = field(layers, o)
    assert seen.size == max(widths, default=0)
    assert seen.jump == Fraction(first.s, second.s)


def test_a_stride_longer_than_the_window_leaves_cells_that_see_nothing() -> None:
    hole = Axis(k=1, s=3, before=1, after=1)
    assert field([(KINDS["transposed"], hole)], 1) == Field(0, Fraction(1, 3), None)
    assert field([(KINDS["conv"], Axis(k=3)), (KINDS["transposed"], hole)], 4).size == 3
