"""The command line speaks the system's language, or the one asked for."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImage

from convviz import cli, i18n
from convviz.cli.help import columns, padded, worded, wrapped
from convviz.cli.language import asked
from convviz.core.kernels import KERNELS

HAN = re.compile("[\u4e00-\u9fff]")
COMMANDS = (
    "--help",
    "apply --help",
    "run --help",
    "run conv2d --help",
    "run lesson.convviz --help",
    "render --help",
    "operations --help",
    "kernels --help",
    "sizes --help",
    "sizes conv --help",
    "lesson --help",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    PillowImage.fromarray(np.arange(35, dtype=np.uint8).reshape(5, 7)).save(tmp_path / "grey.png")
    (tmp_path / "lesson.convviz").write_text("{}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def run(capsys: pytest.CaptureFixture[str], line: str) -> tuple[int, str, str]:
    status = cli.main(shlex.split(line))
    said = capsys.readouterr()
    return status, said.out, said.err


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh_CN"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
        ({}, "en"),
    ],
)
def test_it_is_the_systems(capsys, monkeypatch, names: dict[str, str], code: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert run(capsys, "operations")[0] == 0
    assert i18n.language() == code


def test_every_heading_of_help_has_a_colon_of_its_language(capsys, chinese: None) -> None:
    status, said, _ = run(capsys, "run pool2d --help")
    assert status == 0
    headings = [
        line for line in said.splitlines() if line and line[0] not in " （池输-" and line[-1] in ":："
    ]
    assert headings[:2] == ["位置参数：", "选项："]
    assert {"运算：", "要求做什么："} <= set(headings)
    assert not any(line.endswith(":") for line in said.splitlines())
    assert "options:\n" in run(capsys, "run pool2d --help --lang en")[1]


def test_or_the_one_asked_for(capsys, chinese: None) -> None:
    assert "卷积（二维）" in run(capsys, "operations")[1]
    assert "Convolution (2-D)" in run(capsys, "operations --lang en")[1]
    assert "卷积（二维）" in run(capsys, "operations --lang=zh_CN")[1]
    status, _, sentence = run(capsys, "operations --lang fr")
    assert (status, sentence) == (2, "convviz: --lang 必须是 en、zh_CN 之一，不能是 'fr'。\n")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("render x --lang zh_CN -o y", "zh_CN"),
        ("render --lang en --lang=zh_CN", "zh_CN"),
        ("render -- --lang zh_CN", None),
        ("render --lang", None),
        ("", None),
    ],
)
def test_where_it_is_asked_for(line: str, code: str | None) -> None:
    assert asked(line.split()) == code


@pytest.mark.parametrize("line", COMMANDS)
def test_help_is_in_chinese_and_fits_a_terminal(capsys, chinese: None, monkeypatch, line: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, said, _ = run(capsys, line)
    assert status == 0
    assert said.startswith("用法：convviz")
    for text in ("usage", "optional", "show this", "the file", "example"):
        assert text not in said.replace("a .png", "")
    options = said[said.index("选项：") :].partition("\n\n")[0]
    assert all(columns(words) <= 80 for words in options.splitlines())
    assert len(HAN.findall(said)) > 40


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("apply grey.png", "缺少必需的参数：-k/--kernel, -o/--output（请试“convviz apply --help”）"),
        ("apply no.png -k sobel-x -o y.png", "没有文件 no.png。"),
        ("apply grey.png -k sobel-x -o y.png --stride 0", "步幅至少为 1，不能是 0。"),
        ("run pool2d grey.png --kind sum", "参数 --kind：必须是 max、avg 之一，不能是 'sum'"),
        ("run pool2d grey.png", "没有要求做什么：请给出 -o 文件、--step、--size 或 --code"),
        ("run pool2d grey.png --size --code numpy", "--code 单独使用，不与 --size 一起"),
        ("sizes conv 9,x", "参数 SIZE：必须是一个整数，不能是 'x'"),
        ("kernels now", "无法识别的参数：now"),
        ("kernels ''", "无法识别的参数：''（请试“convviz kernels --help”）"),
        ("sizes max_pool 9 --axes x", "参数 --axes：必须是一个整数，不能是 'x'"),
        ("render none -o x.gif", "没有场景 none：它既不是文件"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_chinese(capsys, chinese: None, line: str, sentence: str) -> None:
    status, _, said = run(capsys, line)
    assert status == 2
    assert said.startswith(f"convviz: {sentence}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("run pool2d grey.png --size --step 0,1", "输入 1 × 5 × 7"),
        ("run conv2d grey.png -k sobel-x --step 1,1", "第 1 行第 1 列，通道 0"),
        ("run conv2d grey.png -k sobel-x -o x.npy", "x.npy：5 × 7 个 float32 值"),
        ("apply grey.png -k sobel-x -o x.png", "x.png：5 × 7，值从"),
        ("sizes conv 9 --wanted same", "感受野           3 × 3，间隔 1, 1，起点 0, 0"),
        ("sizes lenet-5", "合计"),
        ("kernels", "检测竖直边缘"),
        ("lesson list", "填充与边界"),
    ],
)
def test_what_is_found_is_told_in_chinese(capsys, chinese: None, line: str, said: str) -> None:
    status, out, err = run(capsys, line)
    assert (status, err) == (0, "")
    assert said in out


def test_what_is_for_programs_stays_as_it_is(capsys, chinese: None) -> None:
    told = json.loads(run(capsys, "kernels --json")[1])
    assert [each["does"] for each in told] == [kernel.does for kernel in KERNELS]
    assert all(not HAN.search(json.dumps(each, ensure_ascii=False)) for each in told)
    assert not HAN.search(run(capsys, "operations --json")[1])


def test_columns_of_a_table_stand_below_one_another(capsys, chinese: None) -> None:
    rows = run(capsys, "sizes lenet-5")[1].splitlines()
    assert columns(rows[0]) == max(map(columns, rows))
    assert len({columns(row.partition("卷积")[0]) for row in rows if "卷积" in row}) == 1
    assert (columns("卷积 x"), padded("卷积", 6), padded("ab", 1)) == (6, "卷积  ", "ab")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("相邻抽头相隔的格数", ["相邻抽头", "相隔的格", "数"]),
        ("步幅，填充。", ["步幅，填", "充。"]),
        ("用 --stride=2。", ["用", "--stride=2。"]),
        ("格数格（一个）", ["格数格", "（一个）"]),
    ],
)
def test_lines_are_as_wide_as_there_is_room(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines


@pytest.mark.parametrize(
    ("message", "source"),
    [
        ("argument --x: expected one argument", "argument {argument}: {reason}"),
        ("argument a: invalid choice: 'x' (choose from 'y', 'z')", "argument {argument}: {reason}"),
        ("something new", "{message}"),
    ],
)
def test_what_argparse_says_stays_what_it_is_in_english(message: str, source: str) -> None:
    assert (worded(message).source, str(worded(message))) == (source, message)
