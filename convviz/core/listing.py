"""The present configuration as a program that runs as it is and prints the numbers on the stage.

A listing says no more than its configuration needs: without padding there is no line about padding. It
leaves the whole output in `y`, float32 (filters, rows, columns).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from numpy.typing import NDArray

from convviz.core.chain_spec import ChainSpec
from convviz.core.dense_spec import DenseSpec
from convviz.core.listings import (
    chain,
    dense,
    im2col,
    pooling,
    resizing,
    signal,
    transposed,
    unpooling,
    volume,
    with_numpy,
    with_opencv,
    with_torch,
)
from convviz.core.listings.dense import Connected
from convviz.core.listings.layer import Layer
from convviz.core.listings.pooling import Pooling
from convviz.core.listings.resizing import Resizing
from convviz.core.listings.signal import Signal
from convviz.core.listings.source import Source
from convviz.core.listings.text import Lines
from convviz.core.listings.transposed import Stamping
from convviz.core.listings.unpooling import Unpooling
from convviz.core.listings.volume import Stacked
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.sizes import Shape, conv_shape
from convviz.core.spec import ConvSpec
from convviz.core.spec_1d import Conv1dSpec
from convviz.core.spec_3d import Conv3dSpec, conv3d_shape
from convviz.core.transposed_spec import TransposedSpec
from convviz.core.unpool_spec import UnpoolSpec

__all__ = [
    "GEMM",
    "LANGUAGES",
    "Source",
    "chain_listing",
    "dense_listing",
    "listing",
    "pool_listing",
    "resize_listing",
    "signal_listing",
    "transposed_listing",
    "unpool_listing",
    "volume_listing",
]

Array = NDArray[Any]
Cells = tuple[int, range, range]
"""Channel, rows, columns."""

LANGUAGES: dict[str, Callable[[Layer], Lines]] = {
    "NumPy": with_numpy.program,
    "OpenCV": with_opencv.program,
    "PyTorch": with_torch.program,
}
"""The languages of a listing; every table below has a row for each."""


GEMM: dict[str, Callable[[Layer], Lines]] = {
    "NumPy": im2col.numpy_program,
    "OpenCV": im2col.opencv_program,
    "PyTorch": im2col.torch_program,
}
"""The same layers as one matrix product."""


def listing(
    language: str,
    spec: ConvSpec,
    weight: Array,
    bias: Array,
    source: Source,
    shown: Cells,
    programs: Mapping[str, Callable[[Layer], Lines]] = LANGUAGES,
) -> str:
    """A convolution layer as a program in one of LANGUAGES.

    Args:
        language: a key of LANGUAGES.
        spec: the layer.
        weight: (O, C/groups, kh, kw), as the operation is given it.
        bias: (O,).
        source: the input and where it comes from.
        shown: the output cells that the last line prints: channel, rows, columns.
        programs: how each language computes it: LANGUAGES directly, GEMM as a matrix product.

    Raises: SpecError where the layer does not fit the input.
    """
    shape = conv_shape(spec, source.x.shape)
    return _written(programs[language](Layer(spec, weight, bias, source, shape)), shown)


POOLING: dict[str, Callable[[Pooling], Lines]] = {
    "NumPy": pooling.with_numpy,
    "OpenCV": pooling.with_opencv,
    "PyTorch": pooling.with_torch,
}


def pool_listing(language: str, spec: PoolSpec, source: Source, shape: Shape, shown: Cells) -> str:
    """A pooling layer as a program in one of LANGUAGES; `shape` is its output's.

    After a maximum it prints the input's cells under those windows too, as unpooling leaves them. OpenCV does
    not tell where a maximum lay.
    """
    pooling = Pooling(spec, source, shape)
    program = _written(POOLING[language](pooling), shown)
    if language == "OpenCV" or not pooling.returns:
        return program
    channel, *outputs = shown
    spans = [
        f"{max(o.start * s - p, 0)}:{min((o.stop - 1) * s - p + span, i)}"
        for o, s, p, span, i in zip(
            outputs, spec.stride, spec.pads[::2], spec.span, source.x.shape[1:], strict=True
        )
    ]
    return f"{program}print(unpooled[{channel}, {', '.join(spans)}])\n"


UNPOOLING: dict[str, Callable[[Unpooling], Lines]] = {
    "NumPy": unpooling.with_numpy,
    "OpenCV": unpooling.with_opencv,
    "PyTorch": unpooling.with_torch,
}


def unpool_listing(language: str, spec: UnpoolSpec, source: Source, shape: Shape, shown: Cells) -> str:
    """An unpooling layer, and the pooling before it, as a program; `shape` is the output's."""
    return _written(UNPOOLING[language](Unpooling(spec, source, shape)), shown)


SIGNALS: dict[str, Callable[[Signal], Lines]] = {
    "NumPy": signal.with_numpy,
    "OpenCV": signal.with_opencv,
    "PyTorch": signal.with_torch,
}


def signal_listing(language: str, spec: Conv1dSpec, weight: Array, source: Source, shown: Cells) -> str:
    """A 1-D convolution as a program in one of LANGUAGES; its input has one row, or is the bits of a code."""
    return _written(SIGNALS[language](Signal(spec, weight, source)), shown)


RESIZING: dict[str, Callable[[Resizing], Lines]] = {
    "NumPy": resizing.with_numpy,
    "OpenCV": resizing.with_opencv,
    "PyTorch": resizing.with_torch,
}


def resize_listing(language: str, spec: ResizeSpec, source: Source, shown: Cells) -> str:
    """An upsampling layer as a program in one of LANGUAGES."""
    return _written(RESIZING[language](Resizing(spec, source)), shown)


CHAIN: dict[str, Callable[[PoolSpec, Shape], list[str]]] = {
    "NumPy": chain.with_numpy,
    "OpenCV": chain.with_opencv,
    "PyTorch": chain.with_torch,
}
"""How each language pools what LANGUAGES has convolved."""


def chain_listing(
    language: str, spec: ChainSpec, weight: Array, bias: Array, source: Source, shape: Shape, shown: Cells
) -> str:
    """A convolution layer and its pooling as a program in one of LANGUAGES; `shape` is the output's."""
    layer = Layer(spec.conv, weight, bias, source, conv_shape(spec.conv, source.x.shape))
    first, pooled = LANGUAGES[language](layer), spec.pool.kernel_size != (1, 1)
    more = ["", *CHAIN[language](spec.pool, shape)] if pooled else []
    return _written(Lines(first.imports, (*first.body, *more)), shown)


DENSE: dict[str, Callable[[Connected], Lines]] = {
    "NumPy": dense.with_numpy,
    "OpenCV": dense.with_opencv,
    "PyTorch": dense.with_torch,
}


def dense_listing(language: str, spec: DenseSpec, source: Source, shown: Cells) -> str:
    """A dense, local or shared layer, with the weights of its seed, as a program in one of LANGUAGES."""
    return _written(DENSE[language](Connected(spec, source)), shown)


STAMPING: dict[str, Callable[[Stamping], Lines]] = {
    "NumPy": transposed.with_numpy,
    "OpenCV": transposed.with_opencv,
    "PyTorch": transposed.with_torch,
}


def transposed_listing(
    language: str,
    spec: TransposedSpec,
    learned: tuple[Array, Array],
    source: Source,
    shape: Shape,
    shown: Cells,
) -> str:
    """A transposed convolution as a program in one of LANGUAGES.

    `learned` are weight (C, 1, kh, kw) and bias (C,), the same for every channel; `shape` is the output's.
    """
    weight, bias = learned
    layer = Stamping(spec, weight[0, 0], float(bias[0]), source, shape)
    return _written(STAMPING[language](layer), shown)


STACKS: dict[str, Callable[[Stacked], Lines]] = {
    "NumPy": volume.with_numpy,
    "OpenCV": volume.with_opencv,
    "PyTorch": volume.with_torch,
}


def volume_listing(
    language: str, spec: Conv3dSpec, learned: tuple[Array, Array], source: Source, shown: Cells
) -> str:
    """A convolution of a stack as a program in one of LANGUAGES; `learned` are weight and bias."""
    weight, bias = learned
    shape = conv3d_shape(spec, source.x.shape)
    stacked = Stacked(spec, weight[0], float(bias[0]), source, shape)
    return _written(STACKS[language](stacked), shown)


def _written(program: Lines, shown: Cells) -> str:
    channel, rows, cols = shown
    last = f"print(y[{channel}, {rows.start}:{rows.stop}, {cols.start}:{cols.stop}])"
    return "\n".join((*_sorted(program.imports), "", *program.body, last, ""))


def _sorted(imports: tuple[str, ...]) -> list[str]:
    """The standard library first, then others, then from … import …."""
    standard = sorted(line for line in imports if line in ("import base64", "import zlib"))
    others = sorted({*imports} - {*standard}, key=lambda line: (line.startswith("from"), line))
    return [*standard, "", *others] if standard else others
