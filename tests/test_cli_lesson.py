"""`convviz lesson`, as a shell meets it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

from convviz import cli, i18n
from convviz.scene.examples import load_example
from convviz.scene.lesson import Lesson, Page, Question, Words
from convviz.scene.lesson_file import built_in, encode_lesson

SCENE = load_example("no-padding")
FIRST = Page(
    Words("First", "第一"),
    Words("Text.", "文字。"),
    SCENE,
    question=Question(Words("Rows?", "几行？"), "rows", None, Words("5 − 2.", "五减二。")),
)
SECOND = Page(Words("Second", "第二"), Words("More.", "更多。"), SCENE, watch=(0, 1))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder to be in, with a lesson; English again afterwards."""
    write(tmp_path, "mine", (FIRST, SECOND))
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    i18n.use(str)


def write(folder: Path, name: str, pages: tuple[Page, ...]) -> None:
    lesson = Lesson(name, Words("Mine", "我的"), Words("A summary.", "摘要。"), pages)
    (folder / f"{name}.lesson").write_bytes(encode_lesson(lesson))


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(["lesson", *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_lessons_are_listed_in_either_language(capsys) -> None:
    first = built_in()[0].load()
    status, english, _ = run(capsys, "list")
    assert status == 0
    assert english.splitlines()[0].split() == [
        "1",
        first.id,
        *first.title.en.split(),
        f"({len(first.pages)})",
    ]
    assert len(english.splitlines()) == len(built_in())
    assert first.title.zh in run(capsys, "list", "--lang", "zh_CN")[1]


@pytest.mark.parametrize("name", ["1", "01", built_in()[0].id, str(built_in()[0].path)])
def test_a_lesson_goes_by_number_id_or_file(capsys, name: str) -> None:
    status, said, _ = run(capsys, "show", name)
    assert status == 0
    assert said.splitlines()[0] == built_in()[0].load().title.en


def test_showing_a_lesson_answers_its_questions(capsys) -> None:
    _, said, _ = run(capsys, "show", "mine.lesson")
    assert said == (
        "Mine\nA summary.\n\n1. First\n   Text.\n   ? Rows?\n   = 3  5 − 2.\n\n2. Second\n   More.\n"
    )
    _, said, _ = run(capsys, "show", "mine.lesson", "--lang", "zh_CN")
    assert "   ? 几行？\n   = 3  五减二。\n" in said


def test_a_sound_lesson_is_sound(capsys) -> None:
    assert run(capsys, "check", "mine.lesson") == (0, "mine.lesson: 2 pages and 1 questions, all sound\n", "")


def test_what_is_wrong_is_said_page_by_page(capsys, folder: Path) -> None:
    bad = Page(Words("Bad", "坏"), Words(), SCENE, watch=(0, 99))
    write(folder, "bad", (FIRST, bad))
    status, said, _ = run(capsys, "check", "bad.lesson")
    assert status == 1
    assert said.splitlines() == [
        "page 2: It is to be watched to step 99, but the last is 8, counted from 0.",
        "page 2: Its text is not written in both languages.",
    ]


def test_a_handout_is_a_pdf(capsys, folder: Path, qapp) -> None:
    assert run(capsys, "export", "mine.lesson", "-o", "mine.pdf") == (0, "mine.pdf: 2 pages\n", "")
    assert (folder / "mine.pdf").read_bytes().startswith(b"%PDF")


def test_a_film_of_a_lesson_and_of_a_page(capsys, folder: Path, qapp) -> None:
    status, said, _ = run(capsys, "export", "mine.lesson", "-o", "mine.gif")
    assert status == 0
    assert said.startswith("Exported mine.gif: 960 × 540 pixels, ")
    assert run(capsys, "export", "mine.lesson", "--page", "1", "-o", "one.gif")[0] == 0
    with Image.open(folder / "mine.gif") as whole, Image.open(folder / "one.gif") as page:
        assert whole.n_frames > page.n_frames == 2, "the page with its question open, and answered"
        assert whole.size == page.size == (960, 540)


def test_a_film_has_the_options_of_render_and_tells_how_far_it_has_come(capsys, folder, qapp, monkeypatch):
    seconds = iter(range(1000))
    monkeypatch.setattr("convviz.cli.filming.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    options = ("--size", "480x270", "--fps", "5", "--from", "0", "--to", "1", "--speed", "4", "--still")
    status, said, told = run(capsys, "export", "mine.lesson", "-o", "mine.webp", *options)
    assert (status, said[:35]) == (0, "Exported mine.webp: 480 × 270 pixel")
    assert said.endswith("at 5 frames per second.\n")
    assert "%, " in told
    assert run(capsys, "export", "mine.lesson", "-o", "mine.webp", *options, "--quiet")[2] == ""


def test_a_picture_of_a_page(capsys, folder: Path, qapp) -> None:
    assert run(capsys, "export", "mine.lesson", "--page", "2", "-o", "two.png", "--theme", "dark")[0] == 0
    with Image.open(folder / "two.png") as picture:
        assert picture.size == (1920, 1080)


def test_a_worksheet_of_a_page(capsys, folder: Path, qapp) -> None:
    assert run(capsys, "worksheet", "mine.lesson", "--page", "2", "-o", "w.pdf")[:2] == (0, "w.pdf: Second\n")
    assert (folder / "w.pdf").read_bytes().startswith(b"%PDF")
    assert run(capsys, "worksheet", "mine.lesson", "-o", "w.pdf")[1] == "w.pdf: First\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show",), "“convviz lesson show” needs a lesson: its number, its id, or its file."),
        (("show", "99"), "There is no lesson 99."),
        (("export", "mine.lesson"), "“convviz lesson export” needs a file to write: -o FILE."),
        (
            ("export", "mine.lesson", "--page", "3", "-o", "x.png"),
            "There is no page 3: the lesson has 2, counted from 1.",
        ),
        (("list", "--lang", "fr"), "--lang must be one of en, zh_CN, not 'fr'."),
        (("export", "mine.lesson", "-o", "x.pdf", "--theme", "pink"), "theme must be one of "),
        (("export", "mine.lesson", "-o", "x.doc"), "x.doc "),
        (("dance",), "argument act: invalid choice: 'dance' "),
    ],
)
def test_what_cannot_be_done_is_one_sentence(capsys, words: tuple[str, ...], sentence: str) -> None:
    status, said, complaint = run(capsys, *words)
    assert (status, said) == (2, "")
    assert complaint.startswith(f"convviz: {sentence}")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "mine.lesson", "--fps", "5"), "“convviz lesson show” does not use --fps."),
        (("check", "mine.lesson", "--size=64x64"), "“convviz lesson check” does not use --size."),
        (
            ("show", "mine.lesson", "-oa.pdf", "--set", "flip=true"),
            "“convviz lesson show” does not use --set, -o.",
        ),
        (("list", "--theme", "light"), "“convviz lesson list” does not use --theme."),
        (
            ("worksheet", "mine.lesson", "-o", "a.pdf", "--still"),
            "“convviz lesson worksheet” does not use --still.",
        ),
        (("export", "mine.lesson", "-o", "a.pdf", "--fps", "30"), "A handout does not use --fps."),
        (
            ("export", "mine.lesson", "-o", "a.pdf", "--title", "T", "--at", "1"),
            "A handout does not use --at, --title.",
        ),
        (("export", "mine.lesson", "-o", "a.gif", "--at", "1"), "A film does not use --at."),
        (
            ("export", "mine.lesson", "-o", "a.png", "--page", "1", "--speed", "2"),
            "A picture does not use --speed.",
        ),
    ],
)
def test_an_option_without_effect_is_refused(capsys, words: tuple[str, ...], sentence: str, tmp_path) -> None:
    status, out, error = run(capsys, *words)
    assert (status, out) == (2, "")
    assert error == f"convviz: {sentence}\n"
    assert not list(tmp_path.glob("a.*"))


def test_what_is_refused_is_named_in_chinese_too(capsys) -> None:
    _, _, error = run(capsys, "show", "mine.lesson", "--fps", "5", "--title", "T", "--lang", "zh_CN")
    assert error == "convviz: “convviz lesson show”用不到 --fps、--title。\n"


def test_options_that_change_the_pages_hold_for_paper_too(capsys) -> None:
    status, _, error = run(
        capsys, "export", "mine.lesson", "-o", "a.pdf", "-q", "--theme", "print", "--set", "flip=true"
    )
    assert (status, error) == (0, "")
    status, _, error = run(
        capsys, "worksheet", "mine.lesson", "-o", "b.pdf", "--page", "2", "--theme", "print"
    )
    assert (status, error) == (0, "")
