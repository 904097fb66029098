"""The table of fast strategies: each is chosen for some layer, and each computes what the reference does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from convviz.core.fast import STRATEGIES, bands, convolve, crew, gemm, rows
from convviz.core.fast import layer as layers
from convviz.core.fast.layer import Layer, Strategy
from convviz.core.operations.conv2d import Conv2d
from convviz.core.sizes import conv_shape
from convviz.core.spec import PADDING_MODES, ConvSpec
from convviz.i18n import Message
from tests.core.strategies import Array, Case, conv_cases, conv_specs, pairs

each_strategy = pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.name)
BY_NAME = {strategy.name: strategy for strategy in STRATEGIES}


def layer_of(case: Case) -> Layer:
    """The case as a strategy sees it: the filters in window order."""
    filters = case.weight[:, :, ::-1, ::-1] if case.spec.flip else case.weight
    return Layer(case.spec, case.x, filters, Conv2d().output_shape(case.spec, case.x.shape))


def run(strategy: Strategy, layer: Layer) -> Array:
    out = np.full(layer.shape, np.nan, np.float32)
    strategy.run(layer, out)
    return out


def sums(case: Case) -> Array:
    """What a strategy is to compute: the reference without bias."""
    return Conv2d().reference(case.spec, case.x, case.weight)


@contextmanager
def cut_small(band: int) -> Iterator[None]:
    """Layers of a few cells are parted like photographs: an inside, a frame, bands."""
    with (
        patch.object(layers, "SMALL", 0),
        patch.object(gemm, "BLOCK", band),
        patch.object(rows, "PART", band),
        patch.object(rows, "WORTH", 1e3),
        patch.object(crew, "size", lambda: 3),
        patch.object(
            Layer, "cut", lambda self, region, channels=1, most=0: CUT(self, region, channels, band)
        ),
    ):
        yield


SPREAD = ("OpenCV filter2D, gaps filled", "OpenCV filter2D, every s-th row")
"""What fills a kernel's gaps with zeros."""
CUT = Layer.cut
BANDS = st.sampled_from((1, 60, 400, 1 << 20))


@st.composite
def cases_for(draw: st.DrawFn, strategy: Strategy, large: bool = False, whole: bool = False) -> Case:
    """Layers of the kind that the strategy is for, and kernels of that kind."""
    name = strategy.name
    spec = draw(conv_specs(large=large, channels=2 if large else 4, activations=("none",)))
    kernel_size, values = spec.kernel_size, {}
    if name in ("input × weight", "OpenCV sepFilter2D", "OpenCV filter2D, gaps filled"):
        channels = spec.groups * (spec.out_channels // spec.groups)
        values = {"in_channels": spec.groups, "out_channels": channels}
    if name == "channel mix":
        kernel_size = (1, 1)
    if large and name == "im2col + GEMM":
        values = {"in_channels": 2 * spec.groups, "out_channels": 2 * spec.groups}
    if large and name in SPREAD:  # a large kernel, spread, is soon too large
        kernel_size = draw(pairs(3, 5))
    if name in ("OpenCV filter2D, in parts", "OpenCV filter2D, by DFT"):
        kernel_size = draw(pairs(12, 15) if name.endswith("parts") else pairs(20, 22))
        values = {"in_channels": spec.groups, "out_channels": spec.groups}
    plain = name in ("OpenCV filter2D", "OpenCV filter2D, in parts", "OpenCV filter2D, by DFT")
    dense = plain or name in (*SPREAD[:1], "OpenCV filter2D, by phases", "OpenCV sepFilter2D")
    stride = (1, 1) if dense else draw(pairs(1, 4))
    dilation = (1, 1) if plain else draw(pairs(1, 4))
    padding = draw(st.tuples(*[st.integers(0, 6)] * 4))
    if stride == (1, 1) and draw(st.booleans()):
        padding = draw(st.sampled_from(("valid", "same")))
    spec = ConvSpec(
        kernel_size=kernel_size,
        stride=stride,
        padding=padding,
        dilation=dilation,
        in_channels=values.get("in_channels", spec.in_channels),
        out_channels=values.get("out_channels", spec.out_channels),
        groups=spec.groups,
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(st.sampled_from((0.0, 1.0, 300.0) if whole else (0.0, 0.5, -1.0))),
    )
    depths = ("bytes", "words") if whole else ("bytes", "floats")
    case = draw(conv_cases(st.just(spec), depths=depths, whole=True if whole else None))
    return Case(spec, case.x, draw(kernels(name, case.weight)), case.bias)


@st.composite
def kernels(draw: st.DrawFn, name: str, weight: Array) -> Array:
    """Weights that are products for sepFilter2D, one tap for a copy, often sparse otherwise."""
    if name == "OpenCV sepFilter2D":
        return weight[..., :1] * weight[..., :1, :]
    if name == "input × weight":
        tap = draw(st.integers(0, weight[0, 0].size - 1))
        single = np.zeros((*weight.shape[:2], weight[0, 0].size))
        single[..., tap] = draw(st.sampled_from((1.0, 0.0, 2.0, -3.0)))
        return single.reshape(weight.shape)
    if name != "OpenCV filter2D, by DFT" and draw(st.booleans()):
        rng = np.random.default_rng(draw(st.integers(0, 99)))
        return np.where(rng.random(weight.shape) < draw(st.sampled_from((0.1, 0.5))), 0.0, weight)
    return weight


@each_strategy
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(data=st.data(), band=BANDS)
def test_a_strategy_computes_the_sums_of_every_layer_it_suits(
    strategy: Strategy, data: st.DataObject, band: int
) -> None:
    case = data.draw(cases_for(strategy))
    layer = layer_of(case)
    assume(strategy.suits(layer))
    with cut_small(band):
        np.testing.assert_allclose(run(strategy, layer), sums(case), rtol=0, atol=1e-5 * case.scale)


@each_strategy
@pytest.mark.parametrize("large", [False, True])
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(data=st.data(), band=BANDS)
def test_a_strategy_is_exact_where_all_numbers_are_whole(
    strategy: Strategy, large: bool, data: st.DataObject, band: int
) -> None:
    case = data.draw(cases_for(strategy, large, whole=True))
    layer = layer_of(case)
    assume(strategy.suits(layer) and layer.exact)
    assume(case.scale < 2**24)  # float32 holds every whole number up to there
    with cut_small(band):
        np.testing.assert_array_equal(run(strategy, layer), sums(case))


@each_strategy
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)
@given(data=st.data())
def test_a_strategy_says_why_and_what_it_costs(strategy: Strategy, data: st.DataObject) -> None:
    layer = layer_of(data.draw(cases_for(strategy)))
    assume(strategy.suits(layer))
    reason = strategy.reason(layer)
    assert isinstance(reason, Message)
    assert "{" not in str(reason)
    assert 0 < strategy.cost(layer) < np.inf


def test_the_last_strategy_suits_every_layer() -> None:
    case = Case(ConvSpec(), np.zeros((1, 5, 5)), np.zeros((1, 1, 3, 3)), np.zeros(1))
    assert STRATEGIES[-1].suits(layer_of(case))


def of(spec: ConvSpec, side: int = 1024, weight: Array | None = None, dtype: type = np.float32) -> Layer:
    """A layer of random weights on a picture without memory of its own."""
    x = np.broadcast_to(np.ones((1, 1, side), dtype), (spec.in_channels, side, side))
    x = np.ascontiguousarray(x) if side <= 1024 and spec.in_channels == 1 else x
    filters = np.random.default_rng(0).normal(size=spec.weight_shape) if weight is None else weight
    return Layer(spec, x, filters, conv_shape(spec, x.shape))


def alone(k: int, stride: int = 1, dilation: int = 1) -> ConvSpec:
    """One channel, as wide a padding as keeps the picture's size at stride 1."""
    return ConvSpec((k, k), (stride, stride), (dilation * (k - 1) // 2,) * 4, (dilation, dilation))


SPARSE = np.zeros((1, 1, 15, 15))
SPARSE[..., ::14, ::14] = 1, -2
CHOSEN: dict[str, Layer] = {
    "input × weight": of(alone(3, 2), weight=np.eye(9)[4].reshape(1, 1, 3, 3)),
    "OpenCV filter2D": of(alone(3)),
    "OpenCV sepFilter2D": of(
        alone(11), weight=np.outer(range(1, 12), range(1, 12))[None, None].astype(float)
    ),
    "OpenCV filter2D, by phases": of(alone(5, 1, 4)),
    "OpenCV filter2D, in parts": of(alone(15), dtype=np.uint8),
    "OpenCV filter2D, by DFT": of(alone(31)),
    "OpenCV filter2D, every s-th cell": of(alone(11, 2, 4)),
    "OpenCV filter2D, gaps filled": of(alone(3, 1, 2)),
    "OpenCV filter2D, every s-th row": of(alone(7, 4)),
    "channel mix": of(ConvSpec((1, 1), in_channels=3, out_channels=8)),
    "im2col + GEMM": of(ConvSpec((5, 5), padding="same", in_channels=64, out_channels=64), side=56),
    "OpenCV scaleAdd, tap by tap": of(alone(15), weight=SPARSE),
}
"""A layer for which the planner takes each strategy."""
GRID = [alone(k, s, d) for k in (3, 5, 7, 11) for s in (1, 2, 3, 4) for d in (1, 2, 4, 8)]


def test_every_strategy_is_chosen_for_some_layer() -> None:
    chosen = {name: convolve.plan(layer).name for name, layer in CHOSEN.items()}
    assert chosen == {name: name for name in CHOSEN}
    assert set(CHOSEN) == {strategy.name for strategy in STRATEGIES}


def test_on_the_grid_of_one_channel_filters_phases_and_strides_have_their_places() -> None:
    for spec in GRID:
        stride, dilation = spec.stride[0], spec.dilation[0]
        expected = {"OpenCV filter2D, every s-th cell", "OpenCV filter2D, every s-th row"}
        if stride == 1:
            dilated = "OpenCV filter2D, gaps filled" if spec.span[0] <= 11 else "OpenCV filter2D, by phases"
            expected = {dilated if dilation > 1 else "OpenCV filter2D"}
        assert convolve.plan(of(spec)).name in expected, spec


@pytest.mark.parametrize(
    ("k", "stride", "dilation", "every"),
    [
        (3, 2, 1, "row"),
        (5, 2, 4, "row"),
        (7, 2, 1, "row"),
        (7, 2, 4, "row"),
        (11, 2, 1, "row"),
        (7, 3, 1, "row"),
        (11, 3, 1, "row"),
        (11, 3, 4, "cell"),
        (5, 4, 1, "row"),
        (7, 4, 1, "row"),
        (7, 4, 4, "cell"),
        (11, 4, 4, "cell"),
    ],
)
def test_of_a_small_picture_a_stride_is_filtered_by_rows_or_by_cells_as_is_quicker(
    k: int, stride: int, dilation: int, every: str
) -> None:
    """At 1024², where the other way was measured to take 6 to 90 % longer."""
    assert convolve.plan(of(alone(k, stride, dilation))).name == f"OpenCV filter2D, every s-th {every}"


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (CHOSEN["OpenCV filter2D"], "3×3 at stride 1: one call of OpenCV's filter2D"),
        (
            of(ConvSpec(padding="same", in_channels=3)),
            "3×3 at stride 1: OpenCV's filter2D on 3 pairs of an input and an output channel",
        ),
        (
            CHOSEN["OpenCV sepFilter2D"],
            "11×11 of rank 1: a row and a column, 22 products in place of 121, by OpenCV's sepFilter2D",
        ),
        (of(ConvSpec((5, 5), dilation=(4, 4))), "5×5 at dilation 4: 16 phases of OpenCV's filter2D"),
        (of(ConvSpec((5, 5), dilation=(2, 4))), "5×5 at dilation 2, 4: 8 phases of OpenCV's filter2D"),
        (of(alone(11, 2, 4)), "11×11 at stride 2: OpenCV's filter2D on 1 of 4 phases of the input"),
        (
            of(ConvSpec((3, 7), (2, 3), (1,) * 4, (4, 8))),
            "3×7 at stride 2, 3: OpenCV's filter2D on 3 of 6 phases of the input",
        ),
        (
            of(ConvSpec((3, 3), (2, 3), (1,) * 4), side=128),
            "3×3 at stride 2, 3: OpenCV's filter2D on 2 of 2 phases of the rows; 1 in 3 of its sums is kept",
        ),
        (of(alone(3, 1, 2)), "3×3 with gaps of zeros, 5×5: one call of OpenCV's filter2D"),
        (of(alone(3), weight=np.zeros((1, 1, 3, 3))), "A kernel of zeros: nothing is read"),
        (
            of(alone(3), weight=np.eye(9)[4].reshape(1, 1, 3, 3)),
            "One tap of weight 1: the input is copied",
        ),
        (
            of(alone(3), weight=2 * np.eye(9)[4].reshape(1, 1, 3, 3)),
            "One tap that is not 0: the input is scaled, in one pass",
        ),
        (CHOSEN["channel mix"], "1×1 on 3 channels: every pixel times a matrix of 8 × 3"),
        (
            CHOSEN["im2col + GEMM"],
            "64 channels to 64: windows of 1600 numbers as columns, times a matrix of 64 × 1600",
        ),
    ],
)
def test_the_planner_says_why_with_the_numbers_that_decide(layer: Layer, sentence: str) -> None:
    assert str(convolve.plan(layer).reason(layer)) == sentence


def test_a_strategy_without_a_sentence_gives_its_name() -> None:
    plain = Strategy("plain", lambda layer: True, lambda layer, out: None)
    layer = CHOSEN["OpenCV filter2D"]
    assert plain.reason(layer) == Message("plain")
    assert plain.cost(layer) == 0


def test_a_kernel_of_whole_numbers_is_separated_into_whole_numbers_only() -> None:
    weight = np.outer([2, 4, 2], [3, 0, -3])[None, None].astype(float)
    separable = next(strategy for strategy in STRATEGIES if strategy.name == "OpenCV sepFilter2D")
    case = Case(alone(3), np.arange(49, dtype=np.uint8).reshape(1, 7, 7), weight, np.zeros(1))
    assert separable.suits(layer_of(case))
    np.testing.assert_array_equal(run(separable, layer_of(case)), sums(case))
    assert not separable.suits(layer_of(Case(alone(3), case.x, weight + np.eye(3), np.zeros(1))))


@pytest.mark.parametrize(("pad", "mode"), [(0, "zeros"), (2, "zeros"), (5, "replicate"), (30, "circular")])
@pytest.mark.parametrize("side", [40, 41, 42, 43])
def test_in_place_only_the_frame_is_made_otherwise(pad: int, mode: str, side: int) -> None:
    spec = ConvSpec((3, 3), padding=(pad, pad, pad, pad + 1), dilation=(2, 4), padding_mode=mode)
    x = np.random.default_rng(side).random((1, side, side), dtype=np.float32)
    case = Case(spec, x, np.random.default_rng(1).normal(size=(1, 1, 3, 3)), np.zeros(1))
    phases = next(strategy for strategy in STRATEGIES if strategy.name == "OpenCV filter2D, by phases")
    np.testing.assert_allclose(run(phases, layer_of(case)), sums(case), rtol=0, atol=1e-5 * case.scale)


def test_a_picture_narrower_than_the_window_has_nothing_to_filter_in_place() -> None:
    spec = ConvSpec((3, 3), padding=(9, 9, 9, 9), dilation=(4, 4))
    case = Case(spec, np.ones((1, 3, 3), np.float32), np.ones((1, 1, 3, 3)), np.zeros(1))
    phases = next(strategy for strategy in STRATEGIES if strategy.name == "OpenCV filter2D, by phases")
    np.testing.assert_allclose(run(phases, layer_of(case)), sums(case), rtol=0, atol=1e-5)


def test_only_windows_that_hold_a_number_beyond_all_others_are_lost_to_it() -> None:
    """Gaps that are filled with zeros, and columns that the stride leaves out, make no NaN of ∞."""
    x = np.arange(40 * 70, dtype=np.float32).reshape(1, 40, 70)
    x[0, 8, 20], x[0, 32, 52], x[0, 31, 50] = np.inf, np.nan, np.inf  # the last is read by no window
    layer = Layer(alone(3, 4, 2), x, np.ones((1, 1, 3, 3)), conv_shape(alone(3, 4, 2), x.shape))
    found = run(BY_NAME["OpenCV filter2D, every s-th row"], layer)
    np.testing.assert_array_equal(found, run(STRATEGIES[-1], layer))
    assert np.count_nonzero(~np.isfinite(found)) == 2


def test_parts_of_a_large_picture_are_shared_among_threads() -> None:
    spec, x = ConvSpec((5, 5), (3, 3), (2,) * 4), np.random.default_rng(1).random((1, 2600, 2600), np.float32)
    layer = Layer(spec, x, of(spec).filters, conv_shape(spec, x.shape))
    with patch.object(crew, "share", wraps=crew.share) as share:
        found = run(BY_NAME["OpenCV filter2D, every s-th row"], layer)
    share.assert_called_once()
    tasks, *_ = share.call_args.args
    assert len(tasks) > 1
    np.testing.assert_allclose(found, by_taps(layer), rtol=0, atol=1e-4)


@pytest.mark.parametrize(("k", "dtype", "tasks"), [(3, "f4", 1), (7, "f4", 2), (7, "u1", 2)])
def test_so_are_those_of_a_small_one_where_filtering_takes_long(k: int, dtype: str, tasks: int) -> None:
    ones, rng = of(alone(k, 3)), np.random.default_rng(1)
    layer = replace(ones, x=rng.integers(0, 256, ones.x.shape).astype(dtype))
    with patch.object(crew, "share", wraps=crew.share) as share, patch.object(crew, "size", return_value=2):
        found = run(BY_NAME["OpenCV filter2D, every s-th row"], layer)
    assert len(share.call_args.args[0]) == tasks
    np.testing.assert_allclose(found, by_taps(layer), rtol=0, atol=1e-5 * 255 * k * k)


@pytest.mark.parametrize("pad", [(0, 0), (1, 2), (5, 5), (12, 9)])
@pytest.mark.parametrize("side", [13, 14, 15])
@pytest.mark.parametrize(("k", "stride", "dilation"), [(1, 3, 1), (2, 3, 1), (3, 3, 1), (7, 3, 1), (3, 2, 4)])
def test_phases_of_rows_begin_above_the_picture_and_end_below_it(
    k: int, stride: int, dilation: int, side: int, pad: tuple[int, int]
) -> None:
    spec = ConvSpec((k, k), (stride, stride), pad + pad[::-1], (dilation, dilation))
    x = np.random.default_rng(side).random((1, side, side + 1), dtype=np.float32)
    case = Case(spec, x, np.random.default_rng(1).normal(size=(1, 1, k, k)), np.zeros(1))
    rows_of = BY_NAME["OpenCV filter2D, every s-th row"]
    for band in (1, 40, 1 << 20):
        with cut_small(band):
            found = run(rows_of, layer_of(case))
        np.testing.assert_allclose(found, sums(case), rtol=0, atol=1e-5 * case.scale)


def by_taps(layer: Layer) -> Array:
    out = np.empty(layer.shape, np.float32)
    bands.run(layer, out)
    return out
