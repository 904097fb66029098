from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.fast import product as products
from convviz.core.fast.product import PACKED, UNPACKED, Piece, product
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
        patch.setattr(products, "largest", lambda: Piece(limit, 5))
        product(left, right, out, Scratch())
    np.testing.assert_array_equal(out, left @ right)


SIZES = [(64, 200, 3000), (64, 576, 56), (128, 1152, 28), (3, 9000, 500), (24, 27, 9)]


@pytest.mark.parametrize("piece", [UNPACKED, PACKED])
@pytest.mark.parametrize("sizes", SIZES)
def test_no_piece_is_larger_than_the_largest(
    monkeypatch: pytest.MonkeyPatch, sizes: tuple[int, int, int], piece: Piece
) -> None:
    m, k, n = sizes
    left, right = np.ones((m, k), np.float32), np.ones((1, k, n), np.float32)
    seen: list[tuple[int, int]] = []
    matmul = np.matmul

    def spied(a: np.ndarray, b: np.ndarray, out: np.ndarray) -> np.ndarray:
        seen.append((a.size * b.shape[-1], a.shape[1]))
        return matmul(a, b, out=out)

    monkeypatch.setattr(np, "matmul", spied)
    monkeypatch.setattr(products, "largest", lambda: piece)
    product(left, right, out := np.empty((1, m, n), np.float32), Scratch())
    assert (out == k).all()
    assert max(work for work, _ in seen) <= piece.work
    assert max(deep for _, deep in seen) <= piece.deep


@pytest.mark.parametrize(
    ("baseline", "found", "expected"),
    [
        (["X86_V2"], ["X86_V3"], PACKED),
        (["X86_V2"], ["X86_V3", "X86_V4"], UNPACKED),
        (["SSE", "SSE2", "SSE3"], ["AVX2", "AVX512F", "AVX512_SKX"], UNPACKED),
        (["X86_V4"], [], UNPACKED),
        (["X86_V2"], [], PACKED),
        ([], [], PACKED),
        (["NEON", "ASIMD"], ["ASIMDHP"], PACKED),
    ],
)
def test_pieces_are_the_larger_ones_with_avx_512(
    monkeypatch: pytest.MonkeyPatch, baseline: list[str], found: list[str], expected: Piece
) -> None:
    lists = {"baseline": baseline, "found": found}
    features = {"SIMD Extensions": {name: each for name, each in lists.items() if each}}  # as NumPy does
    monkeypatch.setattr(np, "show_config", lambda mode: features)
    assert products.largest.__wrapped__() is expected


ALONE = """
import time
import numpy as np
from convviz.core.fast.product import product
from convviz.core.fast.scratch import Scratch

rng, scratch = np.random.default_rng(0), Scratch()
left, right = rng.random((64, 576), np.float32), rng.random((56, 576, 56), np.float32)
out = np.empty((56, 64, 56), np.float32)
product(left, right, out, scratch)
everybody, mine = time.process_time(), time.thread_time()
for _ in range(20):
    product(left, right, out, scratch)
print((time.thread_time() - mine) / (time.process_time() - everybody))
"""


def test_a_product_is_computed_by_the_thread_that_calls_it_alone() -> None:
    """Where BLAS divides a piece, its other threads compute, or spin, as long as this one."""
    threads = {
        "OPENBLAS_NUM_THREADS": "4"
    }  # or as many as there are cores: the tests themselves run with one
    done = subprocess.run(
        [sys.executable, "-c", ALONE], env=os.environ | threads, capture_output=True, text=True, check=True
    )
    assert float(done.stdout) > 0.9
