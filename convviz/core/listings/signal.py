"""A convolution along one row in NumPy, OpenCV and PyTorch; of bits, an encoder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from convviz.core.border import NUMPY_MODES
from convviz.core.listings.source import Source, input_lines
from convviz.core.listings.text import Lines, literal, number, numpy_mode, torch_mode
from convviz.core.spec_1d import Conv1dSpec

Array = NDArray[Any]

WRITTEN_OUT = 64
"""The longest signal that is written out as numbers where it could be read from its picture."""
MODULO = "y = y % 2  # exclusive or"
CODE = 'print(" ".join("".join(str(int(bit)) for bit in bits) for bits in y[:, 0].T))  # the code'


@dataclass(frozen=True, eq=False)
class Signal:
    """A convolution on the single row of its source, with weight (O, 1, 1, k)."""

    spec: Conv1dSpec
    weight: Array
    source: Source

    @property
    def kernel(self) -> str:
        """The weights of the one kernel that every channel has."""
        return literal(self.weight[0, 0, 0])

    @property
    def generators(self) -> str:
        """The generators of a code, one row each."""
        return literal(self.weight[:, 0, 0])

    @property
    def pads(self) -> tuple[int, int]:
        """Cells before and after."""
        return self.spec.pads[2:]

    @property
    def written_out(self) -> bool:
        """Whether the input is written as numbers: a short one, or one that is nowhere to be read."""
        nowhere = self.source.path is None and self.source.sample is None
        return self.source.x.shape[-1] <= WRITTEN_OUT or (nowhere and self.source.small)


def with_numpy(signal: Signal) -> Lines:
    """np.convolve is convolution, np.correlate correlation; both slide over all that is padded."""
    spec, start = signal.spec, _input(signal, "np.array", "np.float32")
    if spec.binary:
        body = (
            *start.body,
            f"g = np.array({signal.generators}, np.float32)  # generators",
            "",
            "y = np.stack([[np.convolve(x[0, 0], row)] for row in g])",
            *_encoded(),
        )
        return Lines(("import numpy as np", *start.imports), body)
    name = "convolve" if spec.flip else "correlate"
    step = f"[:, :, ::{spec.stride[1]}]" if spec.stride[1] > 1 else ""
    body = (
        *start.body,
        *_kernel(signal),
        "",
        *_padded(signal),
        f'y = np.stack([[np.{name}(row[0], g, "valid")] for row in x]){step}',
        "y = y.astype(np.float32)",
    )
    return Lines(("import numpy as np", *start.imports), body)


def with_opencv(signal: Signal) -> Lines:
    """filter2D on a picture one row high; it is correlation, so that a flipped kernel is turned first."""
    spec, start = signal.spec, _input(signal, "np.array", "np.float32")
    imports = ("import cv2", "import numpy as np", *start.imports)
    taps = "row[np.newaxis, ::-1]" if spec.binary else "g[np.newaxis, ::-1]" if spec.flip else "g[np.newaxis]"
    plane = "x[0]" if spec.binary else "plane"
    each = "for row in g" if spec.binary else "for plane in x"
    first = (
        [f"g = np.array({signal.generators}, np.float32)  # generators"] if spec.binary else _kernel(signal)
    )
    body = [*start.body, *first, "", *_padded(signal)]
    body.append(f"y = np.stack([cv2.filter2D({plane}, -1, {taps}, anchor=(0, 0)) {each}])")
    body.append(f"y = y[:, :, : {_last(signal)} : {spec.stride[1]}]  # windows that fit, stride")
    body += _encoded() if spec.binary else []
    return Lines(imports, tuple(body))


def with_torch(signal: Signal) -> Lines:
    """conv1d, which is correlation."""
    spec, x = signal.spec, signal.source.x
    start = _input(signal, "torch.tensor", "dtype=torch.float32")
    lines = list(start.body)
    if not signal.written_out:
        lines.append("x = torch.from_numpy(x)")
    lines.append("x = x[:, 0]  # channels, columns")
    weights = f"[[row] for row in {signal.generators}]" if spec.binary else f"[[{signal.kernel}]]"
    copies = f".repeat({len(x)}, 1, 1)" if len(x) > 1 else ""
    lines.append(f"w = torch.tensor({weights}, dtype=torch.float32){copies}  # filters, channels, taps")
    lines += ["w = w.flip(2)  # true convolution"] if spec.flip else []
    before, after = signal.pads
    own = spec.padding_mode not in NUMPY_MODES and not spec.border_value and before == after
    if (before or after) and not own:
        lines.append(f"x = F.pad(x, ({before}, {after}){_torch_mode(spec)})")
    arguments = ["x", "w"]
    arguments += [f"stride={spec.stride[1]}"] if spec.stride[1] > 1 else []
    arguments += [f"padding={before}"] if own and before else []
    arguments += [f"dilation={spec.dilation[1]}"] if spec.dilation[1] > 1 else []
    arguments += [f"groups={spec.groups}"] if spec.groups > 1 else []
    lines += ["", f"y = F.conv1d({', '.join(arguments)})[:, None]  # channels, one row, columns"]
    lines += [MODULO, CODE] if spec.binary else []
    numpy = () if signal.written_out else ("import numpy as np",)
    return Lines(("import torch", "import torch.nn.functional as F", *numpy, *start.imports), tuple(lines))


def _input(signal: Signal, make: str, dtype: str) -> Lines:
    """`x` (channels, 1, columns)."""
    if signal.written_out:
        x = literal(signal.source.x)
        return Lines((), (f"x = {make}({x}, {dtype})  # channels, one row, columns",))
    return input_lines(signal.source, most=0)


def _kernel(signal: Signal) -> list[str]:
    """`g`, with zeros between its taps where it is dilated."""
    dilation, span = signal.spec.dilation[1], signal.spec.span[1]
    if dilation == 1:
        return [f"g = np.array({signal.kernel})"]
    return [f"g = np.zeros({span})", f"g[::{dilation}] = {signal.kernel}  # dilation"]


def _padded(signal: Signal) -> list[str]:
    if not any(signal.pads):
        return []
    mode, value = numpy_mode(signal.spec.padding_mode), signal.spec.border_value
    more = f", constant_values={number(value)}" if value else ""
    return [f"x = np.pad(x, ((0, 0), (0, 0), {signal.pads}){mode}{more})"]


def _torch_mode(spec: Conv1dSpec) -> str:
    value = f", value={number(spec.border_value)}" if spec.border_value else ""
    return torch_mode(spec.padding_mode) + value


def _last(signal: Signal) -> int:
    """The column behind the last that a whole window begins in."""
    cells = int(signal.source.x.shape[2])
    return cells + sum(signal.pads) - signal.spec.span[1] + 1


def _encoded() -> tuple[str, ...]:
    return (MODULO, "y = y.astype(np.float32)", CODE)
