"""Any scene that a person can make, for Hypothesis."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st
from msgspec import UNSET

from convviz.core.layer_sizes import KINDS
from convviz.core.spec import ACTIVATIONS, LARGEST_AMOUNT, PADDING_MODES
from convviz.core.stacks import MODES, Stack, StackLayer
from convviz.scene.codec import MAX_POSITION, VERSION, Pin, Place, SceneFile, Seen
from convviz.scene.dense import DenseLayer
from convviz.scene.embedded import Embedded
from convviz.scene.pool import PoolLayer
from convviz.scene.resize import MAX_SCALE, ResizeLayer
from convviz.scene.scene import (
    CHANNELS,
    MAX_SPEED,
    MIN_SPEED,
    SHOWN_AS,
    Canvas,
    ChainLayer,
    ConvLayer,
    DilatedLayer,
    Drawn,
    FilePicture,
    GroupsLayer,
    Im2colLayer,
    Preset,
    Region,
    SamplePicture,
    Scene,
    TransposedLayer,
)
from convviz.scene.signal import SignalLayer
from convviz.scene.sums import Sums
from convviz.scene.unpool import UnpoolLayer
from convviz.scene.volume import VolumeLayer
from convviz.scene.work import Work

# What JSON can hold: no lone surrogates.
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
finite = st.floats(allow_nan=False, allow_infinity=False)
amounts = st.floats(-LARGEST_AMOUNT, LARGEST_AMOUNT)
weights = st.floats(-LARGEST_AMOUNT, LARGEST_AMOUNT, width=32)
whole = st.integers(-(10**6), 10**6)
sizes = st.integers(1, 10**6)
flags = st.booleans()


@st.composite
def rows(draw: st.DrawFn, most: int = 5) -> tuple[tuple[float, ...], ...]:
    width = draw(st.integers(1, most))
    return tuple(draw(st.lists(st.tuples(*[weights] * width), min_size=1, max_size=most)))


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    return Canvas(height, width, draw(st.binary(min_size=height * width, max_size=height * width)))


@st.composite
def layers(draw: st.DrawFn) -> ConvLayer:
    kind = draw(st.sampled_from((ConvLayer, DilatedLayer, Im2colLayer, ChainLayer, GroupsLayer)))
    filters = draw(st.lists(st.lists(kernels, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
    padding = draw(st.sampled_from(["valid", "same", "same-tf"]) | st.tuples(*[st.integers(0, 9)] * 4))
    stride = (1, 1) if padding == "same" else draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    shown_as: dict[str, object] = {}
    if kind is Im2colLayer:
        shown_as = {"view": draw(st.sampled_from(["columns", "toeplitz"])), "heat": draw(flags)}
    elif kind is DilatedLayer:
        rates = st.lists(st.integers(1, 32), min_size=1, max_size=6).map(tuple)
        shown_as = {"view": draw(st.sampled_from(["both", "layer", "stack"])), "stack": draw(rates)}
    elif kind is ChainLayer:
        shown_as = {"pool": draw(st.sampled_from(["max", "avg"])), "pool_size": draw(st.integers(1, 8))}
    elif kind is GroupsLayer:
        shown_as = {"groups": draw(st.integers(1, 64)), "maps": draw(st.sampled_from([0, 4, 8]))}
    return kind(
        **shown_as,
        filters=tuple(filters),
        bias=draw(st.tuples(*[amounts] * len(filters))),
        stride=stride,
        padding=padding,
        dilation=draw(st.tuples(st.integers(1, 9), st.integers(1, 9))),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(amounts),
        flip=draw(flags),
        activation=draw(st.sampled_from(ACTIVATIONS)),
        negative_slope=draw(amounts),
        mix=draw(st.sampled_from(["each", "sum"] if kind.mixes else ["sum"])),
    )


scales = st.floats(1 / MAX_SCALE, MAX_SCALE)
resizes = st.builds(
    ResizeLayer,
    st.sampled_from(["nearest", "nearest-exact", "bilinear", "bicubic", "area"]),
    st.tuples(scales, scales),
    flags,
)


@st.composite
def transposed_layers(draw: st.DrawFn) -> TransposedLayer:
    pairs = st.tuples(st.integers(1, 9), st.integers(1, 9))
    stride = draw(pairs)
    return TransposedLayer(
        filters=((draw(kernels),),),
        bias=draw(amounts),
        stride=stride,
        padding=draw(st.just("same-tf") | st.tuples(st.integers(0, 9), st.integers(0, 9))),
        output_padding=(draw(st.integers(0, stride[0] - 1)), draw(st.integers(0, stride[1] - 1))),
        dilation=draw(pairs),
        view=draw(st.sampled_from(["stamp", "gather"])),
        cells=draw(st.sampled_from(["values", "overlaps"])),
    )


pairs = st.tuples(st.integers(1, 9), st.integers(1, 9))


@st.composite
def pool_layers(draw: st.DrawFn) -> PoolLayer:
    kernel, kind = draw(pairs), draw(st.sampled_from(["max", "avg"]))
    return PoolLayer(
        kind=kind,
        kernel_size=kernel,
        stride=draw(pairs),
        padding=draw(
            st.just("same-tf") | st.tuples(st.integers(0, kernel[0] // 2), st.integers(0, kernel[1] // 2))
        ),
        dilation=(1, 1) if kind == "avg" else draw(pairs),
        ceil_mode=draw(flags),
        count_include_pad=draw(flags),
    )


@st.composite
def unpool_layers(draw: st.DrawFn) -> UnpoolLayer:
    kernel = draw(pairs)
    padding = (draw(st.integers(0, kernel[0] // 2)), draw(st.integers(0, kernel[1] // 2)))
    return UnpoolLayer(kernel, draw(pairs), padding, draw(st.sampled_from(["picture", "least"])))


@st.composite
def signal_layers(draw: st.DrawFn) -> SignalLayer:
    bits, length = st.sampled_from([0, 1]), draw(st.integers(1, 5))
    codes = st.lists(bits, min_size=length, max_size=length).map(tuple)
    padding = draw(
        st.sampled_from(["valid", "same", "same-tf", "full"])
        | st.tuples(st.just(0), st.just(0), st.integers(0, 9), st.integers(0, 9))
    )
    return SignalLayer(
        coding=draw(flags),
        weights=draw(st.lists(weights, min_size=1, max_size=5).map(tuple)),
        flip=draw(flags),
        stride=(1, 1 if padding == "same" else draw(st.integers(1, 9))),
        padding=padding,
        dilation=(1, draw(st.integers(1, 9))),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(amounts),
        bits=draw(st.lists(bits, min_size=1, max_size=8).map(tuple)),
        generators=draw(st.lists(codes, min_size=1, max_size=4).map(tuple)),
    )


@st.composite
def dense_layers(draw: st.DrawFn) -> DenseLayer:
    rows, cols = draw(pairs)
    return DenseLayer(
        connections=draw(st.sampled_from(["dense", "local", "shared"])),
        kernel_size=(draw(st.integers(1, rows)), draw(st.integers(1, cols))),
        input_size=(rows, cols),
        corner=(draw(st.integers(0, 99)), draw(st.integers(0, 99))),
        seed=draw(st.integers(0, 99)),
    )


@st.composite
def volume_layers(draw: st.DrawFn) -> VolumeLayer:
    triples = st.tuples(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
    depth = draw(st.lists(weights, min_size=1, max_size=5).map(tuple))
    count = draw(st.sampled_from((1, len(depth))))
    padding = draw(st.sampled_from(["valid", "same"]) | st.tuples(*[st.integers(0, 9)] * 6))
    return VolumeLayer(
        filters=(draw(st.lists(kernels, min_size=count, max_size=count).map(tuple)),),
        depth=depth,
        bias=draw(amounts),
        stride=(1, 1, 1) if padding == "same" else draw(triples),
        padding=padding,
        dilation=draw(triples),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(amounts),
        flip=draw(flags),
    )


fractions = st.fractions(Fraction(1, 1000), 999, max_denominator=1000)


@st.composite
def stack_layers(draw: st.DrawFn, axes: int) -> StackLayer:
    kind = draw(st.sampled_from(sorted(KINDS)))
    each = [st.tuples(*[st.integers(1, 9)] * axes) for _ in range(3)]
    kernel = draw(each[0])
    sides = [(draw(st.integers(0, k // 2)),) * 2 for k in kernel]
    named = kind in ("conv", "transposed") and draw(flags)
    return StackLayer(
        kind,
        kernel,
        draw(each[1]),
        "same-tf" if named else tuple(sides),
        draw(each[2]),
        (0,) * axes,
        draw(st.tuples(*[fractions] * axes)),
        filters=draw(st.integers(1, 99)),
        groups=draw(st.integers(1, 9)),
        bias=draw(flags),
        ceil=draw(flags),
        mode=draw(st.sampled_from(sorted(MODES))),
        name=draw(texts),
    )


@st.composite
def sums(draw: st.DrawFn) -> Sums:
    axes = draw(st.integers(1, 3))
    layers = draw(st.lists(stack_layers(axes), min_size=1, max_size=4).map(tuple))
    cells = st.tuples(*[st.integers(1, 10**6)] * axes)
    return Sums(
        Stack(draw(st.integers(1, 999)), draw(cells), layers),
        draw(st.integers(0, len(layers) - 1)),
        draw(st.sampled_from(["same", "half", "double"]) | cells),
        draw(st.sampled_from([1, 2, 4, 8])),
    )


regions = st.builds(Region, whole, whole, sizes, sizes)
presets = st.builds(Preset, texts, st.lists(st.tuples(texts, finite), max_size=3).map(tuple))
kernels = presets | st.builds(Drawn, rows(), texts)
pictures = st.builds(SamplePicture, texts) | st.builds(FilePicture, texts) | canvases()
scenes = st.builds(
    Scene,
    picture=pictures,
    channel=st.sampled_from(CHANNELS),
    crop=st.none() | regions,
    layer=layers()
    | resizes
    | transposed_layers()
    | volume_layers()
    | pool_layers()
    | unpool_layers()
    | signal_layers()
    | dense_layers(),
    region=regions,
    output=st.integers(0, 99),
    show=st.sampled_from(SHOWN_AS),
    speed=st.floats(MIN_SPEED, MAX_SPEED),
    loop=flags,
    scope=st.sampled_from(["region", "image"]),
    sums=st.just(UNSET) | sums(),
)

embedded = st.builds(Embedded, texts.filter(bool), st.binary(min_size=1, max_size=40))
away, extents = st.floats(-1e6, 1e6), st.floats(1e-3, 1e6)
texts_by_language = st.dictionaries(st.sampled_from(["en", "zh_CN"]), texts)
scene_files = st.builds(
    SceneFile,
    convviz=st.just(VERSION),
    scene=scenes | st.builds(Scene, picture=embedded),
    t=st.none() | st.floats(0, MAX_POSITION),
    view=st.sampled_from(["step", "whole"]),
    tab=st.sampled_from(["explain", "kernel", "cost", "code"]),
    notes=texts_by_language,
    place=st.none() | st.builds(Place, texts, texts),
    zoom=st.none() | st.integers(50, 250),
    seen=st.none() | st.builds(Seen, away, away, extents, extents),
    pinned=st.none() | st.builds(Pin, texts, whole, whole, st.integers(0, 99)),
)
works = st.builds(Work, scene_files, texts, flags, flags)
