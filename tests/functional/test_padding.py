"""pad: what torch.nn.functional gives (numbers from version 2.13), and what it refuses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz import functional
from convviz.core.errors import SpecError
from tests.functional.oracle import counted, ones

# torch's own results for [[1, 2, 3]]
PADDED = [
    ("constant", (-1, 1), [2, 3, 0]),
    ("constant", (2, -1), [0, 0, 1, 2]),
    ("constant", (2, -3), [0, 0]),
    ("constant", (-3, 3), [0, 0, 0]),
    ("constant", (-2, -1), []),
    ("reflect", (2, 2), [3, 2, 1, 2, 3, 2, 1]),
    ("reflect", (1, -1), [2, 1, 2]),
    ("reflect", (2, -1), [3, 2, 1, 2]),
    ("reflect", (-2, 2), [3, 2, 1]),
    ("reflect", (2, -3), [3, 2]),
    ("replicate", (2, 1), [1, 1, 1, 2, 3, 3]),
    ("replicate", (4, -2), [1, 1, 1, 1, 1]),
    ("replicate", (-4, 5), [3, 3, 3, 3]),
    ("replicate", (2, -3), [1, 1]),
    ("circular", (2, 2), [2, 3, 1, 2, 3, 1, 2]),
    ("circular", (3, 3), [1, 2, 3, 1, 2, 3, 1, 2, 3]),
    ("circular", (-1, 1), [2, 3, 2]),
    ("circular", (1, -1), [2, 1, 2]),
    ("circular", (2, -1), [1, 2, 1, 2]),
    ("circular", (-3, 0), []),
]


@pytest.mark.parametrize(("mode", "pad", "expected"), PADDED)
def test_one_row_padded(mode: str, pad: tuple[int, int], expected: list[int]) -> None:
    padded = functional.pad(counted(1, 3), pad, mode)
    assert padded.dtype == np.float32
    assert padded.tolist() == [expected]


NUMPY_MODES = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


@given(
    data=st.data(), mode=st.sampled_from(list(NUMPY_MODES)), axes=st.integers(1, 3), batched=st.integers(1, 2)
)
def test_one_to_three_dimensions_are_padded_last_first(
    data: st.DataObject, mode: str, axes: int, batched: int
) -> None:
    x = counted(*data.draw(st.tuples(*[st.integers(1, 4)] * (axes + batched))))
    pad: list[int] = []
    for axis in range(1, axes + 1):
        most = {"reflect": x.shape[-axis] - 1, "circular": x.shape[-axis]}.get(mode, 5)
        pad += data.draw(st.tuples(st.integers(0, most), st.integers(0, most)))
    sides = [(0, 0)] * batched + list(zip(pad[::2], pad[1::2], strict=True))[::-1]
    np.testing.assert_array_equal(functional.pad(x, pad, mode), np.pad(x, sides, NUMPY_MODES[mode]))  # type: ignore[call-overload]


def test_left_right_top_bottom() -> None:
    padded = functional.pad(counted(1, 2, 2), (1, 0, 0, 1))
    np.testing.assert_array_equal(padded, [[[0, 1, 2], [0, 3, 4], [0, 0, 0]]])


@pytest.mark.parametrize(
    ("dtype", "value", "held"),
    [
        (np.float32, 2.5, 2.5),
        (np.float32, float("nan"), float("nan")),
        (np.float16, float("-inf"), float("-inf")),
        (np.float64, None, 0),
        (np.uint8, 1.5, 1),
        (np.int8, -1.5, -1),
        (np.int64, 1e10, 10**10),
        (np.uint8, True, 1),
        (bool, 0.5, True),
        (np.complex64, 2, 2 + 0j),
        (np.uint16, 65535, 65535),
    ],
)
def test_the_value_in_every_type(dtype: Any, value: Any, held: Any) -> None:
    padded = functional.pad(ones(2, dtype=dtype), [0, 1], "constant", value)
    assert padded.dtype == dtype
    np.testing.assert_array_equal(padded[2], held)


def test_a_pad_of_nothing_is_a_copy() -> None:
    x = counted(2, 3)
    for pad, mode in (((), "constant"), ((0, 0), "constant"), ((0, 0), "circular")):
        padded = functional.pad(x, pad, mode)
        assert not np.shares_memory(padded, x)
        np.testing.assert_array_equal(padded, x)
    assert functional.pad(np.array(5.0), ()) == 5


@pytest.mark.parametrize(
    ("shape", "pad", "mode", "padded"),
    [
        ((3, 0), (1, 1), "constant", (3, 2)),
        ((0, 2, 3), (1, 1), "reflect", (0, 2, 5)),
        ((0, 1, 2, 3), (1, 1, 1, 1), "replicate", (0, 1, 4, 5)),
        ((2, 0, 3), (1, 1), "circular", (2, 0, 5)),
        ((3, 2, 1), (2, -1, -1, -1), "replicate", (3, 0, 2)),
    ],
)
def test_empty_arrays(
    shape: tuple[int, ...], pad: tuple[int, ...], mode: str, padded: tuple[int, ...]
) -> None:
    assert functional.pad(np.zeros(shape), pad, mode).shape == padded


@pytest.mark.parametrize("dtype", [bool, np.uint16, np.uint32])
def test_circular_padding_takes_every_type_and_the_other_copying_modes_do_not(dtype: Any) -> None:
    assert functional.pad(ones(1, 3, dtype=dtype), (1, 1), "circular").dtype == dtype
    for mode in ("reflect", "replicate"):
        with pytest.raises(SpecError):
            functional.pad(ones(1, 3, dtype=dtype), (1, 1), mode)


@pytest.mark.parametrize(
    ("shape", "pad", "mode", "value"),
    [
        *(
            ((1, 3), pad, "constant", None)
            for pad in ((-4, 4), (-4, 5), (-2, -2), (1,), (1.0, 1), (True, 1), 1)
        ),
        *(((1, 3), pad, "reflect", None) for pad in ((3, 0), (0, 3), (-3, 0), (-2, -1), (-3, 3), (-1, 3))),
        *(((1, 3), pad, "replicate", None) for pad in ((-3, 0), (-2, -1), (-2, -2))),
        *(((1, 3), pad, "circular", None) for pad in ((4, 0), (0, 4), (-4, 4), (-2, 2), (3, -1), (-3, 3))),
        *(((3,), (1, 1), mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((3, 3), (), mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((2, 3, 3), (1,) * 6, mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((2,) * 6, (1,) * 8, mode, None) for mode in ("reflect", "replicate", "circular")),
        *(((1, 3), (1, 1), mode, 1) for mode in ("reflect", "replicate", "circular")),
        *(((0, 3), (1, 1), mode, None) for mode in ("reflect", "replicate")),
        ((3, 0), (1, 1), "circular", None),
        ((1, 3), (1, 1), "edge", None),
        ((1, 3), (1, 1), "constant", "a"),
        ((1, 3), (1, 1), "constant", 1e300),
    ],
)
def test_what_torchs_pad_refuses_is_refused(shape: Any, pad: Any, mode: str, value: Any) -> None:
    with pytest.raises(SpecError):
        functional.pad(ones(*shape), pad, mode, value)


@pytest.mark.parametrize(
    ("dtype", "value"),
    [(np.uint8, -0.5), (np.uint8, 255.5), (np.int8, 128), (np.int64, float("nan")), (np.float16, 1e10)],
)
def test_a_value_that_the_type_cannot_hold_is_refused(dtype: Any, value: float) -> None:
    with pytest.raises(SpecError, match="does not fit"):
        functional.pad(ones(2, dtype=dtype), (1, 1), value=value)
