from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.fast import crew, gemm
from convviz.core.fast.layer import Layer
from convviz.core.fast.product import product
from convviz.core.fast.scratch import PAGE, Scratch
from convviz.core.operations.conv2d import Conv2d
from convviz.core.sizes import conv_shape
from convviz.core.spec import ConvSpec


@pytest.mark.parametrize("block", [1, 700, 1 << 20])
def test_blocks_of_rows_make_one_picture(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(gemm, "BLOCK", block)
    spec = ConvSpec(
        stride=(2, 1), dilation=(1, 2), padding=(1, 0, 2, 1), in_channels=8, out_channels=6, groups=2
    )
    rng = np.random.default_rng(4)
    x, weight = rng.integers(0, 256, (8, 17, 13), np.uint8), rng.integers(-3, 4, spec.weight_shape)
    np.testing.assert_array_equal(Conv2d().fast(spec, x, weight), Conv2d().reference(spec, x, weight))


@given(
    kernel=st.tuples(*[st.integers(1, 4)] * 2),
    stride=st.tuples(*[st.integers(1, 5)] * 2),
    dilation=st.tuples(*[st.integers(1, 4)] * 2),
    block=st.sampled_from((1, 300, 3000, 1 << 20)),
    threads=st.integers(1, 5),
)
def test_parts_cover_the_output_once_and_their_windows_stay_small(
    kernel: tuple[int, int], stride: tuple[int, int], dilation: tuple[int, int], block: int, threads: int
) -> None:
    spec = ConvSpec(kernel, stride, (0, 0, 0, 0), dilation, in_channels=3, out_channels=2)
    x = np.zeros((3, 60, 50), np.float32)
    layer = Layer(spec, x, np.ones(spec.weight_shape), conv_shape(spec, x.shape))
    covered = np.zeros(layer.shape[1:], int)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gemm, "BLOCK", block)
        patch.setattr(gemm, "DIVIDED", 1000)
        patch.setattr(crew, "size", lambda: threads)
        parts = list(gemm.parts(layer))
    if layer.plane_cells * layer.filters.size > 1000:
        assert max(part.rows for part in parts) <= -(-layer.shape[1] // threads)
    for part in parts:
        covered[part.place] += 1
        scratch = Scratch()
        rows = [some for some, _ in gemm.windows(layer.on(scratch), range(3), part)]
        assert sorted(row for some in rows for row in range(part.rows)[some]) == list(range(part.rows))
        windows = scratch.array("windows", (0,))  # what was made for the last rows
        assert windows.base is not None
        made = (windows.base.nbytes - PAGE) // 4
        assert made <= max(block, gemm.WIDE * layer.filters[0].size)
    assert (covered == 1).all()


def test_a_row_of_windows_is_copied_once_for_all_that_share_it(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[int] = []
    copyto = np.copyto

    def spied(target: np.ndarray, source: np.ndarray) -> None:
        copied.append(source.size)
        copyto(target, source)

    monkeypatch.setattr(gemm.np, "copyto", spied)
    spec = ConvSpec((5, 3), padding="same", in_channels=4, out_channels=4)
    x = np.random.default_rng(0).random((4, 20, 20), np.float32)
    weight = np.random.default_rng(1).normal(size=spec.weight_shape)
    found = Conv2d().fast(spec, x, weight)
    assert copied == [24 * 3 * 4 * 20]  # not 20 · 5 rows of them
    np.testing.assert_allclose(found, Conv2d().reference(spec, x, weight), rtol=0, atol=1e-4)


@given(data=st.data())
def test_one_column_of_outputs_is_computed_as_one_row(data: st.DataObject) -> None:
    kh, stride, dilation = (data.draw(st.integers(1, 4)) for _ in range(3))
    pads = data.draw(st.tuples(*[st.integers(0, 2)] * 2))
    spec = ConvSpec(
        (kh, 3), (stride, 2), (*pads, 1, 0), (dilation, 1), in_channels=4, out_channels=6, groups=2
    )
    rng = np.random.default_rng(5)
    x, weight = rng.integers(0, 256, (4, 30, 2), np.uint8), rng.integers(-3, 4, spec.weight_shape)
    shape = conv_shape(spec, x.shape)
    assert shape[2] == 1
    made: list[tuple[int, ...]] = []

    def spied(*of: np.ndarray) -> None:
        made.append(of[2].shape)
        product(*of)  # type: ignore[arg-type]

    out = np.full(shape, np.nan, np.float32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gemm, "product", spied)
        gemm.STRATEGY.run(Layer(spec, x, weight.astype(np.float64), shape), out)
    np.testing.assert_array_equal(out, Conv2d().reference(spec, x, weight))
    assert set(made) == {(1, 3, shape[1])}
