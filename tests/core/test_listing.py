import contextlib
import io
import subprocess
import sys
from unittest.mock import patch

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as PillowImage
from PIL import PngImagePlugin

from convviz import functional
from convviz.core.errors import SpecError
from convviz.core.images import CHANNELS, open_image
from convviz.core.listing import LANGUAGES, Source, listing, pool_listing, resize_listing, unpool_listing
from convviz.core.listings.imread import imread_kind
from convviz.core.operations import OPERATIONS
from convviz.core.pool_spec import PoolSpec
from convviz.core.resize_spec import ResizeSpec
from convviz.core.samples import load_sample
from convviz.core.spec import ACTIVATIONS, PADDING_MODES, ConvSpec
from convviz.core.unpool_spec import UnpoolSpec
from tests.core import torch_stand_in
from tests.core.strategies import ResizeCase, pool_cases, resize_cases, unpool_cases

CONV, POOL, RESIZE = OPERATIONS["conv2d"], OPERATIONS["pool2d"], OPERATIONS["resize2d"]
UNPOOL = OPERATIONS["unpool2d"]
SOBEL = np.array([[[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]]], float)
BOX = np.full((1, 1, 3, 3), 1 / 9)
NO_BIAS = np.zeros(1)
SAME = ConvSpec(padding="same")
SHOWN = (0, range(2), range(3))
languages = pytest.mark.parametrize("language", LANGUAGES)


def execute(code: str, names: dict[str, object] | None = None) -> tuple[np.ndarray, str]:
    """`y` after running a listing, and what it printed; `names` are given its variables."""
    names = {} if names is None else names
    with (
        patch.dict(sys.modules, torch_stand_in.module()),
        contextlib.redirect_stdout(io.StringIO()) as printed,
    ):
        exec(compile(code, "listing", "exec"), names)
    return np.asarray(names["y"]), printed.getvalue()


def check(language, spec, weight, bias, source) -> str:
    code = listing(language, spec, weight, bias, source, SHOWN)
    y, _ = execute(code)
    expected = CONV.fast(spec, source.x, weight, bias)
    assert y.dtype == np.float32
    assert y.shape == expected.shape
    size = np.abs(weight).sum() * np.abs(source.x.astype(float)).max() + np.abs(bias).max() + 1
    np.testing.assert_allclose(y, expected, rtol=1e-4, atol=1e-6 * size)
    return code


@st.composite
def layers(draw):
    pair = st.tuples(st.integers(1, 3), st.integers(1, 3))
    groups = draw(st.integers(1, 2))
    stride = draw(st.one_of(st.just((1, 1)), pair))
    four = st.tuples(*[st.integers(0, 3)] * 4)
    spec = ConvSpec(
        kernel_size=draw(st.tuples(st.integers(1, 4), st.integers(1, 4))),
        stride=stride,
        dilation=draw(pair),
        padding=draw(st.one_of(st.just("valid"), *([st.just("same")] if stride == (1, 1) else []), four)),
        padding_mode=draw(st.sampled_from(PADDING_MODES)),
        padding_value=draw(st.sampled_from([0.0, 0.1, -1.0, 128.0])),
        in_channels=groups * draw(st.integers(1, 2)),
        out_channels=groups * draw(st.integers(1, 3)),
        groups=groups,
        flip=draw(st.booleans()),
        activation=draw(st.sampled_from(ACTIVATIONS)),
        negative_slope=draw(st.sampled_from([0.01, 0.2])),
    )
    rng = np.random.default_rng(draw(st.integers(0, 999)))
    weight = rng.normal(0, 1, spec.weight_shape)
    if draw(st.booleans()):
        weight = np.repeat(np.rint(weight[:1] * 4), len(weight), axis=0)
    bias = draw(st.sampled_from([0.0, 1.0])) * rng.normal(0, 9, len(weight))
    x = rng.integers(0, 256, (spec.in_channels, *draw(st.tuples(*[st.integers(10, 16)] * 2))), np.uint8)
    return spec, weight, bias, x


@languages
@given(layer=layers())
@settings(max_examples=60, deadline=None)
def test_a_listing_computes_what_the_program_computes(language, layer):
    spec, weight, bias, x = layer
    check(language, spec, weight, bias, Source(x))


# --- what it says


def test_numpy_says_no_more_than_it_needs():
    x = np.arange(12, dtype=np.uint8).reshape(1, 3, 4)
    code = listing("NumPy", ConvSpec(), SOBEL, NO_BIAS, Source(x), (0, range(1), range(2)))
    assert code == (
        "import numpy as np\n"
        "\n"
        "x = np.array([[\n"
        "    [ 0,  1,  2,  3],\n"
        "    [ 4,  5,  6,  7],\n"
        "    [ 8,  9, 10, 11],\n"
        "]], np.float32)  # channels, rows, columns\n"
        "\n"
        "# Weights: filters, channels, rows, columns.\n"
        "w = np.array([[[\n"
        "    [-1,  0,  1],\n"
        "    [-2,  0,  2],\n"
        "    [-1,  0,  1],\n"
        "]]], np.float64)\n"
        "\n"
        "# Every window, as a view: channels, rows, columns, window rows, window columns.\n"
        "windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(1, 2))\n"
        'y = np.einsum("irckl,oikl->orc", windows, w)\n'
        "y = y.astype(np.float32)\n"
        "print(y[0, 0:1, 0:2])\n"
    )


def test_the_usual_filter_is_one_line_of_opencv_and_of_pytorch():
    source = Source(load_sample("camera").plane("luma"), sample="camera")
    opencv = listing("OpenCV", SAME, SOBEL, NO_BIAS, source, SHOWN).splitlines()
    assert "y = cv2.filter2D(x[0], cv2.CV_32F, w[0, 0], borderType=cv2.BORDER_CONSTANT)[np.newaxis]" in opencv
    torch = listing("PyTorch", SAME, SOBEL, NO_BIAS, source, SHOWN).splitlines()
    assert 'y = F.conv2d(x, w, padding="same")' in torch
    assert not any("pad(" in line or "copyMakeBorder" in line for line in opencv + torch)


def test_an_off_centre_window_moves_opencvs_anchor():
    code = check("OpenCV", ConvSpec(padding=(0, 2, 2, 0)), SOBEL, NO_BIAS, Source(np.eye(9)[None]))
    assert "anchor=(2, 0)" in code


def test_filters_that_are_all_alike_are_written_once():
    spec = ConvSpec(in_channels=3, out_channels=3, groups=3, padding="same")
    x = load_sample("astronaut").plane("all")
    for language, repeat in (("NumPy", ".repeat(3, axis=0)"), ("PyTorch", ".repeat(3, 1, 1, 1)")):
        code = listing(language, spec, SOBEL.repeat(3, 0), np.zeros(3), Source(x, sample="astronaut"), SHOWN)
        assert code.count("[-2,  0,  2]") == 1
        assert repeat in code


@languages
def test_the_last_line_prints_the_cells_on_the_stage(language):
    x = np.arange(100, dtype=np.uint8).reshape(1, 10, 10)
    code = listing(language, SAME, SOBEL, NO_BIAS, Source(x), (0, range(3, 5), range(4, 7)))
    assert code.endswith("\nprint(y[0, 3:5, 4:7])\n")
    assert execute(code)[1] == "[[8. 8. 8.]\n [8. 8. 8.]]\n"


@languages
def test_weights_keep_their_precision(language):
    code = listing(language, SAME, BOX, NO_BIAS, Source(np.ones((1, 4, 4), np.uint8)), SHOWN)
    assert code.count("0.1111111111111111") == 9


@languages
def test_fractions_of_a_float_picture_keep_theirs(language):
    x = np.random.default_rng(1).random((1, 6, 6), np.float32)
    code = listing(language, ConvSpec(kernel_size=(1, 1)), np.ones((1, 1, 1, 1)), NO_BIAS, Source(x), SHOWN)
    y, _ = execute(code)
    assert np.array_equal(y, x)


@languages
def test_a_layer_that_does_not_fit_its_input_is_refused(language):
    with pytest.raises(SpecError, match="spans 3 cells"):
        listing(language, ConvSpec(), SOBEL, NO_BIAS, Source(np.zeros((1, 2, 2))), SHOWN)


# --- where the input comes from


@languages
def test_a_sample_is_loaded_and_cropped(language):
    whole = load_sample("astronaut").plane("g")
    code = check(language, SAME, SOBEL, NO_BIAS, Source(whole, "g", sample="astronaut"))
    assert 'load_sample("astronaut").plane("g")' in code
    crop = whole[:, 20:80, 100:170]
    code = check(
        language, SAME, SOBEL, NO_BIAS, Source(crop, "g", sample="astronaut", crop=(20, 100, 60, 70))
    )
    assert "[:, 20:80, 100:170]" in code


@languages
def test_a_small_crop_is_written_out(language):
    crop = load_sample("astronaut").plane("g")[:, 20:40, 100:120]
    source = Source(crop, "g", sample="astronaut", crop=(20, 100, 20, 20))
    assert "load_sample" not in check(language, SAME, BOX, NO_BIAS, source)


@languages
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_a_drawing_brings_its_cells_along(language, dtype):
    x = (np.random.default_rng(2).random((1, 40, 40)) * 250).astype(dtype)
    code = check(language, SAME, SOBEL, NO_BIAS, Source(x))
    assert code.startswith("import base64\nimport zlib\n\nimport ")


def smooth(shape, seed=3):
    small = np.random.default_rng(seed).integers(0, 256, (9, 9, *shape[2:]), np.uint8)
    return cv2.resize(small, shape[1::-1], interpolation=cv2.INTER_CUBIC)


def write_jpeg(path):
    exif = PillowImage.Exif()
    exif[0x0112] = 6
    PillowImage.fromarray(smooth((50, 70, 3))).save(path, quality=80, exif=exif)


def write_deep_png(path):
    cv2.imwrite(str(path), np.random.default_rng(4).integers(0, 65536, (50, 70, 3)).astype(np.uint16))


@languages
@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(("name", "write"), [("photo.jpg", write_jpeg), ("deep.png", write_deep_png)])
def test_a_colour_file_is_read_by_imread_in_every_channel(tmp_path, language, channel, name, write):
    write(tmp_path / name)
    x = open_image(tmp_path / name).plane(channel)
    spec = ConvSpec(padding="same", in_channels=len(x), out_channels=len(x), groups=len(x))
    source = Source(x, channel, path=str(tmp_path / name))
    code = check(language, spec, SOBEL.repeat(len(x), 0), np.zeros(len(x)), source)
    assert "cv2.imread(" in code
    assert "convviz" not in code
    assert imread_kind(str(tmp_path / name)) == "COLOR"


@pytest.mark.parametrize("name", ["grey.png", "grey.jpg", "grüße 灰.png"])
def test_a_grey_file_is_read_by_opencv(tmp_path, name):
    PillowImage.fromarray(smooth((50, 70))).save(tmp_path / name)
    x = open_image(tmp_path / name).plane("luma")
    code = check("NumPy", SAME, BOX, NO_BIAS, Source(x, path=str(tmp_path / name)))
    assert ("cv2.imread(" in code) == name.isascii()
    assert "cv2.IMREAD_GRAYSCALE | cv2.IMREAD_ANYDEPTH" in code


def info(key, text):
    held = PngImagePlugin.PngInfo()
    held.add_itxt(key, text) if key.startswith("XML") else held.add_text(key, text)
    return held


def turned_in_xmp(path):
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a tiff:Orientation="6"/></x:xmpmeta>'
    PillowImage.fromarray(smooth((50, 70))).save(path, xmp=xmp)


OTHERS = {
    "clear.png": lambda path: PillowImage.fromarray(smooth((50, 70, 4)), "RGBA").save(path),
    "palette.png": lambda path: PillowImage.fromarray(smooth((50, 70))).convert("P").save(path),
    "keyed.png": lambda path: PillowImage.fromarray(smooth((50, 70))).save(path, transparency=7),
    "bits.png": lambda path: PillowImage.fromarray(smooth((50, 70)) > 99).save(path),
    "xmp.png": lambda path: PillowImage.fromarray(smooth((50, 70))).save(path, pnginfo=info("XML:a", "b")),
    "cmyk.jpg": lambda path: PillowImage.fromarray(smooth((50, 70, 4)), "CMYK").save(path),
    "turned.jpg": turned_in_xmp,
    "photo.webp": lambda path: PillowImage.fromarray(smooth((50, 70, 3))).save(path),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_read_by_the_programs_own_reader(tmp_path, name):
    OTHERS[name](tmp_path / name)
    x = open_image(tmp_path / name).plane("luma")
    code = check("NumPy", SAME, BOX, NO_BIAS, Source(x, path=str(tmp_path / name)))
    assert "from convviz.core.images import open_image" in code
    assert "imread(" not in code


def test_a_text_in_a_png_changes_nothing(tmp_path):
    PillowImage.fromarray(smooth((50, 70))).save(tmp_path / "a.png", pnginfo=info("Title", "a"))
    assert imread_kind(str(tmp_path / "a.png")) == "GRAYSCALE"


def test_a_file_that_is_gone_or_cut_is_not_promised_to_imread(tmp_path):
    write_jpeg(tmp_path / "a.jpg")
    data = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "cut.jpg").write_bytes(data[:40])
    assert imread_kind(str(tmp_path / "cut.jpg")) is None
    assert imread_kind(str(tmp_path / "gone.jpg")) is None


def test_a_listing_runs_in_an_interpreter_of_its_own(tmp_path):
    write_jpeg(tmp_path / "it's \\n a photo.jpg")
    x = open_image(tmp_path / "it's \\n a photo.jpg").plane("luma")
    source = Source(x, path=str(tmp_path / "it's \\n a photo.jpg"))
    code = listing("OpenCV", SAME, SOBEL, NO_BIAS, source, SHOWN)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.strip() == str(CONV.fast(SAME, x, SOBEL)[0, :2, :3])
    assert done.stderr == ""


@languages
@pytest.mark.parametrize("kind", ["max", "avg"])
def test_no_window_that_begins_in_uneven_padding_is_listed(language, kind) -> None:
    spec = PoolSpec(kind, (1, 2), (1, 2), (0, 0, 0, 1), ceil_mode=True, count_include_pad=False)
    x = np.array([[[3.0, 5.0]]])
    shape = POOL.output_shape(spec, x.shape)
    names: dict[str, object] = {}
    code = pool_listing(language, spec, Source(x), shape, (0, range(1), range(1)))
    y, _ = execute(code, names)
    np.testing.assert_allclose(y, POOL.reference(spec, x))
    assert np.shape(names.get("indices", y)) == y.shape == (1, 1, 1)


@languages
@settings(max_examples=25)
@given(case=pool_cases())
def test_pooling_is_listed_as_a_program_that_gives_its_numbers(language, case) -> None:
    shape = POOL.output_shape(case.spec, case.x.shape)
    code = pool_listing(language, case.spec, Source(case.x), shape, (0, range(1), range(1)))
    names: dict[str, object] = {}
    y, printed = execute(code, names)
    assert y.dtype == np.float32
    np.testing.assert_allclose(y, POOL.fast(case.spec, case.x), rtol=1e-5, atol=1e-5 * case.scale)
    assert printed
    if "unpooled" in names:
        np.testing.assert_array_equal(names["unpooled"], put_back(case, names["indices"], y))


@languages
@pytest.mark.parametrize("kind", ["max", "avg"])
def test_padding_of_one_side_alone_is_listed(language, kind) -> None:
    """PyTorch's pooling has none such, and a mean leaves it out of its count."""
    x = np.arange(30.0).reshape(1, 5, 6)
    spec = PoolSpec(kind, padding=(0, 1, 1, 0), count_include_pad=False)
    shape = POOL.output_shape(spec, x.shape)
    code = pool_listing(language, spec, Source(x), shape, (0, range(3), range(3)))
    y, _ = execute(code)
    np.testing.assert_allclose(y, POOL.reference(spec, x))
    if language == "PyTorch":
        value = ', value=float("-inf")' if kind == "max" else ""
        assert f"x = F.pad(x, (1, 0, 0, 1){value})" in code
        assert ("torch.ones_like(x)" in code) == (kind == "avg")
        even = PoolSpec(kind, padding=(1, 1), count_include_pad=False)
        code = pool_listing(language, even, Source(x), POOL.output_shape(even, x.shape), SHOWN)
        assert ("padding=(1, 1), count_include_pad=False)" in code) == (kind == "avg")


def overhung(case, padded) -> np.ndarray:
    """With the cells that a last window hangs over."""
    spec, (_, rows, cols) = case.spec, POOL.output_shape(case.spec, case.x.shape)
    more = [
        max((n - 1) * s + span - size, 0)
        for n, s, span, size in zip((rows, cols), spec.stride, spec.span, padded.shape[1:], strict=True)
    ]
    return functional.pad(padded, (0, more[1], 0, more[0]), value=-np.inf)


def put_back(case, indices, y) -> np.ndarray:
    """Unpooled by definition, at the places where max_pool2d says that the maxima lay."""
    spec, x = case.spec, case.x.astype(np.float32)
    top, bottom, left, right = spec.pads
    padded = functional.pad(x, (left, right, top, bottom), value=-np.inf)
    size = (spec.kernel_size, spec.stride, 0, spec.dilation, False)
    _, places = functional.max_pool2d(overhung(case, padded), *size, return_indices=True)
    wide = overhung(case, padded).shape[2]
    places = (places // wide - top) * x.shape[2] + places % wide - left
    np.testing.assert_array_equal(indices, places)
    expected = np.zeros(x.shape, np.float32)
    np.put_along_axis(expected.reshape(len(x), -1), places.reshape(len(x), -1), y.reshape(len(x), -1), 1)
    return expected


@pytest.mark.parametrize("language", ["NumPy", "PyTorch"])
def test_maxima_are_listed_with_the_way_back(language) -> None:
    x = np.arange(49.0).reshape(1, 7, 7)
    spec = PoolSpec(kernel_size=(3, 3), padding=(1, 1))
    code = pool_listing(language, spec, Source(x), (1, 4, 4), (0, range(1, 3), range(2)))
    assert "print(unpooled[0, 1:6, 0:4])" in code
    if language == "PyTorch":
        assert (
            "y, indices = F.max_pool2d(x, (3, 3), stride=(2, 2), padding=(1, 1), return_indices=True)" in code
        )
        assert "F.max_unpool2d(y, indices, (3, 3), stride=(2, 2), padding=(1, 1), output_size=" in code
    names: dict[str, object] = {}
    execute(code, names)
    assert np.argwhere(names["unpooled"][0]).tolist() == [[r, c] for r in (1, 3, 5, 6) for c in (1, 3, 5, 6)]


@pytest.mark.parametrize(
    "spec",
    [
        PoolSpec(kind="avg", kernel_size=(1, 1)),
        PoolSpec(kernel_size=(2, 2), stride=(1, 1), padding=(1, 1), dilation=(2, 2)),
    ],
    ids=["a mean", "a window of padding alone"],
)
def test_without_maxima_there_is_no_way_back(spec) -> None:
    x = np.ones((1, 2, 1))
    code = pool_listing("NumPy", spec, Source(x), POOL.output_shape(spec, x.shape), SHOWN)
    assert "unpooled" not in code


@languages
def test_a_large_input_is_read_for_pooling_too(language) -> None:
    x = load_sample("camera").plane("luma")
    spec = PoolSpec()
    source = Source(x, sample="camera")
    y, _ = execute(pool_listing(language, spec, source, (1, 256, 256), (0, range(2), range(2))))
    np.testing.assert_array_equal(y, POOL.fast(spec, x))


@languages
@settings(max_examples=25)
@given(case=unpool_cases())
def test_unpooling_is_listed_as_a_program_that_gives_its_numbers(language, case) -> None:
    shape = UNPOOL.output_shape(case.spec, case.x.shape)
    code = unpool_listing(language, case.spec, Source(case.x), shape, (0, range(1), range(1)))
    y, printed = execute(code)
    assert y.dtype == np.float32
    np.testing.assert_array_equal(y, UNPOOL.fast(case.spec, case.x))
    assert printed


def test_unpooling_is_pytorchs_in_pytorch() -> None:
    spec = UnpoolSpec((3, 3), (2, 2), (1, 1), (7, 7))
    code = unpool_listing("PyTorch", spec, Source(np.ones((1, 7, 7))), (1, 7, 7), SHOWN)
    assert "F.max_pool2d(x, (3, 3), stride=(2, 2), padding=(1, 1), return_indices=True)" in code
    asked = "F.max_unpool2d(maxima, indices, (3, 3), stride=(2, 2), padding=(1, 1), output_size=(7, 7))"
    assert asked in code


@languages
def test_a_large_input_is_read_for_unpooling_too(language) -> None:
    x = load_sample("camera").plane("luma")
    spec = UnpoolSpec(output_size=(512, 512))
    y, _ = execute(unpool_listing(language, spec, Source(x, sample="camera"), (1, 512, 512), SHOWN))
    np.testing.assert_array_equal(y, UNPOOL.fast(spec, x))


def check_resized(language, case: ResizeCase) -> str:
    code = resize_listing(language, case.spec, Source(case.x), (0, range(1), range(1)))
    y, printed = execute(code)
    expected = RESIZE.fast(case.spec, case.x)
    assert y.shape == expected.shape
    np.testing.assert_allclose(y, expected, rtol=1e-5, atol=1e-5 * case.scale)
    assert y.dtype == np.float32
    assert printed
    return code


@languages
@settings(max_examples=60)
@given(case=resize_cases())
def test_upsampling_is_listed_as_a_program_that_gives_its_numbers(language, case) -> None:
    rounded = {1.1, 0.7, 2.5, 1 / 3}  # ONNX Runtime rounds some of these scales' places otherwise
    if language == "PyTorch" and rounded & {*case.spec.scale}:
        case = ResizeCase(
            ResizeSpec(case.spec.mode, (3.0, 0.5), case.spec.align_corners), case.x.repeat(2, 2)
        )
    check_resized(language, case)


@languages
@pytest.mark.parametrize(("scale", "shape"), [((0.5, 0.5), (1, 4, 6)), ((0.5, 0.3), (2, 4, 7))])
def test_an_area_is_listed_whether_it_is_opencvs_or_not(language, scale, shape) -> None:
    x = np.arange(float(np.prod(shape))).reshape(shape) ** 2
    code = check_resized(language, ResizeCase(ResizeSpec("area", scale), x))
    if language == "OpenCV":
        assert ("INTER_AREA" in code) == (scale == (0.5, 0.5))


@languages
def test_a_large_input_is_read_for_upsampling_too(language) -> None:
    x = load_sample("camera").plane("luma")
    y, _ = execute(resize_listing(language, ResizeSpec(), Source(x, sample="camera"), SHOWN))
    np.testing.assert_allclose(y, RESIZE.fast(ResizeSpec(), x), atol=1e-3)


def test_opencv_is_used_where_it_means_the_same() -> None:
    x = np.arange(35, dtype=np.float32).reshape(1, 5, 7)
    assert "INTER_CUBIC" in check_resized("OpenCV", ResizeCase(ResizeSpec("bicubic"), x))
    assert "y[:, :7, :10]" in check_resized("OpenCV", ResizeCase(ResizeSpec(scale=(1.5, 1.5)), x))
    assert "cv2.resize(" not in check_resized("OpenCV", ResizeCase(ResizeSpec(align_corners=True), x))


def test_cells_that_no_formula_gives_are_written_out() -> None:
    x = np.arange(25, dtype=np.float32).reshape(1, 5, 5)
    code = check_resized("NumPy", ResizeCase(ResizeSpec("nearest", (2.0, 1.1)), x))
    assert "rows = (np.arange(10) / 2).astype(int)" in code
    assert "cols = np.array([0, 1, 2, 3, 4])" in code  # PyTorch copies an axis that keeps its size


@languages
@pytest.mark.parametrize("mode", ["nearest", "bilinear"])
def test_a_scale_that_changes_no_size_still_gives_its_numbers(language, mode) -> None:
    x = np.arange(12, dtype=np.float32).reshape(1, 3, 4)
    spec = ResizeSpec(mode, (1.0, 1.2))
    y, _ = execute(resize_listing(language, spec, Source(x), (0, range(1), range(1))))
    np.testing.assert_allclose(y, OPERATIONS["resize2d"].fast(spec, x), rtol=1e-5, atol=1e-5)
