"""What describes a transposed convolution, what does not, and the window that gathers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core import border
from convviz.core.along import along
from convviz.core.errors import SpecError
from convviz.core.operations import OPERATIONS
from convviz.core.operations.transposed2d import transposed_shape
from convviz.core.spec import ConvSpec
from convviz.core.transposed_spec import TransposedSpec
from tests.core.strategies import TransposedCase, transposed_cases


@pytest.mark.parametrize(
    ("code", "choices"),
    [
        ("not_a_pair", {"stride": 2}),
        ("not_a_pair", {"padding": (1, 1, 1)}),
        ("not_positive", {"kernel_size": (0, 3)}),
        ("not_positive", {"stride": (1, 0)}),
        ("not_positive", {"dilation": (-1, 1)}),
        ("not_positive", {"channels": 0}),
        ("not_integer", {"padding": (1.0, 1)}),
        ("not_integer", {"output_padding": (True, 0)}),
        ("negative", {"padding": (0, -1)}),
        ("negative", {"output_padding": (-1, 0)}),
        ("kernel_too_large", {"kernel_size": (3, 64)}),
        ("window_too_wide", {"kernel_size": (2, 3), "dilation": (1023, 512)}),
        ("output_padding_too_large", {"output_padding": (0, 1)}),
        ("output_padding_too_large", {"output_padding": (3, 0), "stride": (3, 3), "dilation": (2, 1)}),
    ],
)
def test_what_describes_no_layer_is_refused(code: str, choices: dict[str, Any]) -> None:
    with pytest.raises(SpecError) as caught:
        TransposedSpec(**choices)
    assert caught.value.code == code


def test_it_may_add_fewer_cells_than_the_dilation() -> None:
    assert TransposedSpec(output_padding=(2, 0), dilation=(3, 1)).output_padding == (2, 0)


def test_sizes_follow_from_the_numbers() -> None:
    spec = TransposedSpec((3, 2), (2, 3), (1, 0), (1, 2), (1, 4), channels=3)
    assert spec.span == (3, 5)
    assert spec.weight_shape == (3, 1, 3, 2)
    assert spec.groups == 3
    assert spec.axes == ((3, 2, 1, 1), (2, 3, 0, 4))
    assert spec.stretched((4, 5)) == (7, 13)
    assert spec.gather.pads == (1, 2, 4, 6)
    assert (spec.gather.stride, spec.gather.span) == ((1, 1), (3, 5))


@given(transposed_cases())
def test_the_gathering_window_makes_the_output(case: TransposedCase) -> None:
    """By the convolution's own operation on the stretched input, where nothing more is cut off."""
    spec, x = case.spec, case.x
    if min(spec.gather.pads) < 0:
        return
    z = np.zeros((len(x), *spec.stretched(x.shape[1:])))
    z[:, :: spec.stride[0], :: spec.stride[1]] = x
    window = ConvSpec(
        *(spec.kernel_size, (1, 1), spec.gather.pads, spec.dilation),
        in_channels=spec.channels,
        out_channels=spec.channels,
        groups=spec.channels,
        flip=True,
    )
    expected = OPERATIONS["conv2d"].reference(window, z, case.weight, case.bias)
    y = OPERATIONS["conv_transpose2d"].reference(spec, *case.operands)
    np.testing.assert_allclose(y, expected, rtol=0, atol=1e-5 * case.scale)


# --- how it reads along an axis


def test_the_cells_that_stamp_on_an_output_cell() -> None:
    """3 taps at stride 2, padding 1: even cells meet one stamp, odd ones two."""
    rows, _ = along(TransposedSpec((3, 3), (2, 2), (1, 1), (1, 1)), (4, 4), (8, 8))
    np.testing.assert_array_equal(rows.cells([0, 1, 2, 3]), [[0, 1], [0, 1], [1, 2], [1, 2]])
    assert (rows.taps, rows.step, rows.origin) == (2, 0.5, 0.25)
    assert rows.extent == range(5)
    assert rows.seen(0, 8) == (0, 4)
    assert rows.seen(3, 4) == (1, 3)


def test_without_stride_it_reads_as_a_convolution_with_the_padding_that_is_missing() -> None:
    for k, p, d in ((1, 0, 1), (3, 1, 1), (3, 0, 2), (5, 2, 1)):
        back = d * (k - 1) - p
        out = 9 + back - p
        stamped, _ = along(TransposedSpec((k, k), padding=(p, p), dilation=(d, d)), (9, 9), (out, out))
        window, _ = along(ConvSpec((k, k), padding=(back,) * 4, dilation=(d, d)), (9, 9), (out, out))
        np.testing.assert_array_equal(stamped.cells(range(out)), window.cells(range(out)))
        assert (stamped.origin, stamped.step, stamped.taps) == (window.origin, window.step, window.taps)
        np.testing.assert_array_equal(
            np.flatnonzero(stamped.read()) + stamped.extent.start,
            np.flatnonzero(window.read()) + window.extent.start,
        )
        assert stamped.needed(out) == window.needed(out) == 9


@given(transposed_cases())
def test_a_window_holds_the_cells_that_stamp(case: TransposedCase) -> None:
    """By the trace, and the most of them by counting everywhere."""
    operation, spec = OPERATIONS["conv_transpose2d"], case.spec
    trace = operation.trace(spec, *case.operands)
    sizes = case.x.shape[1:], trace.shape[1:]
    for n, (axis, (k, s, p, d)) in enumerate(zip(along(spec, *sizes), spec.axes, strict=True)):
        places = np.arange(sizes[1][n])
        for place, window in zip(places, axis.cells(places), strict=True):
            cell = (0, place, 0) if n == 0 else (0, 0, place)
            step = trace.at(cell)
            stamping = {*((step.source_rows, step.source_cols)[n]).tolist()} - {border.CONSTANT}
            assert stamping <= {*window.tolist()}
            seen = axis.seen(int(place), int(place) + 1)
            assert stamping <= {*range(*seen)} <= {*range(axis.n)}
        everywhere = [[i for i in range(-20, 40) if (q + p - i * s) in range(0, d * k, d)] for q in range(s)]
        assert axis.taps == max(map(len, everywhere))
        for q, stamping in zip(range(min(s, len(places))), everywhere, strict=False):
            assert stamping == axis.cells([q])[0][: len(stamping)].tolist()


@given(transposed_cases(), st.integers(1, 30))
def test_needed_are_the_fewest_cells(case: TransposedCase, windows: int) -> None:
    spec, size = case.spec, case.x.shape[1:]
    out = transposed_shape(spec, case.x.shape)[1:]
    more = [a - cut for a, cut in zip(spec.output_padding, spec.trimmed, strict=True)]
    for axis, (k, s, p, d), a in zip(along(spec, size, out), spec.axes, more, strict=True):

        def made(n: int, k: int = k, s: int = s, p: int = p, d: int = d, a: int = a) -> int:
            return s * (n - 1) + d * (k - 1) + 1 - 2 * p + a

        needed = axis.needed(windows)
        assert made(needed) >= windows
        assert needed == 1 or made(needed - 1) < windows


def test_a_doubled_picture_lies_on_itself() -> None:
    """A kernel of 2 at stride 2 makes two halves of each pixel."""
    for axis in along(TransposedSpec((2, 2), (2, 2)), (4, 4), (8, 8)):
        assert (axis.origin, axis.step) == (0, 0.5)


def test_between_stamps_that_leave_gaps_the_nearest_is_seen() -> None:
    rows, _ = along(TransposedSpec((2, 2), (4, 4)), (3, 3), (10, 10))
    assert rows.taps == 1
    assert [rows.seen(place, place + 1) for place in (0, 2, 3, 9)] == [(0, 1), (0, 1), (0, 1), (2, 3)]
