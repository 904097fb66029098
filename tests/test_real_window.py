"""The real program in a real window on a real (virtual) screen, with keys from a real keyboard driver."""

from __future__ import annotations

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from convviz import assets

WIDTH, HEIGHT = 1280, 800
needed = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is a Linux program"),
    pytest.mark.skipif(bool(needed), reason=f"{' and '.join(needed)} not installed"),
]


class Screen:
    """An Xvfb of this test's own, whose pixels are a file."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                f"{WIDTH}x{HEIGHT}x24",
                "-fbdir",
                str(folder),
                "-noreset",  # else it starts over, refusing who connects then, when a client was its last one
                "-nolisten",
                "tcp",
            ],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        self._file = folder / "Xvfb_screen0"

    def pixels(self) -> np.ndarray:
        """(rows, columns, 3) uint8: what a person would see. The file is an X window dump."""
        data = self._file.read_bytes()
        size, _, _, _, width, height, *_ = struct.unpack(">8I", data[:32])
        stride, colors = struct.unpack(">I", data[48:52])[0], struct.unpack(">I", data[76:80])[0]
        start = size + colors * 12
        rows = np.frombuffer(data, np.uint8, stride * height, start).reshape(height, stride)
        return rows[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1]

    def tool(self, *words: str) -> str:
        """Runs xdotool on this screen."""
        env = {**os.environ, "DISPLAY": self.name}
        return subprocess.run(
            ["xdotool", *words], env=env, check=False, capture_output=True, text=True, timeout=20
        ).stdout

    def window(self, name: str) -> str:
        """The newest window whose title has these words, with the keyboard; there is no window manager."""
        until(lambda: self.tool("search", "--onlyvisible", "--name", name).strip())
        found = self.tool("search", "--onlyvisible", "--name", name).split()[-1]
        self.tool("windowfocus", "--sync", found)
        return found

    def press(self, *keys: str) -> np.ndarray:
        """Keys one after another, and what is seen then."""
        self.tool("key", "--delay", "150", *keys)
        return still(self)

    def stop(self) -> None:
        self._server.terminate()
        self._server.wait(10)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    folder = tmp_path / "screen"
    folder.mkdir()
    made = Screen(folder)
    yield made
    made.stop()


def until(condition: Callable[[], object], seconds: float = 40) -> None:
    """Waits until a condition holds, or fails."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "this did not happen in time"
        time.sleep(0.1)


def still(screen: Screen) -> np.ndarray:
    """The screen when it has stopped changing."""
    seen = screen.pixels()
    for _ in range(100):
        time.sleep(0.25)
        now = screen.pixels()
        if np.array_equal(now, seen):
            return now
        seen = now
    raise AssertionError("the screen never came to rest")


def started(screen: Screen, folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """The program on this screen, with settings of its own."""
    env = {**os.environ, "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-m", "convviz", *words], env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_a_jpeg_is_opened_and_space_makes_the_picture_move(screen: Screen, tmp_path: Path) -> None:
    from PIL import Image

    photo = tmp_path / "coffee.jpg"
    Image.open(assets.path("images", "coffee.webp")).convert("RGB").save(photo, quality=90)
    program = started(screen, tmp_path, str(photo))
    try:
        until(lambda: screen.tool("search", "--name", "coffee.jpg").strip())
        window = screen.tool("search", "--name", "coffee.jpg").split()[0]
        screen.tool("windowsize", "--sync", window, str(WIDTH), str(HEIGHT))
        screen.tool("windowmove", window, "0", "0")
        screen.tool("windowfocus", window)
        before = still(screen)
        assert len(np.unique(before.reshape(-1, 3), axis=0)) > 200, "the window is empty"
        screen.tool("key", "space")
        until(lambda: (screen.pixels() != before).any(axis=2).sum() > 500)
        screen.tool("key", "space")
        paused = still(screen)
        assert (paused != before).any()
        screen.tool("key", "ctrl+q")
        assert program.wait(20) == 0
        assert program.stderr is not None
        assert program.stderr.read().decode() == ""
    finally:
        program.kill()
        program.communicate()


def test_a_window_fits_the_screen_and_ctrl_c_in_the_terminal_closes_it(
    screen: Screen, tmp_path: Path
) -> None:
    program = started(screen, tmp_path)
    try:
        until(lambda: screen.tool("search", "--name", "camera").strip())  # the picture's name in the title
        window = screen.tool("search", "--name", "camera").split()[0]
        still(screen)
        shape = dict(line.split("=") for line in screen.tool("getwindowgeometry", "--shell", window).split())
        assert int(shape["WIDTH"]) <= WIDTH
        assert int(shape["HEIGHT"]) <= HEIGHT
        program.send_signal(signal.SIGINT)
        assert program.wait(20) == 0
        assert program.stderr is not None
        assert program.stderr.read().decode() == ""
        assert (tmp_path / "ConvViz" / "ConvViz" / "settings.json").exists()  # all was kept
    finally:
        program.kill()
        program.communicate()


def test_a_class_another_language_and_an_export(screen: Screen, tmp_path: Path) -> None:
    """F5, a remote's keys, the language in its menu, a picture exported: each looked at."""
    settings = tmp_path / "ConvViz" / "ConvViz" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"toured": true}', encoding="utf-8")
    program = started(screen, tmp_path, str(assets.path("images", "brick.png")))
    try:
        screen.window("brick")
        window = still(screen)
        _present(screen, window)
        screen.window("brick")
        english = still(screen)
        screen.press("alt+v", "g")
        screen.press("Up")  # from the first to the last of the languages
        screen.tool("key", "Return")
        until(lambda: _changed(screen.pixels(), english)[:16].mean() > 0.02)
        still(screen)
        _export(screen, tmp_path / "stage.pdf")
        screen.window("brick")
        screen.tool("key", "ctrl+q")
        assert program.wait(20) == 0
        assert program.stderr is not None
        assert program.stderr.read().decode() == ""
        assert json.loads(settings.read_text("utf-8"))["language"] == "zh_CN"
    finally:
        program.kill()
        program.communicate()


def _changed(now: np.ndarray, before: np.ndarray) -> np.ndarray:
    """(rows, columns): where two screens differ."""
    return (now != before).any(axis=2)


def _present(screen: Screen, window: np.ndarray) -> None:
    """The stage fills the screen; Page Down goes a step on, "." is black, Escape ends it."""
    screen.tool("key", "F5")
    screen.window("presentation")
    shown = still(screen)
    assert _changed(shown, window).mean() > 0.3
    assert (shown[:8] == shown[0, 0]).all(), "there are no menus above"
    paged = screen.press("Next")
    assert 0.001 < _changed(paged, shown).mean() < 0.5
    assert screen.press("period").mean() < 1, "all is black but the pointer"
    assert not _changed(screen.press("period"), paged).any()
    assert not _changed(screen.press("Prior"), shown).any()
    assert not _changed(screen.press("Escape"), window).mean() > 0.05, "the window is there as before"


def _export(screen: Screen, path: Path) -> None:
    """The stage as a page, from the dialog of films and pictures, which speaks Chinese now."""
    screen.tool("key", "ctrl+shift+e")
    dialog = screen.window("导出影片或图片")
    screen.press("End", "shift+Tab", "shift+Tab")  # the last format, a page; back to the button that exports
    screen.tool("key", "space")
    until(lambda: screen.window("导出影片或图片") != dialog)
    still(screen)
    screen.tool("key", "ctrl+a")
    screen.tool("type", str(path))
    screen.tool("key", "Return")
    until(path.exists)
    assert path.read_bytes().startswith(b"%PDF")
    screen.window("导出影片或图片")
    screen.press("Escape")
