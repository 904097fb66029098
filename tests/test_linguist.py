"""The files of texts are Qt Linguist's: its own tools read all that is in them, and lose nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtCore import QTranslator

from convviz import i18n
from tests import texts

TOOLS = Path(PySide6.__file__).parent
every_language = pytest.mark.parametrize("path", texts.FILES, ids=lambda path: path.parent.name)
Entry = tuple[str, str, str, str]
"""Context, source, translation, and what Qt Linguist marks it as."""


def entries(path: Path) -> list[Entry]:
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
            message.find("translation").get("type", ""),
        )
        for context in ET.parse(path).iter("context")
        for message in context.iter("message")
    ]


def run(tool: str, *arguments: object) -> str:
    program = shutil.which(tool, path=str(TOOLS))
    assert program, f"PySide6-Essentials has no {tool}"
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True)
    assert "warning" not in done.stderr.lower(), done.stderr
    return done.stdout


@every_language
def test_what_lrelease_makes_of_it_gives_every_translation(path: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "convviz.qm"
    run("lrelease", path, "-qm", compiled)
    translator, written = QTranslator(), entries(path)
    assert translator.load(str(compiled))
    assert translator.language() == path.parent.name
    assert len(written) > 2000
    given = [(context, source, translator.translate(context, source), "") for context, source, *_ in written]
    assert given == written
    assert {source: translation for _, source, translation, _ in given} == i18n.translations(path)


@every_language
def test_lupdate_finds_every_text_again_and_keeps_its_translation(path: Path, tmp_path: Path) -> None:
    """From a source that says all texts in their contexts, as Qt's own calls would."""
    copy, source = tmp_path / "convviz.ts", tmp_path / "said.py"
    copy.write_bytes(path.read_bytes())
    calls = (
        f"QCoreApplication.translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"
        for context, text, *_ in entries(path)
    )
    source.write_text("".join(calls), encoding="utf-8")
    run("lupdate", source, "-no-obsolete", "-locations", "none", "-ts", copy)
    assert sorted(entries(copy)) == sorted(entries(path))
    assert i18n.translations(copy) == i18n.translations(path)


@every_language
def test_a_text_that_lupdate_does_not_find_keeps_its_translation_too(path: Path, tmp_path: Path) -> None:
    copy, source = tmp_path / "convviz.ts", tmp_path / "silent.py"
    copy.write_bytes(path.read_bytes())
    source.write_text("pass\n", encoding="utf-8")
    run("lupdate", source, "-ts", copy)
    assert sorted(entries(copy)) == sorted((*entry[:3], "vanished") for entry in entries(path))
