from __future__ import annotations

from pathlib import Path

from convviz import assets


def test_resources_of_a_checkout() -> None:
    assert assets.path("images", "camera.png").is_file()
    assert assets.path() == Path(__file__).parents[1] / "resources"


def test_resources_of_an_installed_wheel(tmp_path: Path, monkeypatch) -> None:
    inside = tmp_path / "convviz" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(assets, "_INSTALLED", inside)
    assert assets.path("images", "camera.png") == inside / "images" / "camera.png"
