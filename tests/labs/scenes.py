"""Scenes that are hard to draw, each for its own reason, on pictures made here."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from convviz.figure.figure import Figure, Size, Spot
from convviz.labs import lab_of
from convviz.labs.lab import Look
from convviz.labs.story import Source, Story, tell
from convviz.labs.window import View, look_at
from convviz.scene.dense import DenseLayer
from convviz.scene.pool import PoolLayer
from convviz.scene.resize import ResizeLayer
from convviz.scene.scene import (
    ChainLayer,
    ConvLayer,
    DilatedLayer,
    Drawn,
    GroupsLayer,
    Im2colLayer,
    Preset,
    Region,
    Scene,
    TransposedLayer,
    replace,
)
from convviz.scene.signal import SignalLayer
from convviz.scene.unpool import UnpoolLayer
from convviz.scene.volume import VolumeLayer

STAGE = Size(760, 360)


def noise(channels: int, height: int, width: int, top: float = 255, dtype: Any = np.uint8) -> NDArray[Any]:
    """A picture (C, H, W) with values from 0 to `top`."""
    values = np.random.default_rng(0).random((channels, height, width)) * top
    return values.astype(dtype)


GREY = Source("A grey picture", noise(1, 300, 400), 255.0)
COLOUR = Source("A colour picture", noise(3, 300, 400), 255.0)
SMALL = Source("small", noise(1, 8, 8), 255.0)
TINY = Source("tiny", noise(1, 2, 3), 255.0)
DEEP = Source("sixteen bits", (65535 - noise(1, 40, 40, 9, np.uint16)).astype(np.uint16), 65535.0)
FLOAT = Source("floats", noise(1, 40, 40, 1, np.float32), 1.0)
MANY = Source("many channels", noise(64, 20, 20), 255.0)
CLIP = Source("a clip", noise(6, 30, 40), 255.0)
LONG = Source("IMG_20240229_a_photograph_with_a_very_long_name.jpeg", noise(1, 3000, 4000), 255.0)


def drawn(height: int, width: int) -> Drawn:
    """A kernel with the weights −2 to 2."""
    return Drawn(tuple(tuple(float((i + 2 * j) % 5 - 2) for j in range(width)) for i in range(height)))


SEVEN, ROW = Region(0, 0, 7, 7), Region(3, 0, 1, 24)
THREE, FIVE = Region(3, 3, 3, 3), Region(100, 100, 5, 5)


def scene(*kernels: Any, region: Region = SEVEN, show: str = "signed", **layer: Any) -> Scene:
    """A scene with a filter of these kernels, by default Sobel's."""
    filters = (tuple(kernels) or (Preset("sobel-x"),),)
    return Scene(layer=ConvLayer(filters=filters, **layer), region=region, show=show)


def pooled(region: Region = SEVEN, **layer: Any) -> Scene:
    """A scene with a pooling layer."""
    return Scene(layer=PoolLayer(**layer), region=region, show="clamp")


def unpooled(region: Region = SEVEN, **layer: Any) -> Scene:
    """A scene with an unpooling layer."""
    return Scene(layer=UnpoolLayer(**layer), region=region, show="clamp")


def signal(region: Region = ROW, show: str = "signed", **layer: Any) -> Scene:
    """A scene with a convolution along rows."""
    return Scene(layer=SignalLayer(**layer), region=region, show=show)


def unrolled(*kernels: Any, region: Region = SEVEN, show: str = "signed", **layer: Any) -> Scene:
    """A scene with a convolution shown as matrices."""
    filters = (tuple(kernels) or (Preset("sobel-x"),),)
    return Scene(
        layer=Im2colLayer(**{"filters": filters, **layer}),
        region=region,
        show=show,
    )


def resized(region: Region = SEVEN, **layer: Any) -> Scene:
    """A scene with an upsampling layer."""
    return Scene(layer=ResizeLayer(**layer), region=region, show="clamp")


def dilated(*kernels: Any, region: Region = FIVE, **layer: Any) -> Scene:
    """A scene with a dilated layer, its filter by default Sobel's."""
    filters = (tuple(kernels) or (Preset("sobel-x"),),)
    return Scene(layer=DilatedLayer(filters=filters, **layer), region=region)


def chained(*kernels: Any, region: Region = THREE, **layer: Any) -> Scene:
    """A scene with a whole layer, its filter by default Sobel's."""
    filters = (tuple(kernels) or (Preset("sobel-x"),),)
    return Scene(layer=ChainLayer(filters=filters, **layer), region=region)


def grouped(groups: int = 2, region: Region = SEVEN, output: int = 0, **layer: Any) -> Scene:
    """A scene with a layer of groups, by default of 8 feature maps and 8 filters."""
    return Scene(layer=GroupsLayer(groups=groups, **layer), region=region, output=output)


def alike(count: int, *kernels: Any) -> dict[str, Any]:
    """A layer's choice of so many filters of the same kernels."""
    return {"filters": (kernels,) * count, "bias": tuple(float(n) for n in range(count))}


def connected(connections: str, region: Region = SEVEN, **layer: Any) -> Scene:
    """A scene with a dense, local or shared layer."""
    return Scene(layer=DenseLayer(connections=connections, **layer), region=region)


def transposed(kernel: Any = None, region: Region = SEVEN, **layer: Any) -> Scene:
    """A scene with a transposed convolution, by default of ones."""
    filters = {"filters": ((kernel,),)} if kernel else {}
    return Scene(layer=TransposedLayer(**filters, **layer), region=region, show="stretch")


def stacked(region: Region = SEVEN, output: int = 2, show: str = "signed", **layer: Any) -> Scene:
    """A scene with a convolution of a stack."""
    return Scene(layer=VolumeLayer(**layer), region=region, output=output, show=show)


def story(of: Scene, source: Source = SMALL) -> Story:
    return tell(of, source, lab_of(of))


def at(told: Story, t: float, spot: Spot | None = None) -> View:
    return look_at(told, told.timeline.at(t), spot)


def figure(told: Story, t: float, spot: Spot | None = None, size: Size = STAGE) -> Figure:
    return lab_of(told.scene).draw(told, told.timeline.at(t), Look(size, spot))


NINE = Region(100, 100, 9, 9)
CASES: dict[str, tuple[Scene, Source]] = {
    "plain": (scene(), GREY),
    "nine": (scene(region=NINE), GREY),
    "corner of a photo": (scene(region=Region(2990, 3990, 9, 9)), LONG),
    "15 × 15": (scene(drawn(15, 15), region=NINE), GREY),
    "63 × 63": (scene(drawn(63, 63), region=NINE), GREY),
    "63 × 2": (scene(drawn(63, 2), region=NINE), GREY),
    "1 × 63": (scene(drawn(1, 63), region=NINE), GREY),
    "1 × 1": (scene(drawn(1, 1), region=Region(3, 3, 1, 1)), GREY),
    "even": (scene(drawn(4, 2), bias=(0.5,), flip=True), GREY),
    "one cell": (scene(drawn(8, 8), padding="valid"), SMALL),
    "narrower than the window": (scene(drawn(5, 5), padding=(4, 4, 4, 4)), TINY),
    "huge padding": (scene(padding=(40, 40, 40, 40), region=Region(0, 0, 60, 60)), TINY),
    "region larger than the output": (scene(region=Region(0, 0, 64, 64)), SMALL),
    "stride beyond the kernel": (scene(padding="valid", stride=(7, 6)), GREY),
    "dilation 8": (scene(dilation=(8, 8), padding="same", padding_mode="circular"), GREY),
    "reflect": (scene(padding=(2, 1, 0, 3), padding_mode="reflect", stride=(2, 2)), SMALL),
    "replicate": (scene(padding=(2, 2, 2, 2), padding_mode="replicate", dilation=(2, 2)), SMALL),
    "constant": (scene(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=-12.5), SMALL),
    "TensorFlow's SAME": (scene(drawn(5, 2), padding="same-tf", stride=(2, 3)), SMALL),
    "64 × 64": (scene(region=Region(50, 50, 64, 64)), GREY),
    "16 bit": (scene(region=Region(3, 3, 9, 9)), DEEP),
    "floats": (scene(Preset("gaussian-3x3"), region=Region(3, 3, 9, 9)), FLOAT),
    "clamped": (scene(show="clamp", bias=(-3.0,), activation="leaky_relu"), GREY),
    "offset": (scene(show="offset", activation="sigmoid"), GREY),
    "each channel": (scene(show="stretch"), COLOUR),
    "three summed": (scene(mix="sum", bias=(-1234.5,), activation="relu"), COLOUR),
    "three summed, 15 × 15": (scene(drawn(15, 15), mix="sum", flip=True), COLOUR),
    "many summed": (scene(drawn(5, 5), mix="sum"), MANY),
    "sixteen bit summed": (scene(mix="sum"), Source("deep", DEEP.planes.repeat(3, 0), 65535.0)),
    "a comb": (dilated(), GREY),
    "a comb at the edge": (dilated(region=SEVEN, padding_mode="reflect", stack=(2, 2, 2)), SMALL),
    "a comb of a photo": (dilated(region=Region(2990, 3990, 9, 9), view="layer"), LONG),
    "a comb that is none": (dilated(dilation=(1, 1), stack=(1, 1, 1), bias=(-30.5,)), DEEP),
    "an uneven comb": (dilated(drawn(4, 2), dilation=(1, 5), stack=(1, 4)), GREY),
    "a comb of one tooth": (dilated(drawn(1, 1), stack=(3,)), FLOAT),
    "a large comb": (dilated(drawn(15, 15), dilation=(3, 3), stack=(8, 16, 32)), GREY),
    "combs of three channels": (dilated(mix="sum"), COLOUR),
    "a stack": (dilated(view="stack"), GREY),
    "a stack with gridding": (dilated(view="stack", stack=(2, 2, 2)), TINY),
    "a stack of six": (dilated(view="stack", stack=(1, 2, 4, 8, 16, 32), region=NINE), LONG),
    "a stack of uneven kernels": (dilated(drawn(1, 5), view="stack", stack=(3, 5)), DEEP),
    "a stack of the largest": (dilated(drawn(63, 63), view="stack", stack=(32,) * 6), GREY),
    "a stack of single taps": (dilated(drawn(1, 1), view="stack", stack=(1, 2)), FLOAT),
    "a stack of three channels": (dilated(view="stack", mix="sum", stack=(1, 32)), COLOUR),
    "max pooling": (pooled(), GREY),
    "overlapping maxima": (pooled(kernel_size=(3, 3), stride=(2, 2), padding=(1, 1)), SMALL),
    "dilated maxima": (pooled(kernel_size=(2, 3), stride=(1, 1), dilation=(2, 2)), SMALL),
    "averages that hang over": (
        pooled(kind="avg", kernel_size=(3, 3), padding=(1, 1), ceil_mode=True, count_include_pad=False),
        SMALL,
    ),
    "a window that hangs over": (pooled(kernel_size=(3, 3), ceil_mode=True), SMALL),
    "deep maxima": (pooled(kernel_size=(5, 5), stride=(5, 5)), DEEP),
    "pooled floats": (pooled(kind="avg"), FLOAT),
    "unpooling": (unpooled(Region(100, 100, 6, 6)), GREY),
    "unpooling a photo": (unpooled(Region(2990, 3990, 9, 9)), LONG),
    "unpooling overlapping windows": (unpooled(kernel_size=(3, 3), padding=(1, 1)), SMALL),
    "unpooling many windows": (unpooled(kernel_size=(5, 5), stride=(1, 1), padding=(2, 2)), GREY),
    "unpooling with gaps": (unpooled(stride=(3, 4)), DEEP),
    "unpooling a gap alone": (unpooled(Region(1, 1, 1, 1), kernel_size=(1, 1), stride=(4, 4)), GREY),
    "unpooling a rim": (unpooled(Region(0, 6, 8, 2), kernel_size=(3, 2), stride=(3, 2)), SMALL),
    "unpooling less": (unpooled(kernel_size=(3, 2), stride=(3, 2), output_size="least"), SMALL),
    "unpooling large windows": (unpooled(kernel_size=(15, 15), stride=(7, 7)), GREY),
    "unpooling one window": (unpooled(kernel_size=(2, 3), stride=(1, 1)), TINY),
    "unpooled floats": (unpooled(), FLOAT),
    "unpooled colours": (unpooled(kernel_size=(4, 4), stride=(4, 4)), COLOUR),
    "maxima with TensorFlow's SAME": (
        pooled(kernel_size=(3, 4), padding="same-tf", stride=(2, 3), dilation=(2, 1)),
        SMALL,
    ),
    "averages with TensorFlow's SAME": (
        pooled(Region(148, 198, 9, 9), kind="avg", kernel_size=(3, 2), padding="same-tf", stride=(2, 2)),
        GREY,
    ),
    "pooled colours": (pooled(kernel_size=(4, 4), stride=(4, 4)), COLOUR),
    "a whole layer": (chained(), GREY),
    "a layer at the edge": (chained(region=Region(0, 0, 9, 9), padding="valid", bias=(-60.0,)), SMALL),
    "a layer with TensorFlow's SAME": (
        chained(padding="same-tf", stride=(2, 2)),
        Source("odd", noise(1, 9, 12), 255),
    ),
    "a squeezed layer": (chained(activation="tanh", pool="avg", pool_size=3), GREY),
    "a layer without pooling": (chained(activation="sigmoid", pool_size=1), FLOAT),
    "a layer of blocks of 8": (chained(pool_size=8, stride=(2, 3), dilation=(2, 2), padding="valid"), GREY),
    "a layer of three channels": (chained(mix="sum", activation="leaky_relu"), COLOUR),
    "a layer of many channels": (chained(drawn(5, 5), mix="sum", flip=True, bias=(7.5,)), MANY),
    "a layer of large kernels": (chained(drawn(31, 15), pool="avg", activation="none"), LONG),
    "a deep layer": (chained(padding_mode="reflect", region=SEVEN), DEEP),
    "a layer that pools one cell": (chained(region=Region(0, 0, 1, 1)), TINY),
    "groups": (grouped(), GREY),
    "no groups": (grouped(1, output=7, flip=True), GREY),
    "four groups of a photo": (grouped(4, region=Region(2990, 3990, 9, 9), activation="relu"), LONG),
    "depthwise": (grouped(8, output=5, stride=(2, 2), padding="valid"), SMALL),
    "depthwise colours": (grouped(3, maps=0, output=4, **alike(6, Preset("sobel-x"))), COLOUR),
    "depthwise, 15 × 15": (grouped(4, maps=4, **alike(4, drawn(15, 15))), GREY),
    "groups of one channel": (grouped(maps=0, **alike(2, drawn(3, 3))), TINY),
    "two filters": (grouped(8, **alike(2, drawn(5, 5))), DEEP),
    "a filter of 1 × 1": (grouped(1, **alike(1, drawn(1, 1))), FLOAT),
    "groups of many": (grouped(4, maps=0, output=20, **alike(24, drawn(5, 5))), MANY),
    "more than can be drawn": (grouped(64, maps=0, output=63, **alike(64, drawn(3, 3))), MANY),
    "groups of large kernels": (grouped(2, **alike(8, drawn(63, 2)), region=NINE), GREY),
    "dense": (connected("dense"), GREY),
    "local": (connected("local"), GREY),
    "shared": (connected("shared", corner=(299, 399)), GREY),
    "dense on a photo": (connected("dense", corner=(2990, 3990)), LONG),
    "dense colours": (connected("dense"), COLOUR),
    "shared colours": (connected("shared", kernel_size=(2, 3)), COLOUR),
    "as dense as can be": (connected("dense", input_size=(16, 16), region=Region(0, 0, 16, 16)), COLOUR),
    "some of a dense layer": (connected("dense", input_size=(16, 16), region=Region(3, 4, 5, 5)), DEEP),
    "some of a local layer": (connected("local", input_size=(16, 16), region=Region(3, 4, 5, 5)), FLOAT),
    "dense on less than asked": (connected("dense", kernel_size=(1, 2)), TINY),
    "a large window": (pooled(kernel_size=(15, 15), stride=(7, 7)), GREY),
    "signal": (signal(region=Region(3, 90, 1, 24)), GREY),
    "signal, full": (signal(weights=(0.25, 0.5, 0.25), padding="full"), SMALL),
    "signal, stride and dilation": (
        signal(stride=(1, 3), dilation=(1, 2), padding=(0, 0, 3, 1), padding_mode="reflect", flip=False),
        GREY,
    ),
    "signal with TensorFlow's SAME": (
        signal(padding="same-tf", stride=(1, 3), region=Region(3, 0, 1, 9)),
        SMALL,
    ),
    "signal of sixteen bits": (signal(weights=(1.0, -2.0, 1.0), region=Region(3, 9, 7, 12)), DEEP),
    "signal of floats": (signal(region=Region(39, 9, 1, 9), show="clamp"), FLOAT),
    "signals of colours": (signal(padding_mode="circular", weights=(0.2,) * 5, show="stretch"), COLOUR),
    "long kernel": (signal(weights=(1 / 63,) * 63, region=Region(3, 90, 1, 12), padding="valid"), GREY),
    "one weight": (signal(weights=(2.5,), region=Region(3, 90, 1, 1)), GREY),
    "wide signal": (signal(region=Region(3, 90, 64, 64)), GREY),
    "border of −300": (signal(padding_mode="constant", padding_value=-300.0, padding="full"), TINY),
    "code": (signal(coding=True), GREY),
    "code without memory": (signal(coding=True, bits=(1,), generators=((1,),)), GREY),
    "long code": (
        signal(coding=True, bits=(1, 0, 0, 1) * 16, generators=((1, 1, 1, 1, 0, 0, 1),) * 4, region=NINE),
        GREY,
    ),
    "columns": (replace(unrolled(), crop=Region(0, 0, 6, 6)), GREY),
    "columns as heat": (unrolled(padding="same", heat=True, region=Region(0, 0, 8, 8)), SMALL),
    "columns of a photo": (unrolled(region=Region(2990, 3990, 9, 9), bias=(2.0,)), LONG),
    "columns of 64 × 64": (unrolled(region=Region(50, 50, 64, 64), heat=True), GREY),
    "columns of 15 × 15": (unrolled(drawn(15, 15), padding="same", region=NINE), GREY),
    "columns of 63 × 63": (
        unrolled(drawn(63, 63), padding="same", region=NINE, padding_mode="reflect"),
        GREY,
    ),
    "columns of 1 × 1": (unrolled(drawn(1, 1), region=Region(3, 3, 1, 1)), GREY),
    "columns of padding only": (unrolled(padding=(40, 40, 40, 40), heat=True), TINY),
    "columns with TensorFlow's SAME": (unrolled(padding="same-tf", stride=(3, 2)), SMALL),
    "columns of constants": (
        unrolled(padding=(1, 1, 1, 1), padding_mode="constant", padding_value=-12.5, stride=(2, 1)),
        SMALL,
    ),
    "columns of each channel": (unrolled(flip=True, bias=(-3.0,), activation="relu"), COLOUR),
    "columns of two filters": (
        unrolled(mix="sum", filters=((Preset("sobel-x"),), (Preset("sobel-y"),)), bias=(0.0, 1.0)),
        COLOUR,
    ),
    "columns of many": (unrolled(drawn(5, 5), mix="sum"), MANY),
    "columns of sixteen bit": (unrolled(region=Region(3, 3, 4, 4)), DEEP),
    "columns of floats": (unrolled(Preset("gaussian-3x3"), region=Region(3, 3, 4, 4)), FLOAT),
    "Toeplitz": (replace(unrolled(view="toeplitz"), crop=Region(0, 0, 6, 6)), GREY),
    "Toeplitz, circular": (
        unrolled(view="toeplitz", padding=(2, 2, 2, 2), padding_mode="circular", heat=True),
        SMALL,
    ),
    "Toeplitz of a photo": (unrolled(view="toeplitz", region=Region(2990, 3990, 9, 9)), LONG),
    "Toeplitz of 63 × 63": (unrolled(drawn(63, 63), view="toeplitz", padding="same", region=NINE), GREY),
    "Toeplitz of colours": (unrolled(view="toeplitz", mix="sum", flip=True, stride=(2, 2)), COLOUR),
    "Toeplitz of many": (unrolled(drawn(5, 5), view="toeplitz", mix="sum"), MANY),
    "Toeplitz of padding only": (unrolled(view="toeplitz", padding=(40, 40, 40, 40)), TINY),
    "Toeplitz of one cell": (unrolled(drawn(8, 8), view="toeplitz"), SMALL),
    "bilinear": (resized(region=Region(200, 200, 7, 7)), GREY),
    "bilinear, all of it": (resized(region=Region(0, 0, 64, 64)), SMALL),
    "bicubic": (resized(mode="bicubic", region=Region(200, 200, 7, 7)), GREY),
    "bicubic at the edge": (resized(mode="bicubic", scale=(3.0, 1.0)), DEEP),
    "bicubic, corners aligned": (resized(mode="bicubic", align_corners=True), FLOAT),
    "eight times": (resized(scale=(8.0, 8.0), region=Region(100, 100, 12, 12)), LONG),
    "nearest": (resized(mode="nearest", scale=(3.0, 3.0), region=NINE), GREY),
    "nearest, smaller": (resized(mode="nearest-exact", scale=(0.25, 0.5)), COLOUR),
    "areas": (resized(mode="area", scale=(0.5, 0.5), region=NINE), GREY),
    "areas of a photo": (resized(mode="area", scale=(1 / 3, 0.7), region=Region(900, 2700, 9, 9)), LONG),
    "areas eight times as large": (resized(mode="area", scale=(1 / 8, 0.125)), GREY),
    "areas that share cells": (resized(mode="area", scale=(0.7, 1.5)), DEEP),
    "areas within cells": (resized(mode="area", scale=(2.0, 3.0)), COLOUR),
    "corners far apart": (resized(align_corners=True, scale=(0.5, 0.125), region=NINE), GREY),
    "one cell of six": (resized(scale=(0.5, 0.4), align_corners=True), TINY),
    "a clip": (stacked(region=Region(9, 9, 7, 7)), CLIP),
    "a stack's beginning": (stacked(output=0), CLIP),
    "a stack's end, mirrored": (stacked(output=9, padding_mode="reflect", depth=(1.0, 2.0, 1.0)), CLIP),
    "a stack of many": (stacked(output=30, depth=(0.2,) * 5, dilation=(2, 1, 1), bias=-3.5), MANY),
    "a stack of one": (stacked(padding_mode="constant", padding_value=-7.0), GREY),
    "a stack of one slice's depth": (stacked(depth=(1.0,), padding="valid", flip=True), CLIP),
    "a stack of colours": (stacked(padding=(1, 1, 0, 2, 0, 2), stride=(1, 2, 3)), COLOUR),
    "a deep stack": (stacked(dilation=(1, 2, 2)), Source("deep", DEEP.planes.repeat(4, 0), 65535.0)),
    "a large cuboid": (stacked(NINE, filters=((drawn(15, 15),),), depth=(1.0,) * 9), MANY),
    "a stack's own kernels": (
        stacked(filters=((drawn(2, 3), Drawn(((0.5,) * 3,) * 2), drawn(2, 3)),), depth=(1.0,) * 3),
        CLIP,
    ),
    "stamps": (transposed(), GREY),
    "stamps of a photo": (transposed(region=Region(5980, 7980, 9, 9)), LONG),
    "stamps that leave gaps": (transposed(drawn(2, 2), stride=(4, 3), bias=-3.5), SMALL),
    "dilated stamps": (transposed(dilation=(3, 2), stride=(1, 2), output_padding=(0, 1)), SMALL),
    "large stamps": (transposed(drawn(15, 15), stride=(3, 3), region=NINE), GREY),
    "the largest stamps": (transposed(drawn(63, 63), stride=(1, 1), output_padding=(0, 0)), GREY),
    "stamps cut off": (transposed(padding=(5, 5), stride=(2, 2)), SMALL),
    "overlaps": (transposed(cells="overlaps", padding=(0, 0), region=Region(0, 0, 12, 12)), TINY),
    "a stamped colour": (transposed(Preset("gaussian")), COLOUR),
    "stamped floats": (transposed(Preset("gaussian-3x3")), FLOAT),
    "stamped words": (transposed(), DEEP),
    "one stamp": (transposed(drawn(1, 1), region=Region(0, 0, 1, 1)), SMALL),
    "gathered": (transposed(view="gather"), GREY),
    "gathered from the corner": (transposed(view="gather", padding=(0, 0), bias=2.0), SMALL),
    "gathered wide apart": (transposed(view="gather", stride=(5, 5), cells="overlaps"), SMALL),
    "gathered, cut off": (transposed(drawn(2, 2), view="gather", padding=(3, 3)), SMALL),
    "gathered by a large window": (transposed(drawn(15, 15), view="gather", region=NINE), DEEP),
    "gathered by the largest": (transposed(drawn(63, 2), view="gather", dilation=(2, 2), region=NINE), GREY),
}
