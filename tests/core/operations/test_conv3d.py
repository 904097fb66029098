"""3-D convolution: ONNX Runtime and the functional library know the same numbers."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.spec_3d import conv3d_spec
from convviz.functional import conv3d, pad
from tests.core.strategies import Case, conv3d_cases
from tests.core.torch_stand_in import run

CONV = OPERATIONS["conv3d"]
MODES = {"zeros": "constant", "constant": "constant"}


@given(case=conv3d_cases())
@settings(deadline=None)
def test_onnx_runtime_and_functional_have_the_same_numbers(case: Case) -> None:
    spec, x = case.spec, case.x.astype(np.float32)
    front, back, top, bottom, left, right = spec.margins
    mode = MODES.get(spec.padding_mode, spec.padding_mode)
    value = {"value": spec.border_value} if mode == "constant" else {}
    padded = pad(x[None], (left, right, top, bottom, front, back), mode, **value)[None]
    w = case.weight[0, ::-1, ::-1, ::-1] if spec.flip else case.weight[0]
    w, b = np.ascontiguousarray(w, np.float32)[None, None], case.bias.astype(np.float32)
    strides = (spec.depth_stride, *spec.stride)
    dilations = (spec.depth_dilation, *spec.dilation)
    plain = type(spec)(**{**spec.__dict__, "activation": "none"})
    y = CONV.reference(plain, *case.operands)
    tolerance = {"rtol": 0, "atol": 2e-5 * case.scale}
    theirs = run("Conv", padded, w, b, strides=strides, dilations=dilations, pads=[0] * 6)
    np.testing.assert_allclose(y, theirs[0, 0], **tolerance)
    ours = conv3d(padded, w, b, stride=strides, dilation=dilations)
    np.testing.assert_allclose(y, ours[0, 0], **tolerance)


@pytest.mark.parametrize("slope", [1.0, 0.5])
@pytest.mark.parametrize(("depth", "shape"), [(3, (6, 900, 1000)), (9, (1, 3, 700_000))])
def test_a_stack_in_blocks_is_the_stack_in_one(depth: int, shape: tuple[int, int, int], slope: float) -> None:
    """Whole numbers are exact, so that no rounding hides a cell at the edge of a block."""
    x = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
    ends = (depth // 2, depth // 2)
    border = {"padding": (*ends, 1, 1, 1, 1), "padding_mode": "constant", "padding_value": 7.0}
    leaks = {} if slope == 1 else {"activation": "leaky_relu", "negative_slope": slope}
    spec = conv3d_spec((depth, 3, 3), **border, **leaks)
    weight = np.random.default_rng(2).integers(-2, 3, spec.weight_shape).astype(np.float64)
    tracemalloc.start()
    y = CONV.fast(spec, x, weight, np.zeros(1))
    most = tracemalloc.get_traced_memory()[1] - y.nbytes
    tracemalloc.stop()
    assert most < 64_000_000
    padded = np.pad(x.astype(np.float32), (ends, (1, 1), (1, 1)), constant_values=7)
    expected = np.zeros(shape, np.float32)
    for t, u, v in np.ndindex(weight.shape[1:]):
        w = weight[0, t, u, v]
        expected += w * padded[t : t + shape[0], u : u + shape[1], v : v + shape[2]]
    np.testing.assert_array_equal(y, np.where(expected < 0, expected * slope, expected))


def test_a_still_clip_has_no_motion() -> None:
    x = np.random.default_rng(0).integers(0, 256, (1, 9, 9), np.uint8).repeat(5, 0)
    weight = np.ones((1, 3, 3, 3)) * np.array([-1, 0, 1])[None, :, None, None]
    assert not CONV.fast(conv3d_spec((3, 3, 3)), x, weight).any()
    steps = CONV.trace(conv3d_spec((3, 3, 3)), x, weight)
    assert steps.at((1, 2, 3)).products.any()


def test_taps_know_where_they_read() -> None:
    x = np.arange(24.0).reshape(2, 3, 4)
    spec = conv3d_spec((3, 1, 1), padding=(1, 1, 0, 0, 0, 0))
    taps = list(CONV.trace(spec, x, np.ones((1, 3, 1, 1))).at((1, 2, 3)).taps)
    assert [(tap.channel, tap.source, tap.value) for tap in taps] == [
        (0, (0, 2, 3), 11.0),
        (1, (1, 2, 3), 23.0),
        (2, None, 0.0),
    ]


@given(data=st.data())
def test_one_slice_is_computed_as_all_are(data: st.DataObject) -> None:
    case = data.draw(conv3d_cases())
    shape = CONV.output_shape(case.spec, case.x.shape)
    rows, cols = np.arange(shape[1]), np.arange(shape[2])
    n = data.draw(st.integers(0, shape[0] - 1))
    alone = CONV.sample_channel(case.spec, n, rows, cols, *case.operands)
    np.testing.assert_allclose(alone, CONV.reference(case.spec, *case.operands)[n], atol=1e-5 * case.scale)


def test_shapes_that_do_not_fit_are_refused() -> None:
    spec, x, weight = conv3d_spec((3, 1, 1)), np.zeros((4, 4, 4)), np.zeros((1, 3, 1, 1))
    for operands, sentence in (
        ((x[0], weight), "The input must be (slices, rows, columns), not of shape (4, 4)."),
        ((x, weight[0]), "The weights have shape (3, 1, 1); this layer needs (1, 3, 1, 1)."),
        (
            (x, weight, np.zeros(2)),
            "The bias has shape (2,); this layer needs one number for each of 1 filters.",
        ),
    ):
        with pytest.raises(SpecError) as refused:
            CONV.fast(spec, *operands)
        assert str(refused.value) == sentence


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.float64])
def test_a_border_that_the_pictures_depth_cannot_hold_is_kept(dtype: type) -> None:
    x = np.random.default_rng(4).integers(0, 9, (3, 4, 5)).astype(dtype)
    spec = conv3d_spec((1, 3, 3), padding=(0, 0, 1, 1, 1, 1), padding_mode="constant", padding_value=-0.5)
    operands = (x, np.ones((1, 1, 3, 3)))
    np.testing.assert_allclose(CONV.fast(spec, *operands), CONV.reference(spec, *operands), atol=1e-5)


def test_the_plan_is_that_of_a_slice() -> None:
    x, weight = np.zeros((4, 90, 90), np.uint8), np.arange(27.0).reshape(1, 3, 3, 3) ** 2
    assert CONV.strategy(conv3d_spec((3, 3, 3)), x, weight) == "OpenCV filter2D"
    assert str(CONV.why(conv3d_spec((3, 3, 3)), x, weight)).startswith("3×3 at stride 1: ")
    strided = CONV.strategy(conv3d_spec((3, 3, 3), (1, 2, 2)), x, weight)
    assert strided == "OpenCV filter2D, every s-th row"
