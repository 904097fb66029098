from __future__ import annotations

import os
from pathlib import Path

import pytest

from convviz.scene.first_look import FirstLook, decode_first_look
from convviz.scene.scene import replace
from convviz.scene.settings import Settings, encode_settings
from convviz.state.first_look import read_first_look


def test_it_is_what_the_settings_say(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(
        encode_settings(replace(Settings(), theme="dark", language="zh_CN", scale=150, recent=("a.png",)))
    )
    assert read_first_look(file) == FirstLook("dark", "zh_CN", 150)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"theme": 3}', b"\xff\xfe", b"[" * 100_000])
def test_of_what_cannot_be_read_it_is_the_default(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    assert decode_first_look(data) == read_first_look(file) == FirstLook()


def test_of_no_file_it_is_the_default(tmp_path: Path) -> None:
    assert read_first_look(tmp_path / "none.json") == FirstLook()
    assert read_first_look(tmp_path) == FirstLook()


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="everything is readable")
def test_of_a_file_that_may_not_be_read_it_is_the_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(encode_settings(replace(Settings(), theme="dark")))
    file.chmod(0)
    assert read_first_look(file) == FirstLook()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.json")
    assert read_first_look(tmp_path / "settings.json") == FirstLook()
