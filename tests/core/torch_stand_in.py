"""The few names of PyTorch that a listing uses, their convolution and padding computed by onnxruntime.

PyTorch itself is hundreds of megabytes; these mean the same, and nothing of them is this program's own.
"""

from types import ModuleType

import numpy as np
import onnx
import onnxruntime
from onnx import helper

_ONNX_MODES = {"constant": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}


class Tensor(np.ndarray):
    def flip(self, *dims: int) -> "Tensor":
        return np.flip(self, dims).copy().view(Tensor)

    def repeat(self, *times: int) -> "Tensor":
        return np.tile(np.asarray(self), times).view(Tensor)

    def flatten(self, start: int = 0) -> "Tensor":
        return self.reshape(*self.shape[:start], -1)

    def sum(self, *axes: int) -> "Tensor":
        return np.asarray(self).sum(axes or None).view(Tensor)


def tensor(values, dtype) -> Tensor:
    return np.array(values, dtype).view(Tensor)


def run(op: str, *inputs: np.ndarray, **attributes) -> Tensor:
    """One ONNX operator's output."""
    names = [f"input{n}" for n in range(len(inputs))]
    shapes = [helper.make_tensor_value_info(n, _type(x), x.shape) for n, x in zip(names, inputs, strict=True)]
    outputs = attributes.pop("outputs", ["y"])
    of = onnx.TensorProto.INT64 if len(outputs) > 1 else onnx.TensorProto.FLOAT
    out = helper.make_tensor_value_info("y", of, None)
    graph = helper.make_graph([helper.make_node(op, names, outputs, **attributes)], "g", shapes, [out])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    values = {n: np.ascontiguousarray(x) for n, x in zip(names, inputs, strict=True)}
    return session.run(None, values)[0].view(Tensor)


def _type(x: np.ndarray) -> int:
    return helper.np_dtype_to_tensor_dtype(x.dtype)


def conv2d(x, w, b=None, stride=1, padding=(0, 0), dilation=(1, 1), groups=1) -> Tensor:
    if padding == "same":
        totals = [d * (k - 1) for d, k in zip(dilation, w.shape[2:], strict=True)]
        assert not any(total % 2 for total in totals), "PyTorch would warn of an odd total"
        padding = [total // 2 for total in totals]
    operands = (x[None], w) if b is None else (x[None], w, b)
    strides = (stride, stride) if isinstance(stride, int) else stride
    pads = [*padding, *padding]
    return run("Conv", *operands, strides=strides, pads=pads, dilations=dilation, group=groups)[0]


def _pool(op: str, x, k, stride, padding, ceil_mode, **attributes) -> Tensor:
    pads = [*padding, *padding]
    ceil = int(ceil_mode)
    y = run(op, x[None], kernel_shape=k, strides=stride, pads=pads, ceil_mode=ceil, **attributes)[0]
    if y.dtype == np.float32:
        y[y == np.finfo(np.float32).min] = -np.inf  # a window of nothing but padding, to ONNX Runtime
    return y


def max_pool2d(
    x, k, stride, padding=(0, 0), dilation=(1, 1), ceil_mode=False, return_indices=False
) -> Tensor | tuple[Tensor, Tensor]:
    y = _pool("MaxPool", x, k, stride, padding, ceil_mode, dilations=dilation)
    if not return_indices:
        return y
    shared = {
        "dilations": dilation,
        "outputs": ["maxima", "y"],
    }  # ONNX counts through all channels, PyTorch in each
    places = _pool("MaxPool", x, k, stride, padding, ceil_mode, **shared)
    return y, places % (x.shape[-2] * x.shape[-1])


def max_unpool2d(y, indices, k, stride, padding=(0, 0), output_size=None) -> Tensor:
    """ONNX Runtime's MaxUnpool wants the size it would choose; this is its definition."""
    least = [(n - 1) * s - 2 * p + w for n, s, p, w in zip(y.shape[-2:], stride, padding, k, strict=True)]
    assert all(abs(o - size) < s for o, size, s in zip(output_size, least, stride, strict=True))
    unpooled = np.zeros((len(y), output_size[0] * output_size[1]), y.dtype)
    np.put_along_axis(unpooled, indices.reshape(len(y), -1), y.reshape(len(y), -1), 1)
    return unpooled.reshape(len(y), *output_size).view(Tensor)


def avg_pool2d(x, k, stride, padding=(0, 0), ceil_mode=False, count_include_pad=True) -> Tensor:
    return _pool("AveragePool", x, k, stride, padding, ceil_mode, count_include_pad=int(count_include_pad))


def conv1d(x, w, stride=1, padding=0, dilation=1, groups=1) -> Tensor:
    pads = [padding, padding]
    return run("Conv", x[None], w, strides=[stride], pads=pads, dilations=[dilation], group=groups)[0]


def conv3d(x, w, b=None, stride=(1, 1, 1), padding=(0, 0, 0), dilation=(1, 1, 1)) -> Tensor:
    operands = (x, w) if b is None else (x, w, b)
    return run("Conv", *operands, strides=stride, pads=[*padding, *padding], dilations=dilation)


def unfold(x, kernel_size, dilation=(1, 1), stride=(1, 1)) -> Tensor:
    """A convolution whose every filter picks one tap of one channel."""
    taps = x.shape[1] * kernel_size[0] * kernel_size[1]
    one_hot = np.eye(taps, dtype=np.float32).reshape(taps, x.shape[1], *kernel_size)
    return conv2d(x[0], one_hot, stride=stride, dilation=dilation).reshape(1, taps, -1)


_RESIZES = {
    "nearest": {"mode": "nearest", "nearest_mode": "floor", "coordinate_transformation_mode": "asymmetric"},
    "nearest-exact": {"mode": "nearest", "nearest_mode": "round_prefer_ceil"},
    "bilinear": {"mode": "linear"},
    "bicubic": {"mode": "cubic", "cubic_coeff_a": -0.75},
}


def _shared_out(x, axis, factor) -> np.ndarray:
    """The mean of every cell that each output cell touches: adaptive pooling, which ONNX does not have."""
    n = x.shape[axis]
    o = int(n * factor)
    starts, stops = np.arange(o) * n // o, (np.arange(1, o + 1) * n - 1) // o + 1
    parts = [x.take(range(a, b), axis).mean(axis, keepdims=True) for a, b in zip(starts, stops, strict=True)]
    return np.concatenate(parts, axis)


def interpolate(x, scale_factor, mode, align_corners=False) -> Tensor:
    if mode == "area":
        return _shared_out(_shared_out(x, 2, scale_factor[0]), 3, scale_factor[1]).view(Tensor)
    corners = {"coordinate_transformation_mode": "align_corners"} if align_corners else {}
    axes = zip(x.shape[2:], scale_factor, strict=True)
    scales = np.float32([1, 1, *(1 if mode == "bilinear" and int(n * f) == n else f for n, f in axes)])
    return run("Resize", x, np.array([], np.float32), scales, **(_RESIZES[mode] | corners))


def conv_transpose2d(
    x, w, b=None, stride=(1, 1), padding=(0, 0), output_padding=(0, 0), groups=1, dilation=(1, 1)
) -> Tensor:
    if any(added >= step for added, step in zip(output_padding, stride, strict=True)):
        return _transposed_beyond(x, w, b, stride, padding, output_padding, groups, dilation)
    operands = (x[None], w) if b is None else (x[None], w, b)
    attributes = {"strides": stride, "pads": [*padding, *padding], "output_padding": output_padding}
    return run("ConvTranspose", *operands, **attributes, dilations=dilation, group=groups)[0]


def _transposed_beyond(x, w, b, stride, padding, output_padding, groups, dilation) -> Tensor:
    """With as many cells added as the stride has or more, which ONNX Runtime refuses and PyTorch does not.

    Those that are added stand behind all stamps, before the padding is cut off.
    """
    y = run("ConvTranspose", x[None], w, strides=stride, dilations=dilation, group=groups)[0]
    y = np.pad(y, ((0, 0), *((0, added) for added in output_padding)))
    rows, cols = (slice(cut, n - cut) for cut, n in zip(padding, y.shape[1:], strict=True))
    y = y[:, rows, cols] if b is None else y[:, rows, cols] + b[:, None, None]
    return y.astype(np.float32).view(Tensor)


def pad(x, pads, mode="constant", value=0.0) -> Tensor:
    none = [0] * (x.ndim - len(pads) // 2)
    places = np.array([*none, *pads[-2::-2], *none, *pads[::-2]], np.int64)  # pads: last axis first
    return run("Pad", x, places, np.float32([value]).reshape(()), mode=_ONNX_MODES[mode])


def linear(x, w, b) -> Tensor:
    return run("Gemm", x[None], w, b, transB=1)[0]


def module() -> dict[str, ModuleType]:
    """What goes into sys.modules as torch, torch.nn and torch.nn.functional."""
    torch, nn, functional = (ModuleType(name) for name in ("torch", "torch.nn", "torch.nn.functional"))
    torch.tensor, torch.float32, torch.nn, nn.functional = tensor, np.float32, nn, functional
    torch.from_numpy = lambda array: array.view(Tensor)
    torch.tanh = np.tanh
    torch.ones_like = np.ones_like
    torch.sigmoid = lambda y: run("Sigmoid", y)
    functional.conv1d, functional.conv_transpose2d = conv1d, conv_transpose2d
    functional.linear, functional.conv3d = linear, conv3d
    functional.max_pool2d, functional.avg_pool2d = max_pool2d, avg_pool2d
    functional.max_unpool2d = max_unpool2d
    functional.conv2d, functional.pad, functional.unfold = conv2d, pad, unfold
    functional.interpolate = interpolate
    torch.cat = lambda tensors: np.concatenate(tensors).view(Tensor)
    functional.relu = lambda y: run("Relu", y)
    functional.leaky_relu = lambda y, slope: run("LeakyRelu", y, alpha=float(slope))
    return {"torch": torch, "torch.nn": nn, "torch.nn.functional": functional}
