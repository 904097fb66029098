"""The words are those of the design, and the formulas are what the core computes."""

from __future__ import annotations

import math
import re
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from convviz.core.errors import Refusal
from convviz.core.layer_sizes import Axis, upsampled_axis
from convviz.core.pool_sizes import pool_size, unpool_size
from convviz.core.same_padding import tensorflow_same
from convviz.core.sizes import conv_cost, output_size, receptive_field
from convviz.core.spec import ConvSpec
from convviz.core.transposed_sizes import transposed_size
from convviz.labs.vocabulary import FORMULAS, TERMS, in_order

WORDS = """
input 输入 · kernel 卷积核 · filter 滤波器 · feature map 特征图 · channel 通道 · stride 步幅 · padding 填充 ·
dilation 膨胀率 · groups 分组 · bias 偏置 · receptive field 感受野 · cross-correlation 互相关 ·
convolution 卷积 · transposed convolution 转置卷积 · pooling 池化 · unpooling 反池化 ·
activation function 激活函数
"""
"""The vocabulary that the whole program keeps to."""
SIGNS = {"−": "-", "·": "*", "⌊": "floor(", "⌈": "ceil(", "⌋": ")", "⌉": ")", "₀": "0", "ₕ": "h", "ᵥ": "v"}


def compute(name: str, **letters: float) -> float:
    """What a formula says for these numbers: its right side, read as arithmetic."""
    text = next(row.text for row in FORMULAS if row.id == name).partition("=")[2]
    for sign, meant in SIGNS.items():
        text = text.replace(sign, meant)
    return eval(text, {"floor": math.floor, "ceil": math.ceil}, letters)


def test_the_vocabulary_is_whole() -> None:
    terms = {term.en: term.zh for term in TERMS}
    for entry in WORDS.replace("\n", " ").split("·"):
        en, zh = entry.strip().rsplit(" ", 1)
        assert terms[en] == zh


def test_every_word_stands_once_and_has_one_sentence() -> None:
    assert len({term.en for term in TERMS}) == len(TERMS) == len({term.zh for term in TERMS})
    for term in TERMS:
        assert re.fullmatch(r"[A-Z][^.]*\.", term.meaning), term.en


def test_words_stand_in_the_order_of_the_language() -> None:
    english = [term.names("en")[0] for term in in_order("en")]
    assert english == sorted(english, key=str.casefold)
    assert english[:3] == ["activation function", "bias", "channel"]
    chinese = [term.names("zh_CN")[0] for term in in_order("zh_CN")]
    assert " ".join(chinese) == (
        "im2col 步幅 参数 乘加运算 池化 抽头 窗口 反池化 分组 感受野 互相关 激活函数 卷积 卷积核 滤波器 "
        "膨胀率 偏置 权重 上采样 输出 输入 特征图 填充 通道 转置卷积"
    )


def test_a_word_comes_first_in_the_language_it_is_read_in() -> None:
    stride = next(term for term in TERMS if term.en == "stride")
    assert stride.names("en") == ("stride", "步幅")
    assert stride.names("zh_CN") == ("步幅", "stride")


def test_chinese_words_have_characters_that_stand_in_the_order_of_their_pinyin() -> None:
    common = bytes.fromhex("b0a1"), bytes.fromhex("d7f9")
    for character in "".join(term.zh for term in TERMS if not term.zh.isascii()):
        assert common[0] <= character.encode("gb2312") <= common[1], character


def test_every_formula_has_its_letters_and_its_source() -> None:
    assert len({row.id for row in FORMULAS}) == len(FORMULAS)
    for row in FORMULAS:
        assert "=" in row.text
        assert row.letters
        assert row.source


small = st.integers(1, 6)


@given(i=st.integers(1, 40), k=small, s=small, p=st.integers(0, 4), d=small)
@settings(max_examples=60)
def test_the_size_of_a_convolution(i: int, k: int, s: int, p: int, d: int) -> None:
    assume(i + 2 * p >= d * (k - 1) + 1)
    assert compute("conv", i=i, k=k, s=s, p=p, d=d) == output_size(i, k, s, p, d)


@given(i=st.integers(1, 40), k=small, s=small, p=st.integers(0, 3), d=small)
@settings(max_examples=60)
def test_the_size_of_pooling_with_ceil_mode(i: int, k: int, s: int, p: int, d: int) -> None:
    try:
        size = pool_size(i, k, s, p, d, ceil=True)
    except Refusal:
        assume(False)
    said = compute("ceil", i=i, k=k, s=s, p=p, d=d)
    assert size == said - ((said - 1) * s >= i + p)  # "one window less where the last would begin in …"


@given(i=st.integers(1, 40), k=small, d=small)
@settings(max_examples=40)
def test_the_padding_that_keeps_the_size(i: int, k: int, d: int) -> None:
    padding = compute("same", k=k, d=d)
    before = math.floor(padding)
    after = math.ceil(padding)
    assert output_size(i, k, 1, (before, after), d) == i


@given(i=st.integers(1, 40), k=small, s=small, d=small)
@settings(max_examples=60)
def test_the_size_with_tensorflows_same(i: int, k: int, s: int, d: int) -> None:
    padding = tensorflow_same(i, k, s, d)
    size = compute("same-tf", i=i, s=s)
    assert output_size(i, k, s, padding, d) == size
    assert sum(padding) == max((size - 1) * s + d * (k - 1) + 1 - i, 0)


@given(i=st.integers(1, 20), k=small, s=small, p=st.integers(0, 3), d=small, a=st.integers(0, 3))
@settings(max_examples=60)
def test_the_size_of_a_transposed_convolution(i: int, k: int, s: int, p: int, d: int, a: int) -> None:
    try:
        size = transposed_size(i, k, s, p, a, d)
    except Refusal:
        assume(False)
    assert compute("transposed", i=i, k=k, s=s, p=p, d=d, a=a) == size


@given(i=st.integers(1, 20), k=small, s=small)
@settings(max_examples=30)
def test_the_size_of_unpooling(i: int, k: int, s: int) -> None:
    assert compute("unpool", i=i, k=k, s=s, p=0) == unpool_size(i, k, s)


@given(i=st.integers(1, 20), f=st.integers(1, 5))
def test_the_size_of_upsampling(i: int, f: int) -> None:
    assert compute("resize", i=i, f=f) == upsampled_axis(Axis(factor=Fraction(f)), i)


@given(layers=st.lists(st.tuples(small, small, st.just(0), small), min_size=1, max_size=4))
@settings(max_examples=40)
def test_the_receptive_field_layer_by_layer(layers: list[tuple[int, int, int, int]]) -> None:
    r, j = 1, 1
    for k, s, _, d in layers:
        r = compute("field", r0=r, j0=j, k=k, d=d)
        j = compute("jump", j0=j, s=s)
    found = receptive_field(layers)
    assert (r, j) == (found.size, found.jump)


@pytest.mark.parametrize("groups", [1, 2])
def test_the_cost_of_a_layer(groups: int) -> None:
    spec = ConvSpec(in_channels=4, out_channels=6, kernel_size=(3, 2), groups=groups)
    cost = conv_cost(spec, (4, 9, 8))
    letters = {"m": 6, "n": 4, "g": groups, "kh": 3, "kv": 2}
    assert compute("parameters", **letters) == cost.weights + cost.biases
    assert compute("macs", **letters, oh=7, ov=7) == cost.macs
