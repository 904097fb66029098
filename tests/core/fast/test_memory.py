"""No copy of a whole picture, whatever its size: what lies between input and output is made in parts."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from convviz.core.fast import STRATEGIES
from convviz.core.fast import layer as layers
from convviz.core.fast.layer import Layer
from convviz.core.fast.scratch import IDLE, Scratch, borrowed
from convviz.core.operations.conv2d import Conv2d
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec

LIMIT = 256 << 20


def peak(work: Callable[[], object]) -> int:
    """Bytes that were allocated at once, on top of what there was before."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("mode", ["zeros", "circular"])
@pytest.mark.parametrize("outs", [1, 6])
@pytest.mark.parametrize("stride", [(1024, 16), (16, 1024)])
def test_a_picture_of_half_a_gigabyte_needs_no_copy(mode: str, outs: int, stride: tuple[int, int]) -> None:
    x = np.broadcast_to(np.arange(4000).astype(np.uint8), (1, 1 << 17, 4000))
    assert x.size > LIMIT
    spec = ConvSpec((3, 3), stride, (1, 1, 1, 1), out_channels=outs, padding_mode=mode)
    weight = np.random.default_rng(0).integers(-3, 4, spec.weight_shape)
    y: list[np.ndarray] = []
    assert peak(lambda: y.append(Conv2d().fast(spec, x, weight))) < LIMIT
    columns = [Conv2d().sample(spec, np.arange(3), np.arange(y[0].shape[2]), x, weight)]
    np.testing.assert_array_equal(y[0][:, :3], columns[0])


@pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.name)
@pytest.mark.parametrize("dtype", [np.uint8, np.float32])
@pytest.mark.parametrize("mode", ["circular", "zeros"])
def test_what_lies_between_is_a_few_bands(
    monkeypatch: pytest.MonkeyPatch, strategy: layers.Strategy, dtype: type, mode: str
) -> None:
    """A band stands for the limit: of a picture sixteen times as large, each strategy holds a few of them."""
    band = 1 << 16
    cut = Layer.cut
    monkeypatch.setattr(
        Layer, "cut", lambda self, region, channels=1, most=0: cut(self, region, channels, band)
    )
    for name in ("gemm", "mix"):
        monkeypatch.setattr(f"convviz.core.fast.{name}.BLOCK", band)
    monkeypatch.setattr("convviz.core.fast.rows.PART", band)
    monkeypatch.setattr("convviz.core.fast.crew.size", lambda: 1)  # every thread holds as much
    layer = suited(strategy, mode, dtype)
    out = np.empty(layer.shape, np.float32)
    assert peak(lambda: strategy.run(layer, out)) < 8 * band * 4


def suited(strategy: layers.Strategy, mode: str, dtype: type) -> Layer:
    """A layer on a million cells that the strategy suits."""
    rank_1 = np.outer([1, 2, 1], [1, 2.5, 1])
    for size in ((1, 1), (3, 3), (13, 13), (21, 21)):
        for stride, dilation, ins, outs in (
            (1, 1, 1, 1),
            (2, 1, 1, 1),
            (1, 2, 1, 1),
            (1, 1, 1, 4),
            (1, 1, 2, 2),
        ):
            pad = (size[0] - 1) * dilation // 2
            spec = ConvSpec(
                size, (stride, stride), (pad,) * 4, (dilation, dilation), ins, outs, padding_mode=mode
            )
            weight = np.random.default_rng(1).normal(size=spec.weight_shape)
            if size == (3, 3):
                weight[:] = rank_1
            x = np.ones((ins, 1024, 1024), dtype)
            layer = Layer(spec, x, weight, conv_shape(spec, x.shape))
            if strategy.suits(layer):
                return layer
    raise AssertionError(f"no layer here suits {strategy.name}")


def test_scratch_is_used_again_and_grows() -> None:
    scratch = Scratch()
    first = scratch.array("a", (4, 5))
    assert np.shares_memory(scratch.array("a", (2, 3), np.uint8), first)
    assert not np.shares_memory(scratch.array("b", (4, 5)), first)
    assert scratch.array("a", (40, 5)).shape == (40, 5)
    assert scratch.nbytes == 4 * (200 + 20)


def test_a_scratch_is_lent_to_one_at_a_time_and_few_are_kept() -> None:
    with borrowed() as one, borrowed() as two:
        assert one is not two
    with borrowed() as again:
        assert again in (one, two)
    loans = [borrowed() for _ in range(IDLE + 2)]
    lent = [loan.__enter__() for loan in loans]
    for loan in loans:
        loan.__exit__(None, None, None)
    with borrowed() as last:
        assert last is lent[-1]


def test_scratch_begins_elsewhere_in_each_page() -> None:
    """What is written to one place of a page waits for what is read from the same place of another."""
    scratch = Scratch()
    names = ("read", "sums", "more sums", "cells")
    for size in (100, 1 << 20):  # the second time each has to grow
        places = [scratch.array(name, (size,)).ctypes.data % 4096 for name in names]
        apart = [abs(a - b) for a in places for b in places if a != b]
        assert len(set(places)) == len(names)
        assert min(min(d, 4096 - d) for d in apart) >= 512
        assert all(place % 64 == 0 for place in places)
