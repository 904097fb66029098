"""`convviz run` and `convviz operations`, as a shell meets them; the numbers are convviz.functional's."""

import contextlib
import io
import json
import shlex
import subprocess
import sys
import types
from pathlib import Path
from typing import Literal

import cv2
import msgspec
import numpy as np
import pytest
from PIL import Image as PillowImage

from convviz import cli
from convviz import functional as fn
from convviz.cli.options import KERNELS, add_options, chosen, literals, name_of, options_of, places_of
from convviz.cli.words import parser
from convviz.core import images, kernels
from convviz.core.feature_maps import bank
from convviz.core.kernel_text import shown
from convviz.core.operations import OPERATIONS
from convviz.core.spec import Pads
from convviz.labs import LABS
from convviz.labs.story import Source, tell
from convviz.scene.codec import encode_scene
from convviz.scene.scene import Canvas, FilePicture, PoolLayer, Region, SamplePicture, Scene

ROOT = Path(__file__).parents[1]
EACH_LAB = pytest.mark.parametrize("lab", LABS, ids=name_of)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder to be in, with a picture in colour and one in grey."""
    rng = np.random.default_rng(0)
    PillowImage.fromarray(rng.integers(0, 256, (20, 30, 3), np.uint8)).save(tmp_path / "colour.png")
    PillowImage.fromarray(rng.integers(0, 256, (20, 30), np.uint8)).save(tmp_path / "grey.png")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grey() -> np.ndarray:
    """The grey picture as PyTorch's functions read one: float64 (1, 1, 20, 30)."""
    return images.open_image("grey.png").pixels[None, None].astype(np.float64)


def colour() -> np.ndarray:
    """The picture in colour: float64 (1, 3, 20, 30)."""
    return images.open_image("colour.png").pixels.transpose(2, 0, 1)[None].astype(np.float64)


def result(line: str) -> np.ndarray:
    """What `run … -o out.npy` writes."""
    assert cli.main(["run", *line.split(), "-o", "out.npy"]) == 0
    return np.load("out.npy")


def printed(capsys, *words: str) -> str:
    assert cli.main(["run", *words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def refused(capsys, *words: str) -> str:
    assert cli.main(["run", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.removeprefix("convviz: ").removesuffix("\n")


def weight(name: str, filters: int = 1) -> np.ndarray:
    return np.array([[kernels.rows(name)]] * filters, np.float64)


SOBEL_X, SOBEL_Y = weight("sobel-x"), weight("sobel-y")
SMOOTH = np.array([[[1.0, 2.0, 1.0]]])


def convolved_rows(x, g, **more):
    """Each row by itself, by fn.conv1d."""
    rows = x[0, 0][:, None]
    return fn.conv1d(rows, g, **more)[:, 0][None, None]


# --- the numbers


EXPECTED = {
    "pool2d grey.png --kind max --kernel-size 2": lambda x: fn.max_pool2d(x, 2),
    "pool2d grey.png --kernel-size 3,2 --stride 2,1 --padding 1 --ceil-mode": lambda x: fn.max_pool2d(
        x, (3, 2), (2, 1), 1, ceil_mode=True
    ),
    "pool2d grey.png --dilation 2 --kernel-size 3": lambda x: fn.max_pool2d(x, 3, 2, dilation=2),
    "pool2d grey.png --kind avg --padding 1 --no-count-include-pad": lambda x: fn.avg_pool2d(
        x, 2, 2, 1, count_include_pad=False
    ),
    "pool2d grey.png --kernel-size 3 --stride 4,2 --padding same-tf": lambda x: fn.max_pool2d(
        fn.pad(x, (0, 1, 0, 0), value=-np.inf), 3, (4, 2)
    ),
    "pool2d grey.png --kind avg --kernel-size 2 --stride 1 --padding same-tf": lambda x: (
        fn.avg_pool2d(fn.pad(x, (0, 1, 0, 1)), 2, 1)
        / fn.avg_pool2d(fn.pad(np.ones_like(x), (0, 1, 0, 1)), 2, 1)
    ),
    "unpool2d grey.png": lambda x: fn.max_unpool2d(*fn.max_pool2d(x, 2, return_indices=True), 2),
    "unpool2d grey.png --kernel-size 3 --padding 1 --stride 3,2": lambda x: fn.max_unpool2d(
        *fn.max_pool2d(x, 3, (3, 2), 1, return_indices=True), 3, (3, 2), 1, (20, 30)
    ),
    "unpool2d grey.png --kernel-size 3,2 --stride 3,2 --output-size least": lambda x: fn.max_unpool2d(
        *fn.max_pool2d(x, (3, 2), return_indices=True), (3, 2)
    ),
    "conv2d grey.png -k sobel-x": lambda x: fn.conv2d(x, SOBEL_X, padding="same"),
    "conv2d grey.png -k sobel-x --stride 2,3 --bias -1.5": lambda x: fn.conv2d(
        x, SOBEL_X, np.array([-1.5]), (2, 3), 1
    ),
    "conv2d grey.png -k sobel-y --padding 0,2 --dilation 2,1 --activation relu": lambda x: fn.relu(
        fn.conv2d(x, SOBEL_Y, padding=(0, 2), dilation=(2, 1))
    ),
    "conv2d grey.png -k sobel-y --padding same-tf --stride 3,2": lambda x: fn.conv2d(
        x, SOBEL_Y, stride=(3, 2), padding="same-tf"
    ),
    "conv2d grey.png -k sobel-y --padding valid --flip": lambda x: fn.conv2d(x, -SOBEL_Y),
    "conv2d grey.png -k sobel-x --padding 2 --padding-mode reflect": lambda x: fn.conv2d(
        fn.pad(x, (2, 2, 2, 2), "reflect"), SOBEL_X
    ),
    "conv2d grey.png -k sobel-x --padding-value 9": lambda x: fn.conv2d(
        fn.pad(x, (1, 1, 1, 1), value=9.0), SOBEL_X
    ),
    "conv2d grey.png -k sobel-x -k sobel-y --bias 1,2": lambda x: fn.conv2d(
        x, np.concatenate([SOBEL_X, SOBEL_Y]), np.array([1.0, 2.0]), padding=1
    ),
    "im2col grey.png -k sobel-x --stride 2": lambda x: fn.conv2d(x, SOBEL_X, stride=2),
    "chain grey.png -k sobel-x --pool-size 3": lambda x: fn.max_pool2d(
        fn.relu(fn.conv2d(x, SOBEL_X, padding=1)), 3
    ),
    "chain grey.png -k sobel-x --pool avg --activation none --bias 4": lambda x: fn.avg_pool2d(
        fn.conv2d(x, SOBEL_X, np.array([4.0]), padding=1), 2
    ),
    "conv_transpose2d grey.png -k sobel-x --stride 3 --padding 0 --output-padding 0,2 --bias 2": (
        lambda x: fn.conv_transpose2d(x, SOBEL_X, np.array([2.0]), 3, 0, (0, 2))
    ),
    "conv-transpose2d grey.png -k sobel-x --dilation 2": lambda x: fn.conv_transpose2d(
        x, SOBEL_X, None, 2, 1, 1, dilation=2
    ),
    "resize2d grey.png": lambda x: fn.interpolate(x, scale_factor=2, mode="bilinear"),
    "resize2d grey.png --mode bicubic --scale 1.5,3 --align-corners": lambda x: fn.interpolate(
        x, scale_factor=(1.5, 3), mode="bicubic", align_corners=True
    ),
    "resize2d grey.png --mode nearest --scale 0.5": lambda x: fn.interpolate(x, scale_factor=0.5),
    "conv1d grey.png --weights 1,2,1": lambda x: convolved_rows(x, SMOOTH, padding=1),
    "conv1d grey.png --weights -1,2,1 --no-flip --stride 2 --padding 3": lambda x: convolved_rows(
        x, np.array([[[-1.0, 2.0, 1.0]]]), stride=2, padding=3
    ),
    "conv1d grey.png --weights 1,2,1 --stride 3 --padding same-tf": lambda x: convolved_rows(
        x, SMOOTH, stride=3, padding="same-tf"
    ),
    "resize2d grey.png --mode area --scale 0.4,0.7": lambda x: fn.interpolate(
        x, scale_factor=(0.4, 0.7), mode="area"
    ),
    "conv1d grey.png --weights 1,2,1 --stride 2": lambda x: convolved_rows(x, SMOOTH, stride=2, padding=1),
    "conv2d grey.png -k identity --crop 2,3,5,7": lambda x: x[:, :, 2:7, 3:10],
}


@pytest.mark.parametrize("line", EXPECTED)
def test_the_numbers_are_those_of_the_library(line):
    y, expected = result(line), EXPECTED[line](grey())[0]
    assert y.dtype == np.float32
    assert y.shape == (expected.shape if len(expected) > 1 else expected.shape[1:])
    np.testing.assert_allclose(y, expected.reshape(y.shape), rtol=1e-5, atol=2e-3)


def test_a_code_of_bits():
    y = result("conv1d grey.png --coding --bits 1011 --generators 111,101")
    first, second = (np.convolve([1, 0, 1, 1], g) % 2 for g in ([1, 1, 1], [1, 0, 1]))
    assert np.array_equal(y[:, 0], [first, second])


def test_channels_are_filtered_by_themselves_or_summed():
    each = result("conv2d colour.png --channel all -k sobel-x")
    np.testing.assert_allclose(
        each, fn.conv2d(colour(), weight("sobel-x", 3), padding=1, groups=3)[0], rtol=1e-5, atol=1e-3
    )
    summed = result("conv2d colour.png --channel all -k sobel-x -k sobel-y --mix sum --bias 3")
    np.testing.assert_allclose(summed[0], each.sum(0) + 3, rtol=1e-5, atol=1e-2)
    assert summed.shape == (2, 20, 30)
    assert np.array_equal(
        result("conv2d colour.png --channel g -k sobel-x"),
        each[1].round(),  # whole numbers, exactly
    )


def test_groups_of_feature_maps_and_of_colours():
    maps = np.maximum(
        fn.conv2d(fn.pad(grey(), (1, 1, 1, 1), "replicate"), bank(4)[:, None].astype(np.float64)), 0
    )
    weights = np.stack([weight("sobel-x"), weight("sobel-y")] * 2)[:, 0, 0][:, None].repeat(2, axis=1)
    expected = fn.conv2d(maps, weights, padding=1, groups=2)[0]
    y = result("groups grey.png --maps 4 --groups 2 -k sobel-x -k sobel-y -k sobel-x -k sobel-y")
    np.testing.assert_allclose(y, expected, atol=0.01)
    each = fn.conv2d(colour(), weight("sobel-x", 3), padding=1, groups=3)[0]
    y = result("groups colour.png --channel all --maps 0 --groups 3 -k sobel-x -k sobel-x -k sobel-x")
    np.testing.assert_allclose(y, each, atol=0.01)


def test_groups_that_do_not_divide_are_refused_with_those_that_do(capsys):
    said = refused(capsys, "groups", "grey.png", "--groups", "3", "--size")
    assert said == "--groups must be one of 1, 2, 4, 8, not '3'."


def test_a_kernel_text(folder):
    (folder / "mine.txt").write_text("0 0 0\n0 1/2 0\n0 0 0\n")
    assert np.array_equal(result("conv2d grey.png -k mine.txt"), grey()[0, 0] / 2)


# --- files


def test_a_picture_is_written_as_it_is_shown(capsys):
    said = printed(capsys, "pool2d", "grey.png", "-o", "half.png")
    expected = fn.max_pool2d(grey(), 2)[0, 0]
    assert np.array_equal(images.open_image("half.png").pixels, expected)
    assert said.startswith("half.png: 10 × 15, values from ")
    assert "shown clamp from 0 to 255" in said


def test_a_picture_in_colour_stays_one():
    assert cli.main(shlex.split("run pool2d colour.png --channel all --kind max -o half.png")) == 0
    expected = fn.max_pool2d(colour(), 2)[0].transpose(1, 2, 0)
    assert np.array_equal(images.open_image("half.png").pixels, expected)


def test_of_several_output_channels_a_picture_shows_one(capsys):
    line = [
        "run",
        "conv2d",
        "grey.png",
        "-k",
        "identity",
        "-k",
        "sobel-x",
        "--show",
        "clamp",
        "-o",
        "map.png",
    ]
    assert cli.main(line) == 0
    assert np.array_equal(images.open_image("map.png").pixels, grey()[0, 0])
    assert capsys.readouterr().out.endswith(", channel 0 of 2\n")
    assert cli.main([*line, "--output-channel", "1"]) == 0
    expected = fn.conv2d(grey(), SOBEL_X, padding=1)[0, 0].clip(0, 255)
    assert np.array_equal(images.open_image("map.png").pixels, expected)
    assert capsys.readouterr().out.endswith(", channel 1 of 2\n")


def test_one_output_channel_of_a_colour_and_of_values():
    assert cli.main(shlex.split("run pool2d colour.png --channel all --output-channel 2 -o blue.png")) == 0
    assert np.array_equal(images.open_image("blue.png").pixels, fn.max_pool2d(colour(), 2)[0, 2])
    assert np.array_equal(
        result("pool2d colour.png --channel all --output-channel 2"), fn.max_pool2d(colour(), 2)[0, 2]
    )


def test_values_in_a_tiff(capsys):
    said = printed(capsys, "conv2d", "grey.png", "-k", "sobel-x", "--values", "-o", "out.tif")
    assert np.array_equal(images.open_image("out.tif").pixels, result("conv2d grey.png -k sobel-x"))
    assert said.startswith("out.tif: 20 × 30 float32 values from ")


def test_how_it_is_shown_without_a_word_is_as_the_window_shows_it(capsys):
    assert "shown stretch" in printed(capsys, "conv_transpose2d", "grey.png", "-o", "out.png")
    assert "shown signed" in printed(capsys, "conv2d", "grey.png", "-k", "sobel-x", "-o", "out.png")
    assert "shown clamp" in printed(capsys, "conv2d", "grey.png", "-k", "identity", "-o", "out.png")
    assert "shown offset" in printed(capsys, "pool2d", "grey.png", "--show", "offset", "-o", "out.png")


# --- steps, sizes, programs


def test_a_step_in_numbers(capsys):
    PillowImage.fromarray(np.arange(12, dtype=np.uint8).reshape(3, 4)).save("small.png")
    said = printed(capsys, "conv2d", "small.png", "-k", "sobel-x", "--bias", "2", "--step", "0,1")
    assert said == (
        "row 0, column 1, channel 0\n\n"
        "  channel 0, rows −1 to 1, reading –, 0, 1; columns 0 to 2\n"
        "    0 0 0     −1 0 1      0 0 0\n"
        "    0 1 2  ×  −2 0 2  =   0 0 4\n"
        "    4 5 6     −1 0 1     −4 0 6\n\n"
        "  sum 6 + bias 2 = 8\n\n"
        "The window for row 0, column 1 hangs over the edge: 3 of its 9 taps read the padding value 0. "
        "The weights add up to 0: a flat area sums to 0, only differences are left. "
        "The bias 2 is added to that. The padding keeps the size, 3 × 4.\n"
    )


def test_a_step_of_a_layer_is_followed_through_its_stages(capsys):
    said = printed(capsys, "chain", "grey.png", "-k", "sobel-x", "--step", "2,3")
    y = fn.conv2d(grey(), SOBEL_X, padding=1)[0, 0]
    heads = [line for line in said.splitlines() if line.startswith("row ")]
    assert heads == [
        *(f"row {row}, column {col}, channel 0" for row in (4, 5) for col in (6, 7)),
        "row 2, column 3, channel 0",
    ]
    for value in y[4:6, 6:8].ravel():
        became = "" if value >= 0 else ", which becomes 0"
        assert f"  sum {shown(value)}{became}\n" in said
    assert f"  sum {shown(max(0, y[4:6, 6:8].max()))}\n" in said.split("row 2, column 3")[1]


def test_a_step_of_one_output_channel_and_of_several_inputs(capsys):
    said = printed(
        capsys,
        *[
            "conv2d",
            "colour.png",
            "--channel",
            "all",
            "--mix",
            "sum",
            "-k",
            "sobel-x",
            "-k",
            "sobel-y",
            "--output-channel",
            "1",
        ],
        "--step",
        "4,5",
    )
    assert "row 4, column 5, channel 1\n" in said
    assert [f"  channel {n}, rows 3 to 5; columns 4 to 6" in said for n in range(3)] == [True] * 3
    assert (
        f"  sum {shown(fn.conv2d(colour(), weight('sobel-y', 1).repeat(3, 1), padding=1)[0, 0, 4, 5])}\n"
        in said
    )


def test_tables_too_wide_stand_below_one_another(folder, capsys):
    (folder / "wide.txt").write_text(" ".join(["0.125"] * 15))
    said = printed(capsys, "conv2d", "grey.png", "-k", "wide.txt", "--step", "3,9")
    lines = said.splitlines()
    names = [lines.index(f"    {name}") for name in ("values", "× weights", "= products")]
    assert names == [3, 5, 7]
    assert lines[names[1] + 1].split() == ["0.125"] * 15
    assert all(len(line) <= 110 for line in lines[:9])


def test_a_size_worked_out(capsys):
    assert printed(capsys, "pool2d", "grey.png", "--kernel-size", "3", "--size") == (
        "input 1 × 20 × 30\n"
        "  o = ⌊(i + 2p − d(k − 1) − 1) / s⌋ + 1\n"
        "  rows = ⌊(20 + 2·0 − 1·2 − 1) / 2⌋ + 1 = 9\n"
        "  cols = ⌊(30 + 2·0 − 1·2 − 1) / 2⌋ + 1 = 14\n"
        "  floor: 9 × 14, ceil: 10 × 15\n"
        "output 1 × 9 × 14\n"
    )


def test_size_step_and_file_together(capsys):
    said = printed(capsys, *shlex.split("pool2d grey.png --size --step 0,0 -o out.npy"))
    parts = said.split("\n\n")
    assert parts[0].endswith("output 1 × 10 × 15")
    assert parts[1] == "row 0, column 0, channel 0"
    assert parts[-1].splitlines()[-1].startswith("out.npy: 10 × 15 float32 values")


@pytest.mark.parametrize("language", ["numpy", "opencv", "PyTorch"])
def test_a_program_names_its_library(capsys, language):
    said = printed(capsys, "pool2d", "grey.png", "--code", language)
    assert f"import {({'opencv': 'cv2', 'PyTorch': 'torch'}).get(language, language)}" in said
    assert "print(y[0, 0:7, 0:7])" in said.splitlines()[-2:]


# --- every lab, also those to come


@EACH_LAB
def test_every_operation_runs_as_its_lab_begins(lab, capsys):
    """The file holds the numbers of the operation's own definition."""
    y = result(f"{name_of(lab)} grey.png")
    source = Source("grey.png", images.open_image("grey.png").plane("luma"), 255.0)
    story = tell(Scene(layer=lab.default), source, lab)
    expected = OPERATIONS[lab.operation].reference(story.spec, *story.operands)
    np.testing.assert_allclose(y, expected.reshape(y.shape), rtol=1e-4, atol=1e-2)
    capsys.readouterr()
    said = printed(capsys, name_of(lab), "grey.png", "-o", "out.png")
    height, width = y.shape[-2:]
    assert f"{height} × {width}, values from" in said
    assert images.open_image("out.png").shape == (height, width)


@EACH_LAB
def test_every_operation_shows_a_step(lab, capsys):
    y = result(f"{name_of(lab)} grey.png")
    capsys.readouterr()
    row, col = min(2, y.shape[-2] - 1), min(3, y.shape[-1] - 1)
    said = printed(capsys, name_of(lab), "grey.png", "--step", f"{row},{col}")
    *_, total, _, sentence = said.splitlines()
    assert total.startswith("  sum ")
    value = float(y.reshape(-1, *y.shape[-2:])[0, row, col])
    assert float(total.split()[-1].replace("−", "-")) == pytest.approx(value, rel=1e-3)
    assert sentence.endswith(".")


@EACH_LAB
def test_every_operations_program_gives_the_files_numbers(lab, capsys):
    y = result(f"{name_of(lab)} grey.png")
    capsys.readouterr()
    names = {"__name__": "program"}
    program = printed(capsys, name_of(lab), "grey.png", "--code", "numpy")
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(program, "program", "exec"), names)
    computed = np.squeeze(names["y"])
    expected = y if computed.shape == y.shape else y[..., 0, :]  # of a signal, its row alone
    np.testing.assert_allclose(computed, expected, rtol=1e-4, atol=1e-2)


@EACH_LAB
def test_every_operation_tells_its_size(lab, capsys):
    y = result(f"{name_of(lab)} grey.png")
    capsys.readouterr()
    last = printed(capsys, name_of(lab), "grey.png", "--size").splitlines()[-1]
    assert last.endswith(" × ".join(map(str, y.shape)))


@EACH_LAB
def test_every_choice_of_a_layer_is_an_option_in_words(lab):
    fields = msgspec.structs.fields(lab.layer_type)
    options = options_of(lab)
    varied = {field.name for field in fields if len(literals(field.type)) != 1}
    assert {option.name for option in options} == varied - {KERNELS}
    assert len({option.flag for option in options}) == len(options)
    for option in options:
        assert str(option.help).endswith(".")
        assert option.default


@EACH_LAB
def test_every_default_can_be_typed_and_changes_nothing(lab, capsys):
    name, typed = name_of(lab), []
    for option in options_of(lab):
        if option.name == "padding_value":  # which asks for a border of constants
            continue
        if option.read is not None:
            words = [option.flag, option.default]
        else:
            words = [option.flag if getattr(lab.default, option.name) else f"--no-{option.flag[2:]}"]
        if option.control is None or option.control.shown(lab.default):
            typed += words
        else:
            sentence = f"{option.flag} changes nothing with the other choices; leave it out."
            assert refused(capsys, name, "grey.png", *words, "--size") == sentence
    plain = result(f"{name} grey.png")
    assert cli.main(["run", name, "grey.png", *typed, "-o", "typed.npy"]) == 0
    assert np.array_equal(np.load("typed.npy"), plain)


@EACH_LAB
def test_a_scene_file_of_every_operation(lab, folder):
    """It has the numbers that the operation has by its name."""
    scene = Scene(layer=lab.default, picture=FilePicture("grey.png"))
    (folder / "one.convviz").write_bytes(encode_scene(scene))
    assert np.array_equal(result("one.convviz"), result(f"{name_of(lab)} grey.png"))


# --- what layers may have that are not there yet


class Layer(msgspec.Struct, frozen=True):
    """Choices of every type, without a panel of their own."""

    sizes: tuple[int, int, int] = (1, 2, 3)
    rates: tuple[int, ...] = (1, 2, 4)
    maps: Literal[0, 4, 8] = 8
    gains: tuple[float, ...] = (0.5,)
    border: Pads | Literal["same", "valid"] = "valid"
    around: tuple[int, int, int] | Literal["same"] = (1, 1, 1)
    slope: float = 0.25
    count: int = 3
    exact: bool = True
    title: str = "plain"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("--sizes 4,5,6", (4, 5, 6)),
        ("--sizes 7", (7, 7, 7)),
        ("--rates 3", (3,)),
        ("--rates 1,2,3,4", (1, 2, 3, 4)),
        ("--maps 0", 0),
        ("--gains -1,.5", (-1.0, 0.5)),
        ("--border 1,2", (1, 1, 2, 2)),
        ("--border same", "same"),
        ("--around 2", (2, 2, 2)),
        ("--slope 1e-3", 0.001),
        ("--count 5", 5),
        ("--no-exact", False),
        ("--title x", "x"),
    ],
)
def test_a_choice_of_any_type_is_read(words, value):
    lab = types.SimpleNamespace(layer_type=Layer, default=Layer(), controls=())
    known, made = options_of(lab), parser("convviz run layer", "")
    add_options(made.add_argument_group(), known)
    ((option, found),) = chosen(made.parse_args([words.replace(" ", "=")]), known).items()
    assert (option.flag, found) == (f"--{words.removeprefix('--').removeprefix('no-').split()[0]}", value)


# --- where one looks


def test_the_row_that_is_a_signal_is_the_programs(capsys):
    said = printed(capsys, "conv1d", "grey.png", "--row", "4", "--code", "numpy")
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(said, "program", "exec"), names)
    expected = convolved_rows(grey(), np.array([[[1.0, 0.0, -1.0]]]), padding=1)[0, 0, 4]
    np.testing.assert_allclose(np.ravel(names["y"]), expected)


def test_a_row_that_is_not_there(capsys):
    words = ["conv1d", "grey.png", "--code", "numpy", "--row"]
    assert refused(capsys, *words, "20") == "--row must be from 0 to 19, not 20."
    sentence = "--row changes nothing with the other choices; leave it out."
    assert refused(capsys, *words, "0", "--coding") == sentence


def test_places_are_those_of_the_panel():
    assert {name_of(lab): [o.flag for o in places_of(lab)] for lab in LABS}["conv1d"] == ["--row"]


# --- scene files


def written_scene(folder, **changes) -> str:
    scene = Scene(**{"picture": FilePicture("grey.png"), "layer": PoolLayer(), "show": "offset", **changes})
    (folder / "lesson.convviz").write_bytes(encode_scene(scene))
    return "lesson.convviz"


def test_a_scene_file_is_run_as_it_says(folder, capsys):
    path = written_scene(folder, crop=Region(2, 4, 10, 12))
    assert np.array_equal(result(path), fn.max_pool2d(grey()[:, :, 2:12, 4:16], 2)[0, 0])
    assert np.array_equal(
        result(f"{path} colour.png"),
        fn.max_pool2d(images.open_image("colour.png").plane("luma")[None, :, 2:12, 4:16].astype(float), 2)[
            0, 0
        ],
    )
    capsys.readouterr()
    assert "shown offset" in printed(capsys, path, "-o", "out.png")
    assert "shown stretch" in printed(capsys, path, "--show", "stretch", "-o", "out.png")
    assert "row 1, column 2, channel 0" in printed(capsys, path, "--step", "1,2")


def test_a_scene_of_a_canvas_and_of_a_sample(folder):
    canvas = Canvas(2, 4, bytes([1, 2, 3, 4, 5, 6, 7, 8]))
    assert result(written_scene(folder, picture=canvas)).tolist() == [[6, 8]]
    y = result(written_scene(folder, picture=SamplePicture("camera")))
    assert np.array_equal(y, result("pool2d sample:camera"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "This is not a readable ConvViz file: "),
        (b'{"convviz": 99}', "The scene was made by a newer ConvViz (format 99; this one reads up to 3)."),
    ],
)
def test_a_damaged_scene_is_refused(folder, capsys, content, sentence):
    (folder / "lesson.convviz").write_bytes(content)
    assert refused(capsys, "lesson.convviz", "--size").startswith(sentence)


# --- what is refused


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "the following arguments are required: OPERATION|SCENE (try “convviz run --help”)"),
        (
            "--kind max pool2d grey.png",
            "the operation comes before its options, not --kind (try “convviz run --help”)",
        ),
        ("pool grey.png -o a.png", "There is no operation “pool”; there are conv2d, "),
        ("gone.convviz -o a.png", "There is no file gone.convviz."),
        ("grey.png pool2d -o a.png", "This is not a readable ConvViz file: "),
        ("pool2d -o a.png", "the following arguments are required: IMAGE (try “convviz run pool2d --help”)"),
        (
            "pool2d grey.png",
            "nothing is asked for: give -o FILE, --step, --size or --code (try “convviz run pool2d --help”)",
        ),
        (
            "pool2d grey.png --code numpy --size -o a.npy",
            "--code stands alone, without -o, --size (try “convviz run pool2d --help”)",
        ),
        ("pool2d gone.png -o a.png", "There is no file gone.png."),
        ("pool2d sample:moon -o a.png", "There is no sample picture “moon”."),
        ("pool2d grey.png -o a.doc", "a.doc cannot be written: its name must end in one of .png"),
        ("pool2d grey.png --values -o a.png", "a.png cannot be written: its name must end in one of .npy"),
        ("pool2d grey.png --kernel sobel-x -o a.png", "unrecognized arguments: --kernel sobel-x (try"),
        ("pool2d grey.png --kind most -o a.png", "argument --kind: must be one of max, avg, not 'most' (try"),
        ("pool2d grey.png --kernel-size 0 -o a.png", "kernel_size must be at least 1, not 0."),
        ("pool2d grey.png --padding 2 -o a.png", "Padding of 2 is more than half of a pooling window of 2."),
        ("pool2d grey.png --kernel-size 25 -o a.png", "The window spans 25 cells"),
        ("pool2d grey.png --kernel-size 1,2,3 -o a.png", "argument --kernel-size: must be a whole number or"),
        ("pool2d grey.png --kind avg --dilation 2 -o a.png", "--dilation changes nothing with the other"),
        ("pool2d grey.png --padding same -o a.png", "argument --padding: Padding is same-tf, one whole"),
        ("pool2d grey.png --padding 1,2,3 -o a.png", "argument --padding: Padding is same-tf, one"),
        ("pool2d grey.png --padding 1000 -o a.png", "argument --padding: Padding must be from 0 to 999"),
        ("pool2d grey.png --padding same-tf --ceil-mode --size", "--ceil-mode changes nothing with"),
        (
            "pool2d grey.png --no-count-include-pad -o a.png",
            "--count-include-pad changes nothing with the other choices; leave it out.",
        ),
        ("pool2d grey.png --step 10,0", "There is no output cell at row 10, column 0: rows go from 0 to 9,"),
        ("pool2d grey.png --step -1,0", "There is no output cell at row −1, column 0: rows go from 0 to 9,"),
        ("pool2d grey.png --step 3", "argument --step: must be row,column, not '3' (try"),
        ("pool2d grey.png --output-channel 1 --size", "--output-channel must be from 0 to 0, not 1."),
        ("pool2d grey.png --crop 1,2,3 --size", "argument --crop: must be top,left,height,width, not"),
        ("pool2d grey.png --crop 0,0,0,5 --size", "height must be at least 1, not 0."),
        (
            "pool2d grey.png --crop 10,20,30,5 --size",
            "30 × 5 cells from row 10, column 20 on do not lie in the picture of 20 × 30.",
        ),
        (
            "pool2d grey.png --crop 0,-1,3,3 --size",
            "3 × 3 cells from row 0, column −1 on do not lie in the picture of 20 × 30.",
        ),
        ("pool2d grey.png --channel a --size", "argument --channel: invalid choice: 'a'"),
        ("unpool2d grey.png --kernel-size 4 --stride 4 --output-size least --size", "Indices counted in"),
        ("resize2d grey.png --scale 9 --size", "argument --scale: must be from 0.125 to 8, not 9 (try"),
        ("resize2d grey.png --scale 1,2,3 --size", "argument --scale: must be a number or rows,columns, not"),
        ("resize2d grey.png --scale x --size", "argument --scale: must be a number, not 'x' (try"),
        (
            "resize2d grey.png --mode nearest --align-corners --size",
            "--align-corners changes nothing with the other choices; leave it out.",
        ),
        ("conv2d grey.png -k sobel --size", "There is no kernel “sobel”; the nearest names are sobel-"),
        ("conv2d grey.png -k sobel-x -k box-5x5 --size", "All kernels of a layer must have one size"),
        ("conv2d grey.png -k sobel-x --bias 1,2 --size", "2 biases do not fit 1 filters: each has one."),
        ("conv2d grey.png --bias nan --size", "argument --bias: must be a finite number, not nan (try"),
        (
            "conv2d grey.png --padding-mode reflect --padding-value 3 --size",
            "--padding-value 3.0 needs --padding-mode constant, not reflect.",
        ),
        ("conv_transpose2d grey.png -k box-3x3 -k box-3x3 --size", "A transposed convolution here has"),
        ("chain grey.png --pool-size 9 --size", "argument --pool-size: must be from 1 to 8, not 9 (try"),
        ("chain grey.png --pool-size 2.5 --size", "argument --pool-size: must be a whole number, not '2.5'"),
        ("conv1d grey.png --weights a --size", "argument --weights: Line 1, number 1: “a” is not a number."),
        ("conv1d grey.png --coding --bits 12 --size", "argument --bits: The input is written in 0 and 1"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_one_sentence(folder, capsys, line, sentence):
    before = sorted(folder.iterdir())
    assert refused(capsys, *line.split()).startswith(sentence)
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("error", [MemoryError(), cv2.error("insufficient memory")])
def test_too_little_memory_is_a_sentence(capsys, monkeypatch, error):
    def fast(self, *operands):
        raise error

    monkeypatch.setattr(type(OPERATIONS["pool2d"]), "fast", fast)
    assert refused(capsys, "pool2d", "grey.png", "-o", "a.png") == "There is not enough memory for this."


# --- help and the list


def test_help_lists_every_operation_and_its_examples_work(folder, capsys):
    PillowImage.fromarray(np.zeros((40, 50, 3), np.uint8)).save("photo.jpg")
    written_scene(folder)
    said = printed(capsys, "--help")
    listed = said.split("operations:\n")[1].split("\n\n")[0].splitlines()
    assert [line.split()[0] for line in listed] == [name_of(lab) for lab in LABS]
    examples = [line.strip() for line in said.splitlines() if line.startswith("  convviz run ")]
    assert len(examples) == 7
    for example in examples:
        assert cli.main(shlex.split(example)[1:]) == 0, example


@EACH_LAB
def test_help_of_an_operation_tells_every_option(lab, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    said = " ".join(printed(capsys, name_of(lab), "--help").split())
    assert said.startswith(f"usage: convviz run {name_of(lab)} ")
    for option in (*options_of(lab), *places_of(lab)):
        assert f"{option.help} ({option.default})" in said


def test_help_needs_neither_qt_nor_opencv():
    program = (
        "import sys; from convviz.cli import main\n"
        f"for name in {[name_of(lab) for lab in LABS]}: main(['run', name, '--help'])\n"
        "main(['run', '--help']); main(['operations', '--json']); main(['sizes', 'conv', '32'])\n"
        "print(*{'PySide6', 'cv2', 'PIL'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == "\n"


def test_operations_are_listed(capsys):
    assert cli.main(["operations"]) == 0
    blocks = capsys.readouterr().out.split("\n\n")
    assert [block.split()[0] for block in blocks] == [name_of(lab) for lab in LABS]
    assert blocks[0].splitlines()[0] == "conv2d  Convolution (2-D)"
    assert blocks[0].split("\n")[1].split()[:2] == ["-k", "--bias"]


def test_operations_as_json(capsys):
    assert cli.main(["operations", "--json"]) == 0
    found = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert list(found) == [name_of(lab) for lab in LABS]
    assert found["conv2d"]["kernels"]
    assert not found["pool2d"]["kernels"]
    kind, *_, ceil, _ = found["pool2d"]["options"]
    assert (kind["option"], kind["default"], kind["choices"], kind["switch"]) == (
        "--kind",
        "max",
        ["max", "avg"],
        False,
    )
    assert (ceil["option"], ceil["switch"]) == ("--ceil-mode", True)


def test_a_scenes_picture_is_looked_for_beside_it(capsys) -> None:
    folder = Path("elsewhere")
    folder.mkdir()
    Path("grey.png").rename(folder / "grey.png")
    content = {"convviz": 1, "scene": {"picture": {"type": "file", "path": "/gone/grey.png"}}}
    (folder / "lesson.convviz").write_text(json.dumps(content))
    assert cli.main(["run", "elsewhere/lesson.convviz", "-o", "out.png"]) == 0
    (folder / "grey.png").unlink()
    assert cli.main(["run", "elsewhere/lesson.convviz", "-o", "out.png"]) == 2
    says = "convviz: The scene shows the picture grey.png, which is not there: /gone/grey.png.\n"
    assert capsys.readouterr().err == says
