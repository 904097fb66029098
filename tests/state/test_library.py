"""The user's own kernels: saved, renamed, deleted, brought along and given away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from convviz.core.errors import ImageError, KernelError, Refusal
from convviz.core.kernel_text import read_kernel
from convviz.scene.scene import Drawn
from convviz.state.library import KernelLibrary
from convviz.state.settings import Preferences, SettingsFile

ONE, EDGE = ((1.0,),), ((-1.0, 0.0, 1.0),)


class Watched(KernelLibrary):
    """A library, and how often it said that it changed."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.times = 0
        self.changed.connect(self._count)

    def _count(self) -> None:
        self.times += 1


@pytest.fixture
def preferences(tmp_path: Path, qtbot: QtBot) -> Preferences:
    return Preferences(SettingsFile(tmp_path / "settings.json"))


@pytest.fixture
def library(preferences: Preferences) -> Watched:
    return Watched(preferences)


def test_kernels_are_there_again_at_the_next_start(
    library: Watched, preferences: Preferences, tmp_path: Path
) -> None:
    library.save(" My  edge ", EDGE)
    preferences.flush()
    again = KernelLibrary(Preferences(SettingsFile(tmp_path / "settings.json")))
    assert again.kernels == (Drawn(EDGE, "My edge"),)
    assert again.find("MY EDGE") == Drawn(EDGE, "My edge")
    assert again.find("other") is None


def test_each_change_is_told(library: Watched, preferences: Preferences) -> None:
    assert library.save("a", ONE) == Drawn(ONE, "a")
    library.rename("a", "b")
    library.save("b", EDGE, replacing=True)
    assert library.kernels == (Drawn(EDGE, "b"),)
    library.delete("b")
    assert library.kernels == ()
    assert library.times == 4
    preferences.set(theme="dark")
    assert library.times == 4


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda own: own.save("A", EDGE), "There already is a kernel of your own called “a”."),
        (lambda own: own.save(" ", EDGE), "A kernel of your own needs a name."),
        (lambda own: own.save("c", ()), "A kernel needs at least one number."),
        (lambda own: own.rename("a", "b"), "There already is a kernel of your own called “b”."),
        (lambda own: own.rename("c", "d"), "There is no kernel of your own called “c”."),
        (lambda own: own.delete("c"), "There is no kernel of your own called “c”."),
        (lambda own: own.find(""), "A kernel of your own needs a name."),
    ],
)
def test_what_is_refused_changes_nothing(
    library: Watched, act: Callable[[KernelLibrary], object], sentence: str
) -> None:
    library.save("a", ONE)
    library.save("b", ONE)
    with pytest.raises(Refusal) as refused:
        act(library)
    assert str(refused.value) == sentence
    assert library.kernels == (Drawn(ONE, "a"), Drawn(ONE, "b"))
    assert library.times == 2


def test_a_text_is_imported_under_its_files_name(library: Watched, tmp_path: Path) -> None:
    path = tmp_path / "tenth of a box.txt"
    path.write_text("1/10 *\n1 1\n1 1\n")
    assert library.import_file(str(path)) == Drawn(((0.1, 0.1), (0.1, 0.1)), "tenth of a box")
    assert library.kernels[0].name == "tenth of a box"
    library.import_file(str(path), name="box")
    assert [kernel.name for kernel in library.kernels] == ["tenth of a box", "box"]


def test_a_file_with_a_long_name_is_imported_under_its_beginning(library: Watched, tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 100}.txt"
    path.write_text("1")
    assert library.import_file(str(path)).name == "x" * 60


def test_an_import_replaces_only_when_told_to(library: Watched, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("-1 0 1")
    library.save("a", ONE)
    with pytest.raises(KernelError, match="called “a”"):
        library.import_file(str(path))
    library.import_file(str(path), replacing=True)
    assert library.kernels == (Drawn(EDGE, "a"),)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "This text has no numbers in it."),
        ("1 2\n3", "Line 2 has 1 numbers, but line 1 has 2."),
        ("1 x", "Line 1, number 2: “x” is not a number."),
        ("1 nan", "Line 1, number 2: “nan” is not a finite number."),
    ],
)
def test_a_text_that_is_no_kernel_is_not_imported(
    library: Watched, tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content)
    with pytest.raises(KernelError) as refused:
        library.import_file(str(path))
    assert str(refused.value) == sentence
    assert library.kernels == ()


def test_a_file_that_is_not_there_is_not_imported(library: Watched, tmp_path: Path) -> None:
    with pytest.raises(KernelError, match="There is no file"):
        library.import_file(str(tmp_path / "a.txt"))


def test_an_exported_kernel_is_read_again(library: Watched, tmp_path: Path) -> None:
    rows = ((1 / 3, -2.0), (0.0, 1e-9))
    library.export_file(str(tmp_path / "a.txt"), rows)
    assert read_kernel(tmp_path / "a.txt") == rows


def test_an_export_to_nowhere_is_refused(library: Watched, tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="There is no folder"):
        library.export_file(str(tmp_path / "none" / "a.txt"), ONE)
