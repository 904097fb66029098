"""`convviz sizes`, as a shell meets it; the numbers are published ones or convviz.functional's shapes."""

import shlex

import numpy as np
import pytest

from convviz import cli, functional
from convviz.core.layer_sizes import KINDS
from convviz.core.stack_presets import STACKS


def printed(capsys, line: str) -> str:
    assert cli.main(["sizes", *line.split()]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def output(said: str) -> tuple[int, ...]:
    """What stands after "output": (channels, sizes…)."""
    line = next(line for line in said.splitlines() if line.startswith("output "))
    return tuple(map(int, line.removeprefix("output ").split(" × ")))


def test_the_first_layer_of_resnet(capsys):
    """Its 9,408 weights and 118 million multiply-adds are He et al.'s."""
    said = printed(capsys, "conv 224 --channels 3 --kernel 7 --stride 2 --padding 3 --filters 64 --no-bias")
    assert said == (
        "input 3 × 224 × 224\n"
        "  o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1\n"
        "  = ⌊(224 + 2·3 − 1·6 − 1) / 2⌋ + 1 = 112\n"
        "output 64 × 112 × 112\n"
        "Never read, at the end: 1 of 230 cells, padding included. Stride 2 does not divide 223; "
        "these strides do: 1, 223.\n\n"
        "parameters       9,408: weights 9,408, biases 0\n"
        "multiply-adds    118,013,952\n"
        "as float32       input 602 KB, output 3.21 MB, weights 37.6 KB\n"
        "receptive field  7 × 7, jump 2, 2, start −3, −3\n"
    )


def zeros(*shape: int) -> np.ndarray:
    return np.zeros(shape)


SHAPES = {
    "conv 9,7 --kernel 3,2 --stride 2,1 --padding 1,0 --dilation 2,3 --filters 4": lambda: functional.conv2d(
        zeros(3, 9, 7), zeros(4, 3, 3, 2), None, (2, 1), (1, 0), (2, 3)
    ),
    "conv 11 --axes 1 --channels 4 --groups 2 --filters 6 --kernel 5": lambda: functional.conv1d(
        zeros(4, 11), zeros(6, 2, 5), groups=2
    ),
    "conv 5,6,7 --channels 1": lambda: functional.conv3d(zeros(1, 5, 6, 7), zeros(1, 1, 3, 3, 3)),
    "conv 6,7 --stride 2 --padding same-tf": lambda: functional.conv2d(
        zeros(3, 6, 7), zeros(1, 3, 3, 3), stride=2, padding="same-tf"
    ),
    "conv 8 --padding 1+2": lambda: functional.conv2d(
        functional.pad(zeros(3, 8, 8), (1, 2, 1, 2)), zeros(1, 3, 3, 3)
    ),
    "transposed 5 --channels 1 --stride 3 --padding 1 --output-padding 2": lambda: (
        functional.conv_transpose2d(zeros(1, 5, 5), zeros(1, 1, 3, 3), None, 3, 1, 2)
    ),
    "max_pool 10 --kernel 3 --ceil": lambda: functional.max_pool2d(zeros(3, 10, 10), 3, 2, ceil_mode=True),
    "avg_pool 10 --padding 1": lambda: functional.avg_pool2d(zeros(3, 10, 10), 2, 2, 1),
    "max_pool 9,6 --kernel 3 --padding same-tf": lambda: functional.max_pool2d(
        functional.pad(zeros(3, 9, 6), (0, 1, 1, 1)), 3, 2
    ),
    "avg_pool 9 --padding 0+1": lambda: functional.avg_pool2d(zeros(3, 10, 10), 2),
    "unpool 5 --output-padding 1": lambda: functional.max_unpool2d(
        zeros(3, 5, 5), np.zeros((3, 5, 5), np.int64), 2, output_size=(11, 11)
    ),
    "upsample 7 --factor 3/2 --mode linear": lambda: functional.interpolate(
        zeros(1, 3, 7, 7), scale_factor=1.5
    )[0],
    "upsample 7,4 --factor 1.5,2": lambda: functional.interpolate(zeros(1, 3, 7, 4), scale_factor=(1.5, 2.0))[
        0
    ],
}


def test_pooling_has_operations_and_no_multiply_adds(capsys):
    said = printed(capsys, "max_pool 8 --channels 1").splitlines()
    assert said[-4:-2] == ["multiply-adds    0", "operations       64"]
    assert "operations" not in printed(capsys, "conv 8")


@pytest.mark.parametrize("line", SHAPES)
def test_the_output_is_as_large_as_the_librarys(capsys, line):
    assert output(printed(capsys, line)) == SHAPES[line]().shape


def test_what_unpooling_makes(capsys):
    assert output(printed(capsys, "unpool 5")) == (3, 10, 10)


@pytest.mark.parametrize("wanted", ["same", "32", "32,32"])
def test_backwards(capsys, wanted):
    said = printed(capsys, f"conv 32 --kernel 5 --wanted {wanted}").split("\n\n")[-1].splitlines()
    assert said[0] == "for an output of 32 × 32: s(o − 1) ≤ i + 2p − d(k − 1) − 1 < s·o"
    answered = {line[:17].strip(): line[18:] for line in said[1:]}
    assert answered["Padding"] == "2"
    assert answered["Stride"] == "none"
    assert answered["Input size"] == "36"


def test_backwards_by_a_word_and_along_two_axes(capsys):
    assert "for an output of 4 × 6: " in printed(capsys, "max_pool 7,12 --wanted half")
    assert "for an output of 14 × 24: " in printed(capsys, "upsample 7,12 --wanted double")


def test_lenet_5(capsys):
    """LeCun et al., 1998, but for C3, which is dense here."""
    lines = [line.split() for line in printed(capsys, "lenet-5").splitlines()]
    assert [line[0] for line in lines] == shlex.split("layer input C1 S2 C3 S4 C5 F6 output total")
    assert lines[2][2:] == shlex.split("Convolution 6 × 28 × 28 156 117,600 5 × 5")[1:]
    assert lines[-1][1:] == ["61,706", "416,520"]


@pytest.mark.parametrize("name", STACKS)
def test_every_network(capsys, name):
    assert len(printed(capsys, name).splitlines()) == len(STACKS[name].make().layers) + 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_options_and_no_others(capsys, kind):
    said = " ".join(printed(capsys, f"{kind} --help").split())
    for flag, choice in {
        "--kernel N[,N]": "kernel",
        "--padding N[,N]": "padding",
        "--output-padding N[,N]": "extra",
        "--factor X[,X]": "factor",
        "--ceil ": "ceil",
        "--groups N": "groups",
        "--mode {nearest,linear,cubic,area}": "mode",
    }.items():
        assert (flag in said) == (choice in KINDS[kind].has)
    assert output(printed(capsys, f"{kind} 32"))


def test_help_teaches_by_examples_that_work(capsys):
    lines = printed(capsys, "--help").splitlines()
    examples = [line.strip() for line in lines if line.startswith("  convviz sizes ")]
    assert len(examples) == 5
    for example in examples:
        assert cli.main(shlex.split(example)[1:]) == 0, example


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "the following arguments are required: LAYER|NETWORK|FILE (try “convviz sizes --help”)"),
        ("--wanted same", "the layer comes before its options, not --wanted (try “convviz sizes --help”)"),
        ("dense 32", "There is no layer and no network “dense”; there are conv, transposed,"),
        ("conv", "the following arguments are required: SIZE (try “convviz sizes conv --help”)"),
        ("conv 32 --ceil", "unrecognized arguments: --ceil (try “convviz sizes conv --help”)"),
        (
            "conv 2 --kernel 5",
            "The window spans 5 cells (5 taps, dilation 1), but the input with its padding",
        ),
        ("conv 0", "size must be at least 1, not 0."),
        ("conv 32 --stride 0", "stride must be at least 1, not 0."),
        ("conv 32 --stride 1,2,3", "All sizes must have the same 1 to 3 axes, not "),
        ("conv 32,32 --axes 1", "2 sizes do not go with --axes 1 (try “convviz sizes conv --help”)"),
        ("conv 1,2,3,4", "argument SIZE: must be one to three whole numbers, not '1,2,3,4' (try"),
        ("conv a", "argument SIZE: must be a whole number, not 'a' (try"),
        ("conv 32 --channels 4 --groups 3", "3 groups do not divide 4 channels evenly."),
        ("conv 32 --padding 1+b", "argument --padding: must be a whole number, not 'b' (try"),
        ("max_pool 32 --padding 1+2", "Padding of 2 is more than half of a pooling window of 2."),
        ("unpool 32 --padding 1+2", "Only the padding of a convolution or a pooling may differ before"),
        ("max_pool 32 --padding 2", "Padding of 2 is more than half of a pooling window of 2."),
        (
            "upsample 3 --factor 1/0",
            "argument --factor: must be numbers such as 2, 1.5 or 7/3, not '1/0' (try",
        ),
        ("upsample 3 --factor 0", "factor must be above 0, not 0."),
        ("upsample 3 --factor 1e999", "argument --factor: must be at most 999, not 1e999 (try"),
        ("upsample 3 --factor 1e99999999", "argument --factor: must be at most 999, not 1e99999999 (try"),
        (
            "upsample 3 --factor=-1e99999999",
            "argument --factor: must be numbers such as 2, 1.5 or 7/3, not '-1e99999999' (try",
        ),
        ("upsample 3 --factor 0/", "argument --factor: must be numbers such as 2, 1.5 or 7/3, not '0/' (try"),
        (
            "upsample 3 --mode=",
            "argument --mode: invalid choice: '' (choose from 'nearest'",
        ),
        ("upsample 3 --factor 1e-99999999", "factor must be above 0, not 0."),
        ("conv 10 --wanted 5,-1", "argument --wanted: must be at least 1, not 5,-1 (try"),
        ("upsample 3 --factor 1/9", "3 cells times 1/9 leave no whole cell."),
        ("conv 32 --wanted much", "argument --wanted: must be a whole number, not 'much' (try"),
        ("conv 32 --wanted 1,2,3", "All sizes must have the same 1 to 3 axes, not 2, 3."),
        ("vgg-16 --deep", "unrecognized arguments: --deep (try “convviz sizes vgg-16 --help”)"),
    ],
)
def test_what_makes_no_sense_is_one_sentence(capsys, line, sentence):
    assert cli.main(["sizes", *line.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.removeprefix("convviz: ").startswith(sentence)
    assert said.err.count("\n") == 1


def test_tensorflows_same_of_a_transposed_convolution(capsys):
    """tf.nn.conv2d_transpose makes stride times as many cells, whatever the kernel."""
    for kernel in (1, 2, 3, 4):
        line = f"transposed 7,5 --kernel {kernel} --stride 2,3 --padding same-tf --channels 1"
        assert output(printed(capsys, line)) == (1, 14, 15)
