"""The program's texts and their translations: python -m tests.texts [--write [FILE]].

The texts are found in the source: what is handed to `tr` and `msg`, and what stands in tables. Which strings
of a table are shown is known when they are: tests/conftest.py notes every text that a test makes the program
show, and fails on one that has no translation. With --write each language's .ts file is brought up to date:
new texts come in, unfinished; those that no source has any more leave; Qt Linguist, or an editor, does the
rest. FILE names further texts, one JSON string on each line, as a failed test prints them.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from convviz import assets, i18n
from convviz.core.errors import PARAMETERS, SENTENCES
from convviz.core.fast import STRATEGIES
from convviz.core.kernels import KERNELS
from convviz.core.reasons import REASONS
from convviz.core.samples import SAMPLES
from convviz.core.stack_presets import STACKS
from convviz.export import EXPORTERS
from convviz.labs import LABS
from convviz.labs.controls import Pick
from convviz.scene.examples import EXAMPLES
from convviz.scene.lesson import Words
from convviz.scene.reasons import FOUND, KINDS, PATTERNS
from convviz.views import actions

PACKAGE = Path(i18n.__file__).parent
FILES = sorted(assets.path("i18n").glob(f"*/{i18n.TEXTS}"))
"""The .ts file of every language."""
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
NAMES = """
ReLU leaky tanh sigmoid max min exp log NumPy OpenCV PyTorch numpy pi px Conv Pool GEMM im2col HEH LoG DoG
Gabor Sobel Roberts Kirsch Robinson Prewitt Scharr AlexNet LeNet VGG mod ms ns
"""
"""Words that a formula or a name has in every language."""


@cache
def constants() -> dict[str, str]:
    """Every string that stands in the program's source, with the file it stands in."""
    found: dict[str, str] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value, path)
    return found


@cache
def tabled() -> frozenset[str]:
    """Texts of tables whose rows are made, and so do not stand in the source as they are."""
    found: set[str] = set()
    for kernel in KERNELS:
        found |= {kernel.name, kernel.family, kernel.does, kernel.source}
        found |= {parameter.label for parameter in kernel.parameters}
    for lab in LABS:
        found |= {lab.title, *(text for control in lab.controls for text in (control.label, control.tip))}
        for control in lab.controls:
            offered = control.options if isinstance(control, Pick) else ()
            found |= {name for _, name in offered}
    others = (actions.ELSEWHERE, actions.IN_CALCULATOR, actions.IN_MY_LESSON, actions.ON_STAGE)
    for _, name, entries in (*actions.MENUS, *others, ("", "", actions.PRESENTING)):
        found |= {name, *(entry.text for entry in entries)}
    for path in (*assets.path("scenes").iterdir(), *assets.path("lessons").iterdir()):
        found |= set(re.findall(r'"name": "(.+)"', path.read_text(encoding="utf-8")))  # of kernels
    found |= {row.name for row in STRATEGIES if is_language(re.sub(r"^OpenCV \w+", "", row.name))}
    found |= {sample.source for sample in SAMPLES} | {*REASONS.values()} | {words for _, words in PATTERNS}
    found |= {*KINDS.values(), *FOUND.values()}
    titled = (*SAMPLES, *EXAMPLES, *EXPORTERS, *STACKS.values())
    return frozenset(
        filter(is_language, {*found, *(row.title for row in titled), *SENTENCES.values(), *PARAMETERS})
    )


def untranslated(shown: Iterable[str], test: Path) -> list[str]:
    """Those of the texts that were shown in a test which a language has no translation of.

    Texts that the test itself made up need none, unless the program has them too.
    """
    missing = [
        text
        for text in filter(is_language, shown)
        if any(text not in i18n.translations(path) for path in FILES)
    ]
    if not missing:
        return []
    made_up = frozenset[str]().union(*map(_strings_of, {test, *_helpers()}))
    return sorted(text for text in missing if text in said() or text in tabled() or text not in made_up)


@cache
def _helpers() -> tuple[Path, ...]:
    return tuple(path for path in Path(__file__).parent.rglob("*.py") if not path.name.startswith("test_"))


@cache
def _strings_of(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


SAYING = ("tr", "msg", "Phase", "Key", "Unreadable", "add_argument_group")
"""What a text is handed to, first of all."""


@cache
def said() -> dict[str, str]:
    """The strings that are handed to SAYING where they stand, with the file."""
    found: dict[str, str] = {}
    for path, tree in trees():
        for node in ast.walk(tree):
            for text in _said_by(node, "/cli/" in path):
                found.setdefault(text, path)
    return {text: path for text, path in found.items() if is_language(text)}


def _said_by(node: ast.AST, on_command_line: bool) -> Iterator[str]:
    """The texts of a call; on the command line those of help too, which is translated when it is shown."""
    if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYING:
        yield from _strings(node.args[0])
    if on_command_line and isinstance(node, ast.keyword) and node.arg == "help":
        yield from _strings(node.value)
    if on_command_line and isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            yield from _strings(value) if isinstance(key, ast.Constant) and key.value == "help" else ()


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """(path, syntax tree) of every module of the program."""
    return tuple(
        (path.relative_to(PACKAGE.parent).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


@cache
def is_language(text: str) -> bool:
    """Whether a text has words to translate, beside numbers, symbols, places for values, and NAMES."""
    plain = re.sub(r"\{[^}]*\}", " ", text)
    return any(word not in NAMES.split() for word in re.findall(r"[A-Za-z]{2,}", plain))


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def _strings(node: ast.expr) -> Iterator[str]:
    """The strings that an expression may be: a constant, either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _strings(node.body)
        yield from _strings(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _strings(value)


def written(lesson: object, code: str) -> list[str]:
    """What is written in a language in a lesson, or in a part of one."""
    if isinstance(lesson, Words):
        return [lesson.own(code)]
    parts = lesson if isinstance(lesson, tuple) else _fields(lesson)
    return [text for part in parts for text in written(part, code)]


def _fields(struct: object) -> Iterator[object]:
    return (getattr(struct, name) for name in getattr(struct, "__struct_fields__", ()))


def read(path: Path) -> dict[str, str | None]:
    """The translations of a .ts file, None where one is unfinished."""
    done = i18n.translations(path)
    sources = [node.findtext("source", "") for node in ET.parse(path).iter("message")]
    return {source: done.get(source) for source in sources}


def write(path: Path, translated: dict[str, str | None]) -> None:
    """A .ts file as Qt Linguist writes it, by source file and text."""
    root = ET.Element("TS", version="2.1", language=path.parent.name, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for source, translation in sorted(
        translated.items(), key=lambda item: (constants().get(item[0], ""), item[0])
    ):
        place = constants().get(source, "resources")
        if place not in contexts:
            contexts[place] = ET.SubElement(root, "context")
            ET.SubElement(contexts[place], "name").text = place
        message = ET.SubElement(contexts[place], "message")
        ET.SubElement(message, "source").text = source
        target = ET.SubElement(message, "translation")
        target.text = translation
        if not translation:
            target.set("type", "unfinished")
    ET.indent(root, " ")
    path.write_text(HEADER + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def main(arguments: Iterable[str]) -> None:
    """Brings the files up to date, or prints what is missing in them."""
    words = list(arguments)
    writing, notes = words[:1] == ["--write"], words[1:]
    further = {json.loads(line) for name in notes for line in Path(name).read_text("utf-8").splitlines()}
    for path in FILES:
        before = read(path)
        kept = (text for text in before if text in constants())
        wanted = {*said(), *tabled(), *filter(is_language, further), *kept}
        after = {text: before.get(text) for text in wanted}
        if writing:
            write(path, after)
        missing = [text for text in after if not after[text]]
        print(f"{path.parent.name}: {len(after)} texts, {len(missing)} without a translation")
        if not writing:
            print(*(json.dumps(text, ensure_ascii=False) for text in missing), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
