"""What is remembered, and what of it survives a damaged file."""

from __future__ import annotations

import json
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convviz.core.errors import KernelError, SpecError
from convviz.scene import codec
from convviz.scene.codec import CodecError
from convviz.scene.first_look import SCALES
from convviz.scene.scene import Canvas, Drawn, FilePicture, Scene, replace
from convviz.scene.settings import (
    MAX_BYTES,
    MAX_NAME,
    MAX_RECENT,
    ZOOMS,
    Settings,
    add_recent,
    add_recent_scene,
    decode_settings,
    delete_kernel,
    drop_recent,
    drop_recent_scene,
    encode_settings,
    find_kernel,
    kernel_name,
    next_zoom,
    rename_kernel,
    save_kernel,
    sizes_of,
    with_sizes,
)
from tests.scene.strategies import finite, rows, scenes, texts

ONE, TWO = ((1.0,),), ((2.0,),)
names = texts.filter(lambda text: text.split()).map(kernel_name)
own = st.lists(st.builds(Drawn, rows(), names), max_size=3, unique_by=lambda kernel: kernel.name.casefold())
settings = st.builds(
    Settings,
    theme=st.sampled_from(["light", "dark", "high-contrast", "print", "system"]),
    scale=st.sampled_from(SCALES),
    zoom=st.sampled_from(ZOOMS),
    recent=st.lists(texts, max_size=MAX_RECENT).map(tuple),
    kernels=own.map(tuple),
    geometry=texts,
    state=texts,
    splitters=st.lists(st.tuples(texts, st.lists(st.integers(0, 9999)).map(tuple)), max_size=2).map(tuple),
    open_folder=texts,
    save_folder=texts,
    brush=finite,
    ink=st.integers(0, 255),
    tab=texts,
    scene=st.none() | scenes,
)


# --- pictures and layout ---


def test_the_content_grows_and_shrinks_in_steps_to_an_end() -> None:
    assert (next_zoom(100, True), next_zoom(100, False)) == (110, 90)
    assert (next_zoom(200, True), next_zoom(50, False)) == (200, 50)
    assert (next_zoom(103, True), next_zoom(103, False)) == (110, 100), (
        "from a size that is none of the steps"
    )


def test_the_newest_picture_is_first_and_each_is_there_once() -> None:
    kept = Settings()
    for path in ("a", "b", "a", "c"):
        kept = add_recent(kept, path)
    assert kept.recent == ("c", "a", "b")
    assert drop_recent(kept, "a").recent == ("c", "b")


def test_the_oldest_pictures_are_forgotten() -> None:
    kept = Settings()
    for n in range(MAX_RECENT + 3):
        kept = add_recent(kept, str(n))
    assert kept.recent == tuple(str(n) for n in range(MAX_RECENT + 2, 2, -1))


def test_a_path_that_no_text_can_hold_is_not_remembered() -> None:
    assert add_recent(Settings(), "/photos/\udcff.jpg") == Settings()


def test_each_splitter_keeps_its_own_sizes() -> None:
    kept = with_sizes(with_sizes(with_sizes(Settings(), "a", (1, 2)), "b", (3,)), "a", (4, 5))
    assert sizes_of(kept, "a") == (4, 5)
    assert sizes_of(kept, "b") == (3,)
    assert sizes_of(kept, "c") is None


# --- the user's own kernels ---


def test_kernels_stand_in_the_order_they_were_saved() -> None:
    kept = save_kernel(save_kernel(Settings(), "Mine", ONE), "  My \t other ", TWO)
    assert kept.kernels == (Drawn(ONE, "Mine"), Drawn(TWO, "My other"))
    assert find_kernel(kept, "my OTHER") == Drawn(TWO, "My other")
    assert find_kernel(kept, "theirs") is None


def test_a_taken_name_is_refused_unless_it_is_to_be_replaced() -> None:
    kept = save_kernel(save_kernel(Settings(), "Mine", ONE), "Other", ONE)
    with pytest.raises(KernelError) as refused:
        save_kernel(kept, "mine", TWO)
    assert str(refused.value) == "There already is a kernel of your own called “Mine”."
    assert save_kernel(kept, "mine", TWO, replacing=True).kernels == (Drawn(TWO, "mine"), Drawn(ONE, "Other"))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "A kernel of your own needs a name."),
        (" \n\t ", "A kernel of your own needs a name."),
        ("x" * (MAX_NAME + 1), "A kernel's name may have 60 characters; this one has 61."),
    ],
)
def test_a_name_must_be_one(name: str, sentence: str) -> None:
    kept = save_kernel(Settings(), "Mine", ONE)
    for act in (
        lambda: save_kernel(kept, name, ONE),
        lambda: rename_kernel(kept, "Mine", name),
        lambda: find_kernel(kept, name),
    ):
        with pytest.raises(KernelError) as refused:
            act()
        assert str(refused.value) == sentence


def test_what_is_no_kernel_is_not_saved() -> None:
    with pytest.raises(KernelError, match="row 0, column 0"):
        save_kernel(Settings(), "Mine", ((nan,),))


def test_a_renamed_kernel_keeps_its_place() -> None:
    kept = save_kernel(save_kernel(Settings(), "a", ONE), "b", TWO)
    assert rename_kernel(kept, "a", " c ").kernels == (Drawn(ONE, "c"), Drawn(TWO, "b"))
    assert rename_kernel(kept, "a", "A").kernels == (Drawn(ONE, "A"), Drawn(TWO, "b"))


def test_renaming_to_another_kernels_name_is_refused() -> None:
    kept = save_kernel(save_kernel(Settings(), "a", ONE), "b", ONE)
    with pytest.raises(KernelError, match="called “B”"):
        rename_kernel(kept, "a", "B")


def test_a_deleted_kernel_is_gone_and_the_others_stay() -> None:
    kept = save_kernel(save_kernel(Settings(), "a", ONE), "b", ONE)
    assert delete_kernel(kept, "A").kernels == (Drawn(ONE, "b"),)


@pytest.mark.parametrize(
    "act", [lambda kept: delete_kernel(kept, "b"), lambda kept: rename_kernel(kept, "b", "c")]
)
def test_a_kernel_that_is_not_there_cannot_be_changed(act) -> None:
    with pytest.raises(KernelError) as refused:
        act(save_kernel(Settings(), "a", ONE))
    assert str(refused.value) == "There is no kernel of your own called “b”."


def test_settings_are_checked_where_they_are_made() -> None:
    with pytest.raises(KernelError, match="called “a”"):
        Settings(kernels=(Drawn(ONE, "A"), Drawn(TWO, "a")))
    with pytest.raises(KernelError, match="needs a name"):
        Settings(kernels=(Drawn(ONE),))
    with pytest.raises(SpecError, match="brush must be a finite number"):
        Settings(brush=nan)


# --- in a file ---


@given(settings)
def test_settings_come_back(kept: Settings) -> None:
    assert decode_settings(encode_settings(kept)) == (kept, None)


def test_an_empty_file_of_settings_is_the_defaults() -> None:
    assert decode_settings(b"{}") == (Settings(), None)


def changed(**fields: object) -> bytes:
    return json.dumps(json.loads(encode_settings(Settings(scene=Scene()))) | fields).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\x00\xff",
        b"NaN",
        b"[" * 100_000,
        b'{"recent":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"brush": NaN}',
        b'{"brush": 1e999}',
        changed(convviz="1"),
        changed(theme="pink"),
        changed(theme=7),
        changed(scale=1000),
        changed(zoom=0),
        changed(recent="a"),
        changed(recent=[1]),
        changed(kernels=[{"type": "drawn", "rows": [[1], []], "name": "a"}]),
        changed(kernels=[{"type": "drawn", "rows": [[1]]}]),
        changed(splitters={"a": [1]}),
        changed(ink=1.5),
    ],
    ids=lambda data: data[:30].decode("latin-1"),
)
def test_a_damaged_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CodecError) as refused:
        decode_settings(data)
    assert str(refused.value).startswith("This is not a readable ConvViz file: ")


def test_a_file_of_a_newer_program_is_refused() -> None:
    with pytest.raises(CodecError) as refused:
        decode_settings(changed(convviz=2, theme="ultraviolet"))
    assert refused.value.code == "settings_too_new"
    assert "format 2; this one reads up to 1" in str(refused.value)


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(CodecError, match="The settings file has"):
        decode_settings(b" " * (MAX_BYTES + 1))


@pytest.mark.parametrize(
    "scene", [7, {}, {"convviz": 4, "scene": {}}, {"convviz": 1, "scene": {"channel": "x"}}]
)
def test_a_last_scene_that_cannot_be_read_is_dropped_alone(scene: object) -> None:
    kept, dropped = decode_settings(changed(scene=scene, theme="dark", recent=["a"]))
    assert kept == Settings(theme="dark", recent=("a",))
    assert isinstance(dropped, CodecError)


def test_a_last_scene_that_no_file_can_hold_is_left_out() -> None:
    kept = Settings(theme="dark", scene=Scene(picture=FilePicture("/photos/\udcff.jpg")))
    assert decode_settings(encode_settings(kept)) == (Settings(theme="dark"), None)


def test_a_last_scene_that_is_too_large_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "MAX_BYTES", 5000)
    kept = Settings(scene=Scene(picture=Canvas(100, 100, bytes(10_000))))
    assert decode_settings(encode_settings(kept)) == (replace(kept, scene=None), None)


def test_settings_that_no_file_can_hold_are_refused() -> None:
    with pytest.raises(CodecError, match="cannot be written"):
        encode_settings(Settings(open_folder="\udcff"))


@given(st.binary(max_size=100))
def test_any_bytes_are_settings_or_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        decode_settings(data)


def test_recent_scenes_are_the_newest_first_and_each_once() -> None:
    settings = Settings()
    for n in [*range(MAX_RECENT + 2), 5, "\udcff"]:
        settings = add_recent_scene(settings, f"{n}.convviz")
    assert len(settings.recent_scenes) == MAX_RECENT
    assert settings.recent_scenes[:2] == ("5.convviz", f"{MAX_RECENT + 1}.convviz")
    assert "5.convviz" not in drop_recent_scene(settings, "5.convviz").recent_scenes
    assert settings.recent == ()
