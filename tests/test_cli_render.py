"""`convviz render`, as a shell meets it: a scene in, a film or a picture out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace as replaced
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImage

from convviz import assets, cli, i18n
from convviz.export import EXPORTERS
from convviz.export.take import Take
from convviz.labs.pictures import read_source
from convviz.paint.film import Film, film_of
from convviz.paint.reel import reel_of
from convviz.scene.codec import decode_scene, encode_scene
from convviz.scene.examples import load_example
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.lesson_file import encode_lesson
from convviz.scene.scene import FilePicture, Scene, replace
from tests.export import decoded

ROOT = Path(__file__).parents[1]
NOWHERE = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
SIZE = (640, 360)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch, qapp) -> Path:
    """A folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def process(*words: str) -> subprocess.Popen:
    """The program as another process, without a display."""
    environment = {**os.environ, **NOWHERE, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "convviz", "render", *words],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def render(*words: str) -> None:
    assert cli.main(["render", *words]) == 0


def refused(capsys, *words: str) -> str:
    """The one line that says what is wrong."""
    assert cli.main(["render", *words]) == 2
    said, wrong = capsys.readouterr()
    assert said == ""
    assert wrong.startswith("convviz: ")
    assert wrong.count("\n") == 1
    return wrong.removeprefix("convviz: ").rstrip("\n")


def film(scene: Scene, **choices: object) -> Film:
    return film_of(Take(scene, SIZE, **choices), read_source(scene))  # type: ignore[arg-type]


def close(pixels: np.ndarray, wanted: np.ndarray, most: float = 3.0) -> bool:
    return bool(np.abs(pixels.astype(int) - wanted).mean() < most)


# --- every format, against the stage's own figures


@pytest.mark.parametrize("row", [row for row in EXPORTERS if row.moving], ids=lambda row: row.id)
def test_a_film_shows_the_steps_of_the_scene(row, capsys) -> None:
    if not row.installed:
        pytest.skip(f"{row.module} is not installed")
    path = Path(f"film{row.ending}")
    render(
        *("strided", "-o", str(path), "--size", "640x360", "--fps", "10", "--from", "1", "--to", "2"),
        *("--speed", "1", "--theme", "dark"),
    )
    made = film(load_example("strided"), fps=10, first=1, last=2, speed=1.0, theme="dark")
    frames = list(made.frames())
    each_tick = [frame.pixels for frame in frames for _ in range(frame.ticks)]
    if row.id in ("mp4", "frames"):
        shown = decoded.film(path) if row.id == "mp4" else decoded.folder(path)
        wanted = each_tick
    else:
        shown, wanted = decoded.animation(path), [frame.pixels for frame in frames]
    assert len(shown) == len(wanted)
    assert all(close(pixels, other) for (pixels, _), other in zip(shown, wanted, strict=True))
    said = f"Exported {path.name}: 640 × 360 pixels, {made.ticks / 10:.1f} s at 10 frames per second.\n"
    assert capsys.readouterr() == (said, "")


def test_a_png_is_a_moment_to_the_pixel() -> None:
    render("strided", "-o", "a.png", "--size", "640x360", "--at", "3.4", "--title", "Stride 2")
    with PillowImage.open("a.png") as image:
        wanted = film(load_example("strided"), at=3.4, title="Stride 2").still()
        assert np.array_equal(np.asarray(image), wanted)


def test_an_empty_title_is_none() -> None:
    render("strided", "-o", "a.png", "--size", "640x360", "--at", "3.4", "--title", "")
    with PillowImage.open("a.png") as image:
        assert np.array_equal(np.asarray(image), film(load_example("strided"), at=3.4).still())


def test_without_motion_the_window_is_where_it_slides_to() -> None:
    render("strided", "-o", "a.png", "--size", "640x360", "--at", "3.04", "--still")
    moving, still = (film(load_example("strided"), at=3.04, still=still) for still in (False, True))
    with PillowImage.open("a.png") as image:
        assert np.array_equal(np.asarray(image), still.still())
    assert not np.array_equal(still.still(), moving.still())
    assert still.ticks == moving.ticks
    assert len(list(still.frames())) < len(list(moving.frames()))


def test_vectors_are_those_of_the_film() -> None:
    made = film(load_example("strided"), first=4)
    render("strided", "-o", "a.svg", "--size", "640x360", "--from", "4")
    assert Path("a.svg").read_bytes() == made.svg()
    render("strided", "-o", "a.pdf", "--size", "640x360", "--from", "4")
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("name", "size"), [("a.gif", (960, 540)), ("a.png", (1920, 1080))])
def test_sizes_to_begin_with(name: str, size: tuple[int, int]) -> None:
    render("no-padding-no-strides", "-o", name, *(("--to", "0") if name == "a.gif" else ()))
    with PillowImage.open(name) as image:
        assert image.size == size


# --- scenes


def test_a_scene_file_on_a_picture_of_ones_own() -> None:
    rng = np.random.default_rng(0)
    PillowImage.fromarray(rng.integers(0, 256, (20, 30), np.uint8)).save("grey.png")
    scene = replace(load_example("dilated"), picture=FilePicture(str(Path("grey.png").resolve())), crop=None)
    Path("mine.convviz").write_bytes(encode_scene(scene))
    render("mine.convviz", "-o", "a.png", "--size", "640x360")
    with PillowImage.open("a.png") as image:
        assert np.array_equal(np.asarray(image), film(scene).still())


def told(*words: str) -> Scene:
    from convviz.cli.choices import scene_of
    from convviz.cli.render import _parser

    options = _parser().parse_args([*words, "-o", "a.png"])
    return scene_of(options.scene, options.input, options.kernel, options.set)


def test_parameters_of_ones_own() -> None:
    scene = told(
        *("no-padding", "--input", "7x8", "-k", "gaussian-3x3", "--set", "stride=2", "--set", "padding=1,2"),
        *("--set", "padding_mode=reflect", "--set", "flip=true", "--set", "show=absolute", "--set", "bias=3"),
    )
    layer = scene.layer
    assert (scene.picture.height, scene.picture.width) == (7, 8)
    assert len(set(scene.picture.pixels)) > 2
    assert (layer.stride, layer.padding, layer.padding_mode) == ((2, 2), (1, 1, 2, 2), "reflect")
    assert (layer.flip, layer.bias, scene.show) == (True, (3.0,), "absolute")
    assert layer.filters[0][0].rows[1] == (0.125, 0.25, 0.125)


def test_all_of_a_small_canvas_is_on_the_stage() -> None:
    scene = told("no-padding", "--input", "12x14", "--set", "padding=same")
    made = film(scene)
    assert (made.story.region(0).height, made.story.region(0).width) == (12, 14)


def test_choices_of_another_layer() -> None:
    assert told("padding-strides-transposed", "--set", "view=gather").layer.view == "gather"
    assert told("max-pooling", "--set", "kind=avg", "--set", "kernel_size=3").layer.kernel_size == (3, 3)


def test_numbers_that_are_typed_are_kept() -> None:
    assert told("strided", "--set", "padding=0,1,2,3").layer.padding == (0, 1, 2, 3)
    assert told("strided", "--set", "padding=[0,1,2,3]").layer.padding == (0, 1, 2, 3)
    assert told("strided", "--set", "speed=4.5").speed == 4.5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("nothing", "-o", "a.gif"),
            "There is no scene nothing: it is neither a file nor one of no-padding, ",
        ),
        ((".", "-o", "a.gif"), ". is a folder, not a scene file."),
        (("strided", "-o", "a.avi"), "a.avi cannot be exported: its name must end in one of "),
        (("strided", "-o", "none/a.gif"), "There is no folder "),
        (("strided", "-o", "a.gif", "--theme", "pink"), "theme must be one of "),
        (("strided", "-o", "a.gif", "--to", "9"), "The steps go from 0 to 8; 0 to 9 cannot be shown."),
        (("strided", "-o", "a.gif", "--size", "100x100"), "A picture may have 240 to 4096 pixels on a side"),
        (
            ("strided", "-o", "a.gif", "--size", "large"),
            "argument --size: must be like 1920x1080, not 'large'",
        ),
        (("strided", "-o", "a.gif", "--speed", "0"), "speed must be from 0.25 to 1000.0, not 0.0."),
        (("strided", "-o", "a.gif", "--fps", "99"), "GIF animation shows 1 to 50 frames per second, not 99."),
        (
            ("strided", "-o", "a.gif", "--set", "stride"),
            "“stride” is no choice of this scene; write NAME=VALUE",
        ),
        (("strided", "-o", "a.gif", "--set", "pixels=3"), "“pixels=3” is no choice of this scene; "),
        (("strided", "-o", "a.gif", "--set", "picture=3"), "“picture=3” is no choice of this scene; "),
        (
            ("strided", "-o", "a.gif", "--set", "stride=0"),
            "This scene cannot have stride=0: stride must be at least 1, not 0.",
        ),
        (("strided", "-o", "a.gif", "--set", "stride=fast"), "This scene cannot have stride=fast: "),
        (("max-pooling", "-o", "a.gif", "-k", "sobel-x"), "This operation has no kernel"),
        (("strided", "-o", "a.gif", "-k", "sobel"), "There is no kernel “sobel”; "),
        (("strided",), "the following arguments are required: -o/--output"),
    ],
)
def test_what_is_wrong_is_one_line(words, sentence: str, capsys, folder: Path) -> None:
    assert refused(capsys, *words).startswith(sentence)
    assert list(folder.iterdir()) == []


def test_a_damaged_scene_is_one_line(capsys) -> None:
    Path("bad.convviz").write_text('{"convviz": 1, "scene": {"speed": 1e99}}')
    assert "speed must be from" in refused(capsys, "bad.convviz", "-o", "a.gif")


def test_a_file_that_may_not_be_read_is_one_line(capsys, monkeypatch) -> None:
    Path("mine.convviz").write_bytes(encode_scene(Scene()))
    whole = Path.open

    def closed(path: Path, *words: object, **more: object):
        if path.suffix == ".convviz":
            raise PermissionError(13, "Permission denied")
        return whole(path, *words, **more)

    monkeypatch.setattr(Path, "open", closed)
    assert refused(capsys, "mine.convviz", "-o", "a.gif") == "mine.convviz cannot be read: Permission denied."


def test_without_av_the_extra_is_named(capsys, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    said = refused(capsys, "strided", "-o", "a.mp4")
    assert "pip install 'convviz[video]'" in said
    assert ".gif, .apng, .webp" in said


def test_a_picture_speaks_the_language_asked_for() -> None:
    """It is the stage as it is in that language, to the pixel."""
    pictures = []
    for code in i18n.languages(assets.path("i18n")):
        render("strided", "-o", f"{code}.png", "--size", "640x360", "--at", "3.4", "--lang", code)
        i18n.speak(code, assets.path("i18n"))
        with PillowImage.open(f"{code}.png") as image:
            pictures.append(np.asarray(image))
        assert np.array_equal(pictures[-1], film(load_example("strided"), at=3.4).still())
    assert not np.array_equal(*pictures)


# --- another process


def test_it_needs_no_display(folder: Path) -> None:
    done = process("strided", "-o", "a.gif", "--to", "1", "--size", "640x360")
    said, wrong = done.communicate(timeout=60)
    assert (done.returncode, wrong) == (0, "")
    assert said.startswith("Exported a.gif: 640 × 360 pixels")
    assert [file.name for file in folder.iterdir()] == ["a.gif"]


def test_help_needs_neither_qt_nor_pillow() -> None:
    program = "import sys; from convviz.cli import main; main(['render', '--help']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert not {"PySide6", "PIL", "cv2", "av"} & set(done.stdout.split())


def begun(folder: Path, name: str) -> subprocess.Popen:
    """A long export that is being written."""
    running = process("strided", "-o", name, "--speed", "0.25", "--fps", "50", "--size", "640x360")
    until = time.monotonic() + 60
    while not [part for part in folder.rglob("*.part") if part.is_dir() or part.stat().st_size]:
        assert running.poll() is None, running.communicate()
        assert time.monotonic() < until
        time.sleep(0.01)
    return running


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("a.gif", False),
        ("a.gif", True),
        ("a.webp", True),
        ("a.mp4", True),
        ("a.apng", True),
        ("frames", False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_what_is_killed_leaves_no_half_file(name: str, old: bool, folder: Path) -> None:
    if name == "a.mp4":
        pytest.importorskip("av")
    target = folder / name
    if old and target.suffix:
        target.write_bytes(b"old")
    running = begun(folder, name)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    if old and target.suffix:
        assert target.read_bytes() == b"old"
    else:
        assert not target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("name", ["a.gif", "a.mp4", "frames"])
def test_what_is_interrupted_leaves_nothing(name: str, folder: Path) -> None:
    if name == "a.mp4":
        pytest.importorskip("av")
    running = begun(folder, name)
    running.send_signal(signal.SIGINT)
    _, wrong = running.communicate(timeout=60)
    assert (running.returncode, wrong) == (130, "")
    assert list(folder.iterdir()) == []


@pytest.fixture
def small_disk() -> Iterator[None]:
    """A limit on the size of files, which ends a write as a full disk does: in its middle."""
    resource = pytest.importorskip("resource", reason="POSIX limits")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("name", ["a.gif", "a.mp4", "a.apng", "a.webp", "frames", "a.png", "a.pdf"])
def test_a_disk_that_takes_no_more_is_one_line(name: str, capsys, folder: Path, small_disk: None) -> None:
    if name == "a.mp4":
        pytest.importorskip("av")
    films = [] if name in ("a.png", "a.pdf") else ["--to", "2"]
    said = refused(capsys, "strided", "-o", name, *films, "--quiet")
    assert said.endswith(f"{name} was not written: File too large.")
    assert list(folder.iterdir()) == []


def test_on_a_terminal_it_says_how_far_it_has_come(capsys, monkeypatch) -> None:
    seconds = iter(range(1000))
    monkeypatch.setattr("convviz.cli.filming.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    render("strided", "-o", "a.gif", "--to", "1", "--size", "640x360")
    reports = capsys.readouterr().err.split("\r")
    assert any("% , " in report or "%, " in report for report in reports)
    assert reports[-1] == ""
    render("strided", "-o", "a.gif", "--to", "1", "--size", "640x360", "--quiet")
    assert capsys.readouterr().err == ""


# --- lessons

LESSON = Lesson(
    "mine",
    Words("Mine", "我的"),
    Words(),
    (
        Page(
            Words("First", "第一"), Words("Some words.", "几句话。"), load_example("no-padding"), watch=(0, 1)
        ),
        Page(
            Words("Second"),
            Words(),
            load_example("strided"),
            question=Question(Words("Rows?"), "rows", None, Words("So many.")),
        ),
    ),
)


@pytest.fixture
def lesson(folder: Path) -> Path:
    path = folder / "mine.lesson"
    path.write_bytes(encode_lesson(LESSON))
    return path


def pages_as(like: Take, *numbers: int) -> list[np.ndarray]:
    """What is to be seen of pages at each tick."""
    reel = reel_of(LESSON, [LESSON.pages[number] for number in numbers], like, read_source)
    return [frame.pixels for frame in reel.frames() for _ in range(frame.ticks)]


@pytest.mark.parametrize("name", ["a.mp4", "a.apng", "a.webp"])
def test_a_lesson_is_rendered_as_a_scene_is(name: str, lesson: Path, capsys) -> None:
    if name == "a.mp4":
        pytest.importorskip("av")
    render(
        *("mine.lesson", "-o", name, "--size", "480x270", "--fps", "4", "--speed", "2", "--theme", "dark"),
        *("--from", "1", "--to", "1", "--lang", "zh_CN"),
    )
    assert f"{name}：480 × 270 像素" in capsys.readouterr().out
    like = Take(Scene(), (480, 270), "dark", 4, 1, 1, 2.0)
    wanted = pages_as(replaced(like, language="zh_CN"), 0, 1)
    if name == "a.mp4":
        shown = [pixels for pixels, _ in decoded.film(Path(name))]
    else:
        shown = [
            pixels for pixels, seconds in decoded.animation(Path(name)) for _ in range(round(seconds * 4))
        ]
    assert len(shown) == len(wanted)
    assert all(close(pixels, other) for pixels, other in zip(shown, wanted, strict=True))
    assert not close(wanted[0], pages_as(replaced(like, language="en"), 0)[0], 0.1), (
        "the pages' texts are in the other language"
    )


def test_a_page_of_a_lesson_is_rendered_alone(lesson: Path) -> None:
    render("mine.lesson", "--page", "2", "-o", "a.png", "--size", "640x360", "--title", "Rows")
    like = Take(Scene(), SIZE, title="Rows")
    with PillowImage.open("a.png") as image:
        wanted = reel_of(LESSON, LESSON.pages[1:], like, read_source).still()
        assert np.array_equal(np.asarray(image), wanted)


@pytest.mark.parametrize("name", ["3", "stride", "03-stride"])
def test_a_lesson_goes_by_its_number_its_id_and_its_files_name(name: str, capsys) -> None:
    render(name, "--page", "1", "-o", "a.png", "--size", "480x270", "--set", "stride=1", "--input", "6x6")
    assert capsys.readouterr().out == "Exported a.png, 480 × 270 pixels.\n"


def test_a_lesson_is_put_on_paper_and_a_scene_has_no_pages(lesson: Path, capsys) -> None:
    render("mine.lesson", "-o", "a.pdf")
    assert capsys.readouterr().out == "a.pdf: 2 pages\n"
    said = refused(capsys, "strided", "--page", "1", "-o", "a.gif")
    assert said == "strided is a scene, and has no pages; only a lesson has."


def test_every_figure_of_the_guide_is_rendered(folder: Path) -> None:
    """The first step of each, which a shell loop over their names would make whole."""
    from tests.scene.test_examples import GUIDE, TRANSPOSED

    for name in (*GUIDE, *TRANSPOSED):
        render(name, "-o", f"{name}.gif", "--to", "0", "--speed", "4", "--size", "480x270")
    assert len(list(folder.glob("*.gif"))) == 15


def test_the_picture_in_the_readme_is_what_its_command_makes() -> None:
    """Its first frame; a font that is not here would make another."""
    scene = decode_scene((ROOT / "resources" / "scenes" / "strided.convviz").read_bytes())
    shown = decoded.animation(ROOT / "resources" / "readme" / "strided.gif")
    assert shown[0][0].shape == (450, 800, 3)
    made = film_of(Take(scene, (800, 450), fps=10, speed=1.0), read_source(scene))
    assert sum(seconds for _, seconds in shown) == pytest.approx(made.ticks / 10, abs=0.1)
    assert (ROOT / "resources" / "readme" / "strided.gif").stat().st_size < 500_000
