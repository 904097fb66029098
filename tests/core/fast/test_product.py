from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.fast import product as products
from convviz.core.fast.product import product
from convviz.core.fast.scratch import Scratch


@given(
    sizes=st.tuples(st.integers(1, 3), st.integers(1, 40), *[st.integers(1, 12)] * 2),
    limit=st.sampled_from((1, 20, 300)),
    padding=st.integers(0, 3),
)
def test_pieces_make_one_product(sizes: tuple[int, int, int, int], limit: int, padding: int) -> None:
    (count, m, k, n), rng = sizes, np.random.default_rng(0)
    left = rng.integers(-9, 9, (m, k)).astype(np.float32)
    right = rng.integers(-9, 9, (count, k, n + padding)).astype(np.float32)[..., :n]
    out = np.full((count, m, n + padding), np.nan, np.float32)[..., :n]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("LIMIT", limit), ("DEEP", 5)):
            patch.setattr(products, name, value)
        product(left, right, out, Scratch())
    np.testing.assert_array_equal(out, left @ right)


@pytest.mark.parametrize(
    "sizes", [(64, 200, 3000), (64, 576, 56), (128, 1152, 28), (3, 9000, 500), (24, 27, 9)]
)
def test_no_piece_is_so_large_that_blas_divides_it(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, int, int]
) -> None:
    m, k, n = sizes
    left, right = np.ones((m, k), np.float32), np.ones((1, k, n), np.float32)
    seen: list[int] = []
    matmul = np.matmul

    def spied(a: np.ndarray, b: np.ndarray, out: np.ndarray) -> np.ndarray:
        seen.append(a.size * b.shape[-1])
        return matmul(a, b, out=out)

    monkeypatch.setattr(np, "matmul", spied)
    product(left, right, out := np.empty((1, m, n), np.float32), Scratch())
    assert (out == k).all()
    assert max(seen) < 1_000_000
