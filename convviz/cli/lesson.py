"""`convviz lesson`: the lessons there are, what is in one, whether it is sound, what is made of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from convviz.cli.filming import OF_SCENES, ON_PAPER, add_film_options
from convviz.cli.words import Parser, parser, refuse_unused, whole
from convviz.core.errors import Refusal
from convviz.i18n import language, msg, tr

if TYPE_CHECKING:
    from convviz.scene.lesson import Lesson

LESSON = """\
The lessons that come with the program, and those of your own.

  convviz lesson list                       number, id and title of the built-in lessons
  convviz lesson show 3                     the pages of a lesson: texts, questions and their answers
  convviz lesson check mine.lesson          whether every page can be shown and every question answered
  convviz lesson export 3 -o stride.pdf     a handout, with the answers at its end
  convviz lesson export 3 -o stride.mp4     a film of its pages; --page 2 for one of them, and the options
                                            of “convviz render”: --size, --fps, --speed, --from, --to …
  convviz lesson worksheet 3 --page 2 -o sheet.pdf
      a page of it with blanks to fill in, and the answer key

A lesson is named by its number, its id, or its file. Steps are counted from 0 here, as in its file; the
window counts them from 1.
"""
TELLING = (*ON_PAPER, *OF_SCENES, "theme", "page", "output")
UNUSED = {"list": TELLING, "show": TELLING, "check": TELLING, "worksheet": ON_PAPER, "export": ()}
"""Options that each of these has no use for, by where their values go."""
BAD = 1
"""The exit status of a lesson that is not sound."""


def lessons(words: list[str]) -> int:
    """Does one of these with the words after “convviz lesson”."""
    made = _parser()
    options = made.parse_args(words)
    options.given = made.given(words)
    needs = {"show": _show, "check": _check, "export": _export, "worksheet": _worksheet}
    refuse_unused(msg("“convviz lesson {act}”", act=options.act), options.given, UNUSED[options.act])
    if options.act == "list":
        return _list()
    if not options.lesson:
        raise Refusal("lesson_unnamed", act=options.act)
    return needs[options.act](_find(options.lesson, forgiving=options.act in ("show", "check")), options)


def _parser() -> Parser:
    made = parser("convviz lesson", LESSON)
    add = made.add_argument
    add("act", type=str, choices=("list", "show", "check", "export", "worksheet"), help="what to do")
    add("lesson", nargs="?", metavar="LESSON", help="its number, its id, or its file")
    add("-o", "--output", metavar="FILE", help="the file to write: .pdf, .mp4, .gif …")
    add("--page", type=whole, metavar="N", help="one page, counted from 1")
    add_film_options(made)
    return made


def _find(name: str, forgiving: bool) -> Lesson:
    """A built-in lesson by its number or id, or the lesson in a file.

    With a picture that is not there it is told and checked all the same: its page says so.
    """
    from convviz.scene.lesson_file import find_lesson, read_lesson, read_lesson_file
    from convviz.scene.scene_files import PictureLost

    found = find_lesson(name)
    try:
        return found or read_lesson(name)
    except PictureLost:
        if not forgiving:
            raise
        return read_lesson_file(name)


def _list() -> int:
    from convviz.scene.lesson_file import built_in

    found = built_in()
    width = max((len(lesson.id) for lesson in found), default=0)
    for each in found:
        lesson = each.load()
        print(f"{each.number:2}  {each.id:{width}}  {lesson.title.of(language())} ({len(lesson.pages)})")
    return 0


def _show(lesson: Lesson, options: argparse.Namespace) -> int:
    from convviz.labs import lab_of
    from convviz.labs.pictures import read_source
    from convviz.labs.questions import Asked
    from convviz.labs.story import tell

    code = language()
    print(lesson.title.of(code))
    print(lesson.summary.of(code))
    for number, page in enumerate(lesson.pages, 1):
        print(f"\n{number}. {page.title.of(code)}\n   {page.text.of(code)}")
        if page.question:
            story = tell(page.scene, read_source(page.scene), lab_of(page.scene))
            print(f"   ? {page.question.prompt.of(code)}")
            print(f"   = {tr(Asked(story, page.question).truth)}  {page.question.after.of(code)}")
    return 0


def _check(lesson: Lesson, options: argparse.Namespace) -> int:
    from convviz.export.handout import check
    from convviz.labs.pictures import read_source

    wrong = [
        msg("page {number}: {what}", number=number, what=what) for number, what in check(lesson, read_source)
    ]
    asked = sum(page.question is not None for page in lesson.pages)
    values = {"name": options.lesson, "pages": len(lesson.pages), "questions": asked}
    for line in wrong or [msg("{name}: {pages} pages and {questions} questions, all sound", **values)]:
        print(tr(line))
    return BAD if wrong else 0


def _export(lesson: Lesson, options: argparse.Namespace) -> int:
    from convviz.cli.lesson_film import export_lesson

    _output(options)
    return export_lesson(lesson, options)


def _worksheet(lesson: Lesson, options: argparse.Namespace) -> int:
    from convviz.cli.lesson_film import changed_page, pages_of
    from convviz.core.saving import write_whole
    from convviz.core.spec import check_choice
    from convviz.export.worksheet import worksheet
    from convviz.labs import lab_of
    from convviz.labs.pictures import read_source
    from convviz.labs.story import tell
    from convviz.paint.offscreen import application
    from convviz.paint.paper import as_paper
    from convviz.paint.theme import THEMES, load

    check_choice("theme", options.theme, THEMES)
    output, page = _output(options), changed_page(pages_of(lesson, options.page or 1)[0], options)
    app, lab = application(), lab_of(page.scene)
    title = page.title.of(language())
    sheet = worksheet(tell(page.scene, read_source(page.scene), lab), lab, title)
    write_whole(output, as_paper(sheet, title, load(options.theme)))
    print(f"{output}: {title}")
    del app
    return 0


def _output(options: argparse.Namespace) -> Path:
    if not options.output:
        raise Refusal("lesson_no_output", act=options.act)
    return Path(options.output)
