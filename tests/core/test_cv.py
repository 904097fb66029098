from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from convviz.core.cv import cv2


def run(program: str, **environment: str) -> str:
    """What a program prints in a fresh interpreter, where cv2 has not been imported yet."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "OPENCV"))}
    done = subprocess.run(
        [sys.executable, "-c", program], env=kept | environment, capture_output=True, text=True, check=True
    )
    return done.stdout + done.stderr


LOAD = "from convviz.core.cv import cv2; cv2.error; "
SHOW = "import os; " + LOAD + "print(*[os.environ.get(name) for name in {names!r}])"
QT = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")


def test_qt_is_not_pointed_at_the_plugins_of_opencv() -> None:
    assert run(SHOW.format(names=QT)).split() == ["None", "None"]


def test_what_the_user_set_for_qt_stays() -> None:
    assert run(SHOW.format(names=QT), **{QT[0]: "/plugins", QT[1]: "/fonts"}).split() == [
        "/plugins",
        "/fonts",
    ]


@pytest.mark.parametrize(("rows", "expected"), [(20_000, "None"), (30_000, "error")])
@pytest.mark.parametrize("given", ["1000", "1000000000"])
def test_opencv_takes_two_hundred_megapixels_but_not_three(rows: int, expected: str, given: str) -> None:
    """Of a file that has only a header it decodes nothing, but beyond its limit it raises."""
    program = (
        "import numpy as np; from convviz.core.cv import cv2\n"
        f"data = np.frombuffer(b'P5\\n10000 {rows}\\n255\\n', np.uint8)\n"
        "try: print(cv2.imdecode(data, cv2.IMREAD_UNCHANGED))\n"
        "except cv2.error: print('error')"
    )
    assert run(program, OPENCV_IO_MAX_IMAGE_PIXELS=given).strip() == expected


def test_opencv_is_loaded_by_its_first_use_and_not_by_asking_for_the_labs() -> None:
    program = (
        "import sys, convviz.labs; from convviz.core.cv import cv2; print('cv2' in sys.modules);"
        "cv2.error; print('cv2' in sys.modules)"
    )
    assert run(program).split() == ["False", "True"]


def test_threads_that_need_opencv_at_once_load_it_once() -> None:
    program = (
        "import os, threading; from convviz.core.cv import cv2\n"
        "found = []\n"
        "threads = [threading.Thread(target=lambda: found.append(cv2.error)) for _ in range(8)]\n"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
        f"print(len(found), len(set(found)), *[os.environ.get(name) for name in {QT!r}])"
    )
    assert run(program).split() == ["8", "1", "None", "None"]


def test_opencv_does_not_print(capfd) -> None:
    done, _ = cv2.imencode(".webp", np.zeros((1, 20000), np.uint8))  # more than WebP can hold
    assert not done
    assert capfd.readouterr() == ("", "")
