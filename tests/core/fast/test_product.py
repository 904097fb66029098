from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.fast import product as products
from convviz.core.fast.product import product
from convviz.core.fast.scratch import Scratch


@given(
    stack=st.sampled_from(((), (2,), (2, 3))),
    sizes=st.tuples(*[st.integers(1, 12)] * 3),
    pairs=st.integers(1, 3),
    limit=st.sampled_from((1, 20, 300)),
    padding=st.integers(0, 3),
)
def test_pieces_make_one_product(
    stack: tuple[int, ...], sizes: tuple[int, int, int], pairs: int, limit: int, padding: int
) -> None:
    (m, k, n), rng = sizes, np.random.default_rng(0)
    lefts = rng.integers(-9, 9, (pairs, *stack, m, k)).astype(np.float32)
    rights = rng.integers(-9, 9, (pairs, *stack, k, n + padding)).astype(np.float32)[..., :n]
    out = np.full((*stack, m, n + padding), np.nan, np.float32)[..., :n]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("LIMIT", limit), ("ROWS", 5), ("INNER", 4)):
            patch.setattr(products, name, value)
        product(list(zip(lefts, rights, strict=True)), out, Scratch())
    np.testing.assert_array_equal(out, (lefts @ rights).sum(axis=0))


def test_no_piece_is_so_large_that_blas_divides_it(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = np.ones((64, 200), np.float32), np.ones((200, 3000), np.float32)
    seen: list[int] = []
    matmul = np.matmul

    def spied(a: np.ndarray, b: np.ndarray, out: np.ndarray) -> np.ndarray:
        seen.append(a.size * b.shape[-1])
        return matmul(a, b, out=out)

    monkeypatch.setattr(np, "matmul", spied)
    product([(left, right)], out := np.empty((64, 3000), np.float32), Scratch())
    assert (out == 200).all()
    assert max(seen) < 1_000_000
