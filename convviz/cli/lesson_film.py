"""A lesson as a film, as a picture of a page, or as a handout."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from convviz.core.errors import Refusal
from convviz.i18n import language, msg, tr

if TYPE_CHECKING:
    from convviz.scene.lesson import Lesson, Page


def export_lesson(lesson: Lesson, options: argparse.Namespace) -> int:
    """Writes what the name of the file asks for: a PDF of all pages is a handout, other files are films."""
    from convviz.cli.filming import ON_PAPER, check_used, exported, take_of
    from convviz.cli.words import refuse_unused
    from convviz.export.run import check, exporter_of
    from convviz.labs.pictures import read_source
    from convviz.paint.offscreen import application
    from convviz.paint.reel import reel_of

    exporter = exporter_of(options.output)
    paper = exporter.ending == ".pdf" and options.page is None
    if paper:
        refuse_unused(msg("A handout"), options.given, ON_PAPER)
    else:
        check_used(options, exporter)
    pages = tuple(changed_page(page, options) for page in pages_of(lesson, options.page))
    like = take_of(options, exporter, pages[0].scene)
    app = application()
    if paper:
        print(_handout(lesson, pages, options))
    else:
        check(exporter, like.size, like.fps)
        print(exported(reel_of(lesson, pages, like, read_source), options, exporter))
    del app  # it must live as long as something is painted
    return 0


def _handout(lesson: Lesson, pages: tuple[Page, ...], options: argparse.Namespace) -> str:
    from convviz.core.saving import write_whole
    from convviz.export.handout import handout
    from convviz.labs.pictures import read_source
    from convviz.paint.paper import as_paper
    from convviz.paint.theme import load
    from convviz.scene.scene import replace

    blocks = handout(replace(lesson, pages=pages), read_source)
    data = as_paper(blocks, lesson.title.of(language()), load(options.theme))
    write_whole(Path(options.output), data)
    return tr(msg("{name}: {pages} pages", name=options.output, pages=len(pages)))


def changed_page(page: Page, options: argparse.Namespace) -> Page:
    """The page with other choices on its scene, if any are asked for."""
    from convviz.cli.choices import changed
    from convviz.scene.scene import replace

    return replace(page, scene=changed(page.scene, options.input, options.kernel, options.set))


def pages_of(lesson: Lesson, number: int | None) -> tuple[Page, ...]:
    """All pages, or the one of a number from 1.

    Raises: Refusal("no_such_page").
    """
    if number is None:
        return lesson.pages
    if not 1 <= number <= len(lesson.pages):
        raise Refusal("no_such_page", number=number, count=len(lesson.pages))
    return (lesson.pages[number - 1],)
