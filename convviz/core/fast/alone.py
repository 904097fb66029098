"""BLAS in the thread that calls it alone, while threads of the program's own share a layer.

Where it divides each of their products once more, its threads wait, spinning, for each other and for those
that are busy here. OpenBLAS divides products of half a million multiply-accumulates or more, on processors
with AVX-512 of a million: 64 channels to 64, 3 × 3 on 56 × 56, took 25 ms on two cores in place of 4.
"""

from __future__ import annotations

from collections.abc import Sized
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def alone(blocks: Sized) -> AbstractContextManager[object]:
    """Within it BLAS takes one thread, if there are several blocks to share; afterwards as many as before."""
    return _blas().limit(limits=1) if len(blocks) > 1 else nullcontext()


@cache
def _blas() -> ThreadpoolController:
    """Those loaded, OpenBLAS, MKL or others; they are looked for when needed, which takes 10 ms."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")
