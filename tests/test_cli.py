"""The command line, as a shell meets it: words in; files, lines and an exit status out."""

import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image as PillowImage

from convviz import __version__, cli
from convviz.cli import words as known_words
from convviz.core import images, kernels, lens
from convviz.core.operations import OPERATIONS
from convviz.core.samples import load_sample
from convviz.core.spec import ConvSpec

ROOT = Path(__file__).parents[1]
CONV = OPERATIONS["conv2d"]
NOWHERE = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")


def shell(*words: str, **options) -> subprocess.CompletedProcess:
    """The program as another process, without a display."""
    environment = {**os.environ, **NOWHERE, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "convviz", *words],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **options,
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to be in, with a picture in colour and one in grey."""
    rng = np.random.default_rng(0)
    PillowImage.fromarray(rng.integers(0, 256, (20, 30, 3), np.uint8)).save(tmp_path / "colour.png")
    PillowImage.fromarray(rng.integers(0, 256, (20, 30), np.uint8)).save(tmp_path / "grey.png")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def convolved(x, rows, bias=0.0, **spec):
    n = len(x)
    spec = {"padding": "same", "in_channels": n, "out_channels": n, "groups": n, **spec}
    layer = ConvSpec(kernel_size=(len(rows), len(rows[0])), **spec)
    return CONV.reference(layer, x, np.array([[rows]] * n, float), np.full(n, bias))


def values(folder, *words) -> np.ndarray:
    """What `apply grey.png … -o out.npy` writes."""
    assert cli.main(["apply", "grey.png", "-o", "out.npy", *words]) == 0
    return np.load(folder / "out.npy")


# --- apply: the numbers


def test_npy_holds_the_true_values(folder, capsys):
    y = values(folder, "-k", "sobel-x")
    assert y.dtype == np.float32
    assert y.shape == (20, 30)
    assert np.array_equal(
        y, convolved(images.open_image("grey.png").plane("luma"), kernels.rows("sobel-x"))[0]
    )
    said = f"out.npy: 20 × 30 float32 values from {y.min():g} to {y.max():g}\n"
    assert capsys.readouterr() == (said.replace("-", "−"), "")


SOBEL_Y = kernels.rows("sobel-y")


@pytest.mark.parametrize(
    ("words", "spec"),
    [
        ("--stride 2 --padding 1", {"stride": (2, 2), "padding": (1, 1, 1, 1)}),
        ("--stride 2,3 --padding 0,2", {"stride": (2, 3), "padding": (0, 0, 2, 2)}),
        ("--stride 2", {"stride": (2, 2), "padding": (1, 1, 1, 1)}),  # same is the default, in the window too
        (
            "--stride 2,2 --padding same --dilation 2",
            {"stride": (2, 2), "padding": (2,) * 4, "dilation": (2, 2)},
        ),
        ("--stride 2 --padding same-tf", {"stride": (2, 2), "padding": (0, 1, 0, 1)}),
        ("--stride 3,4 --padding same-tf", {"stride": (3, 4), "padding": (0, 1, 0, 1)}),
        ("--padding same-tf --dilation 2", {"padding": (2,) * 4, "dilation": (2, 2)}),
        ("--stride 3 --padding valid", {"stride": (3, 3), "padding": "valid"}),
        ("--padding 1,2,3,4", {"padding": (1, 2, 3, 4)}),
        ("--padding valid", {"padding": "valid"}),
        ("--padding same --padding-mode reflect", {"padding_mode": "reflect"}),
        ("--padding-mode replicate", {"padding_mode": "replicate"}),
        ("--padding-mode circular", {"padding_mode": "circular"}),
        ("--padding-value -7.5", {"padding_mode": "constant", "padding_value": -7.5}),
        ("--padding-mode constant --padding-value 9", {"padding_mode": "constant", "padding_value": 9.0}),
        ("--dilation 2", {"dilation": (2, 2)}),
        ("--dilation 3,1", {"dilation": (3, 1)}),
        ("--bias -1", {"bias": -1.0}),
        ("--bias -1e2", {"bias": -100.0}),
        ("--bias=-.5", {"bias": -0.5}),
        ("--bias −3", {"bias": -3.0}),
        ("--convolution", {"flip": True}),
        ("--activation relu", {"activation": "relu"}),
        ("--activation leaky_relu --negative-slope 0.2", {"activation": "leaky_relu", "negative_slope": 0.2}),
    ],
)
def test_every_parameter_means_what_it_means_in_a_layer(folder, words, spec):
    x = images.open_image("grey.png").plane("luma")
    y = values(folder, "-k", "sobel-y", *words.split())
    np.testing.assert_allclose(y, convolved(x, SOBEL_Y, **spec)[0], rtol=1e-5, atol=1e-3)


@pytest.mark.parametrize("channel", images.CHANNELS)
def test_channels_of_a_colour_picture(folder, channel):
    assert cli.main(["apply", "colour.png", "-k", "box-3x3", "--channel", channel, "-o", "out.npy"]) == 0
    expected = convolved(images.open_image("colour.png").plane(channel), kernels.rows("box-3x3"))
    y = np.load("out.npy")
    assert y.shape == ((3, 20, 30) if channel == "all" else (20, 30))
    np.testing.assert_allclose(y, expected.reshape(y.shape), rtol=1e-5, atol=1e-3)


def test_a_kernel_text_and_a_kernel_with_a_parameter(folder):
    (folder / "mine.txt").write_text("0 0 0\n0 1/2 0\n0 0 0\n")
    half = values(folder, "-k", "mine.txt")
    assert np.array_equal(half, images.open_image("grey.png").pixels / np.float32(2))
    assert not np.array_equal(
        values(folder, "-k", "gaussian:sigma=1"), values(folder, "-k", "gaussian:sigma=2")
    )


def test_a_sample_picture(folder):
    assert cli.main(["apply", "sample:camera", "-k", "identity", "-o", "out.npy"]) == 0
    assert np.array_equal(np.load("out.npy"), load_sample("camera").pixels)


# --- apply: pictures


@pytest.mark.parametrize("show", lens.LENSES)
@pytest.mark.parametrize("ending", [".png", ".tif"])
def test_a_picture_is_written_as_it_is_shown(folder, show, ending, capsys):
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "--show", show, "-o", f"out{ending}"]) == 0
    y = convolved(images.open_image("grey.png").plane("luma"), kernels.rows("sobel-x"))
    by = lens.scale(show, lens.statistics(y), 255)
    assert np.array_equal(images.open_image(f"out{ending}").pixels, lens.render(y, show, by))
    beyond = sum(lens.clamped(y, show, by))
    said = capsys.readouterr().out
    assert f"shown {show} from {by.low:g} to {by.high:g}".replace("-", "−") in said
    assert (f", cells beyond: {beyond}\n" in said) == (beyond > 0)


def test_without_show_a_result_without_negative_values_is_a_plain_picture(folder):
    assert cli.main(["apply", "colour.png", "-k", "identity", "--channel", "all", "-o", "out.png"]) == 0
    assert np.array_equal(images.open_image("out.png").pixels, images.open_image("colour.png").pixels)
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "-o", "out.png"]) == 0
    assert images.open_image("out.png").colour


def test_offset_and_clamp_know_a_16_bit_pictures_white(folder):
    cv2.imwrite("deep.png", np.full((9, 9), 40000, np.uint16))
    assert cli.main(["apply", "deep.png", "-k", "identity", "--show", "clamp", "-o", "out.png"]) == 0
    assert (images.open_image("out.png").pixels == round(40000 / 257)).all()
    assert cli.main(["apply", "deep.png", "-k", "laplacian-4", "--show", "offset", "-o", "out.png"]) == 0
    assert images.open_image("out.png").pixels[4, 4] == 128


def test_values_in_a_tiff(folder):
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "--values", "-o", "out.tif"]) == 0
    assert np.array_equal(images.open_image("out.tif").pixels, values(folder, "-k", "sobel-x"))


# --- what is refused: a sentence each, status 2, and no file


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "",
            "the following arguments are required: IMAGE, -k/--kernel, -o/--output (try “convviz apply",
        ),
        ("gone.png -k sobel-x -o out.png", "There is no file gone.png."),
        ("empty.png -k sobel-x -o out.png", "empty.png is an empty file."),
        ("text.png -k sobel-x -o out.png", "text.png is not a picture of a kind that can be opened"),
        ("folder -k sobel-x -o out.png", "folder is a folder, not a picture."),
        ("cut.png -k sobel-x -o out.png", "cut.png is cut off or damaged: it cannot be decoded as PNG."),
        ("sample:moon -k sobel-x -o out.png", "There is no sample picture “moon”."),
        ("grey.png -k sobel -o out.png", "There is no kernel “sobel”; the nearest names are sobel-"),
        ("grey.png -k gone.txt -o out.png", "There is no file gone.txt."),
        ("grey.png -k ragged.txt -o out.png", "Line 2 has 1 numbers, but line 1 has 2."),
        ("grey.png -k nan.txt -o out.png", "Line 1, number 2: “nan” is not a finite number."),
        (
            "grey.png -k large.txt -o out.png",
            "The weight in row 0, column 1 must be a number up to 1000000000, not 3e38.",
        ),
        ("grey.png -k sobel-x --stride 0 --padding 0 -o out.png", "stride must be at least 1, not 0."),
        ("grey.png -k sobel-x --stride -1 --padding 0 -o out.png", "stride must be at least 1, not −1."),
        ("grey.png -k sobel-x --dilation -2 -o out.png", "dilation must be at least 1, not −2."),
        ("grey.png -k sobel-x --padding -1 -o out.png", "padding must not be negative, but is −1."),
        ("grey.png -k sobel-x --stride 0 -o out.png", "stride must be at least 1, not 0."),
        (
            "grey.png -k sobel-x --stride 2.5 -o out.png",
            "argument --stride: must be a whole number or rows,columns, not '2.5' (try “",
        ),
        ("grey.png -k sobel-x --dilation 1,2,3 -o out.png", "argument --dilation: must be a whole number or"),
        (
            "grey.png -k sobel-x --padding 1,2,3 -o out.png",
            "argument --padding: must be same, same-tf, valid, a whole number, rows,columns or top,",
        ),
        ("grey.png -k sobel-x --bias much -o out.png", "argument --bias: must be a number, not 'much'"),
        ("grey.png -k sobel-x --bias nan -o out.png", "argument --bias: must be a finite number, not nan"),
        (
            "grey.png -k sobel-x --bias -1e39 -o out.png",
            "argument --bias: must be from −1000000000 to 1000000000, not -1e39",
        ),
        (
            "grey.png -k sobel-x --padding-mode mirror -o out.png",
            "argument --padding-mode: invalid choice: 'mirror'",
        ),
        (
            "grey.png -k sobel-x --padding-mode reflect --padding-value 3 -o out.png",
            "--padding-value 3.0 needs --padding-mode constant, not reflect.",
        ),
        (
            "grey.png -k sobel-x --padding 20 --padding-mode reflect -o out.png",
            "Reflect padding of 20 needs an image of at least 20 + 1 cells; this one has 20.",
        ),
        (
            "grey.png -k sobel-x --padding valid --dilation 12 -o out.png",
            "The window spans 25 cells (3 taps, dilation 12), but the input with its padding has only 20",
        ),
        ("grey.png -k sobel-x --channel a -o out.png", "argument --channel: invalid choice: 'a'"),
        ("grey.png -k sobel-x --show wide -o out.png", "argument --show: invalid choice: 'wide'"),
        (
            "grey.png -k sobel-x -o out.doc",
            "out.doc cannot be written: its name must end in one of .png, .tif",
        ),
        (
            "grey.png -k sobel-x --values -o out.png",
            "out.png cannot be written: its name must end in one of .npy",
        ),
        ("grey.png -k sobel-x -o gone/out.png", "There is no folder "),
        (
            "grey.png -k sobel-x --colour -o out.png",
            "unrecognized arguments: --colour (try “convviz apply --help”)",
        ),
        ("grey.png -k sobel-x --pad 1 -o out.png", "unrecognized arguments: --pad 1"),
        (f"{'a' * 300}.png -k sobel-x -o out.png", f"{'a' * 300}.png cannot be read: File name too long."),
    ],
)
def test_bad_input_is_one_sentence(folder, capsys, words, sentence):
    (folder / "empty.png").touch()
    (folder / "text.png").write_text("not a picture, but long enough to be one " * 9)
    (folder / "cut.png").write_bytes((folder / "grey.png").read_bytes()[:300])
    (folder / "folder").mkdir()
    (folder / "ragged.txt").write_text("1 2\n3\n")
    (folder / "nan.txt").write_text("1 nan\n")
    (folder / "large.txt").write_text("1 3e38\n")
    before = sorted(folder.iterdir())
    assert cli.main(["apply", *words.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"convviz: {sentence}")
    assert said.err.count("\n") == 1
    assert said.err.endswith("\n")
    assert sorted(folder.iterdir()) == before


def test_a_file_that_cannot_be_written_keeps_what_it_held(folder, capsys):
    (folder / "out.png").mkdir()
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "-o", "out.png"]) == 2
    assert capsys.readouterr().err == f"convviz: {folder / 'out.png'} is a folder; give the file a name.\n"


def test_a_name_with_a_line_feed_is_still_one_line(folder, capsys):
    assert cli.main(["apply", "a\nb.png", "-k", "sobel-x", "-o", "out.png"]) == 2
    assert capsys.readouterr().err == "convviz: There is no file a b.png.\n"


@pytest.mark.parametrize(
    ("words", "argument"),
    [
        (["apply", "", "-k", "sobel-x", "-o", "out.png"], "IMAGE"),
        (["apply", "grey.png", "-k", "", "-o", "out.png"], "-k/--kernel"),
        (["apply", "grey.png", "-k", "sobel-x", "-o", ""], "-o/--output"),
        (["run", "conv2d", "", "-k", "sobel-x", "-o", "out.npy"], "IMAGE"),
        (["run", "", "-o", "out.npy"], "OPERATION|SCENE"),
        (["render", "", "-o", "out.svg"], "SCENE|LESSON"),
        (["sizes", ""], "LAYER|NETWORK|FILE"),
        ([""], "IMAGE"),
    ],
)
def test_a_name_is_not_empty(folder, capsys, words, argument):
    before = sorted(folder.iterdir())
    assert cli.main(words) == 2
    assert capsys.readouterr().err.startswith(f"convviz: argument {argument}: must be a name, not '' (try “")
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("error", [MemoryError(), cv2.error("insufficient memory")])
def test_too_little_memory_is_a_sentence(folder, capsys, monkeypatch, error):
    def fast(self, *operands):
        raise error

    monkeypatch.setattr(type(CONV), "fast", fast)
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "-o", "out.png"]) == 2
    assert capsys.readouterr().err == "convviz: There is not enough memory for this.\n"


# --- kernels


def test_kernels_lists_every_kernel_once(capsys):
    assert cli.main(["kernels"]) == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert listed == [kernel.id for kernel in kernels.KERNELS]
    assert [line for line in lines if line and not line.startswith(" ")] == [
        *dict.fromkeys(listed_families())
    ]
    assert any("sigma=1, from 0.3 to 10" in line for line in lines)


def listed_families():
    return (kernel.family for kernel in kernels.KERNELS)


def test_kernels_as_json(capsys):
    assert cli.main(["kernels", "--json"]) == 0
    found = {kernel["id"]: kernel for kernel in json.loads(capsys.readouterr().out)}
    assert list(found) == [kernel.id for kernel in kernels.KERNELS]
    sobel = found["sobel-x"]
    assert sobel["rows"] == [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    assert all(sobel[text] for text in ("name", "family", "source", "does"))
    assert found["gaussian"]["parameters"] == [
        {"name": "sigma", "minimum": 0.3, "maximum": 10, "default": 1, "whole": False}
    ]


# --- help


def test_the_words_of_the_command_line_are_the_programs():
    assert known_words.CHANNELS == images.CHANNELS
    assert known_words.LENSES == lens.LENSES


@pytest.mark.parametrize(
    "words",
    [["--help"], ["apply", "--help"], ["kernels", "-h"], ["sizes", "-h"], ["run", "-h"], ["--version"]],
)
def test_help_and_version_are_printed(words, capsys):
    assert cli.main(words) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith(f"convviz {__version__}\n" if words == ["--version"] else "usage: convviz")


def test_help_teaches_by_examples_that_work(folder, capsys):
    """Every example of the help is run, on a small picture."""
    PillowImage.fromarray(np.zeros((40, 50, 3), np.uint8)).save("photo.jpg")
    (folder / "mine.txt").write_text("1 0 -1\n2 0 -2\n1 0 -1\n")
    assert cli.main(["apply", "--help"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    examples = [words[1:] for words in lines if words[:2] == ["convviz", "apply"]]
    assert len(examples) == 5
    for words in examples:
        assert cli.main(words) == 0, words
        assert Path(words[-1]).stat().st_size


@pytest.mark.parametrize(
    "words", [["--help"], ["apply", "--help"], ["apply", "a", "--stride", "x"], ["gone.png"]]
)
def test_help_and_wrong_arguments_import_nothing_heavy(words):
    program = (
        f"import sys; from convviz.cli import main; main({words}); "
        "print(*{'PySide6', 'cv2', 'numpy', 'PIL', 'msgspec'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr.splitlines()[-1] == ""


# --- the window


@pytest.fixture
def opened(monkeypatch):
    """The pictures that windows were opened on, instead of windows."""
    found = []
    app = types.ModuleType("convviz.app")
    app.run = lambda image: found.append(image) or 7
    monkeypatch.setitem(sys.modules, "convviz.app", app)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return found


def test_the_window_is_opened_with_and_without_a_picture(folder, opened):
    assert cli.main([]) == 7
    assert cli.main(["grey.png"]) == 7
    PillowImage.open("grey.png").save("apply", "png")
    assert cli.main(["./apply"]) == 7
    assert opened == [None, str(Path("grey.png").absolute()), str(Path("apply").absolute())]


def test_the_words_come_from_the_shell_when_none_are_given(folder, opened, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["convviz", "grey.png"])
    assert cli.main() == 7
    assert opened == [str(Path("grey.png").absolute())]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["gone.png"], "There is no file gone.png."),
        (["grey.png", "colour.png"], "unrecognized arguments: colour.png (try “convviz --help”)"),
        (["--fast"], "unrecognized arguments: --fast (try “convviz --help”)"),
    ],
)
def test_no_window_for_words_that_make_no_sense(folder, opened, capsys, words, sentence):
    assert cli.main(words) == 2
    assert capsys.readouterr().err == f"convviz: {sentence}\n"
    assert opened == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_refused(opened, capsys, monkeypatch):
    for name in NOWHERE:
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 2
    said = capsys.readouterr().err
    assert said == (
        "convviz: There is no display to open a window on; “convviz apply”, “convviz run” and "
        "“convviz render” work without one.\n"
    )
    assert opened == []


def test_without_qt_the_window_is_refused(opened, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "convviz.app", None)
    assert cli.main([]) == 2
    assert capsys.readouterr().err.startswith("convviz: The window cannot be opened: ")


# --- from outside


def test_apply_in_a_process_of_its_own_without_a_display(folder):
    done = shell("apply", "grey.png", "-k", "sobel-x", "--bias", "-1", "-o", "out.npy", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert np.array_equal(np.load(folder / "out.npy"), values(folder, "-k", "sobel-x", "--bias", "-1"))


@pytest.mark.parametrize("words", ["apply grey.png -k sobel-x -o out.png", "run conv2d grey.png -o out.png"])
def test_python_looks_for_no_cycles_while_a_picture_is_computed_nor_at_its_end(folder, words):
    program = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 10_000))\n"  # the first one runs last
        "from convviz.cli import main\n"
        "searches = []\n"
        "gc.callbacks.append(lambda phase, _: searches.append(phase) if 'numpy' in sys.modules else None)\n"
        f"main({words.split()})\n"
        "print(searches, gc.isenabled(), gc.get_freeze_count())\n"
    )
    environment = {**os.environ, **NOWHERE, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-2:] == ["[] True 0", "True"]


def test_a_refusal_from_outside_is_one_line_and_status_2(folder):
    done = shell("apply", "gone.png", "-k", "sobel-x", "-o", "out.png", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "convviz: There is no file gone.png.\n"


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_ctrl_c_is_quiet():
    program = (
        "import signal, sys, time; from convviz import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a background shell may have it ignored
        "def wait(words): print('begun', flush=True); time.sleep(60)\n"
        "cli.COMMANDS['kernels'] = wait\n"
        "sys.exit(cli.main(['kernels']))"
    )
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.readline() == b"begun\n"
        running.send_signal(signal.SIGINT)
        _, complaint = running.communicate(timeout=20)
    assert (running.returncode, complaint) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["kernels", "kernels --json", "apply --help"])
def test_a_closed_pipe_is_quiet(words):
    command = f"'{sys.executable}' -m convviz {words} | true"
    done = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=60
    )
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_a_sentence():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "convviz", "kernels"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "convviz: No space left on device.\n")


def test_how_a_picture_is_shown_does_not_change_its_true_values(folder):
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "--show", "clamp", "-o", "shown.npy"]) == 0
    assert cli.main(["apply", "grey.png", "-k", "sobel-x", "-o", "plain.npy"]) == 0
    assert np.array_equal(np.load("shown.npy"), np.load("plain.npy"))
