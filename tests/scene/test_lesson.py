"""Lessons: what they are made of, and their files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import Refusal, SpecError
from convviz.scene import lesson_file
from convviz.scene.codec import CodecError, Place
from convviz.scene.lesson import MAX_INDEX, MAX_PAGES, MAX_TEXT, Lesson, Page, Question, Words
from convviz.scene.lesson_file import built_in, decode_lesson, encode_lesson, find_lesson, read_lesson
from convviz.scene.scene import Canvas, ConvLayer, Drawn, Scene
from tests.scene.strategies import embedded, scenes, texts

words = st.builds(Words, texts, texts)
places = st.integers(0, MAX_INDEX)
questions = st.builds(Question, words, texts, st.none() | st.tuples(places, places), words)
watched = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
pages = st.builds(
    Page,
    words,
    words,
    scenes | st.builds(Scene, picture=embedded),
    st.floats(0, MAX_INDEX),
    st.sampled_from(["step", "whole"]),
    st.none() | watched,
    st.none() | questions,
    words,
    st.none() | st.builds(Place, texts, texts),
)
lessons = st.builds(Lesson, texts, words, words, st.lists(pages, min_size=1, max_size=3).map(tuple))

PAGE = Page(Words("A title", "标题"), Words("A text.", "文字。"), Scene())
LESSON = Lesson("plain", Words("Plain", "简单"), Words(), (PAGE,))


# --- what it is made of


def test_words_are_in_one_language_or_else_in_the_other() -> None:
    both, english, chinese = Words("window", "窗口"), Words("window"), Words("", "窗口")
    assert [each.of("en") for each in (both, english, chinese)] == ["window", "window", "窗口"]
    assert [each.of("zh_CN") for each in (both, english, chinese)] == ["窗口", "window", "窗口"]
    assert [each.own("zh_CN") for each in (both, english, chinese)] == ["窗口", "", "窗口"]
    assert [each.own("en") for each in (both, english, chinese)] == ["window", "window", ""]


def test_words_are_changed_in_one_language() -> None:
    assert Words("a", "甲").having("en", "b") == Words("b", "甲")
    assert Words("a", "甲").having("zh_CN", "乙") == Words("a", "乙")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Words("x" * (MAX_TEXT + 1)), f"text must be at most {MAX_TEXT}, not {MAX_TEXT + 1}."),
        (lambda: Words("", "字" * (MAX_TEXT + 1)), f"text must be at most {MAX_TEXT}, not {MAX_TEXT + 1}."),
        (lambda: Question(Words(), "value", (-1, 0)), "row must not be negative, but is -1."),
        (
            lambda: Question(Words(), "value", (0, MAX_INDEX + 1)),
            f"column must be at most {MAX_INDEX}, not {MAX_INDEX + 1}.",
        ),
        (lambda: Page(Words(), Words(), Scene(), at=float("nan")), "at must be a finite number, not nan."),
        (lambda: Page(Words(), Words(), Scene(), at=-0.5), f"at must be from 0 to {MAX_INDEX}, not -0.5."),
        (
            lambda: Page(Words(), Words(), Scene(), watch=(3, 1)),
            "Steps are watched forwards, not from 3 to 1.",
        ),
        (lambda: Page(Words(), Words(), Scene(), watch=(-1, 1)), "step must not be negative, but is -1."),
        (lambda: Lesson("x", Words(), Words(), ()), "A lesson needs at least one page."),
        (
            lambda: Lesson("x", Words(), Words(), (PAGE,) * (MAX_PAGES + 1)),
            f"pages must be at most {MAX_PAGES}, not {MAX_PAGES + 1}.",
        ),
    ],
)
def test_what_no_lesson_could_be_is_refused(make, sentence: str) -> None:
    with pytest.raises(SpecError) as refused:
        make()
    assert str(refused.value) == sentence


# --- in a file


@given(lessons)
def test_every_lesson_comes_back(lesson: Lesson) -> None:
    assert decode_lesson(encode_lesson(lesson)) == lesson


def test_a_lesson_file_can_be_read_and_edited_by_a_person() -> None:
    kernel = Drawn(((1.0, 0.5), (0.0, -2.0)), "[\n1,\n2\n]")
    page = Page(Words("Stride", "步幅"), Words(), Scene(layer=ConvLayer(filters=((kernel,),))), watch=(0, 3))
    data = encode_lesson(Lesson("stride", Words("Stride", "步幅"), Words(), (page,))).decode()
    assert '"zh_CN": "步幅"' in data
    assert '"watch": [0, 3]' in data
    assert "[1.0, 0.5]" in data
    assert r'"name": "[\n1,\n2\n]"' in data, "a name is not a list of numbers"
    assert '"notes"' not in data, "what is not said is left out"


def test_what_a_file_leaves_out_is_as_in_a_plain_page() -> None:
    data = {"convviz": 1, "lesson": {"id": "a", "title": {"en": "A"}, "summary": {}, "pages": [{}]}}
    data["lesson"]["pages"] = [{"title": {"en": "P"}, "text": {}, "scene": {"channel": "b"}}]
    page = decode_lesson(json.dumps(data).encode()).pages[0]
    assert page == Page(Words("P"), Words(), Scene(channel="b"))


DEEP = 100_000


def changed(**page: object) -> bytes:
    """The plain lesson's file with other values on its page."""
    content = json.loads(encode_lesson(LESSON))
    content["lesson"]["pages"][0] |= page
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"not json",
        b"\xff\xfe",
        b'{"convviz": 1}',
        b'{"convviz": "1", "lesson": {}}',
        b'{"convviz": 1, "lesson": null}',
        b"[" * DEEP,
        b'{"convviz": 1, "lesson": {"pages": ' + b"[" * DEEP + b"]" * DEEP + b"}}",
        b'{"convviz": ' + b"9" * 10_000 + b"}",
        changed(at="0"),
        changed(at=-1),
        changed(at=1e300),
        changed(view="inside out"),
        changed(watch=[1]),
        changed(watch=[2, 1]),
        changed(watch=[0, 10**30]),
        changed(question={"prompt": {}, "asks": 7}),
        changed(question={"prompt": {}, "asks": "value", "cell": [-1, 0]}),
        changed(title="Stride"),
        changed(text={"en": "x" * (MAX_TEXT + 1)}),
        changed(scene={"speed": 0}),
        changed(scene=None),
    ],
)
def test_what_is_no_lesson_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CodecError) as refused:
        decode_lesson(data)
    assert refused.value.code == "not_readable"
    assert str(refused.value).startswith("This is not a readable ConvViz file: ")
    assert "\n" not in str(refused.value)


def test_a_newer_lesson_is_refused_by_its_version() -> None:
    with pytest.raises(CodecError) as refused:
        decode_lesson(b'{"convviz": 3, "lesson": "of a kind nobody knows yet"}')
    assert str(refused.value) == (
        "The lesson was made by a newer ConvViz (format 3; this one reads up to 2)."
    )


def test_a_gigabyte_of_zeros_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "zeros.lesson"
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(CodecError) as refused:
        read_lesson(path)
    assert refused.value.code == "lesson_too_large"


def test_a_lesson_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.lesson"
    path.write_bytes(encode_lesson(LESSON))
    assert read_lesson(path) == LESSON


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("nowhere.lesson", "lesson_missing"),
        ("", "lesson_not_a_file"),
        ("pipe", "lesson_not_a_file"),
    ],
)
def test_what_is_no_lesson_file_is_refused(tmp_path: Path, name: str, code: str) -> None:
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    with pytest.raises(Refusal) as refused:
        read_lesson(tmp_path / name)
    assert refused.value.code == code


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "mine.lesson"
    path.write_bytes(encode_lesson(LESSON))
    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(CodecError) as refused:
        read_lesson(path)
    assert str(refused.value) == f"{path} cannot be read: Permission denied."


def test_a_path_that_no_text_can_hold_is_not_written() -> None:
    title = Words("\udcff")
    with pytest.raises(CodecError):
        encode_lesson(Lesson("x", title, Words(), (PAGE,)))


# --- those that come with the program


def test_lessons_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("02-second.lesson", "10-tenth.lesson", "01-first-of-all.lesson", "notes.txt", "x.lesson"):
        (tmp_path / name).write_bytes(encode_lesson(LESSON))
    found = built_in(tmp_path)
    assert [(each.number, each.id) for each in found] == [(1, "first-of-all"), (2, "second"), (10, "tenth")]
    assert found[0].load() == LESSON
    assert found[0].title == LESSON.title


def test_the_program_has_lessons() -> None:
    found = built_in()
    assert found
    assert found[0].path.parent.name == "lessons"
    assert lesson_file.VERSION == 2


def test_a_lesson_is_found_by_what_a_person_calls_it(tmp_path: Path) -> None:
    third = built_in()[2]
    wanted = third.load()
    for name in ("3", "03", third.id, third.path.stem, str(third.path)):
        assert find_lesson(name) == wanted
    assert find_lesson("no such lesson") is None
    with pytest.raises(CodecError):
        find_lesson(str(tmp_path / "nowhere.lesson"))


def test_a_canvas_in_a_lesson_comes_back() -> None:
    scene = Scene(picture=Canvas(1, 2, b"\x01\x02"))
    lesson = Lesson("c", Words(), Words(), (Page(Words(), Words(), scene),))
    assert decode_lesson(encode_lesson(lesson)).pages[0].scene.picture == Canvas(1, 2, b"\x01\x02")
