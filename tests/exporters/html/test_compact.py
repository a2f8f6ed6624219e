"""Our sources as pages carry them mean what they meant."""

from __future__ import annotations

import re

import pytest
import rcssmin
import rjsmin
from playwright.sync_api import Browser

from quizgen.exporters.html import compact, pages

SCRIPTS = {name: pages._package_text(f"scripts/{name}") for name in pages.SCRIPTS}
STYLES = {name: pages._package_text(f"styles/{name}") for name in {*pages.STYLES, *pages.INDEX_STYLES}}
WITHOUT_COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
RULES = """css => {
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = css;
  return [...style.sheet.cssRules].map(rule => rule.cssText.replace(/("[^"]*")|, /g, (_, text) => text ?? ","));
}"""


def test_every_source_begins_with_what_it_is_for() -> None:
    assert len(SCRIPTS) >= 10
    assert len(STYLES) >= 5
    for name, source in (SCRIPTS | STYLES).items():
        assert source.removeprefix('"use strict";\n').startswith("/* "), name


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_loses_comments_and_spaces_alone(name: str) -> None:
    source = WITHOUT_COMMENTS.sub("", SCRIPTS[name])
    short = compact.script(SCRIPTS[name])
    assert without_spaces(short) == without_spaces(source)
    assert len(short) < 0.85 * len(SCRIPTS[name])
    texts = re.findall(r'"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`', source)
    assert [text for text in texts if text not in short] == []
    assert not re.search(r"</|<!", short), "what ends or comments out a script element"


def without_spaces(script: str) -> str:
    return re.sub(r"\((\w+)\)=>", r"\1=>", re.sub(r"[\s;]", "", script))


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("a = b\n  + c\n", "a=b\n+c\n"),
        ("const a = 1\nconst b = 2\n", "const a=1\nconst b=2\n"),
        ("f({ a: 1, b: [2, 3] })\ng()\n", "f({a:1,b:[2,3]})\ng()\n"),
        ('say("a, b = { c }", `d: ${e} ; `)\n', 'say("a, b = { c }",`d: ${e} ; `)\n'),
        ("t.replace(/ *- *( ,)/g, x)\n", "t.replace(/ *- *( ,)/g,x)\n"),
        ("/* gone\n   too */\nif (a) {\n  // gone\n  b();\n}\nc();\n", "if(a){b();}\nc();\n"),
        ("do a();\nwhile (b);\n", "do a();while(b);\n"),
        ("a = b ? .5 : c ?? -1;\n", "a=b?.5:c??-1;\n"),
        ("a = b + +c - -d;\n", "a=b+ +c- -d;\n"),
    ],
)
def test_a_script_keeps_line_breaks_that_end_statements_and_texts_as_they_are(source: str, short: str) -> None:
    assert compact.script(source) == short


def test_the_bytes_are_the_same_where_the_library_is_not_compiled() -> None:
    in_python = rjsmin._make_jsmin(python_only=True), rcssmin._make_cssmin(python_only=True)
    for sources, compacted, slow in zip((SCRIPTS, STYLES), (compact.script, compact.style), in_python, strict=True):
        for name, source in sources.items():
            assert slow(source) + "\n" == compacted(source), name


def test_a_style_sheet_has_the_same_rules(browser: Browser) -> None:
    page = browser.new_page()
    for name, source in STYLES.items():
        rules = page.evaluate(RULES, source)
        assert rules, name
        assert page.evaluate(RULES, compact.style(source)) == rules
        assert len(compact.style(source)) < len(source)
    page.close()
    assert compact.style('a, b {\n  content: ", : ";\n  top: 0;\n}\n') == 'a,b{content:", : ";top:0}\n'
