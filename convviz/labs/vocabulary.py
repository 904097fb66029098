"""The words and the formulas that the program uses everywhere, to be read up.

Terms as classes in China use them; names and meaning of parameters are PyTorch's. A formula's text is what
the core computes: a test reads it as arithmetic and compares.
"""

from __future__ import annotations

from dataclasses import dataclass

from convviz.i18n import ENGLISH


@dataclass(frozen=True)
class Term:
    """A word in English and in Chinese, and what it means: a sentence in English, to be translated."""

    en: str
    zh: str
    meaning: str

    def names(self, language: str) -> tuple[str, str]:
        """The word in a language, and the word in the other."""
        return (self.en, self.zh) if language == ENGLISH else (self.zh, self.en)


@dataclass(frozen=True)
class Formula:
    """A formula, where it is from, and what it is of; `id` names what of the core computes it."""

    id: str
    title: str
    text: str
    letters: str
    source: str


TERMS: tuple[Term, ...] = (
    Term(
        "input", "输入", "The numbers that a layer reads: a picture, or the feature maps of the layer before."
    ),
    Term(
        "output",
        "输出",
        "The numbers that a layer makes of its input: a feature map for each of its filters.",
    ),
    Term("kernel", "卷积核", "A small grid of weights that is laid on every part of the input in turn."),
    Term(
        "filter",
        "滤波器",
        "A stack of kernels, one for each input channel; each filter makes one feature map.",
    ),
    Term("feature map", "特征图", "What one filter makes of the whole input: one channel of the output."),
    Term(
        "channel",
        "通道",
        "One of the grids of numbers that lie on one another, such as red, green and blue of a picture.",
    ),
    Term("window", "窗口", "The part of the input that the kernel lies on at one step."),
    Term("tap", "抽头", "One cell of the window that is read, with the weight it meets."),
    Term("stride", "步幅", "The number of cells by which the window moves from one output cell to the next."),
    Term(
        "padding",
        "填充",
        "Cells that are put around the input, on each side, so that the window can stand there.",
    ),
    Term(
        "dilation",
        "膨胀率",
        "The distance between neighbouring taps: 1 is the ordinary kernel, 2 leaves out one cell between.",
    ),
    Term(
        "groups",
        "分组",
        "Parts into which the channels are divided; a filter reads the channels of its own part only.",
    ),
    Term("weight", "权重", "A number of a kernel, by which what it lies on is multiplied."),
    Term("bias", "偏置", "A number that is added to every sum of an output channel."),
    Term(
        "receptive field", "感受野", "All cells of the first input that a cell of a later layer depends on."
    ),
    Term(
        "cross-correlation",
        "互相关",
        "The kernel is laid on as it is, multiplied and summed; deep learning calls this convolution.",
    ),
    Term("convolution", "卷积", "The kernel is rotated by 180° before it is laid on, multiplied and summed."),
    Term(
        "transposed convolution",
        "转置卷积",
        "The way back in shape: each input cell scales the kernel and adds it into the output; "
        "it does not undo a convolution.",
    ),
    Term(
        "pooling", "池化", "The largest, or the mean, of the values in each window; nothing is learned in it."
    ),
    Term(
        "unpooling",
        "反池化",
        "The way back from max pooling: each maximum goes to where it came from, all else is 0.",
    ),
    Term("upsampling", "上采样", "A larger grid made of a small one by a fixed rule, such as bilinear."),
    Term(
        "activation function", "激活函数", "A function that every sum passes through at last, such as ReLU."
    ),
    Term("parameter", "参数", "A number that a layer learns: each weight of its filters, and each bias."),
    Term(
        "MAC",
        "乘加运算",
        "One multiplication and the addition of its product, as which the work of a layer is counted.",
    ),
    Term(
        "im2col",
        "im2col",
        "Every window is written out as a column, so that a convolution is one product of matrices.",
    ),
)


def in_order(language: str) -> list[Term]:
    """The terms as they are looked up: by the alphabet, in Chinese by pinyin."""
    return sorted(TERMS, key=lambda term: _place(term.names(language)[0]))


def _place(word: str) -> bytes:
    """Where a word stands among others: GB 2312 has its common characters in the order of their pinyin."""
    return word.casefold().encode("gb2312")


DUMOULIN = "Dumoulin & Visin, arXiv 1603.07285"
ARAUJO = "Araujo, Norris & Sim, Distill 2019"

FORMULAS: tuple[Formula, ...] = (
    Formula(
        "sum",
        "One output cell of a cross-correlation",
        "y[r, c] = b + Σ w[n, u, v] · x[n, r·s − p + u·d, c·s − p + v·d]",
        "x: input, w: weights, b: bias, n: channels, u and v: rows and columns of the kernel, s: stride, "
        "p: padding, d: dilation",
        "torch.nn.Conv2d",
    ),
    Formula(
        "flipped",
        "One output cell of a convolution proper",
        "y[r, c] = b + Σ w[n, k − 1 − u, k − 1 − v] · x[n, r·s − p + u·d, c·s − p + v·d]",
        "The same with the kernel rotated by 180°; k: rows and columns of the kernel",
        "Oppenheim & Schafer, Discrete-Time Signal Processing",
    ),
    Formula(
        "conv",
        "Output size of a convolution, and of pooling",
        "o = ⌊(i + 2·p − d·(k − 1) − 1) / s⌋ + 1",
        "o: output cells, i: input cells, p: padding on each side, d: dilation, k: kernel, s: stride",
        f"{DUMOULIN}, relationship 15",
    ),
    Formula(
        "ceil",
        "Output size of pooling with ceil_mode",
        "o = ⌈(i + 2·p − d·(k − 1) − 1) / s⌉ + 1",
        "One window less where the last would begin in the padding behind the input",
        "torch.nn.MaxPool2d",
    ),
    Formula(
        "same",
        "Padding that keeps the size (same, stride 1)",
        "p = d·(k − 1) / 2",
        "Where k is even and d odd, the half cell goes to the end",
        f"{DUMOULIN}, relationship 3; torch.nn.Conv2d",
    ),
    Formula(
        "same-tf",
        "Output size with TensorFlow's SAME",
        "o = ⌈i / s⌉",
        "The padding in all is what the last window needs: (o − 1)·s + d·(k − 1) + 1 − i, at least 0",
        "tf.nn.convolution",
    ),
    Formula(
        "transposed",
        "Output size of a transposed convolution",
        "o = s·(i − 1) + a + d·(k − 1) + 1 − 2·p",
        "a: output padding, rows and columns more at the end",
        f"{DUMOULIN}, relationship 14",
    ),
    Formula(
        "unpool",
        "Output size of unpooling",
        "o = (i − 1)·s − 2·p + k",
        "One of several sizes that are pooled to i cells",
        "torch.nn.MaxUnpool2d",
    ),
    Formula(
        "resize",
        "Output size of upsampling",
        "o = ⌊i·f⌋",
        "f: scale factor",
        "torch.nn.functional.interpolate",
    ),
    Formula(
        "field",
        "Receptive field, layer by layer",
        "r = r₀ + d·(k − 1)·j₀",
        "r₀ and j₀: the field and the jump before the layer, both 1 at the input",
        f"{ARAUJO}, equation 2",
    ),
    Formula(
        "jump",
        "Jump: input cells between neighbouring outputs",
        "j = j₀·s",
        "j₀: the jump before the layer",
        f"{ARAUJO}, equation 1",
    ),
    Formula(
        "parameters",
        "Parameters of a layer",
        "P = m·(n / g)·kₕ·kᵥ + m",
        "m: output channels, n: input channels, g: groups, kₕ and kᵥ: rows and columns of the kernel; "
        "the last m are the biases",
        "torch.nn.Conv2d",
    ),
    Formula(
        "macs",
        "MACs of a layer",
        "M = m·oₕ·oᵥ·(n / g)·kₕ·kᵥ",
        "oₕ and oᵥ: rows and columns of the output",
        f"{DUMOULIN}, chapter 2",
    ),
    Formula(
        "normal",
        "Normalised weights",
        "w′ = w / Σ w",
        "A flat area then keeps its value; weights whose sum is 0 cannot be normalised",
        "Gonzalez & Woods, Digital Image Processing",
    ),
    Formula(
        "magnitude",
        "Magnitude of a gradient",
        "|∇x| = √(gₓ² + gᵧ²)",
        "gₓ and gᵧ: what an edge kernel and the same turned by 90° find",
        "Gonzalez & Woods, Digital Image Processing",
    ),
    Formula(
        "response",
        "Frequency response of a kernel",
        "H(f, g) = Σ w[u, v] · exp(−2πi·(f·u + g·v))",
        "f and g: cycles per pixel, from −½ to ½; |H| is how strongly such a wave passes",
        "Oppenheim & Schafer, Discrete-Time Signal Processing",
    ),
)
